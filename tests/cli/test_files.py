"""template, sample, questionnaire, inspect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alignment_model.questionnaire import load_questionnaire
from tests.cli.conftest import Run


def test_the_template_is_written_and_recognised(run: Run, tmp_path: Path) -> None:
    made = run("template", tmp_path / "blank.xlsx")
    assert (made.code, made.out) == (0, "")
    assert json.loads(run("inspect", tmp_path / "blank.xlsx", "--json").out)["tool"] == "template"


def test_the_same_choices_give_the_same_sample(run: Run, tmp_path: Path) -> None:
    few = ("--managers", 3, "--employees", 5, "--board", 0, "--executives", 1, "--seed", 7)
    for name in ("a.xlsx", "b.xlsx"):
        assert run("sample", tmp_path / name, *few, "--pattern", "none").code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert json.loads(run("inspect", tmp_path / "a.xlsx", "--json").out)["respondents"] == 12


def test_patterns_can_be_named_one_by_one_or_together(run: Run, tmp_path: Path) -> None:
    few = ("--managers", 3, "--employees", 0)
    together = run("sample", tmp_path / "a.xlsx", *few, "--pattern", "ai_theatre", "shadow_ai")
    apart = run("sample", tmp_path / "b.xlsx", *few, "--pattern", "ai_theatre", "--pattern", "shadow_ai")
    assert (together.code, apart.code) == (0, 0)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--pattern", "bad_luck"), "'bad_luck' is not a pattern. Choose from ai_pilot_trap"),
        (("--pattern", "none", "ai_theatre"), "'none' is not a pattern"),
        (("--managers", -1), "--managers is -1; it must be a whole number between 0 and 100000."),
        (("--seed", -1), "--seed is -1"),
        (("--employees", "many"), "invalid int value: 'many'"),
    ],
)
def test_a_sample_that_cannot_be_meant_is_refused(run: Run, words: tuple, sentence: str) -> None:
    refused = run("sample", "never.xlsx", *words)
    assert refused.code == 2
    assert sentence in refused.err
    assert not Path("never.xlsx").exists()


def test_the_questionnaire_is_shown_whole(run: Run) -> None:
    shown = json.loads(run("questionnaire", "--json").out)
    asked = load_questionnaire()
    assert shown["digest"] == asked.digest
    assert [question["code"] for question in shown["questions"]] == [q.code for q in asked.questions]
    assert len(run("questionnaire").out.splitlines()) == len(asked.questions) + 1


def test_inspect_says_what_it_recognised(run: Run, sample_file: Path) -> None:
    found = run("inspect", sample_file)
    assert found.code == 0
    assert "template, sheet 'Responses', 32 respondents" in found.out
    assert "TC1\trating" in found.out


def test_inspect_counts_every_answer(run: Run, sample_file: Path) -> None:
    found = json.loads(run("inspect", sample_file, "--json").out)
    for column in found["columns"]:
        if column["kind"] == "rating":
            assert sum(column["counts"]) + column["blank"] + sum(column["off_scale"].values()) == 32


BAD_FILES = {
    "empty.csv": b"",
    "renamed.xlsx": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "no_role.csv": b"TC1,TC2,TC3,TC4,TC5\n5,4,3,2,1\n4,4,4,4,4\n",
    "seven.csv": b"Role,TC1,TC2,TC3,TC4\nCEO,7,4,3,2\nCFO,2,4,3,2\n",
    "words.csv": b"Role,TC1,TC2,TC3,TC4\nCEO,rather blue,4,3,2\nCFO,2,4,3,2\n",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_a_sentence_and_stores_nothing(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD_FILES[name])
    for words in (
        ("inspect", name),
        ("import", name, "--survey", "S", "--wave", "W"),
        ("report", "--file", name, "--json", "never.json"),
        ("export", "--file", name, "--to", "never"),
    ):
        refused = run(*words)
        assert refused.code == 1, words
        assert refused.said, words
        assert all(line.endswith((".", "?")) for line in refused.said), refused.err
    assert run("surveys", "--json").out.strip() == "[]"
    assert not Path("never.json").exists()
