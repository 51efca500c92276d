"""A sheet as columns of distinct answers, so that every later step works on answers, not on cells.

A column of 33,000 answers on a five-point scale has five distinct answers; only those are read as text,
compared with scales and matched, and counted per row once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import numpy as np

from alignment_model.intake.cells import CellValue, Sheet, cell_address
from alignment_model.intake.text import cell_text

BLANK = -1


@dataclass(frozen=True)
class Header:
    """A column's heading: a short code if the tool gives one, the question it shares, the statement itself."""

    index: int
    item: str
    group: str = ""
    code: str = ""

    @property
    def text(self) -> str:
        """The whole heading on one line."""
        return (
            f"{self.group} – {self.item}"
            if self.group and self.item
            else self.group or self.item or self.code
        )


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its distinct answers and, per data row, which of them stands there (-1 for blank)."""

    header: Header
    answers: tuple[str, ...]
    codes: np.ndarray
    dates: frozenset[int] = frozenset()  # distinct answers that are real dates

    @property
    def index(self) -> int:
        """The column's place in the file, from 0."""
        return self.header.index

    def counts(self, rows: np.ndarray) -> dict[str, int]:
        """How often each answer is given in these rows (a mask over data rows); answers nobody there gave are out."""
        totals = np.bincount(self.codes[rows] + 1, minlength=len(self.answers) + 1)[1:]
        return {answer: int(count) for answer, count in zip(self.answers, totals) if count}

    def blank(self, rows: np.ndarray) -> int:
        """How many of these rows leave the column blank."""
        return int((self.codes[rows] == BLANK).sum())

    def answer(self, row: int) -> str:
        """The answer in a data row; "" when blank."""
        code = int(self.codes[row])
        return "" if code == BLANK else self.answers[code]

    def rows_with(self, answer: str) -> list[int]:
        """Data rows holding this answer."""
        if answer not in self.answers:
            return []
        return np.flatnonzero(self.codes == self.answers.index(answer)).tolist()


@dataclass(frozen=True, eq=False)
class Table:
    """The sheet that holds the responses, below its header rows."""

    sheet: Sheet
    header_rows: int
    columns: tuple[Column, ...]
    rows: int

    @cached_property
    def filled(self) -> np.ndarray:
        """How many cells of each data row are filled."""
        total = np.zeros(self.rows, dtype=np.int64)
        for column in self.columns:
            total += column.codes != BLANK
        return total

    def sheet_row(self, row: int) -> int:
        """The row number people see, of a data row."""
        return row + self.header_rows + 1

    def address(self, row: int, column: int) -> str:
        """The cell address people see, of a data row."""
        return cell_address(row + self.header_rows, column)

    def header_address(self, column: int) -> str:
        """The address of a column's heading."""
        return cell_address(max(self.header_rows - 1, 0), column)


def build_table(sheet: Sheet, header_rows: int, headers: Sequence[Header]) -> Table:
    """The table below the header rows. Trailing rows that are wholly empty are not part of it."""
    body = sheet.rows[header_rows:]
    last = len(body)
    while last and not any(cell_text(value) for value in body[last - 1]):
        last -= 1
    body = body[:last]
    return Table(sheet, header_rows, tuple(_column(header, body) for header in headers), len(body))


def _column(header: Header, body: Sequence[Sequence[CellValue]]) -> Column:
    place = header.index
    codes = np.full(len(body), BLANK, dtype=np.int32)
    seen: dict[object, int] = {None: BLANK, "": BLANK}
    texts: dict[str, int] = {}
    dates: set[int] = set()
    for row, cells in enumerate(body):
        if place >= len(cells):
            continue
        value = cells[place]
        key: object = value if type(value) is str else (type(value), value)
        code = seen.get(key)
        if code is None:
            text = cell_text(value)
            code = BLANK if not text else texts.setdefault(text, len(texts))
            seen[key] = code
            if code != BLANK and isinstance(value, date | datetime):
                dates.add(code)
        codes[row] = code
    return Column(header, tuple(texts), codes, frozenset(dates))


def pooled(columns: Sequence[Column], rows: np.ndarray) -> dict[str, int]:
    """Answers over several columns that share a scale."""
    total: dict[str, int] = {}
    for column in columns:
        for answer, count in column.counts(rows).items():
            total[answer] = total.get(answer, 0) + count
    return total


def without(answers: Mapping[str, int], left_out: Mapping[str, object]) -> dict[str, int]:
    """Answers but for those in `left_out`."""
    return {answer: count for answer, count in answers.items() if answer not in left_out}
