"""The report as CSV files, one a table, and one of all its sentences: for programs that read nothing else.

They hold what the reader sees and no more, numbers in full. They begin with a byte order mark, so that Excel
reads them as UTF-8, and no text in them can become a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from alignment_model.report.bundles import part_name, zipped
from alignment_model.report.mark import mark_line
from alignment_model.report.model import Chart, Report, Section, Table, Text
from alignment_model.report.plain import number
from alignment_model.wording import printable

MARK = "\ufeff"
CONTENTS, SENTENCES = "contents.csv", "sentences.csv"
# What a spreadsheet takes for a formula: at the start of a cell, or of what it might take for one.
FORMULA = re.compile(r"(^|[;\t\r\n])([^\S\t\r\n]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


def to_csv(report: Report) -> bytes:
    """All CSV files of the report as one zip."""
    return zipped(csv_parts(report))


def csv_parts(report: Report) -> list[tuple[str, bytes]]:
    """File names and contents: the contents, the sentences, then a file a table."""
    tables = [(section, table) for section in report.sections for table in _tables(section)]
    named = [
        (part_name(place, f"{section.code} {table.title}", "csv"), section, table)
        for place, (section, table) in enumerate(tables, 1)
    ]
    return [
        (CONTENTS, _contents(report, named)),
        (SENTENCES, _sentences(report)),
        *((name, _table(table)) for name, _, table in named),
    ]


def csv_bytes(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows of plain values as one CSV file."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows([cell(value) for value in row] for row in rows)
    return (MARK + target.getvalue()).encode("utf-8")


def cell(value: Any) -> Any:
    """A value as it stands in a file: numbers without machine noise, texts that are no formula.

    >>> cell(0.1 + 0.2), cell(-1.5), cell(None), cell(True), cell("=1+1"), cell("a; -b")
    (0.3, -1.5, '', 'yes', "'=1+1", "a; '-b")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return number(value)
    return FORMULA.sub(r"\1\2'", printable(str(value)))


def _tables(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))


def _contents(report: Report, named: list[tuple[str, Section, Table]]) -> bytes:
    rows = [(name, section.title, table.title, len(table.rows), table.note) for name, section, table in named]
    return csv_bytes(
        [
            ("File", "Section", "Table", "Rows", "Note"),
            (SENTENCES, "", "Every sentence of the report", "", ""),
            *rows,
            ("", "", report.title, "", mark_line(report)),
        ]
    )


def _sentences(report: Report) -> bytes:
    rows = [
        (section.title, kind, text)
        for section in report.sections
        for kind, text in (("finding", section.finding), *_said(section))
        if text
    ]
    return csv_bytes([("Section", "Kind", "Sentence"), *rows])


def _said(section: Section) -> Iterator[tuple[str, str]]:
    for block in section.blocks:
        if isinstance(block, Text):
            yield block.style, block.text
        elif isinstance(block, Chart):
            yield "chart", block.alt


def _table(table: Table) -> bytes:
    return csv_bytes([[column.name for column in table.columns], *table.rows])
