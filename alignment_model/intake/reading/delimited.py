"""Text to cells: csv, tsv, semicolons and pipes. Every cell stays text: "NA" and "None" are answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alignment_model.errors import Problem
from alignment_model.intake.cells import Sheet, cell_address
from alignment_model.intake.reading.delimiters import choose_delimiter, declared_delimiter
from alignment_model.intake.reading.progress import Watch
from alignment_model.intake.reading.records import (
    QUOTE,
    TolerantReader,
    all_equally_wide,
    plain_records,
)
from alignment_model.intake.reading.refusals import warning
from alignment_model.intake.reading.rows import Row, RowCollector

BATCH_ROWS = 2_000


@dataclass(frozen=True)
class DelimitedTable:
    """The one sheet of a text file, the character that parts its columns, and what was odd about it."""

    sheet: Sheet
    delimiter: str
    problems: tuple[Problem, ...] = ()


def read_delimited(text: str, watch: Watch) -> DelimitedTable:
    """The table in `text`; an empty cell is None, all else is text exactly as it stands.

    Raises
    ------
    InputError
        More rows, columns or cells than the limits allow.
    Cancelled
        The watch was told to stop.
    """
    declared, start = declared_delimiter(text)
    body = text[start:].rstrip("\x1a")
    delimiter = declared or choose_delimiter(body)
    reader = TolerantReader(body, delimiter)
    rows, cut = _collect(reader, watch)
    uneven = len({len(row) for row in rows if row}) > 1
    # Quotes that pair up by chance show: rows come out uneven or span lines, and would not without quotes.
    doubtful = uneven or reader.repaired_lines or reader.multi_line_records
    if doubtful and QUOTE in body and all_equally_wide(plain_records(body, delimiter)):
        rows, cut = _collect(plain_records(body, delimiter), watch)
        return DelimitedTable(Sheet("", rows), delimiter, tuple(cut))
    return DelimitedTable(Sheet("", rows), delimiter, (*reader.problems(), *cut, *_uneven(rows)))


def _collect(records: Iterable[list[str]], watch: Watch) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows, and what had to be cut in them."""
    collector = RowCollector("")
    for record in records:
        collector.add([cell or None for cell in record])
        if len(collector.rows) % BATCH_ROWS == 0:
            watch.rows(len(collector.rows), None)
    return collector.finish(), collector.problems()


def _uneven(rows: tuple[Row, ...]) -> list[Problem]:
    """A warning when rows are wider than most: an unquoted delimiter has moved their answers to the right."""
    if len(rows) < 3:
        return []
    usual = Counter(len(row) for row in rows).most_common(1)[0][0]
    wide = [place for place, row in enumerate(rows) if len(row) > max(usual, len(rows[0]))]
    if not wide:
        return []
    return [
        warning(
            "file.uneven_rows",
            f"{len(wide):,} row{'s' if len(wide) > 1 else ''} wider than the others, first row {wide[0] + 1}",
            f"{usual} columns in every row",
            "Its answers may have moved to the right. Check that row in the preview.",
            cell=cell_address(wide[0], usual),
        )
    ]
