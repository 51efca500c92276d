"""Commitments from the command line: made, listed, settled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HERE = ("--survey", "S", "--wave", "W")


@pytest.fixture
def agreed(run: Run, sample_file: Path) -> str:
    """The id of a commitment in a stored survey."""
    assert run("import", sample_file, *HERE).code == 0
    made = run(
        "commit",
        *HERE,
        "--owner",
        "CFO",
        "--due",
        "2026-12-31",
        "--layer",
        "societal_trust",
        "One  owner each",
    )
    assert made.code == 0
    return made.out.strip()


def test_what_was_agreed_is_listed_and_settled(run: Run, agreed: str) -> None:
    assert run("commitments", "--survey", "S").out == f"{agreed}\topen\t2026-12-31\tCFO\tW\tOne owner each\n"
    assert run("settle", agreed, "--survey", "S", "--state", "kept", "--note", "Done").code == 0
    (item,) = json.loads(run("commitments", *HERE, "--json").out)
    assert (item["state"], item["note"], item["layer"]) == ("kept", "Done", "societal_trust")
    (told,) = json.loads(run("report", *HERE, "--json", "-").out)["commitments"]
    assert (told["owner"], told["state"], told["since"]) == ("CFO", "kept", None)


def test_what_cannot_be_meant_is_said(run: Run, agreed: str) -> None:
    commit = ("commit", *HERE, "--owner", " ", "--due")
    assert "'soon' is not a day" in run(*commit, "soon", "Text").err
    ran = run(*commit, "2026-12-31", "x" * 301)
    assert ran.code == 1
    assert ran.said == [
        "What: found 301 characters, expected at most 300. Say it more shortly.",
        "Owner: found nothing, expected a role or a name. Fill it in.",
    ]
    assert (
        run("commit", "--survey", "S", "--wave", "?", "--owner", "CEO", "--due", "2026-12-31", "T").code == 2
    )
    assert run("settle", "nobody", "--survey", "S", "--state", "kept").code == 2
    assert run("settle", agreed, "--survey", "S", "--state", "later").code == 2
    assert "Nothing was agreed" in run("commitments", "--survey", "another").err
