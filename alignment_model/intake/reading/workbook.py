"""Workbooks to cells."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from alignment_model.intake.cells import Sheet
from alignment_model.intake.reading.progress import Watch


def read_workbook(data: bytes, watch: Watch) -> tuple[Sheet, ...]:
    """The sheets of an Excel workbook, values only."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheets = []
    for worksheet in book.worksheets:
        worksheet.reset_dimensions()
        rows = []
        for row in worksheet.iter_rows(values_only=True):
            rows.append(row)
            if len(rows) % 500 == 0:
                watch.rows(len(rows), None)
        while rows and all(cell is None for cell in rows[-1]):
            rows.pop()
        sheets.append(Sheet(worksheet.title, tuple(rows), hidden=worksheet.sheet_state != "visible"))
    return tuple(sheets)
