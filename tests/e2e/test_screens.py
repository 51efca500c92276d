"""Every page in a real browser: nothing covered or cut off, nothing asked of other machines, usable on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from alignment_model.ui import registry
from tests.e2e.measures import Watch, screen, scrolls_sideways, serious_findings

LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
QUIET = "[data-testid=stApp][data-test-script-state=notRunning]"
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
        page = session.new_page()
        page.goto(sample_server)
        page.wait_for_selector("[data-testid=stSidebarNav]", timeout=60_000)
        yield page


def rest(page: Page) -> None:
    """Wait until the page is drawn and its charts stand for this width."""
    page.wait_for_selector(QUIET, timeout=60_000)
    page.wait_for_timeout(350)
    page.wait_for_selector(QUIET, timeout=60_000)


@PAGES
def test_a_page_is_readable_at_work_and_on_the_phone(
    tab: Page, sample_server: str, entry: registry.Page
) -> None:
    watch = Watch(tab)
    tab.set_viewport_size(LAPTOP)
    tab.goto(f"{sample_server}/{'' if entry.default else entry.code}")
    tab.wait_for_selector("[data-testid=stMain] h2, [data-testid=stMain] h1", timeout=60_000)
    for size in (LAPTOP, PHONE):
        tab.set_viewport_size(size)
        rest(tab)
        seen = screen(tab, "[data-testid=stMain]")
        assert tab.get_by_test_id("stException").count() == 0
        assert seen.frames or not (entry.needs_wave and entry.pictured)
        assert seen.overlapping(charts_only=True) == []
        assert seen.clipped() == []
        assert not scrolls_sideways(tab), f"{entry.code} scrolls sideways at {size['width']} px"
    assert serious_findings(tab, STREAMLITS_OWN) == []
    assert not watch.strangers, f"requests left this machine: {watch.strangers[:3]}"
    assert not watch.errors, f"the browser logged: {watch.errors[:3]}"


def test_the_measure_sees_what_is_covered_or_cut_off(tab: Page) -> None:
    """The checks above are worth what they would find."""
    tab.goto("about:blank")
    tab.set_content(
        '<svg class="marks" width="200" height="100"><text x="10" y="50">covered</text>'
        '<text x="20" y="54">by this</text><text x="170" y="90">cut off here</text></svg>'
    )
    seen = screen(tab)
    assert seen.overlapping(charts_only=True) == [("covered", "by this")]
    assert seen.clipped() == ["cut off here"]
    assert seen.word_count() == 6
