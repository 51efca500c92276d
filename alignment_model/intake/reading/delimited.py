"""Text to cells: csv, tsv, semicolons and pipes. Every cell stays text: "NA" and "None" are answers."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from alignment_model.intake.cells import Sheet
from alignment_model.intake.reading.delimiters import choose_delimiter
from alignment_model.intake.reading.progress import Watch

BATCH_ROWS = 2_000
SEPARATOR_LINE = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True)
class DelimitedTable:
    """The one sheet of a text file and the character that parted its columns."""

    sheet: Sheet
    delimiter: str


def read_delimited(text: str, watch: Watch) -> DelimitedTable:
    """The table in `text`; an empty cell is None, all else is text as it stands."""
    declared = SEPARATOR_LINE.match(text)
    body = text[declared.end() :] if declared else text
    delimiter = declared.group(1) if declared else choose_delimiter(body)
    csv.field_size_limit(max(len(body), 131_072))
    rows: list[tuple[str | None, ...]] = []
    for record in csv.reader(io.StringIO(body, newline=""), delimiter=delimiter):
        rows.append(tuple(cell or None for cell in record))
        if len(rows) % BATCH_ROWS == 0:
            watch.rows(len(rows), None)
    while rows and not any(rows[-1]):
        rows.pop()
    return DelimitedTable(Sheet("", tuple(rows)), delimiter)
