"""Gathering rows into a sheet: limits kept, equal texts stored once, empty rows at the end cut off."""

from __future__ import annotations

from collections.abc import Iterable

from alignment_model.errors import InputError, Problem
from alignment_model.intake.cells import CellValue, cell_address
from alignment_model.intake.reading.limits import MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from alignment_model.intake.reading.refusals import refusal, warning

Row = tuple[CellValue, ...]

# Answers repeat, comments do not: only short texts are worth looking up, and not without end.
SHARED_TEXT_LENGTH = 60
MAX_SHARED_TEXTS = 100_000


class SharedTexts:
    """Gives the same object for equal short texts, so that a column of "Agree" costs one text."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def row(self, values: Iterable[CellValue]) -> Row:
        """The values as a row, equal short texts shared."""
        share = self._known.setdefault if len(self._known) < MAX_SHARED_TEXTS else self._known.get
        return tuple(
            [
                share(value, value) if type(value) is str and len(value) <= SHARED_TEXT_LENGTH else value
                for value in values
            ]
        )


class RowCollector:
    """The rows of one sheet; `cells_before` counts the cells of sheets already read."""

    def __init__(self, sheet: str, cells_before: int = 0) -> None:
        self.sheet = sheet
        self.rows: list[Row] = []
        self.cells = cells_before
        self.cut: list[tuple[int, int]] = []  # cells whose text was longer than a cell may be
        self._texts = SharedTexts()

    def add(self, values: Iterable[CellValue]) -> None:
        """Take one row.

        Raises
        ------
        InputError
            The sheet now has more rows, columns or cells than the limits allow.
        """
        row = self._texts.row(values)
        self.cells += len(row)
        if len(row) > MAX_COLUMNS or len(self.rows) >= MAX_ROWS or self.cells > MAX_CELLS:
            raise too_many_cells(len(self.rows), max(len(row) - 1, 0), self.sheet)
        if any(type(value) is str and len(value) > MAX_CELL_CHARACTERS for value in row):
            row = self._shortened(row)
        self.rows.append(row)

    def _shortened(self, row: Row) -> Row:
        long = {
            place
            for place, value in enumerate(row)
            if type(value) is str and len(value) > MAX_CELL_CHARACTERS
        }
        self.cut.extend((len(self.rows), place) for place in sorted(long))
        return tuple(
            str(value)[:MAX_CELL_CHARACTERS] if place in long else value for place, value in enumerate(row)
        )

    def problems(self) -> list[Problem]:
        """A warning for texts that were cut."""
        if not self.cut:
            return []
        more = f", and {len(self.cut) - 1:,} more like it" if len(self.cut) > 1 else ""
        return [
            warning(
                "cell.too_long",
                f"a text of more than {MAX_CELL_CHARACTERS:,} characters{more}",
                "no more than a cell of Excel holds",
                "Its beginning was read. Check whether a quotation mark is missing.",
                cell=cell_address(*self.cut[0]),
                sheet=self.sheet,
            )
        ]

    def extend(self, rows: Iterable[Iterable[CellValue]]) -> None:
        """Take several rows."""
        for values in rows:
            self.add(values)

    def finish(self, keep: int = 0) -> tuple[Row, ...]:
        """The rows, without the empty ones at the end; there are at least `keep`."""
        while len(self.rows) > keep and all(value is None for value in self.rows[-1]):
            self.rows.pop()
        self.rows.extend([()] * (keep - len(self.rows)))
        return tuple(self.rows)


def too_many_cells(row: int, column: int, sheet: str) -> InputError:
    """The refusal of a table that reaches to `row`, `column` (from 0) or holds too many cells on the way."""
    place = cell_address(row, column)
    where = f" on sheet '{sheet}'" if sheet else ""
    return refusal("file.too_many_cells", f"a table that reaches to cell {place}{where}", sheet, place)
