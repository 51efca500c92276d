"""The report's tables as native tables, over as many slides as they take; and tables shaded as heat maps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from alignment_model.report import columns
from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.model import Table
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.text import COLOURS, Area, describe, rgb, text_box, write

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid": Office's own name for it
LETTER = 0.56  # mean width of a letter, in font sizes, of the widest type a program may put in place of ours
WIDE_LETTER = 0.62  # the same for a word of mostly wide letters, such as "Employees"
BOLD_LETTER = 0.74  # the widest bold type a program may put in place of ours
LINE = 1.25  # height of a line, in font sizes
PADDING = Inches(0.09)
NOTE = Inches(0.55)
BETWEEN = Inches(0.25)  # between parts of one table
SHADED_ROW, TALLEST_ROW = Inches(0.5), Inches(0.85)
SMALLEST, LARGEST = 8.0, 20.0  # points
FILLED = 0.95  # of the room a table that is set larger may take
MANY = 9  # columns; a table with more is set smaller
POINT = 12_700  # EMU
Shade = Callable[[Any, int, int], str | None]  # value, row, column -> fill


def table_slides(deck: Deck, title: str, table: Table, notes: str = "", *, size: float = 11) -> None:
    """The table on one slide, or on several that say which of them they are; as large as it fits on that many."""
    found = columns.parts(table, deck.body.width / (size * LETTER * POINT))
    if len(found) > 1 and _stacked(deck, title, found, notes, size):
        return
    for number, part in enumerate(found, 1):
        which = f", part {number} of {len(found)}" if len(found) > 1 else ""
        _part_slides(deck, title + which, part, notes, size)


def _stacked(deck: Deck, title: str, parts: Sequence[Table], notes: str, size: float) -> bool:
    """Draw the parts of one table under each other on one slide; False where they do not fit."""
    room = deck.body.height - BETWEEN * (len(parts) - 1) - NOTE
    sizes = [found for found in (size, *range(12, 17)) if _hold(parts, deck.body.width, found, room)]
    if not sizes:
        return False
    size = max(sizes)
    heights = [_tall(part, deck.body.width, size) for part in parts]
    slide, top = deck.slide(title, notes), deck.body.top
    for part, height in zip(parts, heights):
        last = part is parts[-1]
        page = Table(part.title, part.columns, part.rows, part.note if last else "")
        draw_table(slide, Area(deck.body.left, top, deck.body.width, height + NOTE * last), page, size=size)
        top += height + BETWEEN
    return True


def _hold(parts: Sequence[Table], width: int, size: float, room: int) -> bool:
    """Whether all parts fit the room under each other at this size, no word broken for it."""
    whole = all(columns.holds_words(part, width / (size * LETTER * POINT)) for part in parts)
    return whole and sum(_tall(part, width, size) for part in parts) <= room


def _tall(table: Table, width: int, size: float) -> int:
    return sum(_heights(table, column_widths(table, width, size), size))


def _part_slides(deck: Deck, title: str, table: Table, notes: str, size: float) -> None:
    room = deck.body.height - (NOTE if table.note else 0)
    size = grown(table, deck.body.width, size - 1.5 if len(table.columns) > MANY else size, room)
    widths = column_widths(table, deck.body.width, size)
    pages = _pages(table, widths, size, room)
    for number, rows in enumerate(pages, 1):
        part = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        slide = deck.slide(title + part, notes)
        page = Table(table.title, table.columns, tuple(rows), table.note)
        draw_table(slide, deck.body, page, widths=widths, size=size)


def grown(table: Table, width: int, size: float, room: int) -> float:
    """The largest size of letters, from `size` to 20 points, at which the table takes no more slides.

    No word may break for it, in the wider type of a program that has not ours either.
    """
    fewest = _slides(table, width, size, room)
    room = round(FILLED * room) if fewest == 1 else room
    sizes = [size + step for step in range(int(LARGEST - size) + 1)]
    whole = [found for found in sizes if columns.holds_words(table, width / (found * WIDE_LETTER * POINT))]
    return max([size, *(found for found in whole if _slides(table, width, found, room) == fewest)])


def _slides(table: Table, width: int, size: float, room: int) -> int:
    head, *heights = _heights(table, column_widths(table, width, size), size)
    return len(_split(table.rows, heights, room - head))


def _heights(table: Table, widths: Sequence[int], size: float) -> list[int]:
    """The height of each row, heading first, EMU."""
    head = _height([column.name for column in table.columns], widths, size * columns.BOLD)
    return [head, *(_height(_texts(row, table), widths, size) for row in table.rows)]


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
    room = area.height - (NOTE if table.note else 0)
    widths = widths or column_widths(table, area.width, size)
    widths = widths if shade is None else _alike(widths)
    least = min(TALLEST_ROW, max(SHADED_ROW, room // (len(table.rows) + 1))) if shade is not None else 0
    size, heights = _fitted(table, widths, size, least, room)
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
        head, *rows = _heights(table, widths, size)
        heights = [head, *(max(least, height) for height in rows)]
        if sum(heights) <= room or size <= SMALLEST:
            return size, heights
        size, least = size - 1, round(least * 0.9)


def column_widths(table: Table, width: int, size: float = 12) -> tuple[int, ...]:
    """The width of each column, EMU, by what it holds; together `width`."""
    found = columns.widths(table, width / (size * LETTER * POINT))
    return tuple(int(width * letters / sum(found)) for letters in found)


def _alike(widths: Sequence[int]) -> tuple[int, ...]:
    """The columns of a heat map all as wide, but for the first, which names the rows."""
    first, *rest = widths
    return (first, *(sum(rest) // len(rest) for _ in rest))


def _texts(row: Sequence[Any], table: Table) -> list[str]:
    return [shown(value, column.format) for value, column in zip(row, table.columns)]


def _height(texts: Sequence[str], widths: Sequence[int], size: float) -> int:
    """Room a row needs, EMU."""
    lines = max((lines_of(text, width - 2 * PADDING, size) for text, width in zip(texts, widths)), default=1)
    return round(lines * size * LINE * POINT) + PADDING


def lines_of(text: str, width: int, size: float) -> int:
    """How many lines a text takes on this width, EMU; letters of other scripts are taken as twice as wide."""
    letters = max(1, width / (size * LETTER * POINT))
    full = columns.length(text) / letters
    return 1 if full <= 0.97 else math.ceil(full * 1.08)


def _pages(table: Table, widths: Sequence[int], size: float, room: int) -> list[list[tuple[Any, ...]]]:
    """The rows slide by slide: as few slides as possible, about as full as each other."""
    head, *heights = _heights(table, widths, size)
    fewest = len(_split(table.rows, heights, room - head))
    even = max([sum(heights) // fewest, *heights])
    while len(pages := _split(table.rows, heights, even)) > fewest and even < room - head:
        even = round(even * 1.05)
    return pages if len(pages) == fewest else _split(table.rows, heights, room - head)


def _split(rows: Sequence[Any], heights: Sequence[int], room: int) -> list[list[Any]]:
    pages: list[list[Any]] = [[]]
    used = 0
    for row, height in zip(rows, heights):
        if pages[-1] and used + height > room:
            pages.append([])
            used = 0
        pages[-1].append(row)
        used += height
    return pages


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
                min(10, _fitting(value, widths[index], size)) if reason else size,
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
