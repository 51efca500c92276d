"""CSV: what the reader sees, numbers in full, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from alignment_model.report.csv_export import CONTENTS, SENTENCES, cell, csv_parts
from alignment_model.report.model import Table

RISKY = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_table_is_a_file_with_its_numbers_in_full(report_of) -> None:
    report = report_of("usual")
    tables = [block for part in report.sections for block in part.blocks if isinstance(block, Table)]
    parts = dict(csv_parts(report))
    assert len(parts) == len(tables) + 2
    for (name, content), table in zip(list(parts.items())[2:], tables):
        rows = read(content)
        assert rows[0] == [str(cell(column.name)) for column in table.columns], name
        for row, wanted in zip(rows[1:], table.rows, strict=True):
            for said, value in zip(row, wanted, strict=True):
                number = isinstance(value, float | int) and not isinstance(value, bool)
                assert float(said) == round(value, 10) if number else said == str(cell(value))


def test_the_contents_name_every_file(report_of) -> None:
    parts = dict(csv_parts(report_of("three leaders")))
    listed = [row[0] for row in read(parts[CONTENTS])[1:] if row[0]]
    assert listed == [name for name in parts if name != CONTENTS]


def test_every_sentence_is_there(report_of) -> None:
    report = report_of("three leaders")
    said = {row[2] for row in read(dict(csv_parts(report))[SENTENCES])}
    assert {str(cell(part.finding)) for part in report.sections if part.finding} <= said


@given(st.text())
def test_no_text_can_become_a_formula_whatever_the_separator(text: str) -> None:
    row = str(cell(text))
    for separator in (None, ";", "\t", "\n"):
        fields = [row] if separator is None else row.split(separator)
        assert not any(field.lstrip(" \u00a0").startswith(RISKY) for field in fields)
