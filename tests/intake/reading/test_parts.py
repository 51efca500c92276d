"""Which XML part holds which sheet, and which styles hide a day as a date."""

import io
import zipfile

import pytest

from alignment_model.errors import InputError
from alignment_model.intake.reading import parts
from alignment_model.intake.reading.facts import PLAIN
from tests.intake.hostile import building


def opened(data):
    return zipfile.ZipFile(io.BytesIO(data))


def test_sheets_are_listed_in_their_order_with_their_parts():
    data = building.workbook(prepare=lambda book: book.create_sheet("Notes", 0))
    assert [(part.name, part.member) for part in parts.sheet_parts(opened(data))] == [
        ("Notes", "xl/worksheets/sheet1.xml"),
        ("Answers", "xl/worksheets/sheet2.xml"),
    ]


def test_chart_sheets_are_left_out():
    data = building.workbook(prepare=lambda book: book.create_chartsheet("Chart"))
    assert [part.name for part in parts.sheet_parts(opened(data))] == ["Answers"]


def test_a_workbook_of_too_many_sheets_is_refused():
    data = building.workbook(prepare=lambda book: [book.create_sheet() for _ in range(parts.MAX_SHEETS)])
    with pytest.raises(InputError, match="201 sheets"):
        parts.sheet_parts(opened(data))


def test_styles_with_a_day_and_month_only_are_found():
    def add_dates(book):
        for row, code in enumerate(["d-mmm", "dd/mm/yyyy", "mmm-yy", "[$-407]d. mmm"], start=2):
            book.active.cell(row, 3, 46027).number_format = code

    styles = parts.cell_styles(opened(building.workbook(prepare=add_dates))).partial_dates
    assert styles == {"1", "3", "4"}


def test_a_workbook_without_styles_has_no_partial_dates():
    assert parts.cell_styles(opened(building.archive({"xl/workbook.xml": "<a/>"}))) == PLAIN
