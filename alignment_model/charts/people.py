"""Who answered, one mark a person: what a room sees first, and where it learns each role's colour and shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_name
from alignment_model.charts.drawing.typesetting import LINE, shorten, text_width
from alignment_model.charts.style.look import Look
from alignment_model.charts.style.palette import role_shape
from alignment_model.wording import count

MOST_LINES = 8  # of marks a role
LARGEST, SMALLEST = 2.0, 0.5  # room for a mark, as a multiple of the small type
ROWS_SHARE = 0.6  # of the height for one line of every role; what is left goes to those with more people
# units between the rows: at least and at most, and where many stand close
AIR, MOST_AIR, LEAST_AIR = 1, 4, 0.25
# people a mark stands for
MANY = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How marks are laid out: people a mark, marks in a full line, px a mark takes in each direction, air in units."""

    each: int
    columns: int
    pitch: float
    air: float = AIR

    def marks(self, people: int) -> int:
        """How many marks stand for so many people; at least one for anybody.

        >>> Crowd(10, 3, 20).marks(41)
        5
        """
        return math.ceil(people / self.each)

    def lines(self, people: int) -> int:
        """How many lines they take.

        >>> Crowd(10, 3, 20).lines(41)
        2
        """
        return max(1, math.ceil(self.marks(people) / self.columns))


def people(roles: Sequence[RoleSummary], look: Look) -> Canvas:
    """A row a role, as high as its people need: its name, how many answered, and a mark for each of them."""
    sizes = [role.n for role in roles]
    figure = _figure(sizes, look)
    size = min(look.type.lead, figure)
    names = max((text_width(role_name(role), size, True) for role in roles), default=0) + 2 * look.unit
    numbers = max((text_width(f"{role.n:,}", figure, True) for role in roles), default=0)
    left = names + numbers + 3 * look.unit
    crowd = _laid_out(sizes, look.width_px - left, look)
    heights, foot = _heights(sizes, crowd, look), _foot(crowd, look)
    canvas = Canvas(look, Span(look.width_px), Span(sum(heights) + foot))
    top = 0.0
    for role, height in zip(roles, heights):
        y = top + height / 2
        canvas.text("roles", (0, y), role_name(role), look.colours.label(role.code), size=size, bold=True)
        place = (names + numbers, y)
        canvas.text("numbers", place, f"{role.n:,}", look.colours.ink, size=figure, bold=True, align="right")
        _draw_marks(canvas, role, crowd, (left, y))
        top += height
    if foot:
        said = f"one mark: up to {crowd.each:,} people"
        place = (left, canvas.y.length - foot / 2)
        canvas.text("each", place, said, look.colours.quiet, size=look.type.body)
    return canvas


def _laid_out(sizes: Sequence[int], width: float, look: Look) -> Crowd:
    """The largest marks with which all roles fit the height; a mark stands for as few people as it can."""
    small = look.type.small
    pitches = range(round(LARGEST * small), round(SMALLEST * small) - 1, -1)
    for air, each, pitch in product((AIR, LEAST_AIR), MANY, pitches):
        crowd = Crowd(each, max(1, int(width / pitch)), pitch, air)
        high = sum(_least(sizes, crowd, look)) + _foot(crowd, look)
        if high <= look.height_px and max(map(crowd.lines, sizes), default=1) <= MOST_LINES:
            return crowd
    return Crowd(max(sizes, default=1), 1, small, LEAST_AIR)


def _figure(sizes: Sequence[int], look: Look) -> float:
    """How large the numbers are set, px: smaller where many roles answered."""
    row = look.height_px / max(1, len(sizes)) * ROWS_SHARE
    return min(look.type.title, max(look.type.small, row / LINE))


def _least(sizes: Sequence[int], crowd: Crowd, look: Look) -> list[float]:
    """The height each role needs, px."""
    row = _figure(sizes, look) * LINE
    return [max(row, crowd.lines(people) * crowd.pitch) + crowd.air * look.unit for people in sizes]


def _heights(sizes: Sequence[int], crowd: Crowd, look: Look) -> list[float]:
    """The height each role takes: what it needs and its part of what is left, px."""
    least = _least(sizes, crowd, look)
    left = (look.height_px - _foot(crowd, look) - sum(least)) / max(1, len(sizes))
    return [height + min(max(left, 0), (MOST_AIR - crowd.air) * look.unit) for height in least]


def _foot(crowd: Crowd, look: Look) -> float:
    return look.type.body * LINE * 1.4 if crowd.each > 1 else 0.0


def _draw_marks(canvas: Canvas, role: RoleSummary, crowd: Crowd, start: tuple[float, float]) -> None:
    """Marks column by column, so that a role is one block; blocks compare by what they cover."""
    look, marks = canvas.look, crowd.marks(role.n)
    colour = look.colours.role(role.code) if role.shown else look.colours.possible
    tip = f"{role_name(role)}: {count(role.n, 'person', 'people')}"
    lines = crowd.lines(role.n)
    for number in range(marks):
        column, line = divmod(number, lines)
        place = start[0] + (column + 0.5) * crowd.pitch, start[1] + (line - (lines - 1) / 2) * crowd.pitch
        shape, diameter = role_shape(role.code), crowd.pitch
        canvas.dot("people", place, colour, shape=shape, diameter=diameter, role=role.code, tip=tip)
    if not role.shown:
        x = start[0] + (math.ceil(marks / max(1, lines)) * crowd.pitch) + look.unit
        reason = shorten(role.reason, look.width_px - x, look.type.body)
        canvas.text("reasons", (x, start[1]), reason, look.colours.quiet, size=look.type.body)
