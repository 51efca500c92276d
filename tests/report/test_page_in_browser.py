import pytest
from playwright.sync_api import sync_playwright

from alignment_model.report.html.export import to_html
from tests.e2e.browser import require_browser

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
OFFLINE = ("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_browser(), args=[*ARGUMENTS, *OFFLINE])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(report_of, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(to_html(report_of("three leaders")))
    return path.as_uri()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_page_opens_without_a_network_and_without_complaint(chromium, file, width):
    page = chromium.new_page(viewport={"width": width, "height": 844})
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".chart svg:visible").count() == page.locator("figure").count()
    assert (said, [url for url in asked if not url.startswith(("file:", "data:"))]) == ([], [])
    page.close()


def test_the_page_can_be_read_without_javascript(chromium, file):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(file)
    assert page.locator("h1").inner_text() == "Northwind AI alignment"
    assert page.locator(".chart svg:visible").count() == page.locator("figure").count()
    page.context.close()


def test_a_mark_says_its_numbers_when_it_is_pointed_at(chromium, file):
    page = chromium.new_page(viewport={"width": 1366, "height": 900})
    page.goto(file)
    marks = page.locator(".wide svg [aria-label]")
    marks.first.hover(force=True)
    assert page.locator("#tip").inner_text() in [mark.get_attribute("aria-label") for mark in marks.all()]
    page.close()


def test_on_a_desk_no_table_has_to_be_moved_sideways(chromium, file):
    page = chromium.new_page(viewport={"width": 1366, "height": 900})
    page.goto(file)
    wider = """() => [...document.querySelectorAll(".scroll")]
        .filter(box => box.scrollWidth > box.clientWidth + 1)
        .map(box => box.parentElement.querySelector("h3").textContent)"""
    assert page.evaluate(wider) == []
    page.close()
