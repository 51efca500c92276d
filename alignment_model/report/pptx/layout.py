"""What several kinds of slide are put together from: a line under the title, a picture, bars over their table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.util import Inches

from alignment_model.report.model import Chart, Table
from alignment_model.report.pptx.tables import LINE, NOTE, POINT, draw_table, grown, lines_of
from alignment_model.report.pptx.text import COLOURS, Area, describe, text_box
from alignment_model.report.svg import to_png

SUBTITLE = Inches(0.5)
SMALL, LEAST = 12, 9  # points: of a line under a title, and of a table under bars
MOST_BARS = 12
FEW = 4  # bars that leave room for a table
NAME_LETTERS = 64  # of a question beside its bar


def under(slide: Any, area: Area, text: str) -> Area:
    """Say what is plotted, and give the room that is left."""
    lines = lines_of(text, area.width, SMALL)
    strip, rest = area.rows(SUBTITLE + (lines - 1) * round(SMALL * LINE * POINT))
    text_box(slide, strip, text, size=SMALL, colour=COLOURS.quiet)
    return rest


def over_table(slide: Any, area: Area, rows: int, table: Table | None) -> Area:
    """The room for bars: where they are few, the table that says how sure fills what is left under them."""
    if table is None or rows > FEW:
        return area
    above, below = area.rows(round(area.height * (0.2 + 0.07 * rows)))
    draw_table(slide, below, table, size=grown(table, below.width, LEAST, below.height - NOTE))
    return above


def picture(slide: Any, area: Area, block: Chart) -> None:
    """A chart no office program can draw itself, as large as the area allows."""
    image = slide.shapes.add_picture(BytesIO(to_png(block.spec)), area.left, area.top)
    scale = min(area.width / image.width, area.height / image.height)
    image.width, image.height = round(image.width * scale), round(image.height * scale)
    image.left = area.left + (area.width - image.width) // 2
    describe(image, block.alt)


def picked(table: Table, kept: Sequence[int]) -> Table:
    """Some columns of a table, without its note."""
    columns = tuple(table.columns[index] for index in kept)
    return Table(table.title, columns, tuple(tuple(row[index] for index in kept) for row in table.rows))


def shortened(text: str) -> str:
    """A text as short as a bar's name has room for."""
    return text if len(text) <= NAME_LETTERS else text[: NAME_LETTERS - 1].rstrip() + "…"
