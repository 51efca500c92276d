"""report, export, freeze, snapshots."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from alignment_model.cli import main
from alignment_model.report.schema import faults
from tests.cli.conftest import Run

HERE = ("--survey", "Ours", "--wave", "Q1")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, sample_file: Path) -> Path:
    """A database into which the small workbook was imported by the command."""
    path = tmp_path_factory.mktemp("imported") / "alignment.db"
    assert main(["import", str(sample_file), *HERE, "--database", f"sqlite:///{path}"]) == 0
    return path


@pytest.fixture
def stored(run: Run, imported: Path, sqlite_address: str) -> Run:
    """Commands on a copy of it."""
    path = Path(sqlite_address.removeprefix("sqlite:///"))
    path.parent.mkdir()
    shutil.copy(imported, path)
    return run


def test_the_report_keeps_to_its_schema(run: Run, sample_file: Path) -> None:
    made = run("report", "--file", sample_file, "--json", "-")
    assert made.code == 0
    data = json.loads(made.out)
    assert faults(data) == []
    assert (data["survey"], data["wave"]) == ("Tarnwell Logistics (sample)", "2026 Q1")


def test_a_stored_wave_says_the_same_numbers_as_its_file(stored: Run, sample_file: Path) -> None:
    from_store = json.loads(stored("report", *HERE, "--json", "-").out)
    from_file = json.loads(stored("report", "--file", sample_file, *HERE, "--json", "-").out)
    origin_store, origin_file = from_store.pop("provenance"), from_file.pop("provenance")
    assert from_store == from_file
    assert origin_store["source_sha256"] == origin_file["source_sha256"]


def test_every_format_is_exported(stored: Run, tmp_path: Path) -> None:
    done = stored("export", *HERE, "--to", tmp_path / "out")
    assert done.code == 0
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == ["ours-q1.html", "ours-q1.json", "ours-q1.xlsx"]
    assert sorted(done.out.split()) == [str(tmp_path / "out" / name) for name in made]


def test_formats_of_several_files_are_folders_and_sections_can_be_chosen(stored: Run, tmp_path: Path) -> None:
    asked = ("--formats", "csv,svg,pdf", "--sections", "register", "--paper", "us-letter")
    assert stored("export", *HERE, "--to", tmp_path / "out", *asked).code == 0
    made = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {"ours-q1.pdf", "ours-q1-csv/contents.csv", "ours-q1-svg/contents.csv"} <= made
    assert any("register" in name for name in made) and not any("patterns" in name for name in made)


def test_a_snapshot_is_frozen_listed_and_exported_as_it_was(stored: Run, tmp_path: Path) -> None:
    before = stored("report", *HERE, "--json", "-").out
    mark = stored("freeze", *HERE, "--note", "For the board").out.strip()
    stored("undo", *HERE)
    assert f"{mark}\t" in stored("snapshots").out
    (entry,) = json.loads(stored("snapshots", "--survey", "Ours", "--json").out)
    assert (entry["id"], entry["note"]) == (mark, "For the board")
    assert stored("export", "--snapshot", mark, "--to", tmp_path, "--formats", "json").code == 0
    kept = json.loads((tmp_path / "ours-q1.json").read_text())
    assert kept == json.loads(before)


@pytest.mark.parametrize(
    "words",
    [
        ("report", "--json", "-"),
        ("report", "--survey", "Ours", "--json", "-"),
        ("report", "--survey", "Nobody's", "--wave", "Q1", "--json", "-"),
        ("report", "--file", "nowhere.xlsx", "--json", "-"),
        ("report", "--file", ".", "--json", "-"),
        ("export", *HERE, "--to", ".", "--formats", "doc"),
        ("export", *HERE, "--to", ".", "--formats", ","),
        ("export", *HERE, "--to", ".", "--sections", "weather"),
        ("export", *HERE, "--to", ".", "--formats", "pdf", "--paper", "a5"),
        ("export", *HERE, "--to", ".", "--formats", "pptx", "--template", "nowhere.pptx"),
        ("export", *HERE, "--to", "/proc/nowhere"),
        ("export", *HERE, "--snapshot", "x", "--to", "."),
        ("export", "--snapshot", "x", "--to", "."),
        ("report", *HERE, "--json", "/nowhere/out.json"),
        ("freeze", "--survey", "Nobody's", "--wave", "Q1"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(stored: Run, words: tuple[str, ...]) -> None:
    refused = stored(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.said[-1].endswith(".")


def test_a_file_is_verified_and_a_changed_one_is_told(stored: Run, tmp_path: Path) -> None:
    mark = stored("freeze", *HERE).out.strip()
    assert stored("export", "--snapshot", mark, "--to", tmp_path, "--formats", "html").code == 0
    page = tmp_path / "ours-q1.html"
    assert stored("verify", page).code == 0
    page.write_text(page.read_text("utf-8").replace("Contents</h2>", "Trust us</h2>"), "utf-8")
    changed = stored("verify", page)
    assert changed.code == 1
    assert changed.out.splitlines()[1] == "cover\tTrust us\tContents"
