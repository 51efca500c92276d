"""What old Excel files (.xls) lose: answers beyond their last column or row, and errors, which read as blank.

Their places are not found out; the person is told to save the file as .xlsx, where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignment_model.errors import Problem
from alignment_model.intake.cells import Sheet
from alignment_model.intake.reading.refusals import SAVE_AS_EXCEL, warning

MAX_XLS_COLUMNS, MAX_XLS_ROWS = 256, 65_536
# BIFF8 (the format of .xls): a BOOLERR record that is an error, and a formula whose stored result is one.
ERROR_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"
XLS_ERROR = re.compile(
    rb"(?s)\x05\x02\x08\x00.{6}"
    + ERROR_CODES
    + rb"\x01|\x06\x00..[\s\S]{6}\x02\x00"
    + ERROR_CODES
    + rb"\x00{3}\xff\xff"
)


def count_hidden_errors(data: bytes, file_format: str) -> int:
    """How many cells of an xls file hold an error; 0 for formats whose errors are read."""
    return sum(1 for _ in XLS_ERROR.finditer(data)) if file_format == "xls" else 0


def cut_off_problems(sheets: Iterable[Sheet]) -> list[Problem]:
    """A warning for every sheet that is filled to the edge: what was beyond it is gone."""
    return [
        warning(
            "file.cut_off",
            f"a table that fills an old Excel sheet to its last {edge}",
            f"an Excel workbook (.xlsx) or CSV, which do not end at {MAX_XLS_COLUMNS} columns or {MAX_XLS_ROWS:,} rows",
            "Answers beyond that are missing. Export the answers again as Excel (.xlsx) or CSV.",
            sheet=sheet.name,
        )
        for sheet in sheets
        for edge, reached in (
            ("column", max(map(len, sheet.rows), default=0) >= MAX_XLS_COLUMNS),
            ("row", len(sheet.rows) >= MAX_XLS_ROWS),
        )
        if reached
    ]


def hidden_errors_problem(count: int) -> Problem:
    """The warning that `count` cells with errors read as blank."""
    return warning(
        "file.hidden_errors",
        f"{count:,} cell{'s' if count > 1 else ''} with an error such as #N/A, read as blank",
        "answers in every cell",
        SAVE_AS_EXCEL,
    )
