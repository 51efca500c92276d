from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from alignment_model.errors import UsageError
from alignment_model.report import columns
from alignment_model.report.formats import shown
from alignment_model.report.model import Chart, Column, Section, Table, Text
from alignment_model.report.pdf.export import PAPERS, to_pdf

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
def content(report):
    return to_pdf(report)


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
def test_both_standards_are_kept(report_of, kind):
    content = to_pdf(report_of(kind))
    assert all(mark in content for mark in STANDARDS)


def test_a_hidden_role_has_a_reason_and_nothing_else(report_of, secrets):
    reader, text = read(to_pdf(report_of("hidden groups")))
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
