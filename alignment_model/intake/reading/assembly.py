"""Frames to sheets: putting together what the process that opens workbooks has sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alignment_model.errors import Problem
from alignment_model.intake.cells import Sheet
from alignment_model.intake.reading import frames
from alignment_model.intake.reading.old_excel import hidden_errors_problem
from alignment_model.intake.reading.progress import Watch
from alignment_model.intake.reading.rows import RowCollector


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook and what was odd about them."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()


def assemble(received: Iterable[tuple[Any, ...]], watch: Watch) -> Workbook:
    """Put frames together, telling the watch how far it has come.

    Raises
    ------
    InputError
        All sheets together hold more rows, columns or cells than the limits allow.
    Cancelled
        The watch was told to stop.
    """
    assembler = _Assembler()
    for kind, *items in received:
        assembler.take(kind, items)
        watch.rows(assembler.rows_read, assembler.rows_total)
    return Workbook(tuple(assembler.sheets), tuple(assembler.problems))


class _Assembler:
    """Holds the sheet that is being received and those that are complete."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.problems: list[Problem] = []
        self.rows_total: int | None = None
        self.name, self.hidden, self.collector = "", False, RowCollector("")

    @property
    def rows_read(self) -> int:
        """Rows received so far, empty ones at the ends of finished sheets not counted."""
        return sum(len(sheet.rows) for sheet in self.sheets) + len(self.collector.rows)

    def take(self, kind: str, items: list[Any]) -> None:
        """Take one frame."""
        if kind == frames.TOTAL:
            self.rows_total = items[0]
        elif kind == frames.SHEET:
            self.name, self.hidden = items
            self.collector = RowCollector(self.name, self.collector.cells)
        elif kind == frames.ROWS:
            self.collector.extend(items[0])
        elif kind == frames.MARKS:
            self.sheets.append(self._finished(*items))
        elif kind == frames.HIDDEN_ERRORS and items[0]:
            self.problems.append(hidden_errors_problem(items[0]))

    def _finished(self, formulas: tuple, errors: tuple, merged: tuple, dates: tuple) -> Sheet:
        """The sheet received; rows that hold nothing but formulas without a result stay."""
        self.problems.extend(self.collector.problems())
        rows = self.collector.finish(keep=1 + max((row for row, _ in formulas), default=-1))
        self.collector = RowCollector("", self.collector.cells)
        return Sheet(
            self.name, rows, self.hidden, frozenset(formulas), frozenset(errors), merged, frozenset(dates)
        )
