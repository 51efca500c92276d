from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from alignment_model.errors import UsageError
from alignment_model.report import columns
from alignment_model.report.formats import shown
from alignment_model.report.model import Chart, Column, Section, Table, Text
from alignment_model.report.pdf import pages
from alignment_model.report.pdf.export import PAPERS, to_pdf
from tests.report.organisations import exported

MARKUP = '#panic("no") = Heading *bold* $x$ @label <script> `code` \\u{41} //comment [x](y)'
STANDARDS = (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1</pdfuaid:part>")


def read(content):
    """The document, and all its text with spaces and soft hyphens evened out."""
    reader = PdfReader(BytesIO(content))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(text.replace("\u00ad ", "").replace("\u00ad", "").split())


def structure(reader):
    """Every structure element's kind, with its dictionary."""
    queue, found = [reader.trailer["/Root"]["/StructTreeRoot"]], []
    while queue:
        node = queue.pop().get_object()
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            found.append((node.get("/S"), node))
            queue.extend([node["/K"]] if "/K" in node else [])
    return found


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("usual")


@pytest.fixture(scope="module")
def content():
    return exported("usual", "pdf")


@pytest.fixture(scope="module")
def opened(content):
    return read(content)


def small(report, **changes):
    """The same report with only a text, a table and a chart, to try words on."""
    picture = next(block for block in report.sections[0].blocks if isinstance(block, Chart))
    kept = (Text("A sentence."), Table("A table", report_columns(report), (("CEO", 3.5, "x", 1),)), picture)
    return replace(report, sections=(Section("overview", "Overview", "", kept),), **changes)


def report_columns(report):
    """Four columns: a role, its position, its interval, its people."""
    section = next(part for part in report.sections if part.code.startswith("layer_"))
    return next(block for block in section.blocks if isinstance(block, Table)).columns


@pytest.mark.parametrize("kind", ["three leaders", "other scripts", "no statistics", "nothing but notes"])
def test_both_standards_are_kept(kind):
    content = exported(kind, "pdf")
    assert all(mark in content for mark in STANDARDS)


def test_a_hidden_role_has_a_reason_and_nothing_else(secrets):
    reader, text = read(exported("hidden groups", "pdf"))
    assert "Hidden: fewer than 5 people" in text
    alts = [node["/Alt"] for _, node in structure(reader) if "/Alt" in node]
    assert not any(secret in part for secret in (secrets[0], secrets[1][:4]) for part in (text, *alts))


def test_every_position_stands_beside_its_role(report, opened):
    _, text = opened
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.title.endswith("where each role stands"):
                for row in block.rows:
                    cells = [shown(value, column.format) for value, column in zip(row, block.columns)]
                    assert " ".join(cells) in text


def test_every_finding_and_every_section_is_there(report, opened):
    reader, text = opened
    assert [item.title for item in reader.outline if not isinstance(item, list)][:-1] == [
        section.title for section in report.sections
    ]
    assert all(" ".join(section.finding.split()) in text for section in report.sections)


def test_the_document_is_tagged_and_every_picture_has_words(report, opened):
    reader, _ = opened
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = structure(reader)
    pictures = [node for kind, node in found if kind == "/Figure"]
    charts = [block for section in report.sections for block in section.blocks if isinstance(block, Chart)]
    assert {node["/Alt"] for node in pictures} == {chart.alt for chart in charts}
    kinds = {kind for kind, _ in found}
    assert {"/Title", "/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/TOC"} <= kinds


def test_charts_are_vectors_and_every_font_is_embedded(opened):
    reader, _ = opened
    for page in reader.pages:
        resources = page["/Resources"]
        assert not any(
            item.get_object()["/Subtype"] == "/Image" for item in resources.get("/XObject", {}).values()
        )
        for font in resources.get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner)


def test_the_same_report_gives_the_same_bytes_on_either_paper(report):
    few = small(report)
    assert all(to_pdf(few, paper) == to_pdf(few, paper) for paper in PAPERS)
    sizes = [
        [round(float(edge)) for edge in PdfReader(BytesIO(to_pdf(few, paper))).pages[0].mediabox[2:]]
        for paper in PAPERS
    ]
    assert sizes == [[595, 842], [612, 792]]


def test_an_unknown_paper_is_refused(report):
    with pytest.raises(UsageError, match="us-letter"):
        to_pdf(report, "napkin")


def test_what_looks_like_markup_stays_text(report):
    table = Table(MARKUP, report_columns(report), ((MARKUP, 1.0, MARKUP, 1),), MARKUP)
    section = Section("x", MARKUP, MARKUP, (Text(MARKUP), table))
    _, text = read(to_pdf(replace(report, title=MARKUP, subtitle=MARKUP, sections=(section,))))
    assert text.count(MARKUP) >= 5


def test_names_in_any_script_and_letters_no_font_has_do_not_stop_it(report):
    few = small(report, title="الاتساق 领导层 🧭 \ue123 \U00013080", subtitle="a\u202e\x00b")
    content = to_pdf(few)
    assert content.startswith(b"%PDF-1.7")


def test_it_says_that_it_is_confidential_and_what_it_was_made_from(opened):
    _, text = opened
    assert "Confidential." in text
    assert "What this was made from" in text


def test_few_tall_rows_go_on_overleaf_instead_of_off_the_page(report):
    columns = (Column("Measure"), Column("How to read it"), Column("When it misleads"))
    rows = tuple((f"Row{number}", "Said at length. " * 30, "Said at length. " * 30) for number in range(9))
    section = Section("overview", "Overview", "", (Table("Few and tall", columns, rows),))
    reader, _ = read(to_pdf(replace(report, sections=(section,))))
    rows_of_a_page = [page.extract_text().count("Row") for page in reader.pages]
    assert sum(rows_of_a_page) == 9
    assert max(rows_of_a_page) < 9


def test_sections_flow_on_and_start_no_page_of_their_own(report, opened):
    reader, _ = opened
    starts = [reader.get_destination_page_number(entry) for entry in reader.outline]
    assert len(starts) >= len(report.sections)
    assert len(set(starts)) < len(starts)
    assert min(starts) == 2  # after cover and contents


def lowest(page):
    """How far down the page its text reaches, footer aside: 0 at the upper margin, 1 at the lower."""
    top, bottom = float(page.mediabox.top) - 56.7, 62.4
    found = []

    def visit(text, placed, matrix, *_):
        found.append((text, placed[3] * matrix[5] + placed[5]))

    page.extract_text(visitor_text=visit)
    low = min(y for text, y in found if text.strip() and y > bottom - 2)
    return (top - low) / (top - bottom)


def test_no_page_but_the_last_is_less_than_about_two_thirds_full(report_of, opened):
    letter, _ = read(to_pdf(report_of("three leaders"), "us-letter"))
    for reader in (opened[0], letter):
        assert [number for number, page in enumerate(reader.pages[2:-1], 3) if lowest(page) < 0.6] == []


def test_a_chart_that_no_longer_fits_is_drawn_smaller_and_never_too_small():
    def page_of(used):
        chart = {"type": "chart", "title": "C", "width": 100.0}
        text = {"type": "text", "style": "body", "text": "Said", "sticky": False}
        section = {"title": "S", "blocks": [text, chart]}
        filled = pages.fill_pages([section], [[0.0, [[used], [20.0, 300.0]]]], 700.0)
        return filled, chart

    filled, chart = page_of(400.0)
    assert len(filled) == 1 and 77 < chart["width"] < 100
    filled, chart = page_of(600.0)
    assert len(filled) == 2 and chart["width"] == 100 and chart["overleaf"]


def test_a_table_comes_before_a_chart_that_would_leave_the_page_half_empty():
    text = {"type": "text", "style": "body", "text": "Said", "sticky": False}
    chart = {"type": "chart", "title": "C", "width": 100.0}
    table = {"type": "table", "title": "T", "rows": [[1]], "runs": [(0, 1)]}
    section = {"title": "S", "blocks": [text, chart, table]}
    heights = [[0.0, [[350.0], [20.0, 600.0], [7.0, 15.0, 35.0, 0.0, []]]]]
    assert len(pages.fill_pages([section], heights, 700.0)) == 2
    assert section["blocks"] == [text, table, chart]


def test_what_moves_before_a_chart_keeps_its_order_and_a_text_its_table():
    texts = [{"type": "text", "style": "body", "text": f"Said {n}", "sticky": False} for n in range(3)]
    chart = {"type": "chart", "title": "C", "width": 100.0}
    table = {"type": "table", "title": "T", "rows": [[1]], "runs": [(0, 1)]}
    section = {"title": "S", "blocks": [texts[0], chart, texts[1], texts[2], table]}
    pages.keep_together([section])
    assert [text["sticky"] for text in texts] == [True, False, True]
    heights = [[0.0, [[300.0], [20.0, 600.0], [10.0], [10.0], [7.0, 15.0, 35.0, 0.0, []]]]]
    texts[0]["sticky"] = False
    pages.fill_pages([section], heights, 700.0)
    assert section["blocks"] == [*texts, table, chart]


def test_room_goes_to_the_column_whose_texts_make_the_rows_tall():
    columns_ = (Column("Measure"), Column("How to read it"), Column("Definition"), Column("Source"))
    rows = tuple((f"Agreement {n}", "Said at some length. " * 6, "d / n", "A book of 1990") for n in range(5))
    found = columns.widths(Table("T", columns_, rows), 80.0)
    assert sum(found) == pytest.approx(80.0)
    assert found[1] > 1.5 * max(found[0], *found[2:])
    assert min(found) >= len("Definition")


def test_a_reason_among_numbers_takes_two_lines_and_no_wide_column():
    reason = "Not enough evidence to resample"
    table = Table("T", (Column("Pattern"), Column("Stability", "share")), (("A", 0.5), ("B", reason)))
    _, wide = columns.widths(table, 100.0)
    assert len(reason) / 2 < wide - columns.PADDING < 0.7 * len(reason)


def test_a_question_of_many_roles_is_set_as_several_tables_that_say_what_the_one_would():
    roles = [f"Executive {n}" for n in range(12)]
    rows = tuple((f"A question of several words {n}", *range(12)) for n in range(3))
    table = Table("T", (Column("Question"), *(Column(role, "points") for role in roles)), rows)
    found = columns.parts(table, 130.0)
    assert [part.title for part in found] == ["T (1 of 2)", "T (2 of 2)"]
    assert [column.name for part in found for column in part.columns[1:]] == roles
    assert all(part.columns[0].name == "Question" and not columns.must_break(part, 130.0) for part in found)
    assert [sum((part.rows[n][1:] for part in found), ()) for n in range(3)] == [row[1:] for row in rows]


def test_a_table_of_many_columns_leaves_room_for_its_texts_and_breaks_words_only_then():
    few = Table("T", (Column("Question"), Column("CEO", "points")), (("A question of several words", 3.0),))
    many = Table(
        "T",
        (Column("Question"), *(Column(f"Chief of number {n}", "points") for n in range(14))),
        (("A question of so many words that it never fits", *(3.0,) * 14),),
    )
    room = 128.0
    assert sum(columns.widths(few, room)) < room and not columns.must_break(few, room)
    found = columns.widths(many, room)
    assert sum(found) == pytest.approx(room) and columns.must_break(many, room)
    assert found[0] > 1.5 * found[1]
