"""Finding the way in a real browser: search by keyboard and by touch, and addresses that can be sent."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.waiting import watched

Settled = Callable[[Page], None]
FOCUSED = (
    "() => document.activeElement?.closest('[role=dialog]') && document.activeElement.tagName === 'INPUT'"
)
# Of each page with a picker: its parameter, and a choice that is not the one it starts with.
PICKED = [
    ("layers", "layer", "societal_trust", "Societal Trust"),
    ("layers", "question", "TC3", "daily use is routine"),
    ("gaps", "gaps", "groups", "Leaders, managers and employees"),
    ("question", "question", "OC4", "Same standards everywhere"),
    ("patterns", "pattern", "talent_flight", "Talent flight"),
    ("trends", "compare", "2026 Q1", "2026 Q1"),
    ("pattern_thresholds", "rules", "talent_flight", "Talent flight"),
    ("overview", "wave", "2026 Q1", "2026 Q1"),
]


def place(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def search(page: Page, words: str, settled: Settled) -> None:
    page.wait_for_function(FOCUSED)
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)


def test_search_by_keyboard_alone_keeps_the_wave(page: Page, sample_server: str, settled: Settled) -> None:
    page.goto(f"{sample_server}/gaps?wave=2026+Q1")
    settled(page)
    page.keyboard.press("Control+k")
    search(page, "OC4", settled)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Same standards everywhere")
    assert (place(page)["question"], place(page)["wave"]) == ("OC4", "2026 Q1")
    page.keyboard.press("Control+k")
    page.wait_for_function(FOCUSED)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_search_by_touch_on_a_phone(browser: Browser, sample_server: str, settled: Settled) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as phone:
        page = watched(phone).new_page()
        page.goto(f"{sample_server}/patterns?wave=2026+Q1")
        settled(page)
        page.locator(".st-key-search button").tap()
        search(page, "ethical", settled)
        assert place(page)["pattern"] == "ethical_drift"


@pytest.mark.parametrize(("code", "parameter", "value", "label"), PICKED)
def test_a_choice_survives_a_reload_and_can_be_sent(
    context: BrowserContext,
    sample_server: str,
    settled: Settled,
    code: str,
    parameter: str,
    value: str,
    label: str,
) -> None:
    """The address with the choice opens in a browser that was never here, and again after a reload."""
    page = context.new_page()
    address = f"{sample_server}/{'' if code == 'overview' else code}?wave=2026+Q2&{parameter}={value}"
    if parameter == "wave":
        address = address.replace("wave=2026+Q2&", "")
    page.goto(address)
    for _ in range(2):
        settled(page)
        assert place(page)[parameter] == value
        assert place(page)["survey"]
        shown = page.get_by_role("combobox").evaluate_all("boxes => boxes.map(box => box.value)")
        chosen = page.locator("[aria-checked=true], [data-selected=true]").all_inner_texts()
        assert label in " ".join(
            [*shown, *chosen, *page.get_by_test_id("stSelectbox").all_inner_texts()]
        ) or (page.get_by_role("heading").filter(has_text=label).count())
        page.reload()
