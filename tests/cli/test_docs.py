"""Every command, option, exit code and setting is documented."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from alignment_model import settings
from alignment_model.cli.parser import build_parser
from alignment_model.cli.running import DONE, PROBLEMS, STOPPED, WRONG_USE

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMMAND_LINE = (DOCS / "developer" / "command-line.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "administrator" / "settings.md").read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = build_parser()._actions
    return dict(next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction)))


def section(command: str) -> str:
    found = re.search(rf"^### `{command}\b.*?(?=^##|\Z)", COMMAND_LINE, re.M | re.S)
    assert found, f"docs/developer/command-line.md has no section on '{command}'."
    return found.group()


EVERYWHERE = {"-h", "--help", "--database", "--mapping", "--attributed"}


@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_documented(command: str) -> None:
    text = section(command)
    for action in commands()[command]._actions:
        for option in set(action.option_strings) - EVERYWHERE:
            assert option in text, f"'{option}' of '{command}' is not documented."


def test_options_of_every_command_are_documented_once() -> None:
    head = COMMAND_LINE.split("## Files")[0]
    assert all(option in head for option in EVERYWHERE - {"-h"})


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^### `(\w+)", COMMAND_LINE, re.M)) == set(commands())


def test_exit_codes_are_documented() -> None:
    assert re.findall(r"^\| (\d+) \|", COMMAND_LINE, re.M) == [
        str(code) for code in (DONE, PROBLEMS, WRONG_USE, STOPPED)
    ]


def test_every_setting_is_documented_and_no_other() -> None:
    known = {value for name, value in vars(settings).items() if name.endswith("_VARIABLE")}
    assert set(re.findall(r"^\| `(ALIGNMENT_\w+)`", SETTINGS, re.M)) == known


def test_every_environment_variable_the_code_reads_is_a_setting_or_documented() -> None:
    project = DOCS.parent
    files = [*project.glob("alignment_model/**/*.py"), *project.glob("tests/**/*.py"), project / "app.py"]
    named = {
        name for path in files for name in re.findall(r"ALIGNMENT_[A-Z_]+", path.read_text(encoding="utf-8"))
    }
    docs = "\n".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    assert {name for name in named if name not in docs} <= {"ALIGNMENT_"}
