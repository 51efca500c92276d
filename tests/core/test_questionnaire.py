"""The questionnaire: what is asked, in twelve minutes, and where every answer goes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from alignment_model.data_files import DATA_DIRECTORY
from alignment_model.errors import DataFileError
from alignment_model.framework import LAYER_CODES, load_framework
from alignment_model.questionnaire import (
    ALLOCATION,
    DESIGNED,
    EVIDENCE,
    NUMBER,
    RATING,
    TEXT,
    WORKING,
    Question,
    Scale,
    load_questionnaire,
    questionnaire_from_dict,
)

QUESTIONNAIRE = load_questionnaire()
FILE = (DATA_DIRECTORY / "questionnaire.toml").read_text(encoding="utf-8")
PATTERNS = tomllib.loads((DATA_DIRECTORY / "patterns.toml").read_text(encoding="utf-8"))["patterns"]
SIGNALS = [signal for pattern in PATTERNS for signal in pattern["signals"]]
SECONDS = {RATING: 8, EVIDENCE: 9, DESIGNED: 8, WORKING: 6, ALLOCATION: 11, NUMBER: 25, TEXT: 50}


def test_it_takes_about_twelve_minutes() -> None:
    seconds = sum(SECONDS[question.kind] for question in QUESTIONNAIRE.questions)
    assert QUESTIONNAIRE.minutes == 12
    assert 10 * 60 <= seconds <= 12.5 * 60
    assert 55 <= len(QUESTIONNAIRE.questions) <= 66


def test_every_layer_has_six_statements_and_some_are_reversed() -> None:
    assert {layer: len(QUESTIONNAIRE.in_layer(layer)) for layer in LAYER_CODES} == dict.fromkeys(
        LAYER_CODES, 6
    )
    for layer in LAYER_CODES:
        turned = [question for question in QUESTIONNAIRE.in_layer(layer) if question.reversed]
        assert 1 <= len(turned) <= 2


def test_dont_know_stands_beside_every_scale_and_not_on_it() -> None:
    for scale in QUESTIONNAIRE.scales:
        assert scale.off_scale == ("Don't know",)
        assert scale.levels == 5


def test_every_question_has_a_short_label_a_section_and_a_unique_text() -> None:
    for question in QUESTIONNAIRE.questions:
        assert 0 < len(question.short) <= 32, question.code
        assert question.section, question.code
    assert len({question.text for question in QUESTIONNAIRE.questions}) == len(QUESTIONNAIRE.questions)
    assert len({question.short for question in QUESTIONNAIRE.questions}) == len(QUESTIONNAIRE.questions)


@pytest.mark.parametrize(
    ("kind", "table"),
    [(EVIDENCE, "stages"), (DESIGNED, "domains"), (WORKING, "domains"), (ALLOCATION, "value_outcomes")],
)
def test_every_stage_domain_and_outcome_is_asked_once(kind: str, table: str) -> None:
    asked = [question.part for question in QUESTIONNAIRE.of_kind(kind)]
    assert asked == [item.code for item in getattr(load_framework(), table)]


def test_the_number_says_what_its_sign_means() -> None:
    number = QUESTIONNAIRE.question("EFFECT_PERCENT")
    assert (number.kind, number.minimum, number.maximum, number.unit) == (NUMBER, -100, 100, "%")
    assert "Minus means lower cost" in number.text and "plus means higher cost" in number.text
    assert QUESTIONNAIRE.question("EFFECT_CONFIDENCE").kind == RATING
    assert [question.code for question in QUESTIONNAIRE.of_kind(TEXT)] == ["WHY_DEPLOY", "UNSAID"]


def test_every_signal_made_from_answers_is_fed() -> None:
    for signal in SIGNALS:
        if not signal["measure"].startswith("register."):
            assert QUESTIONNAIRE.feeding(signal["code"]), signal["code"]


def test_every_fed_signal_exists() -> None:
    known = {signal["code"] for signal in SIGNALS}
    for question in QUESTIONNAIRE.questions:
        assert set(question.feeds) <= known, question.code


def test_every_statement_outside_the_layers_feeds_a_pattern() -> None:
    for question in QUESTIONNAIRE.of_kind(RATING):
        assert question.layer or question.feeds, question.code


def test_respondents_are_told_about_attribution_and_small_groups() -> None:
    told = QUESTIONNAIRE.attribution_statement
    for words in (
        "shown by the name of the office",
        "from five people on",
        "fewer than three",
        "leadership roles",
    ):
        assert words in told


def test_it_survives_a_trip_through_json() -> None:
    again = questionnaire_from_dict(json.loads(json.dumps(QUESTIONNAIRE.as_dict())))
    assert again == QUESTIONNAIRE
    assert again.digest == QUESTIONNAIRE.digest


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('scale = "agreement"', 'scale = "mood"', ("questions[0]", "scale", "mood")),
        ('layer = "societal_trust"', 'layer = "weather"', ("questions[18]", "layer", "weather")),
        ('part = "throughput"', 'part = "lunch"', ("questions", "part", "lunch")),
        ('code = "TC2"', 'code = "TC1"', ("questions[1]", "code", "TC1")),
        ('kind = "number"', 'kind = "colour"', ("questions", "colour")),
        ("reversed = true", 'reversed = "yes"', ("questions[3]", "reversed", "bool")),
        ('short = "Data complete and at hand"', 'shrot = "x"', ("questions[1]", "shrot")),
        ("minutes = 12", "", ("questionnaire", "minutes")),
    ],
)
def test_a_fault_names_file_table_and_key(tmp_path: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    assert old in FILE
    path = tmp_path / "questionnaire.toml"
    path.write_text(FILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_questionnaire(path)
    for word in ("questionnaire.toml", *words):
        assert word in str(caught.value)


def test_a_layer_with_too_few_statements_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questionnaire.toml"
    path.write_text(FILE.replace('layer = "leadership_alignment"\n', "", 2), encoding="utf-8")
    with pytest.raises(DataFileError, match="needs at least 5 rated statements"):
        load_questionnaire(path)


def test_a_rating_needs_a_scale_and_a_text_has_none() -> None:
    with pytest.raises(ValueError, match="a scale is needed"):
        Question(code="Q1", text="?")
    with pytest.raises(ValueError, match="a scale is needed"):
        Question(code="Q1", text="?", kind=TEXT, scale="agreement")


def test_a_scale_has_two_different_levels() -> None:
    with pytest.raises(ValueError, match="at least two"):
        Scale("one", ("Yes",))
    with pytest.raises(ValueError, match="differ"):
        Scale("same", ("Yes", "Yes"))


def test_the_documentation_lists_every_question_scale_and_statement() -> None:
    page = (DATA_DIRECTORY.parent / "docs" / "analyst" / "questionnaire.md").read_text(encoding="utf-8")
    assert " ".join(QUESTIONNAIRE.attribution_statement.split()) in page
    for scale in QUESTIONNAIRE.scales:
        assert " · ".join(scale.labels) in page
    for question in QUESTIONNAIRE.questions:
        turned = "yes" if question.reversed else ""
        assert f"| {question.code} | {question.text} | {question.short} | {turned} |" in page, question.code
