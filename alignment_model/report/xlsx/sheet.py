"""One table a sheet: how it is written so that people can sort, filter, print and trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
    "points": "0.0;−0.0",
    "signed": "+0.0;−0.0;0.0",
    "share": "0 %",
    "agreement": "0.00;−0.00",
    "integer": "#,##0;−#,##0",
    "money": "#,##0;−#,##0",
    "p": '[<0.001]"< 0.001";0.000',
}
PAGE_WIDTH = 145  # characters on a landscape page at full size
GUTTER = 0.72  # characters each column is wider than its text
SMALLEST = 0.58  # of full size, that still prints legibly
DATE = "d mmm yyyy"
LINE = 15.0  # points
WIDTHS = {"text": 18, "long": 50, "money": 13}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `format` as in the report's tables, "long" for text that wraps or "date"; `role`: whose numbers."""

    name: str
    format: str = "text"
    width: float = 0.0
    role: str = ""

    @property
    def wide(self) -> float:
        """Width in characters."""
        return self.width or WIDTHS.get(self.format, 11)


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

    def date(self) -> Any:
        """A day."""
        return self.get(num_format=DATE, bottom=4, bottom_color=self.hair, align="left", indent=1)

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
    print_setup(page, [column.wide for column in sheet.columns], sheet.fixed)
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


def print_setup(page: Worksheet, widths: Sequence[float], fixed: int = 1) -> None:
    """Landscape, page numbers, and no smaller than can be read.

    Columns that do not fit beside each other go on further pages, on which the first `fixed` are printed again.
    """
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&RPage &P of &N")
    across = pages_across(widths, fixed)
    page.fit_to_pages(across, 0)
    if across > 1:
        page.repeat_columns(0, fixed - 1)


def pages_across(widths: Sequence[float], fixed: int = 1) -> int:
    """How many pages stand beside each other so that columns of these widths, in characters, can be read.

    >>> pages_across([30, 60, 60]), pages_across([30, *[20] * 17])
    (1, 2)
    """
    again = sum(widths[:fixed])
    room = PAGE_WIDTH / SMALLEST - again
    return max(1, ceil((sum(widths) + GUTTER * len(widths) - again) / room))


def put_text(page: Worksheet, row: int, column: int, text: str, form: Any) -> None:
    """Text as text, whatever it begins with."""
    page.write_string(row, column, text[:LONGEST], form)


def put_paragraph(page: Worksheet, row: int, text: str, widths: Sequence[float], formats: Formats) -> None:
    """A line of explanation; one longer than the sheet is wide takes several lines."""
    lines = ceil(len(text) / max(1.0, sum(widths)))
    if lines < 2:
        put_text(page, row, 0, text, formats.note())
        return
    form = formats.get(font_color=formats.quiet, text_wrap=True)
    page.set_row(row, LINE * lines)
    if len(widths) > 1:
        page.merge_range(row, 0, row, len(widths) - 1, "", form)
    put_text(page, row, 0, text, form)


def _put(page: Worksheet, row: int, index: int, value: Any, column: SheetColumn, formats: Formats) -> None:
    numeric = column.format in NUMERIC
    if value is None or value == "":
        page.write_blank(row, index, None, formats.text())
    elif is_number(value) and numeric:
        page.write_number(row, index, value, formats.number(column.format))
    elif column.format == "date" and (day := _day(value)) is not None:
        page.write_datetime(row, index, day, formats.date())
    elif isinstance(value, bool):
        put_text(page, row, index, "yes" if value else "no", formats.text())
    elif numeric:
        put_text(page, row, index, str(value), formats.reason())
    else:
        text = str(value)
        wrap, risky = column.format == "long", text.startswith(RISKY)
        put_text(page, row, index, text, formats.text(wrap=wrap, quoted=risky, first=index == 0))


def _day(text: Any) -> datetime | None:
    """The day a text names; None when it names none, or one before Excel's days begin."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.year > 1900 else None
