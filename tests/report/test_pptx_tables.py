"""Tables and bars of the deck: as large as fits, whole words, and reasons where there is no number."""

from copy import deepcopy
from dataclasses import replace

import pytest
from pptx.util import Inches

from alignment_model.report.model import Column, Section, Table
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.export import to_pptx
from alignment_model.report.pptx.layout import over_table
from alignment_model.report.pptx.tables import table_slides
from tests.report.decks import opened, said, table_of
from tests.report.organisations import exported


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("usual")


def test_a_table_of_twelve_roles_stays_on_its_slide(report_of):
    made = opened(exported("twelve roles", "pptx"))
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_table:
                rows = sum(row.height for row in shape.table.rows)
                assert shape.top + rows <= made.slide_height * 0.94


def test_few_rows_have_thin_bars_and_the_table_that_says_how_sure(report_of):
    report = report_of("three leaders")
    told = [gap for gap in report.data["gaps"] if gap["word"] != "none"]
    few = replace(report, data={**report.data, "gaps": told[:2]})
    slide = next(
        slide
        for slide in opened(to_pptx(few)).slides
        if any(
            "Gaps between leaders" in said(shape.text_frame) for shape in slide.shapes if shape.has_text_frame
        )
    )
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    plot = frame.chart.plots[0]
    bar = frame.height / 2 / (1 + plot.gap_width / 100)
    assert bar <= Inches(0.5)
    assert len(table_of(slide)) > 1


def test_the_slides_of_one_table_are_about_as_full_as_each_other(report_of):
    table = Table(
        "Many", (Column("What"), Column("How much", "integer")), tuple((f"Row {i}", i) for i in range(45))
    )
    report = report_of("three leaders")
    section = Section("open_answers", "Many", "", (table,))
    made = opened(to_pptx(replace(report, sections=(*report.sections, section))))
    rows = [
        len(table_of(slide)) - 1
        for slide in made.slides
        if said(slide.shapes.title.text_frame).startswith("Many")
    ]
    assert sum(rows) == 45 and len(rows) > 1
    assert max(rows) - min(rows) <= 3


def test_a_number_with_its_unit_stay_on_one_line(report):
    text = "It costs EUR 1.3 million, 46 % of it by 20 Nov 2026, 0.5 points more"
    few = replace(
        report, sections=(Section("open_answers", "Why", text, (Table(text, (Column("A"),), ()),)),)
    )
    found = opened(to_pptx(few)).slides[1].shapes.title.text_frame.text
    assert found.split(" ") == [
        "It", "costs", "EUR\u00a01.3\u00a0million,", "46\u00a0%", "of", "it", "by", "20\u00a0Nov\u00a02026,",
        "0.5\u00a0points", "more",
    ]  # fmt: skip


def test_a_role_without_a_bar_is_named_with_its_reason(report):
    data = deepcopy(dict(report.data))
    layer = next(item for item in data["layers"] if item["most_divisive"])
    question = next(item for item in layer["questions"] if item["question"] == layer["most_divisive"])
    del question["distributions"]["Board"]
    question["position_details"]["Board"] |= {"value": None, "reason": "Hidden: fewer than 5 people"}
    made = opened(to_pptx(replace(report, data=data, sections=report.sections[:2])))
    words = [shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame]
    assert any("No bar for Board (hidden: fewer than 5 people)." in text for text in words)


def test_a_table_under_bars_grows_only_as_far_as_it_fits():
    table = Table(
        "T", (Column("Question"), Column("Kind")), (("Said at some length. " * 4, "blind spot"),) * 4
    )
    deck = Deck()
    over_table(deck.slide("T"), deck.body, 4, table)
    drawn = next(shape for shape in deck.presentation.slides[0].shapes if shape.has_table)
    assert drawn.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt >= 10
    assert drawn.top + drawn.height <= deck.body.top + deck.body.height


def test_a_table_of_twelve_roles_comes_as_parts_on_one_slide_where_they_fit_and_on_several_where_not():
    roles = [f"Executive {number}" for number in range(12)]
    names = (Column("Question"), *(Column(role, "points") for role in roles))
    for questions, slides in ((2, 1), (12, 2)):
        rows = tuple((f"A question of several words {n}", *range(12)) for n in range(questions))
        deck = Deck()
        table_slides(deck, "T", Table("T", names, rows, "A note."))
        drawn = [shape for slide in deck.presentation.slides for shape in slide.shapes if shape.has_table]
        assert len(deck.presentation.slides) == slides and len(drawn) == 2
        heads = [cell.text for shape in drawn for cell in list(shape.table.rows[0].cells)[1:]]
        assert heads == roles
        assert all(shape.top + shape.height <= deck.body.top + deck.body.height for shape in drawn)
