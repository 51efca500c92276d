"""Text to cells: csv, tsv, semicolons and pipes. Every cell stays text: "NA" and "None" are answers."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from alignment_model.errors import Problem
from alignment_model.intake.cells import Sheet, cell_address
from alignment_model.intake.reading.delimiters import choose_delimiter, declared_delimiter
from alignment_model.intake.reading.limits import MAX_FILE_BYTES
from alignment_model.intake.reading.progress import Watch
from alignment_model.intake.reading.refusals import warning
from alignment_model.intake.reading.rows import Row, RowCollector

BATCH_ROWS = 2_000
# A quote that is never closed swallows the rest; a file full of them is read with quotes as plain characters.
MAX_QUOTE_REPAIRS = 20
QUOTE = '"'


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
    reader = _TolerantReader(body, delimiter)
    collector = RowCollector("")
    for record in reader:
        collector.add([cell or None for cell in record])
        if len(collector.rows) % BATCH_ROWS == 0:
            watch.rows(len(collector.rows), None)
    rows = collector.finish()
    return DelimitedTable(Sheet("", rows), delimiter, (*reader.problems(), *_uneven(rows)))


class _TolerantReader:
    """Records of a delimited text; a quote that is never closed is taken as a plain character.

    The csv module reads from an opening quote to the end of the text if need be. A mark put after the last
    line shows when that happened: it is then inside the last record instead of being a record of its own.
    """

    MARK = "\x00end\x00"  # zeros were removed when the text was decoded, so no answer can hold this

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.buffer = io.StringIO(text, newline="")
        self.delimiter = delimiter
        self.spaced = f"{QUOTE}{delimiter} {QUOTE}" in text[:10_000]
        self.repaired_lines: list[int] = []

    def __iter__(self) -> Iterator[list[str]]:
        csv.field_size_limit(MAX_FILE_BYTES + len(self.MARK))
        start: int | None = 0
        while start is not None:
            start = yield from self._until_unclosed(start)
            if start is not None:
                start = yield from self._as_plain(start)

    def _until_unclosed(self, start: int) -> Iterator[list[str]]:
        """Yield records from place `start` on; return the place where an unclosed quote opens, or None."""
        self.buffer.seek(start)
        done = start
        for record in self._reader(self._lines_and_mark(), csv.QUOTE_MINIMAL):
            if record and record[-1].endswith(self.MARK):
                return None if record == [self.MARK] else done
            yield record
            done = self.buffer.tell()
        return None

    def _as_plain(self, start: int) -> Iterator[list[str]]:
        """Yield the line at `start` with its quotes as characters; return where the next one starts."""
        self.repaired_lines.append(self.text.count("\n", 0, start) + 1)
        self.buffer.seek(start)
        if len(self.repaired_lines) < MAX_QUOTE_REPAIRS:
            yield from self._reader(iter([self.buffer.readline()]), csv.QUOTE_NONE)
            return self.buffer.tell()
        yield from self._reader(self.buffer, csv.QUOTE_NONE)
        return None

    def _lines_and_mark(self) -> Iterator[str]:
        yield from self.buffer
        yield self.MARK

    def _reader(self, lines: Iterator[str], quoting: int) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=self.delimiter, quoting=quoting, skipinitialspace=self.spaced)

    def problems(self) -> list[Problem]:
        """A warning for the lines whose quotes were taken as plain characters."""
        if not self.repaired_lines:
            return []
        first = self.repaired_lines[0]
        found = f"a quotation mark on line {first} that is never closed"
        if len(self.repaired_lines) > 1:
            found += f", and {len(self.repaired_lines) - 1} more like it"
        return [
            warning(
                "file.unclosed_quote",
                found,
                "quotation marks in pairs",
                "It was read as part of the answer. Check that line in the preview.",
                cell=f"line {first}",
            )
        ]


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
