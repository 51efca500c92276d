"""Pictures of every page and slide, and of the PDF and the deck: `python -m tests.e2e.gallery [FOLDER]`.

For people to look at, one by one, before a release; the README's pictures come from here too. `--only desk_light
phone_dark` draws these windows alone.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, expect, sync_playwright

from alignment_model import workflows
from alignment_model.sample import SURVEY, WAVES
from alignment_model.settings import Settings
from alignment_model.store import Store
from alignment_model.ui import registry
from tests.e2e.browser import require_browser
from tests.e2e.conftest import BROWSER_ARGUMENTS, PROJECT, running_server
from tests.e2e.printed import printed_pages
from tests.e2e.waiting import rest, watched

PAGE_SIZES = {"desk": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}
PHONE = 768  # px: in a narrower window the menu lies over the page
SLIDE_SIZES = {"laptop": (1366, 768), "hd": (1920, 1080), "uhd": (3840, 2160)}
THEMES = ("light", "dark")
NAMES = tuple(f"{size}_{theme}" for size in {**PAGE_SIZES, **SLIDE_SIZES} for theme in THEMES)
QUIET_FOR = 500  # ms: longer than a test waits, so that the grids have drawn themselves too
WAVE = {"survey": SURVEY, "wave": WAVES[0][0]}
TALLEST = 8000  # px: a longer page is cut there
README = {"pages/overview_desk_light.png": "overview.png", "slides/02_hd_light.png": "presenter.png"}


def main(folder: Path, names: tuple[str, ...] = NAMES) -> None:
    """Write the pictures into `folder`: `pages/` and `slides/` for these windows; for all, `pdf/` and `pptx/` too."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(f"sqlite:///{Path(place) / 'alignment.db'}")
        with workflows.open_store(settings) as store:
            _fill(store, settings)
            report = workflows.wave_report(store, SURVEY, WAVES[1][0], settings)
        if names == NAMES:
            for line in printed_pages(report, folder):
                print(line)
        with running_server(Path(place) / "alignment.db") as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=require_browser(), args=BROWSER_ARGUMENTS)
            for draw in (_pages, _slides):
                for written in draw(browser, server, folder, names):
                    print(written, flush=True)
            browser.close()
    images = PROJECT / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    for source, target in README.items():
        if source.removesuffix(".png").split("_", 1)[1] in names:
            (images / target).write_bytes((folder / source).read_bytes())


def _fill(store: Store, settings: Settings) -> None:
    """The sample, two snapshots and a link, so that no page stands empty."""
    workflows.load_sample(store)
    frozen = [workflows.freeze_snapshot(store, SURVEY, wave, settings=settings) for wave, _ in WAVES[:2]]
    ends = datetime.now(UTC) + timedelta(days=30)
    workflows.issue_link(store, frozen[0].id, workflows.LinkOptions(ends, label="For the board"))


def _pages(browser: Browser, server: str, folder: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for page, sizes in _windows(browser, PAGE_SIZES, names):
        for name, (width, height) in sizes.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{server}/?{urlencode(WAVE)}")
            for entry in registry.PAGES:
                _open(page, entry)
                tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
                page.set_viewport_size({"width": width, "height": max(height, min(tall, TALLEST))})
                rest(page, QUIET_FOR)
                yield _picture(page, folder / "pages" / f"{entry.code}_{name}.png")
                page.set_viewport_size({"width": width, "height": height})


def _open(page: Page, entry: registry.Page) -> None:
    """By the menu: a page is drawn much faster than the app is started anew."""
    rest(page, QUIET_FOR)
    phone = page.viewport_size is not None and page.viewport_size["width"] < PHONE
    if phone:
        page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name=entry.title, exact=True).click(timeout=60_000)
    expect(page.get_by_test_id("stMain").locator("h1")).to_have_text(entry.title, timeout=60_000)
    if phone:
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    page.mouse.move(400, 4)  # nothing is to look pointed at
    rest(page, QUIET_FOR)


def _slides(browser: Browser, server: str, folder: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for page, sizes in _windows(browser, SLIDE_SIZES, names):
        page.goto(f"{server}/?{urlencode({'present': '1', **WAVE})}")
        page.wait_for_selector(".presenter-head h1", timeout=60_000)
        rest(page, QUIET_FOR)
        total = int(page.locator(".count").inner_text().split("/")[1])
        for number in range(1, total + 1):
            for name, (width, height) in sizes.items():
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(300)  # a slide is scaled by the browser alone
                yield _picture(page, folder / "slides" / f"{number:02d}_{name}.png")
            page.keyboard.press("ArrowRight")
            rest(page, QUIET_FOR)


def _windows(
    browser: Browser, sizes: dict[str, tuple[int, int]], names: tuple[str, ...]
) -> Iterator[tuple[Page, dict[str, tuple[int, int]]]]:
    """A window for each theme that is wanted, and the sizes it is to take, by name."""
    for theme in THEMES:
        wanted = {f"{size}_{theme}": px for size, px in sizes.items() if f"{size}_{theme}" in names}
        if wanted:
            with browser.new_context(color_scheme=theme) as window:
                yield watched(window).new_page(), wanted


def _picture(page: Page, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.gallery", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=PROJECT / "gallery", help="where to write")
    parser.add_argument(
        "--only", nargs="+", choices=NAMES, default=NAMES, metavar="WINDOW", help=", ".join(NAMES)
    )
    options = parser.parse_args()
    main(options.folder, tuple(options.only))
