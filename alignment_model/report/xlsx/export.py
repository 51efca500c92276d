"""The report as an Excel workbook people work with: real numbers, native charts, filters, no formulas.

Texts are always written as text, so nothing a respondent or importer typed can become a formula. The
workbook is written in memory; the same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from alignment_model.report.mark import mark_line
from alignment_model.report.model import Column, Report, Section, Table, Text
from alignment_model.report.origin import TITLE, origin_of
from alignment_model.report.xlsx import charts as xlsx_charts
from alignment_model.report.xlsx.findings import evidence_sheet, patterns_sheet, register_sheet
from alignment_model.report.xlsx.questions import answers_sheet, questions_sheet
from alignment_model.report.xlsx.sheet import (
    Formats,
    Sheet,
    SheetColumn,
    print_setup,
    put_paragraph,
    put_text,
    write_sheet,
    write_table,
)
from alignment_model.report.xlsx.summary import write_summary
from alignment_model.report.xlsx.tables import blind_spots_sheet, gaps_sheet, layers_sheet

UNDATED = datetime(2000, 1, 1)
THEMES = {
    "executives_and_managers": "Leaders and groups",
    "consensus_map": "Consensus map",
    "value": "Value",
    "chain": "Value chain",
    "theory_reality": "Theory and reality",
    "number": "The number",
    "register": "Spend",
    "trends": "Since last wave",
    "conversations": "Conversations",
    "commitments": "Commitments",
    "open_answers": "Own words",
    "figures": "Published figures",
    "method": "Method",
    "confidentiality": "Confidentiality",
    "origin": "Made from",
}
TEXTS = 110.0  # characters, of a sheet without tables
LONG = 42  # characters a column of sentences is wide
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(report: Report) -> bytes:
    """The whole report as one .xlsx file."""
    target = BytesIO()
    with Workbook(target, OPTIONS) as book:
        book.set_properties(
            {
                "title": report.title[:255],
                "subject": report.subtitle[:255],
                "keywords": mark_line(report),
                "created": _dated(report),
            }
        )
        formats = Formats(book)
        write_summary(book, formats, report)
        pages = {sheet.name: (sheet, write_sheet(book, formats, sheet)) for sheet in _sheets(report)}
        for name, draw in xlsx_charts.DRAWN.items():
            if name in pages:
                draw(book, formats, *pages[name])
        for section in (*report.sections, _origin(report)):
            if section.code in THEMES:
                _write_section(book, formats, section)
    return target.getvalue()


def _sheets(report: Report) -> Iterator[Sheet]:
    data = dict(report.data)
    if data["layers"]:
        yield layers_sheet(data)
    if data["gaps"]:
        yield gaps_sheet(data)
    if data["question_gaps"]:
        yield blind_spots_sheet(data)
    if data["layers"] or data["other_questions"]:
        yield questions_sheet(data)
        yield answers_sheet(data)
    if data["patterns"]:
        yield patterns_sheet(data)
        yield evidence_sheet(data)
    if data["register"]:
        yield register_sheet(data)


def _origin(report: Report) -> Section:
    table = Table("Versions, digests and seeds", (Column("What"), Column("Value")), origin_of(report))
    return Section("origin", TITLE, "", (table,))


def _write_section(book: Workbook, formats: Formats, section: Section) -> None:
    """A section's texts and tables, one under the other."""
    page = book.add_worksheet(THEMES[section.code])
    page.hide_gridlines(2)
    page.set_row(0, 28)
    tables = [block for block in section.blocks if isinstance(block, Table)]
    widths = _section_widths(tables)
    put_text(page, 0, 0, section.title, formats.title())
    put_paragraph(page, 1, section.finding, widths, formats)
    row = 3
    for block in section.blocks:
        if isinstance(block, Text):
            put_paragraph(page, row, block.text, widths, formats)
            row += 2
        elif isinstance(block, Table):
            if len(tables) == 1:
                page.repeat_rows(row + 1)
            row = _write_block(page, formats, block, row, widths)
    for index, width in enumerate(widths):
        page.set_column(index, index, width)
    page.freeze_panes(2, 0)
    print_setup(page, widths)


def _section_widths(tables: Sequence[Table]) -> list[float]:
    """How wide each column has to be for all tables; a sheet of texts alone has one wide column."""
    columns = [[_column(table, index) for index in range(len(table.columns))] for table in tables]
    count = max(map(len, columns), default=0)
    found = [max(item[index].wide for item in columns if index < len(item)) for index in range(count)]
    return found or [TEXTS]


def _write_block(page, formats: Formats, block: Table, row: int, widths: Sequence[float]) -> int:
    columns = tuple(_column(block, index) for index in range(len(block.columns)))
    put_text(page, row, 0, block.title, formats.get(bold=True, font_size=13))
    free = write_table(page, formats, Sheet("", "", "", columns, block.rows), row + 1)
    if block.note:
        put_paragraph(page, free, block.note, widths, formats)
    return free + 2


def _column(block: Table, index: int) -> SheetColumn:
    column = block.columns[index]
    if column.format != "text":
        return SheetColumn(column.name, column.format, 14)
    longest = max((len(row[index]) for row in block.rows if isinstance(row[index], str)), default=0)
    if longest > 40:
        return SheetColumn(column.name, "long", LONG)
    return SheetColumn(column.name, "text", max(14, min(40, longest + 3)))


def _dated(report: Report) -> datetime:
    try:
        return datetime.fromisoformat(report.data.get("wave_date", ""))
    except ValueError:
        return UNDATED
