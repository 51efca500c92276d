"""A newcomer's journey: upload, see a mistake named by its cell, mend it, import, freeze, take files along."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import BrowserContext, Page, expect

from alignment_model.intake.template.workbook import RESPONSES_SHEET, write_workbook
from alignment_model.sample import sample_organisation

Settled = Callable[[Page], None]
FIRST_ROW = 3
QUESTION = "TC1"


def workbook(path: Path, mistake: object = None) -> str:
    """A filled template; with a mistake, the cell it stands in."""
    content = BytesIO()
    write_workbook(content, sample_organisation(seed=11, managers=8, employees=12))
    book = openpyxl.load_workbook(content)
    sheet = book[RESPONSES_SHEET]
    column = next(cell.column for cell in sheet[1] if cell.value == QUESTION)
    cell = sheet.cell(FIRST_ROW + 2, column)
    if mistake is not None:
        cell.value = mistake
    book.save(path)
    return cell.coordinate


def upload(page: Page, settled: Settled, path: Path) -> None:
    page.locator("[data-testid=stFileUploader] input[type=file]").first.set_input_files(path)
    expect(page.get_by_text("Respondents", exact=True)).to_be_visible(timeout=60_000)
    settled(page)


def test_a_mistake_is_named_by_its_cell_mended_and_the_wave_imported(
    server: str, page: Page, context: BrowserContext, settled: Settled, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "survey.xlsx", tmp_path / "survey mended.xlsx"
    cell = workbook(wrong, mistake=7)
    workbook(right)

    page.goto(f"{server}/import")
    settled(page)
    upload(page, settled, wrong)
    expect(page.get_by_text("Mend the errors in the file")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the list").click()
    listed = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert f"{RESPONSES_SHEET},{cell}" in listed
    assert "7" in listed

    page.get_by_role("button", name="Remove").first.click()
    expect(page.get_by_role("button", name="Download the blank workbook")).to_be_visible(timeout=60_000)
    settled(page)
    upload(page, settled, right)
    expect(page.get_by_text("Nothing is wrong with this file")).to_be_visible()
    fill(page, "Survey", "Leadership survey", exact=True)
    settled(page)
    fill(page, "Wave", "2026 Q4", exact=True)
    settled(page)
    expect(page.get_by_text("were told beforehand")).to_be_visible()
    page.get_by_text("were told beforehand").click()
    settled(page)
    fill(page, "Who confirms this import", "Ines Ohm")
    settled(page)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("Who answered", exact=True).first).to_be_visible(timeout=60_000)
    settled(page)

    take_files_along(page, context, settled, tmp_path)


def fill(page: Page, label: str, text: str, *, exact: bool = False) -> None:
    box = page.get_by_role("textbox", name=label, exact=exact).first
    box.fill(text)
    box.press("Enter")


def take_files_along(page: Page, context: BrowserContext, settled: Settled, folder: Path) -> None:
    """Freeze, download Excel and HTML, and open the HTML with the network off."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Snapshots").click()
    settled(page)
    page.get_by_role("button", name="Freeze a snapshot").click()
    expect(page.get_by_text("Kept snapshots")).to_be_visible(timeout=60_000)
    settled(page)
    files = {}
    for label, ending in (("Excel workbook", "xlsx"), ("Web page in one file", "html")):
        with page.expect_download(timeout=60_000) as download:
            page.get_by_role("button", name=label).first.click()
        files[ending] = folder / f"snapshot.{ending}"
        download.value.save_as(files[ending])
    book = openpyxl.load_workbook(files["xlsx"])
    assert len(book.sheetnames) >= 5

    context.set_offline(True)
    alone = context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(files["html"].as_uri())
    expect(alone.locator("h1")).to_contain_text("Leadership survey")
    assert alone.locator("svg").count() >= 4
    assert all(url.startswith(("file:", "data:", "blob:")) for url in asked)
