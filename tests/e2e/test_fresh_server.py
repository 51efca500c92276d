"""The first visitor of a fresh server may come by a deep link; the page must still stand inside the frame."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Settled = Callable[[Page], None]


def test_a_deep_link_as_first_request_opens_inside_the_frame(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/gaps")
    settled(page)
    navigation = page.get_by_test_id("stSidebarNav")
    expect(navigation).to_contain_text("Overview")
    expect(navigation).to_contain_text("Methods")
    expect(navigation).not_to_contain_text("app")
    expect(page.get_by_test_id("stMain")).to_contain_text("No survey is loaded yet")


def test_the_sample_is_one_click_away_and_fills_the_pages(server: str, page: Page, settled: Settled) -> None:
    page.goto(server)
    settled(page)
    page.get_by_role("button", name="Open the sample organisation").click()
    expect(page.get_by_text("Who answered", exact=True).first).to_be_visible(timeout=90_000)
    settled(page)
    for title in ("Layers", "Gaps", "Patterns"):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
        settled(page)
        expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
