"""A survey tool's export: decide what it does not say, import; the next wave of the same form asks nothing."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PROJECT

Settled = Callable[[Page], None]
LABELS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
STATEMENTS = (
    "We know what AI is for.",
    "AI makes my work better.",
    "I worry that AI will harm our customers.",
    "Our leaders agree about AI.",
    "Our data is ready for AI.",
)
ROLES = (
    "Chief Executive Officer",
    "CFO",
    "CTO",
    *["Board member"] * 5,
    *["Middle manager"] * 8,
    *["Guild member"] * 9,
)


def export(path: Path, seed: int, typing_slip: bool) -> Path:
    """A Microsoft Forms like csv of 25 people, with one label misspelt if asked for."""
    chance = random.Random(seed)
    head = ["ID", "Start time", "Completion time", "Email", "Name", "What is your role?"]
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow([*head, *(f"How far do you agree?.{statement}" for statement in STATEMENTS)])
        for number, role in enumerate(ROLES, 1):
            answers = [LABELS[min(4, max(0, int(chance.gauss(2.4, 1.0))))] for _ in STATEMENTS]
            if typing_slip and number == 10:
                answers[1] = "Srongly agree"
            moment = f"10/{number}/26 9:00:00"
            writer.writerow([number, moment, moment, "anonymous", "", role, *answers])
    return path


def load(page: Page, settled: Settled, address: str, path: Path) -> None:
    page.goto(f"{address}/import")
    settled(page)
    page.locator("[data-testid=stFileUploader] input[type=file]").first.set_input_files(path)
    expect(page.get_by_text("Microsoft Forms").first).to_be_visible(timeout=60_000)
    settled(page)


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_test_id("stSelectbox").filter(has_text=label).locator("input")
    box.click()
    box.fill(option)
    box.press("Enter")


def store(page: Page, settled: Settled, wave: str) -> None:
    for label, text in (("Survey", "Forms survey"), ("Wave", wave)):
        box = page.get_by_role("textbox", name=label, exact=True)
        box.fill(text)
        box.press("Enter")
        settled(page)
    page.get_by_text("were told beforehand").click()
    settled(page)
    by = page.get_by_label("Who confirms this import")
    by.fill("Ines Ohm")
    by.press("Enter")
    settled(page)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("Who answered", exact=True).first).to_be_visible(timeout=60_000)
    settled(page)


def imported_by_command(folder: Path, file: Path, mapping: Path) -> dict[str, Any]:
    """The report of the same file imported from the command line with the mapping the screen gave."""
    options = ("--survey", "Forms survey", "--wave", "First", "--confirm-attribution", "Ines Ohm")
    command(folder, "command", "import", str(file), *options, "--mapping", str(mapping))
    return report(folder, "command", "First")


def report(folder: Path, database: str, wave: str) -> dict[str, Any]:
    """Everything said of a stored wave, but for the time it was confirmed."""
    target = folder / f"{database}.json"
    command(folder, database, "report", "--survey", "Forms survey", "--wave", wave, "--json", str(target))
    found = json.loads(target.read_text(encoding="utf-8"))
    found["provenance"] = {
        key: value for key, value in found["provenance"].items() if not key.endswith("_at")
    }
    return found


def command(folder: Path, database: str, *arguments: str) -> None:
    address = f"sqlite:///{folder / database}.db"
    subprocess.run(
        [sys.executable, "-m", "alignment_model", *arguments, "--database", address], cwd=PROJECT, check=True
    )


def test_typing_slip_unknown_role_and_direction_are_decided_once(
    server: str, page: Page, settled: Settled, tmp_path: Path
) -> None:
    first = export(tmp_path / "Leaders and AI(1-25).csv", 1, typing_slip=True)
    load(page, settled, server, first)
    expect(page.get_by_text("Decide what the file does not say")).to_be_visible()
    choose(page, "Guild member", "Employee")
    choose(page, "Srongly agree", "Strongly agree")
    page.get_by_text("Agreeing is bad").first.click()
    page.get_by_role("button", name="Apply").first.click()
    settled(page)
    expect(page.get_by_text("Name it and import")).to_be_visible(timeout=60_000)
    page.get_by_text("All roles, columns and rows").click()
    settled(page)  # a click while the page is drawn anew would be lost
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download these decisions").click()
    mapping = Path(download.value.path())
    store(page, settled, "First")
    assert report(tmp_path, "alignment", "First") == imported_by_command(tmp_path, first, mapping)

    load(page, settled, server, export(tmp_path / "Leaders and AI(1-25) again.csv", 2, typing_slip=False))
    expect(page.get_by_text("Name it and import")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Decide what the file does not say")).to_have_count(0)
    expect(page.get_by_text("This form was loaded before")).to_be_visible()
    expect(page.get_by_role("textbox", name="Survey", exact=True)).to_have_value("Forms survey")
    store(page, settled, "Second")
