"""Exit codes and sentences, also where nothing else helps."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alignment_model.cli import files
from tests.cli.conftest import Run

PROJECT = Path(__file__).resolve().parents[2]


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "alignment_model", *words]
    settings = {**os.environ, **environment}
    return subprocess.run(command, cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)


def test_without_a_command_it_says_what_there_is(run: Run) -> None:
    shown = run()
    assert (shown.code, shown.out) == (2, "")
    assert "template" in shown.err


def test_help_and_version_end_well(run: Run) -> None:
    assert run("--help").code == run("--version").code == run("import", "--help").code == 0


@pytest.mark.parametrize("words", [("dance",), ("import",), ("template",), ("surveys", "--loud")])
def test_wrong_use_ends_with_two(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


def test_a_database_that_cannot_be_used_is_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam" * 100)
    for address in ("postgresql://u:secret@127.0.0.1:1/d", f"sqlite:///{tmp_path}/letter.db", "letter.db"):
        refused = run("surveys", "--database", address)
        assert (refused.code, len(refused.said)) == (2, 1)
        assert "secret" not in refused.err


def test_a_setting_that_cannot_be_meant_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNMENT_MINIMUM_GROUP", "2")
    refused = run("surveys")
    assert refused.code == 2
    assert refused.said == ["ALIGNMENT_MINIMUM_GROUP is '2'; it must be a whole number of 3 or more."]


def test_stopping_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "template", stop)
    stopped = run("template", "x.xlsx")
    assert (stopped.code, stopped.said) == (130, ["Stopped. Nothing was stored half."])


def test_as_a_program_results_and_messages_are_apart(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'a.db'}"
    done = program("surveys", ALIGNMENT_DATABASE_URL=address)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing is stored yet.\n")


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    command = f"{sys.executable} -m alignment_model questionnaire --json | head -c 10"
    done = subprocess.run(command, shell=True, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_of_the_program_is_one_line_too() -> None:
    code = (
        "import runpy, sys; from alignment_model.cli import files; files.output = None; "
        "sys.argv = ['x', 'template', 'y.xlsx']; runpy.run_module('alignment_model', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("This is a fault of the program, please report it: AttributeError")
    assert len(done.stderr.splitlines()) == 1
