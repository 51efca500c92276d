"""Presenter mode in a real browser: readable from the last row, run by keyboard alone, notes that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from alignment_model.sample import SURVEY, WAVES
from alignment_model.ui.presenter.view import LEAST_TEXT, MOST_WORDS
from tests.e2e.measures import Screen, Watch, screen, scrolls_sideways, serious_findings
from tests.e2e.waiting import RESIZED, rest, watched

FULL_HD = {"width": 1920, "height": 1080}
SCREENS = ({"width": 1366, "height": 768}, {"width": 3840, "height": 2160})
WAVE = {"survey": SURVEY, "wave": WAVES[0][0]}
TITLE = ".presenter-head h1"
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One browser window for all slides; it prefers dark, as a projector in a dark room does."""
    with browser.new_context(viewport=FULL_HD, color_scheme="dark") as session:
        yield watched(session)


def opened(window: BrowserContext, server: str, **parameters: str) -> tuple[Page, Watch]:
    page = window.new_page()
    watch = Watch(page)
    page.goto(f"{server}/?{urlencode({'present': '1', **WAVE, **parameters})}")
    expect(page.locator(TITLE)).to_be_visible(timeout=60_000)
    rest(page)
    return page, watch


def place(page: Page) -> dict[str, str]:
    """What the address says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def press(page: Page, key: str, slide: int, roles: str = "") -> None:
    """Press a key and wait until the address names this slide."""
    page.keyboard.press(key)
    page.wait_for_function(
        "slide => new URLSearchParams(location.search).get('slide') === slide", arg=str(slide)
    )
    if roles:
        page.wait_for_function(
            "wanted => new URLSearchParams(location.search).get('roles') === wanted", arg=roles
        )
    rest(page)


def total_of(page: Page) -> int:
    return int(page.locator(".count").inner_text().split("/")[1])


def check(seen: Screen, size: dict[str, int], name: str) -> None:
    """Nothing covers anything, nothing leaves the screen, and everything grows with it."""
    assert seen.overlapping() == [], name
    assert seen.clipped() == [], name
    edges = [(word.left, word.top, word.right, word.bottom) for word in seen.words] + list(seen.frames)
    for left, top, right, bottom in edges:
        assert left >= 0 and top >= 0 and right <= size["width"] and bottom <= size["height"], name
    for left, top, right, bottom in seen.frames:
        assert right - left >= 0.9 * size["width"] * 0.98, f"{name} does not fill the width"
        assert bottom - top >= 0.4 * size["height"], f"{name} does not fill the height"
    assert seen.smallest() >= LEAST_TEXT * size["height"] / 1080 - 0.1, name


@pytest.mark.parametrize("roles", ["shown", "hidden"])
def test_every_slide_is_readable_from_the_last_row(
    window: BrowserContext, sample_server: str, roles: str
) -> None:
    page, watch = opened(window, sample_server, slide="1", roles=roles)
    guessable = [4, 5, 6, 7, 8, 11] if roles == "hidden" else range(1, total_of(page) + 1)
    assert total_of(page) == 16
    for slide in guessable:
        name = f"slide {slide}, roles {roles}"
        if roles == "hidden":
            page.keyboard.press("Home")
            rest(page)
            for digit in str(slide):
                page.keyboard.press(digit)
            press(page, "h", slide, "hidden")
        else:
            press(page, "ArrowRight", slide) if slide > 1 else None
        seen = screen(page)
        check(seen, FULL_HD, name)
        assert seen.word_count() <= MOST_WORDS, f"{name} has {seen.word_count()} words"
        if roles == "shown":
            for size in SCREENS:
                page.set_viewport_size(size)
                page.evaluate(PAINTED)  # a slide is scaled by the browser alone
                check(screen(page), size, f"{name} at {size['width']}")
            page.set_viewport_size(FULL_HD)
            assert serious_findings(page, {}) == [], f"{name}, dark"
        else:
            texts = {word.text.partition(":")[0] for word in seen.words if word.svg}
            assert not texts & {"CEO", "CFO", "CTO", "Board", "Other executives", "Managers", "Employees"}, (
                name
            )
            assert "?" in texts, name
    assert not watch.strangers and not watch.errors
    page.close()


def test_the_whole_presentation_by_keyboard_with_notes_that_follow(
    window: BrowserContext, sample_server: str
) -> None:
    page = window.new_page()
    watch = Watch(page)
    page.goto(f"{sample_server}/present?{urlencode(WAVE)}")
    expect(page.get_by_role("link", name="Start")).to_be_visible(timeout=60_000)
    rest(page)
    page.get_by_role("link", name="Start").focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text(SURVEY, timeout=60_000)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    rest(page)
    with window.expect_page() as second:
        page.keyboard.press("n")
    notes = second.value
    rest(notes)
    assert "Slide 1 of 16" in notes.locator("body").inner_text(), notes.url
    page.bring_to_front()

    press(page, "Space", 2)
    press(page, "ArrowRight", 3)
    press(page, "ArrowLeft", 2)
    press(page, "4", 4)
    expect(notes.get_by_text("Slide 4 of 16")).to_be_visible()
    expect(notes.get_by_text("Next: The CEO")).to_be_visible()
    press(page, "h", 4, "hidden")
    expect(notes.get_by_text("The roles are hidden")).to_be_visible()
    press(page, "Space", 4, "shown")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):  # faster than anything is drawn
        page.keyboard.press(key)
    page.wait_for_function("() => new URLSearchParams(location.search).get('slide') === '7'")
    page.wait_for_timeout(1000)  # digits pressed long after one another are two jumps
    page.keyboard.press("1")
    press(page, "1", 11)
    page.keyboard.press("t")
    expect(page.locator(".clock")).to_have_text(re.compile(r"24:[0-5]\d"), timeout=20_000)  # it runs
    expect(notes.get_by_text("left", exact=False).first).to_be_visible()
    page.keyboard.press("f")
    page.wait_for_function("() => Boolean(document.fullscreenElement)")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    slide, talk = place(page)["slide"], place(page)["talk"]
    page.reload()
    expect(page.locator(TITLE)).to_be_visible(timeout=60_000)
    assert (place(page)["slide"], place(page)["talk"]) == (slide, talk)
    rest(page)
    assert not scrolls_sideways(notes)
    assert serious_findings(notes, {}) == []
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebarNav")).to_be_visible(timeout=60_000)
    assert not set(place(page)) & {"present", "slide", "talk", "roles"}
    assert not watch.strangers and not watch.errors
    notes.close()
    page.close()


def test_no_light_slide_and_none_of_its_notes_has_a_serious_accessibility_finding(
    window: BrowserContext, sample_server: str
) -> None:
    page, _ = opened(window, sample_server, slide="1")
    total = total_of(page)
    page.emulate_media(color_scheme="light")
    rest(page, RESIZED)
    with window.expect_page() as second:
        page.keyboard.press("n")
    notes = second.value
    notes.emulate_media(color_scheme="light")
    page.bring_to_front()
    for slide in range(1, total + 1):
        if slide > 1:
            press(page, "ArrowRight", slide)
        assert serious_findings(page, {}) == [], f"slide {slide}, light"
        expect(notes.get_by_text(f"Slide {slide} of {total}")).to_be_visible(timeout=60_000)
        assert serious_findings(notes, {}) == [], f"notes of slide {slide}, light"
    notes.close()
    page.close()
