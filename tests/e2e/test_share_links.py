"""A share link in a browser: made in the app, opened by a stranger to it, revoked while it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alignment_model import store as stores
from alignment_model.report.snapshot import freeze
from tests.e2e.conftest import running_server
from tests.report.organisations import reported
from tests.store.making import AT, responses, source

CALM = "This link does not open anything"


@pytest.fixture
def shared_server(tmp_path: Path) -> Iterator[str]:
    """A server whose database holds one snapshot."""
    database = tmp_path / "alignment.db"
    body = freeze(reported("three leaders"), note="", created_at=AT, versions={}).text
    with stores.open_store(f"sqlite:///{database}") as store:
        stores.add_import(store, responses(), source())
        stores.add_snapshot(store, body, survey="AI survey", wave="Spring", at=AT, note="Board")
    with running_server(database) as address:
        yield address


def test_a_link_opens_with_its_passphrase_gives_its_files_and_ends_when_it_is_revoked(
    shared_server: str, page: Page, browser: Browser, settled: Callable[[Page], None], tmp_path: Path
) -> None:
    page.goto(f"{shared_server}/links")
    settled(page)
    page.get_by_role("textbox", name="Passphrase (optional)").fill("three calm words")
    page.get_by_role("combobox", name="Files readers may download").click()
    for name in ("Data (JSON)", "PowerPoint deck", "Excel workbook", "PDF to print"):
        page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Create the link").click()
    link = page.get_by_test_id("stCode").inner_text(timeout=30_000).strip()
    assert link.startswith(f"{shared_server}/s/")

    with browser.new_context(accept_downloads=True) as outside:
        reader = outside.new_page()
        asked: list[str] = []
        logged: list[str] = []
        reader.on("request", lambda request: asked.append(request.url))
        reader.on("websocket", lambda socket: asked.append(socket.url))
        reader.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
        reader.goto(link)
        expect(reader.get_by_role("heading", name="This report asks for a passphrase")).to_be_visible()
        reader.get_by_label("Passphrase").fill("three calm words")
        reader.get_by_role("button", name="Open the report").click()
        expect(reader.get_by_text("Shared with you to read")).to_be_visible(timeout=60_000)
        expect(reader.locator("svg").first).to_be_visible()
        mark = reader.locator(".chart svg [aria-label]:visible").first
        mark.hover(force=True)
        with reader.expect_download() as saved:
            reader.get_by_role("link", name="Data (JSON)").click()
        assert saved.value.path().stat().st_size > 1000
        assert reader.evaluate("window.origin") == "null"
        reader.set_viewport_size({"width": 390, "height": 844})
        assert reader.evaluate("document.documentElement.scrollWidth") <= 390
        strangers = [url for url in asked if not url.startswith((link, "data:", f"{shared_server}/favicon"))]
        assert strangers == []
        assert [text for text in logged if "404" not in text] == []
        reader.screenshot(path=str(tmp_path / "shared.png"))

        page.get_by_role("button", name="Revoke").click()
        expect(page.get_by_text("Ended links")).to_be_visible(timeout=30_000)
        refused = reader.request.get(f"{link}/download/json")
        assert (refused.status, CALM in refused.text()) == (404, True)
        reader.reload()
        expect(reader.get_by_role("heading", name=CALM)).to_be_visible()
        reader.go_back()
        expect(reader.get_by_text("Shared with you to read")).to_have_count(0)
