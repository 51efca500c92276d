"""import, undo, surveys, delete."""

from __future__ import annotations

import json
from pathlib import Path

from alignment_model import workflows
from alignment_model.settings import Settings
from tests.cli.conftest import Run

HERE = ("--survey", "Ours", "--wave", "Q1")
PLAIN = "Role,TC1,TC2,TC3,TC4,TC5\n" + "CEO,5,4,4,2,3\n" + "Manager,2,3,2,4,1\nManager,1,2,3,3,4\n" * 4


def only_import(address: str) -> workflows.ImportRecord:
    with workflows.open_store(Settings(address)) as store:
        (record,) = workflows.list_imports(store)
    return record


def test_an_import_is_stored_and_listed(run: Run, sample_file: Path) -> None:
    done = run("import", sample_file, *HERE)
    assert (done.code, done.out) == (0, "Imported 32 respondents as wave 'Q1' of survey 'Ours'.\n")
    assert run("surveys").out == "Ours\tQ1\t2026-03-09\t32 respondents\tsmall.xlsx\n"
    (survey,) = json.loads(run("surveys", "--json").out)
    assert survey["waves"][0]["respondents"] == 32


def test_the_database_may_be_named_before_or_after_the_command(
    run: Run, sample_file: Path, tmp_path: Path
) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert run("--database", other, "import", sample_file, *HERE).code == 0
    assert "Ours" in run("surveys", "--database", other).out
    assert run("surveys").out == ""


def test_the_same_file_twice_is_noticed(run: Run, sample_file: Path) -> None:
    run("import", sample_file, *HERE)
    again = run("import", sample_file, "--survey", "Ours", "--wave", "Q2")
    assert again.code == 1
    assert "is here already: it was imported on" in again.err
    elsewhere = run("import", sample_file, "--survey", "Theirs", "--wave", "Q1")
    assert elsewhere.code == 0
    assert "this file is also wave 'Q1' of survey 'Ours'" in elsewhere.err


def test_a_wave_is_replaced_only_when_told_and_comes_back_when_undone(
    run: Run, sample_file: Path, tmp_path: Path
) -> None:
    run("import", sample_file, *HERE)
    (tmp_path / "plain.csv").write_text(PLAIN)
    assert run("import", "plain.csv", *HERE).code == 1
    assert run("import", "plain.csv", *HERE, "--replace").code == 0
    undone = run("undo", *HERE)
    assert (undone.code, undone.out.splitlines()[1]) == (0, "What it had replaced is current again.")
    assert "32 respondents" in run("surveys").out
    assert run("undo", *HERE).code == 0
    assert run("surveys").out == ""
    assert run("undo", *HERE).code == 2


def test_the_workbooks_own_confirmation_is_recorded(run: Run, sample_file: Path, sqlite_address: str) -> None:
    run("import", sample_file, *HERE)
    record = only_import(sqlite_address)
    assert record.attributed_roles == {"CEO", "CFO", "CTO"}
    assert record.confirmed_by == "Sample organisation (in the workbook)"


def test_without_a_confirmation_everybody_is_protected(run: Run, tmp_path: Path, sqlite_address: str) -> None:
    (tmp_path / "plain.csv").write_text(PLAIN)
    done = run("import", "plain.csv", *HERE)
    assert done.code == 0
    assert "CEO will be protected like every other group" in done.err
    assert only_import(sqlite_address).attributed_roles == frozenset()


def test_a_confirmation_is_recorded_by_name(run: Run, tmp_path: Path, sqlite_address: str) -> None:
    (tmp_path / "plain.csv").write_text(PLAIN)
    assert run("import", "plain.csv", *HERE, "--confirm-attribution", "Ann").code == 0
    record = only_import(sqlite_address)
    assert (record.confirmed_by, "CEO" in record.attributed_roles) == ("Ann", True)


def test_roles_are_attributed_by_name_only_with_a_confirmation(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text(PLAIN)
    refused = run("import", "plain.csv", *HERE, "--attributed", "chief executive officer")
    assert refused.code == 2
    assert "Add --confirm-attribution NAME" in refused.err
    assert run("import", "plain.csv", *HERE, "--attributed", "astronaut").code == 2
    assert run("import", "plain.csv", *HERE, "--attributed", "none").code == 0


def test_a_survey_is_deleted_only_when_it_is_meant(run: Run, sample_file: Path) -> None:
    run("import", sample_file, *HERE)
    assert run("delete", "--survey", "Ours").code == 2
    assert run("delete", "--survey", "Ours", "--yes").code == 0
    assert run("surveys").out == ""
    assert run("delete", "--survey", "Ours", "--yes").code == 2


def test_a_single_wave_is_deleted(run: Run, sample_file: Path) -> None:
    run("import", sample_file, *HERE)
    wave = HERE[HERE.index("--wave") + 1]
    assert run("delete", "--survey", "Ours", "--wave", "nowhere", "--yes").code == 2
    done = run("delete", "--survey", "Ours", "--wave", wave, "--yes")
    assert done.out == f"Deleted wave '{wave}' of survey 'Ours'.\n"
    assert run("surveys").out == ""
