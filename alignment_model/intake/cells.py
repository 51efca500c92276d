"""What a spreadsheet is once it has been read: sheets of cells, nothing interpreted yet."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from alignment_model.errors import Problem

CellValue = str | int | float | bool | datetime | date | time | None


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` with r and c counted from 0; rows may differ in length, None is an empty cell.

    `formulas` are cells holding a formula with no stored result, `errors` cells holding an Excel error
    (`#N/A`), `merged` ranges as (first row, first column, last row, last column), `dates_from_text` cells
    whose number format shows that a text such as "1-5" was turned into a date.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    hidden: bool = False
    formulas: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    dates_from_text: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class SourceFile:
    """A file as read: its format by its bytes, never by its name. `delimiter` is "" for workbooks."""

    name: str
    content_hash: str  # SHA-256 of the bytes
    format: str  # csv, xlsx, xls, ods
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""
    bom: bool = False
    problems: tuple[Problem, ...] = field(default=())


def content_hash(data: bytes) -> str:
    """SHA-256 of a file's bytes, as hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def column_letters(column: int) -> str:
    """Spreadsheet letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """The address people see, from a row and column counted from 0.

    >>> cell_address(11, 5)
    'F12'
    """
    return f"{column_letters(column)}{row + 1}"
