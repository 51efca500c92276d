"""The report's tables as native tables, over as many slides as they take; and tables shaded as heat maps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.model import Table
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.text import COLOURS, Area, describe, rgb, text_box, write

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid": Office's own name for it
LETTER = 0.52  # mean width of a letter, in font sizes
BOLD_LETTER = 0.7  # the widest bold type a program may put in place of ours
LINE = 1.25  # height of a line, in font sizes
PADDING = Inches(0.09)
NOTE = Inches(0.55)
SHADED_ROW = Inches(0.5)
SMALLEST = 8.0  # points
POINT = 12_700  # EMU
Shade = Callable[[Any, int, int], str | None]  # value, row, column -> fill


def table_slides(deck: Deck, title: str, table: Table, notes: str = "", *, size: float = 11) -> None:
    """The table on one slide, or on several that say which of them they are."""
    size = size - 1.5 if len(table.columns) > 9 else size
    widths = column_widths(table, deck.body.width)
    pages = list(_pages(table, widths, size, deck.body.height - NOTE))
    for number, rows in enumerate(pages, 1):
        part = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        slide = deck.slide(title + part, notes)
        page = Table(table.title, table.columns, rows, table.note)
        draw_table(slide, deck.body, page, widths=widths, size=size)


def draw_table(
    slide: Any,
    area: Area,
    table: Table,
    *,
    widths: Sequence[int] = (),
    size: float = 12,
    shade: Shade | None = None,
) -> Any:
    """One native table, its note under it, set smaller where it would not fit. `shade` gives a cell its fill."""
    widths = widths or column_widths(table, area.width)
    least = SHADED_ROW if shade is not None else 0
    size, heights = _fitted(table, widths, size, least, area.height - (NOTE if table.note else 0))
    frame = slide.shapes.add_table(
        len(heights), len(table.columns), area.left, area.top, sum(widths), sum(heights)
    )
    describe(frame, ". ".join(part for part in (table.title, table.note) if part))
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = PLAIN_STYLE
    made.horz_banding = False
    for index, width in enumerate(widths):
        made.columns[index].width = width
    for index, height in enumerate(heights):
        made.rows[index].height = height
    _fill(made, table, size, shade)
    if table.note:
        room = Area(area.left, area.top + sum(heights) + PADDING, area.width, NOTE)
        text_box(slide, room, table.note, size=11, colour=COLOURS.quiet)
    return frame


def _fitted(
    table: Table, widths: Sequence[int], size: float, least: int, room: int
) -> tuple[float, list[int]]:
    """The size of the letters and the height of each row, heading first, that fit the room; never under 8 points."""
    while True:
        heights = [_height([column.name for column in table.columns], widths, size)]
        heights += [max(least, _height(_texts(row, table), widths, size)) for row in table.rows]
        if sum(heights) <= room or size <= SMALLEST:
            return size, heights
        size, least = size - 1, round(least * 0.9)


def column_widths(table: Table, width: int) -> tuple[int, ...]:
    """The width of each column, EMU, by what it holds; together `width`."""
    weights = [_weight(table, index, column.format in NUMERIC) for index, column in enumerate(table.columns)]
    return tuple(int(width * weight / sum(weights)) for weight in weights)


def _weight(table: Table, index: int, numeric: bool) -> float:
    if numeric:
        return 1.0
    longest = max((len(row[index]) for row in table.rows if isinstance(row[index], str)), default=0)
    return max(1.4, longest / 8) if longest <= 26 else min(6.0, max(3.2, longest / 12))


def _texts(row: Sequence[Any], table: Table) -> list[str]:
    return [shown(value, column.format) for value, column in zip(row, table.columns)]


def _height(texts: Sequence[str], widths: Sequence[int], size: float) -> int:
    """Room a row needs, EMU; letters of other scripts are taken as twice as wide."""
    lines = 1
    for text, width in zip(texts, widths):
        letters = max(1, (width - 2 * PADDING) / (size * LETTER * POINT))
        length = sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
        lines = max(lines, math.ceil(length / letters * 1.08))
    return round(lines * size * LINE * POINT) + PADDING


def _pages(
    table: Table, widths: Sequence[int], size: float, room: int
) -> Iterator[tuple[tuple[Any, ...], ...]]:
    head = _height([column.name for column in table.columns], widths, size)
    page: list[tuple[Any, ...]] = []
    used = head
    for row in table.rows:
        height = _height(_texts(row, table), widths, size)
        if page and used + height > room:
            yield tuple(page)
            page, used = [], head
        page.append(row)
        used += height
    yield tuple(page)


def _fill(made: Any, table: Table, size: float, shade: Shade | None) -> None:
    widths = [column.width for column in made.columns]
    fitting = min(_fitting(column.name, width, size) for column, width in zip(table.columns, widths))
    for index, column in enumerate(table.columns):
        align = PP_ALIGN.RIGHT if column.format in NUMERIC and shade is None else None
        align = PP_ALIGN.CENTER if shade is not None and index else align
        _put(made.cell(0, index), column.name, fitting, bold=True, align=align, rule=COLOURS.ink)
    for number, row in enumerate(table.rows):
        for index, (value, column) in enumerate(zip(row, table.columns)):
            fill = shade(value, number, index) if shade is not None else None
            align = PP_ALIGN.RIGHT if is_number(value) and shade is None else None
            align = PP_ALIGN.CENTER if shade is not None and index else align
            reason = column.format in NUMERIC and isinstance(value, str)
            _put(
                made.cell(number + 1, index),
                shown(value, column.format),
                size if not reason else min(size, 10),
                align=align,
                fill=fill,
                colour=COLOURS.on(fill) if fill else COLOURS.quiet if reason else COLOURS.ink,
            )


def _fitting(name: str, width: int, size: float) -> float:
    """A size at which the longest word of a heading is not broken, never under 7 points."""
    longest = max((len(word) for word in name.split()), default=1)
    return max(7.0, min(size, round((width - 2 * PADDING) / (longest * BOLD_LETTER * POINT), 1)))


def _put(
    cell: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    align: Any = None,
    fill: str | None = None,
    colour: str = COLOURS.ink,
    rule: str = COLOURS.hair,
) -> None:
    write(cell.text_frame, text, size=size, bold=bold, colour=colour, align=align)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = PADDING
    cell.margin_top = cell.margin_bottom = PADDING // 3
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_rule(properties, rule))
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(fill)


def _rule(parent: Any, colour: str) -> Any:
    """A line under a cell, which python-pptx has no word for."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    line = parent.makeelement(f"{space}lnB", {"w": "9525"})
    solid = line.makeelement(f"{space}solidFill", {})
    solid.append(line.makeelement(f"{space}srgbClr", {"val": colour.lstrip("#")}))
    line.append(solid)
    return line
