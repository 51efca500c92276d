"""What a sheet's XML says about its cells, by the careful walk and by the quick glance."""

import io

import pytest

from alignment_model.errors import InputError
from alignment_model.intake.reading.facts import PLAIN, CellStyles, range_of, walk_sheet
from alignment_model.intake.reading.glance import glance_at_sheet
from tests.intake.hostile.building import SHEET_END, SHEET_START


def walked(cells, after="", styles=PLAIN):
    xml = SHEET_START + cells + "</sheetData>" + after + "</worksheet>"
    return walk_sheet(io.BytesIO(xml.encode()), "Answers", styles)


def glanced(cells, styles=PLAIN):
    return glance_at_sheet(io.BytesIO((SHEET_START + cells + SHEET_END).encode()), "Answers", styles)


def test_text_after_the_table_is_not_taken_for_a_result():
    facts = walked(
        '<row r="1"><c r="A1"><f>1</f><v></v></c></row>',
        "<headerFooter><oddHeader>x</oddHeader></headerFooter>",
    )
    assert facts.formulas == {(0, 0)}


def test_error_texts_are_kept():
    cells = '<row r="2"><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2" t="e"><f>1/0</f><v>#N/A</v></c></row>'
    assert walked(cells).errors == {(1, 1): "#DIV/0!", (1, 2): "#N/A"}


def test_merged_ranges_are_read_and_nonsense_is_left_out():
    merged = '<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="nonsense"/><mergeCell/></mergeCells>'
    assert walked('<row r="1"/>', merged).merged == [(0, 1, 0, 3)]
    assert range_of("A1") == (0, 0, 0, 0)


def test_only_numbers_in_a_partial_date_style_are_dates_from_text():
    cells = '<row r="1"><c r="A1" s="2"><v>46027</v></c><c r="B1" s="2" t="s"><v>0</v></c><c r="C1"><v>1</v></c></row>'
    assert walked(cells, styles=CellStyles(partial_dates=frozenset({"2"}))).dates_from_text == {(0, 0)}


def test_a_declaration_inside_a_sheet_is_refused():
    with pytest.raises(InputError, match="hidden instructions"):
        walk_sheet(io.BytesIO(b"<!DOCTYPE x><worksheet/>"), "Answers", PLAIN)


def test_a_glance_agrees_with_a_walk():
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>1</v></c><c r="AB{row}"><v>4</v></c></row>'
        for row in range(1, 50)
    )
    assert glanced(cells) == walked(cells)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><f>1</f><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>',
        '<row r="1"><c s="1" r="A1"><v>2</v></c></row>',
        "<row><c><v>2</v></c></row>",
        '<row r="1"><c r="XFD1"/></row>',
        "",
    ],
)
def test_a_glance_leaves_what_is_unusual_to_the_walk(cells):
    assert glanced(cells) is None


def test_a_glance_leaves_broken_sheets_and_partial_dates_to_the_walk():
    good = '<row r="1"><c r="A1"><v>2</v></c></row>'
    assert glance_at_sheet(io.BytesIO((SHEET_START + good).encode()), "Answers", PLAIN) is None
    assert glanced(good, styles=frozenset({"1"})) is None


def test_a_cell_cut_by_the_end_of_a_chunk_is_counted(monkeypatch):
    monkeypatch.setattr("alignment_model.intake.reading.glance.MEGABYTE", 100)
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>4</v></c></row>' for row in range(1, 200))
    assert glanced(cells).cells == 199
