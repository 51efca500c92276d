"""Every page in a real browser: nothing covered or cut off, nothing asked of other machines, usable on a phone.

The tests at the end put each fault on an empty page: a check is worth what it finds.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from alignment_model.ui import registry
from tests.e2e.measures import Watch, screen, scrolls_sideways, serious_findings
from tests.e2e.waiting import MOMENT, RESIZED, rest, watched

PROJECTOR = {"width": 1920, "height": 1080}
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
# What Streamlit draws and we cannot change, as "rule selector", with the reason.
STREAMLITS_OWN = {
    "list [data-testid=stSidebarNavItems]": "the menu's sections are boxes inside its list",
    "listitem [data-testid=stSidebarNavItems]": "the same, seen from the entries",
}
PAGES = pytest.mark.parametrize("entry", registry.PAGES, ids=lambda entry: entry.code)


@pytest.fixture(scope="module")
def tab(browser: Browser, sample_server: str) -> Iterator[Page]:
    """One tab for all pages, opened once at the sample."""
    with browser.new_context(viewport=LAPTOP) as session:
        page = watched(session).new_page()
        page.goto(sample_server)
        page.wait_for_selector("[data-testid=stSidebarNav]", timeout=60_000)
        yield page


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty page to put faults on."""
    with browser.new_context(viewport=PHONE) as session:
        yield session.new_page()


def fits(page: Page) -> bool:
    """Whether the page is soon no wider than the window; its charts are drawn anew for a new width."""
    for _ in range(20):
        if not scrolls_sideways(page):
            return True
        page.wait_for_timeout(250)
    return False


@PAGES
def test_a_page_is_readable_at_work_and_on_the_phone(
    tab: Page, sample_server: str, entry: registry.Page
) -> None:
    watch = Watch(tab)
    tab.goto("about:blank")  # the page before need not be drawn anew for this window
    tab.set_viewport_size(PROJECTOR)
    tab.emulate_media(color_scheme="light")
    tab.goto(f"{sample_server}/{'' if entry.default else entry.code}")
    tab.wait_for_selector("[data-testid=stMain] h2, [data-testid=stMain] h1", timeout=60_000)
    for size, scheme in ((PROJECTOR, "light"), (LAPTOP, "light"), (PHONE, "dark")):
        tab.set_viewport_size(size)
        tab.emulate_media(color_scheme=scheme)
        rest(tab, MOMENT if size == PROJECTOR else RESIZED)
        name = f"{entry.code} at {size['width']} px"
        assert fits(tab), f"{name} scrolls sideways"
        seen = screen(tab, "[data-testid=stMain]")
        assert tab.get_by_test_id("stException").count() == 0, name
        assert seen.frames or not (entry.needs_wave and entry.pictured), name
        assert seen.overlapping() == [], name
        assert seen.clipped() == [], name
        assert seen.shortened() == [], name
        if size != PROJECTOR:
            assert serious_findings(tab, STREAMLITS_OWN) == [], name
    assert not watch.strangers, f"requests left this machine: {watch.strangers[:3]}"
    assert not watch.errors, f"the browser logged: {watch.errors[:3]}"


def svg(*texts: tuple[int, int, str]) -> str:
    drawn = "".join(f'<text x="{x}" y="{y}" font-size="16">{text}</text>' for x, y, text in texts)
    return f'<svg class="marks" width="200" height="100">{drawn}</svg>'


@pytest.mark.parametrize(
    ("body", "covered", "clipped"),
    [
        (svg((10, 50, "one"), (100, 50, "two")), [], []),
        (svg((10, 50, "covered"), (20, 54, "by this")), [("covered", "by this")], []),
        (svg((150, 50, "runs out of its chart")), [], ["runs out of its chart"]),
        (svg((10, 50, "shortened to f…")), [], ["shortened to f…"]),
        ("<details><summary>shut</summary><p>not to be seen</p></details><p>below</p>", [], []),
        ("<p>one</p><p style='margin-top: -30px'>two</p>", [("one", "two")], []),
    ],
    ids=["sound", "covered label", "long label", "shortened label", "shut expander", "covered line"],
)
def test_a_covered_or_clipped_text_is_found(
    sheet: Page, body: str, covered: list[tuple[str, str]], clipped: list[str]
) -> None:
    sheet.set_content(body)
    assert screen(sheet).overlapping() == covered
    assert screen(sheet).clipped() == clipped


def test_small_text_many_words_and_a_cut_line_are_found(sheet: Page) -> None:
    cut = "overflow: hidden; white-space: nowrap; text-overflow: ellipsis; width: 60px"
    sheet.set_content(f"<p style='font-size: 9px'>tiny</p><p style='{cut}'>longer than its box</p>")
    seen = screen(sheet)
    assert (seen.smallest(), seen.word_count(), seen.shortened()) == (9, 5, ["longer than its box"])


def test_a_chart_on_canvas_is_refused_because_its_labels_cannot_be_measured(sheet: Page) -> None:
    sheet.set_content('<div class="vega-embed"><canvas></canvas></div>')
    with pytest.raises(AssertionError, match="painted on canvas, where no label can be measured: 1"):
        screen(sheet)


def test_a_page_wider_than_the_window_is_found(sheet: Page) -> None:
    sheet.set_content('<main data-testid="stMain" style="overflow: auto"><p>narrow</p></main>')
    assert not scrolls_sideways(sheet)
    sheet.set_content(
        '<main data-testid="stMain" style="overflow: auto"><p style="width: 500px">wide</p></main>'
    )
    assert scrolls_sideways(sheet)


def test_a_request_to_another_machine_and_a_logged_error_are_found(sheet: Page) -> None:
    watch = Watch(sheet)
    sheet.set_content('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">')
    assert not watch.strangers and not watch.errors
    sheet.set_content('<img src="http://127.0.0.1.example.org/logo.png" alt="">')
    assert watch.strangers == ["http://127.0.0.1.example.org/logo.png"]
    sheet.evaluate(
        "() => { new WebSocket('wss://example.org/live'); console.error('404 things went wrong'); }"
    )
    sheet.wait_for_timeout(100)
    assert "wss://example.org/live" in watch.strangers
    assert any("404 things went wrong" in error for error in watch.errors)


def test_a_button_without_a_name_is_found_unless_it_is_not_ours(sheet: Page) -> None:
    sheet.set_content('<html lang="en"><title>t</title><main id="theirs"><button></button></main></html>')
    assert [found.split()[0] for found in serious_findings(sheet, {})] == ["button-name"]
    assert serious_findings(sheet, {"button-name #theirs": "a reason"}) == []
    assert serious_findings(sheet, {"link-name #theirs": "another rule"}) != []
