"""Delimited text to records: the csv module's reading, forgiving of quotation marks that are never closed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from alignment_model.errors import Problem
from alignment_model.intake.reading.limits import MAX_FILE_BYTES
from alignment_model.intake.reading.refusals import warning
from alignment_model.intake.reading.rows import too_many_cells

# A quote that is never closed swallows the rest; a file full of them is read with quotes as plain characters.
MAX_QUOTE_REPAIRS = 20
# Within quotes a delimiter is text, so a line may hold more of them than a table has columns; not this many.
MOST_DELIMITERS = 100_000
QUOTE = '"'


def plain_records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Records in which a quotation mark is a character like any other, as Google Forms writes its TSV."""
    csv.field_size_limit(MAX_FILE_BYTES)
    return csv.reader(_lines(text, delimiter), delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _lines(text: str, delimiter: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        refuse_endless(line, delimiter)
        yield line


def refuse_endless(line: str, delimiter: str) -> None:
    """Refuse a line of more cells than any table has, before the csv module makes an object of each."""
    if len(line) > MOST_DELIMITERS and line.count(delimiter) > MOST_DELIMITERS:
        raise too_many_cells(0, line.count(delimiter), "")


def all_equally_wide(records: Iterator[list[str]]) -> bool:
    """Whether every record that is not blank has the same number of cells, more than one."""
    widths: set[int] = set()
    for record in records:
        if record:
            widths.add(len(record))
        if len(widths) > 1:
            return False
    return bool(widths) and widths != {1}


class TolerantReader:
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
        self.multi_line_records = 0

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
        done, lines = start, 0
        records = self._reader(self._lines_and_mark(), csv.QUOTE_MINIMAL)
        for record in records:
            if record and record[-1].endswith(self.MARK):
                return None if record == [self.MARK] else done
            yield record
            self.multi_line_records += records.line_num > lines + 1
            done, lines = self.buffer.tell(), records.line_num
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
        for line in self.buffer:
            refuse_endless(line, self.delimiter)
            yield line
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
