"""The deck opened again: its words, charts and tables are those of the report."""

import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Inches

from alignment_model.errors import UsageError
from alignment_model.report.formats import shown
from alignment_model.report.model import Section, Table, Text
from alignment_model.report.pptx.export import to_pptx
from alignment_model.report.pptx.facts import Facts, tables, widest
from alignment_model.wording import headline
from tests.report.decks import chart_of, opened, slide_of, table_of, titles, values_of
from tests.report.organisations import exported

FORMULA = '=HYPERLINK("http://evil.example")'


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("usual")


@pytest.fixture(scope="module")
def content():
    return exported("usual", "pptx")


@pytest.fixture(scope="module")
def deck(content):
    return opened(content)


def test_every_slide_has_a_title_and_every_picture_chart_and_table_has_words(deck):
    assert all(titles(deck))
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_the_slides_are_wide_and_nothing_reaches_beyond_them(deck):
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height + Inches(0.01)


def test_findings_are_titles(report, deck):
    found = titles(deck)
    for code in ("overview", "layer_technology_capability", "patterns", "value", "chain", "number"):
        assert headline(report.section(code).finding) in found


def test_dots_stand_where_the_report_says(report, deck):
    layer = report.data["layers"][0]
    chart = chart_of(slide_of(deck, report.section(f"layer_{layer['layer']}").finding))
    rows = widest(layer["questions"])
    assert chart.plots[0].series[0].name == " "
    names = [label.data_label.text_frame.text for label in points(chart, len(rows))]
    assert names == [item["short"] for item in rows]
    facts = Facts(report)
    for series in list(chart.plots[0].series)[1:]:
        role = next(code for code, name in facts.roles.items() if name == series.name)
        drawn = [float(value.text) for value in series._element.xpath("./c:xVal//c:v")]
        assert drawn == [item["positions"][role] for item in rows]


def points(chart, count):
    return [chart.plots[0].series[0].points[number] for number in range(count)]


def test_stacked_bars_hold_the_counts_of_answers(report, deck):
    layer = next(layer for layer in report.data["layers"] if layer["most_divisive"])
    question = next(item for item in layer["questions"] if item["question"] == layer["most_divisive"])
    section = report.section(f"layer_{layer['layer']}")
    title = next(block.title for block in section.blocks if getattr(block, "code", "").startswith("answers_"))
    found = values_of(chart_of(slide_of(deck, title)))
    assert list(found) == question["labels"]
    given = [found_ for found_ in question["distributions"].values() if sum(found_["counts"])]
    assert sorted(zip(*found.values())) == sorted(tuple(item["counts"]) for item in given)


def test_patterns_and_the_number_are_those_of_the_report(report, deck):
    scores = sorted((pattern["score"] for pattern in report.data["patterns"]), reverse=True)
    assert values_of(chart_of(slide_of(deck, report.section("patterns").finding)))["Score"] == scores
    effects = [item["value"] for item in report.data["number"]["effect"].values()]
    drawn = values_of(chart_of(slide_of(deck, report.section("number").finding)))["Per cent"]
    assert sorted(drawn) == sorted(effects)


def test_every_question_stands_in_the_appendix_cell_by_cell(report, deck):
    found = [
        row
        for slide in deck.slides
        if slide.shapes.title.text_frame.text.startswith("Appendix")
        for row in table_of(slide)
    ]
    wanted = [
        [shown(value, column.format) for value, column in zip(row, table.columns)]
        for section in report.sections
        for table in tables(section)
        if table.columns[-1].name == "Agreement" and table.columns[-2].name == "Spread"
        for row in table.rows
    ]
    assert len(wanted) == len(report.data["other_questions"]) + sum(
        len(layer["questions"]) for layer in report.data["layers"]
    )
    assert all(row in found for row in wanted)


def test_notes_hold_method_and_doubt(deck):
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert any("A gap is clear when" in text for text in notes)
    assert any("Every number comes with its doubt" in text for text in notes)


@pytest.mark.parametrize("kind", ["three leaders", "other scripts", "long questions", "twelve roles"])
def test_extremes_open_again(report_of, kind):
    report = report_of(kind)
    deck = opened(exported(kind, "pptx"))
    assert len(deck.slides) > 5
    assert titles(deck)[0] == report.title


def test_a_hidden_role_has_a_reason_and_nothing_else(secrets):
    content = exported("hidden groups", "pptx")
    found = b"".join(data for _, data in parts(content))
    assert not any(secret.encode() in found for secret in (secrets[0], secrets[1][:5]))
    assert "Managers" not in " ".join(
        series for chart in charts(opened(content)) for series in values_of(chart)
    )
    assert b"Hidden: fewer than 5 people" in found


def charts(deck):
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def parts(content):
    """Every file inside, those inside workbooks too."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            yield from parts(data) if name.endswith(".xlsx") else [(name, data)]


def test_nothing_typed_becomes_a_formula_or_a_link(report):
    data = {**report.data, "layers": [dict(layer) for layer in report.data["layers"]]}
    for layer in data["layers"]:
        layer["questions"] = [{**item, "short": FORMULA, "text": FORMULA} for item in layer["questions"]]
        layer["name"] = FORMULA
    table = Table(FORMULA, report.section("questions").blocks[0].columns, (), FORMULA)
    sections = (*report.sections, Section("open_answers", FORMULA, FORMULA, (Text(FORMULA), table)))
    content = to_pptx(replace(report, title=FORMULA, data=data, sections=sections))
    links = b'relationships/hyperlink"'
    for name, part in parts(content):
        assert b"<f>" not in part or "worksheets/" not in name
        assert links not in part
    assert titles(opened(content))[0] == FORMULA


def test_workbooks_behind_charts_hold_only_values(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    assert books
    for book in books[:4]:
        cells = [cell for row in openpyxl.load_workbook(BytesIO(book)).active.iter_rows() for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)


def test_a_company_template_is_used_without_its_slides(report, report_of):
    template = Presentation()
    template.slide_layouts[5].name = "Ours"
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text = "Old news"
    target = BytesIO()
    template.save(target)
    deck = opened(to_pptx(report_of("three leaders"), target.getvalue()))
    assert "Old news" not in titles(deck)
    assert deck.slide_width == template.slide_width
    assert deck.slides[0].slide_layout.name == "Ours"


def test_what_is_no_template_is_refused(report_of):
    with pytest.raises(UsageError, match="template"):
        to_pptx(report_of("nothing but notes"), b"no deck")


def test_the_same_report_gives_the_same_bytes(report_of):
    few = report_of("three leaders")
    assert to_pptx(few) == to_pptx(few)
