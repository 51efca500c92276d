"""The worst files, uploaded as anybody could: a sentence each, and the app goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.intake.hostile.heavy import HEAVY
from tests.intake.hostile.kinds import REFUSED

Settled = Callable[[Page], None]
KINDS = {**REFUSED, **HEAVY}
WORST = {
    "two cells far apart": "reaches to cell XFD1048576",
    "two old cells far apart": "more memory than answers would",
    "a sheet of 300 MB that says it has 100 bytes": "cannot be read",
    "a billion laughs in the texts": "hidden instructions in its XML",
    "20 MB of quotation marks": "never closed",
}


def test_the_worst_files_are_refused_with_a_sentence_and_the_app_goes_on(
    server: str, page: Page, settled: Settled, tmp_path: Path
) -> None:
    page.goto(f"{server}/import")
    settled(page)
    for number, (kind, said) in enumerate(WORST.items()):
        path = tmp_path / f"answers {number}.xlsx"
        path.write_bytes(KINDS[kind][0]())
        page.locator("[data-testid=stFileUploader] input[type=file]").first.set_input_files(path)
        expect(page.get_by_text(said).first).to_be_visible(timeout=60_000)
        settled(page)
        page.get_by_role("button", name="Remove").first.click()
        expect(page.get_by_text(said)).to_have_count(0, timeout=60_000)
        settled(page)
    page.get_by_role("button", name="Open the sample organisation").click()
    expect(page.get_by_text("Who answered", exact=True).first).to_be_visible(timeout=60_000)
