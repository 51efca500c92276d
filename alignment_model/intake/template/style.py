"""The look of our workbooks, and saving them so that the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import canonicalize

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

INK, GREY, PAPER, WARN = "1F2933", "8A94A0", "FFFFFF", "F6D9B8"
ACCENT = "1D4E79"
TINTS = ("E8EEF4", "F3EFE7")  # header tints, changing with the section
LINE = Side(style="thin", color="D5DBE1")
BOX = Border(bottom=LINE, right=LINE)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
EPOCH = "2026-01-01T00:00:00Z"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Characters that XML cannot hold; a spreadsheet would be refused with them in it.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text(cell: Cell, value: str) -> Cell:
    """Write `value` as text whatever it looks like: "=1+1" stays a sentence and is never computed."""
    cell.value = CONTROL.sub("", value)
    cell.data_type = "s"
    return cell


def styled(
    cell: Cell, *, size: float = 10, bold: bool = False, colour: str = INK, fill: str = "", wrap: bool = True
) -> Cell:
    """Give a cell our type, colour and alignment."""
    cell.font = Font(name="Calibri", size=size, bold=bold, color=colour)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    if fill:
        cell.fill = PatternFill("solid", start_color=fill)
    return cell


def heading(cell: Cell, value: str, fill: str) -> Cell:
    """A column heading: wrapped, bold, on its section's tint, with a line below."""
    styled(text(cell, value), bold=True, fill=fill)
    cell.border = Border(bottom=Side(style="medium", color=ACCENT), right=LINE)
    return cell


def print_setup(sheet: Worksheet, *, rows: str = "", columns: str = "", landscape: bool = True) -> None:
    """A4, headings repeated on every page, sheet name and page number in the footer."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Page &P of &N"
    if rows:
        sheet.print_title_rows = rows
    if columns:
        sheet.print_title_cols = columns


def save(workbook: Workbook, target: str | Path | BinaryIO) -> None:
    """Save to a path or an open binary file; the same content always gives the same bytes.

    Times are fixed, XML is written in canonical form and stored uncompressed, so that neither the clock
    nor the XML or compression library of a machine shows in the file.
    """
    buffer = BytesIO()
    workbook.save(buffer)
    data = _settled(buffer.getvalue())
    if isinstance(target, str | Path):
        Path(target).write_bytes(data)
    else:
        target.write(data)


def _settled(data: bytes) -> bytes:
    settled = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(settled, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, FIRST_DAY)
            part.external_attr = 0o600 << 16
            part.create_system = 3
            target.writestr(part, _canonical(name, source.read(name)))
    return settled.getvalue()


def _canonical(name: str, data: bytes) -> bytes:
    if name == "docProps/core.xml":
        data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + EPOCH.encode(), data)
    return (DECLARATION + canonicalize(data.decode("utf-8"))).encode("utf-8")
