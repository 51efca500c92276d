import re
from html.parser import HTMLParser

import pytest

from alignment_model.report.build import build_report
from alignment_model.report.formats import shown
from alignment_model.report.html.export import to_html
from alignment_model.report.model import Column, Report, Section, Table, Text
from tests.report.organisations import build, exported
from tests.report.shapes import SHAPES, Shape

LOADS = {"src", "href", "xlink:href", "action", "data", "poster", "srcset"}
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """What the page loads, its headings, ids, cells and whether its elements are closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.loads, self.ids, self.tags, self.attributes, self.cells = [], [], [], [], [], []
        self._cell = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append(tag)
        self.attributes.append((tag, found))
        self.loads += [value for name, value in attributes if name in LOADS]
        if "id" in found:
            self.ids.append(found["id"])
        if tag not in VOID:
            self.open.append(tag)
        if tag == "td":
            self._cell = ""

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "td":
            self.cells.append(self._cell)
            self._cell = None

    def handle_data(self, data):
        if self._cell is not None:
            self._cell += data


@pytest.fixture(scope="module")
def page():
    return exported("usual", "html").decode()


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_the_page_is_whole_and_its_ids_are_unique(kind):
    found = Page(exported(kind, "html").decode())
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))


def test_nothing_is_fetched(page):
    found = Page(page)
    assert all(link.startswith("#") for link in found.loads)
    assert not re.search(r"url\((?!#|data:)", page)
    assert "@import" not in page
    assert not {"link", "iframe", "object", "img"} & set(found.tags)


def test_a_policy_forbids_everything_the_page_does_not_need(page):
    policy = next(found["content"] for tag, found in Page(page).attributes if "http-equiv" in found)
    assert policy.startswith("default-src 'none'")
    assert "unsafe-eval" not in policy
    assert "script-src 'sha256-" in policy


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_the_page_stays_small(kind):
    assert len(exported(kind, "html")) < 2_000_000


def test_the_contents_lead_to_every_section(report_of, page):
    report = report_of("usual")
    found = Page(page)
    assert {f"#{section.code}" for section in report.sections} <= set(found.loads)
    assert {section.code for section in report.sections} <= set(found.ids)


def test_every_chart_is_a_picture_with_an_alternative_text(page):
    pictures = [found for tag, found in Page(page).attributes if tag == "svg"]
    assert pictures
    assert all(found["role"] == "img" and found["aria-label"] for found in pictures)


def test_every_table_number_stands_in_the_page(report_of):
    report = report_of("three leaders")
    cells = Page(to_html(report).decode()).cells
    for section in report.sections:
        for block in (block for block in section.blocks if isinstance(block, Table)):
            for row in block.rows:
                for value, column in zip(row, block.columns, strict=True):
                    if isinstance(value, float):
                        assert shown(value, column.format) in cells


def test_what_people_typed_stays_text():
    nasty = '<script>alert(1)</script><img src=x onerror="alert(2)">\x00'
    table = Table(nasty, (Column(nasty),), ((nasty,),), nasty)
    report = Report(nasty, nasty, nasty, nasty, (Section("overview", nasty, nasty, (Text(nasty), table)),))
    found = Page(to_html(report).decode())
    assert found.tags.count("script") == 1
    assert "img" not in found.tags
    assert b"\x00" not in to_html(report)


def test_the_same_analysis_gives_the_same_bytes(report_of, make):
    assert to_html(build_report(make("three leaders"))) == to_html(report_of("three leaders"))


def test_large_groups_are_counted_with_separators_and_grey_is_explained_only_where_there_is_some():
    sizes = (("CEO", 1), ("CFO", 1), ("Manager", 4321), ("Employee", 56789))
    page = to_html(build_report(build(Shape(sizes=sizes, questions=1, extras=False)))).decode()
    page = re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)
    words = "\n".join([re.sub(r"<[^>]+>", "\n", page), *re.findall(r'aria-label="([^"]*)"', page)])
    assert "4,321" in words and "56,789" in words
    found = re.findall(r"(?<![\w.,#-])\d{4,}(?![\w-])", words)
    assert [number for number in found if not number.startswith(("19", "20"))] == []
    assert "too few to be shown" not in words and "hidden" not in words.split("Appendix: all gaps")[0]
