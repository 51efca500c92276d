"""One table a sheet: how it is written so that people can sort, filter, print and trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from alignment_model.charts import PRINT_LOOK
from alignment_model.report.formats import NUMERIC, is_number

FIRST_ROW = 4  # the rows above hold title, intro, an empty line and the column names
LONGEST = 32_767  # characters Excel takes in one cell
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER_FORMATS = {
    "points": "0.0",
    "signed": "+0.0;-0.0;0.0",
    "share": "0%",
    "agreement": "0.00",
    "integer": "#,##0",
    "money": "#,##0",
    "p": "0.000",
}
A4_WIDTH = 190  # characters that still print legibly on one landscape page
LINE = 15.0  # points
WIDTHS = {"text": 18, "long": 60, "money": 14}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `format` as in the report's tables, or "long" for text that wraps."""

    name: str
    format: str = "text"
    width: float = 0.0

    @property
    def wide(self) -> float:
        """Width in characters."""
        return self.width or WIDTHS.get(self.format, 12)


@dataclass(frozen=True)
class Sheet:
    """One table; text in a number's place is the reason there is none, and is set in grey."""

    name: str
    title: str
    intro: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    fixed: int = 1  # columns that stay when scrolling


class Formats:
    """The few cell formats of the workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._made = book, {}
        colours = PRINT_LOOK.colours
        self.ink, self.quiet, self.hair = colours.ink, colours.quiet, colours.hair
        self.hidden, self.accent, self.panel = colours.hidden, colours.accent, colours.panel

    def get(self, **properties: Any) -> Any:
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(
                {"font_name": "Calibri", "font_size": 11, "valign": "top", **properties}
            )
        return self._made[key]

    def title(self) -> Any:
        """A sheet's title."""
        return self.get(bold=True, font_size=18, font_color=self.ink)

    def note(self) -> Any:
        """A line of explanation."""
        return self.get(font_color=self.quiet)

    def head(self, form: str, *, first: bool) -> Any:
        """A column's name."""
        align = {"align": "right"} if form in NUMERIC else {"align": "left", "indent": 0 if first else 1}
        return self.get(
            bold=True, bottom=1, bottom_color=self.ink, text_wrap=True, bg_color=self.panel, **align
        )

    def number(self, form: str) -> Any:
        """A number by its column's format."""
        return self.get(num_format=NUMBER_FORMATS[form], bottom=4, bottom_color=self.hair)

    def reason(self) -> Any:
        """A sentence where a number would stand."""
        return self.get(
            font_color=self.quiet,
            italic=True,
            bg_color=self.hidden,
            text_wrap=True,
            font_size=9,
            align="right",
        )

    def text(self, *, wrap: bool = False, quoted: bool = False, first: bool = False) -> Any:
        """Text; `quoted` marks what Excel must not read as a formula when the cell is edited."""
        found: dict[str, Any] = {"bottom": 4, "bottom_color": self.hair, "align": "left"}
        if not first:
            found["indent"] = 1
        if wrap:
            found["text_wrap"] = True
        if quoted:
            found["quote_prefix"] = True
        return self.get(**found)


def write_sheet(book: Workbook, formats: Formats, sheet: Sheet) -> Worksheet:
    """Add the sheet to the workbook: title, intro, column names, rows, filter, frozen panes, print set-up."""
    page = book.add_worksheet(sheet.name)
    page.hide_gridlines(2)
    put_text(page, 0, 0, sheet.title, formats.title())
    page.set_row(0, 28)
    put_text(page, 1, 0, sheet.intro, formats.note())
    write_table(page, formats, sheet, FIRST_ROW - 1)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.wide)
    page.freeze_panes(FIRST_ROW, sheet.fixed)
    if sheet.rows:
        page.autofilter(FIRST_ROW - 1, 0, FIRST_ROW - 1 + len(sheet.rows), len(sheet.columns) - 1)
    print_setup(page, wide=sum(column.wide for column in sheet.columns) > A4_WIDTH)
    page.repeat_rows(FIRST_ROW - 1)
    return page


def write_table(page: Worksheet, formats: Formats, sheet: Sheet, row: int) -> int:
    """Column names in `row`, the table below; returns the first free row."""
    page.set_row(row, _height([column.name for column in sheet.columns], sheet.columns, wrapped=True))
    for index, column in enumerate(sheet.columns):
        put_text(page, row, index, column.name, formats.head(column.format, first=index == 0))
    for offset, values in enumerate(sheet.rows, start=row + 1):
        page.set_row(offset, _height(values, sheet.columns))
        for index, (value, column) in enumerate(zip(values, sheet.columns)):
            _put(page, offset, index, value, column, formats)
    return row + 1 + len(sheet.rows)


def _height(values: Sequence[Any], columns: tuple[SheetColumn, ...], *, wrapped: bool = False) -> float:
    """The row's height in points: programs differ in whether they fit rows to wrapped text themselves."""
    lines = 1
    for value, column in zip(values, columns):
        wraps = wrapped or column.format == "long" or column.format in NUMERIC
        if isinstance(value, str) and wraps:
            lines = max(lines, sum(ceil(len(part) / (column.wide * 1.1)) or 1 for part in value.split("\n")))
    return LINE * min(lines, 20)


def print_setup(page: Worksheet, *, wide: bool = False) -> None:
    """Landscape, one page wide (A4, or A3 when it is wide), page numbers."""
    page.set_landscape()
    page.set_paper(8 if wide else 9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RPage &P of &N")


def put_text(page: Worksheet, row: int, column: int, text: str, form: Any) -> None:
    """Text as text, whatever it begins with."""
    page.write_string(row, column, text[:LONGEST], form)


def _put(page: Worksheet, row: int, index: int, value: Any, column: SheetColumn, formats: Formats) -> None:
    numeric = column.format in NUMERIC
    if value is None or value == "":
        page.write_blank(row, index, None, formats.text())
    elif is_number(value) and numeric:
        page.write_number(row, index, value, formats.number(column.format))
    elif isinstance(value, bool):
        put_text(page, row, index, "yes" if value else "no", formats.text())
    elif numeric:
        put_text(page, row, index, str(value), formats.reason())
    else:
        text = str(value)
        wrap, risky = column.format == "long", text.startswith(RISKY)
        put_text(page, row, index, text, formats.text(wrap=wrap, quoted=risky, first=index == 0))
