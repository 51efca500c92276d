"""Who answered, one mark a person: what a room sees first, and where it learns each role's colour and shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.canvas import Canvas, Span
from alignment_model.charts.look import Look
from alignment_model.charts.names import role_name
from alignment_model.charts.palette import role_shape
from alignment_model.charts.typesetting import LINE, shorten, text_width
from alignment_model.wording import count

MOST_LINES = 4  # of marks in a row
LARGEST, SMALLEST = 1.4, 0.5  # room for a mark, as a multiple of the small type
ROWS_SHARE = 0.8  # of a row's height that its marks may take
MANY = (
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1000,
    5000,
    20_000,
    100_000,
    1_000_000,
)  # people a mark stands for


@dataclass(frozen=True, slots=True)
class Crowd:
    """How marks are laid out: people a mark, lines a row, px a mark takes in each direction."""

    each: int
    lines: int
    pitch: float

    def marks(self, people: int) -> int:
        """How many marks stand for so many people; at least one for anybody.

        >>> Crowd(10, 3, 20).marks(41)
        5
        """
        return math.ceil(people / self.each)


def people(roles: Sequence[RoleSummary], look: Look) -> Canvas:
    """A row a role: its name, how many answered, and a mark for each of them."""
    size, figure = look.type.lead, look.type.title
    names = max((text_width(role_name(role), size, True) for role in roles), default=0) + 2 * look.unit
    numbers = max((text_width(str(role.n), figure, True) for role in roles), default=0)
    left = names + numbers + 3 * look.unit
    step = look.height_px / max(1, len(roles))
    step = max(min(step, 4 * figure), figure * LINE)
    crowd = _laid_out(max((role.n for role in roles), default=1), look.width_px - left, step, look)
    foot = look.type.body * LINE * 1.4 if crowd.each > 1 else 0
    step = min(step, (look.height_px - foot) / max(1, len(roles)))
    canvas = Canvas(look, Span(look.width_px), Span(step * max(1, len(roles)) + foot))
    for index, role in enumerate(roles):
        y = (index + 0.5) * step
        canvas.text("roles", (0, y), role_name(role), look.colours.label(role.code), size=size, bold=True)
        place = (names + numbers, y)
        canvas.text("numbers", place, str(role.n), look.colours.ink, size=figure, bold=True, align="right")
        _draw_marks(canvas, role, crowd, (left, y))
    if foot:
        said = f"one mark: up to {crowd.each} people"
        place = (left, canvas.y.length - foot / 2)
        canvas.text("each", place, said, look.colours.quiet, size=look.type.body)
    return canvas


def _laid_out(most: int, width: float, height: float, look: Look) -> Crowd:
    """The largest marks with which the largest role fits beside its name; a mark stands for as few as it can."""
    small = look.type.small
    for each in MANY:
        marks = math.ceil(most / each)
        fitting = (
            Crowd(
                each,
                lines,
                min(height * ROWS_SHARE / lines, width / math.ceil(marks / lines), LARGEST * small),
            )
            for lines in range(1, MOST_LINES + 1)
        )
        best = max(fitting, key=lambda crowd: crowd.pitch)
        if best.pitch >= SMALLEST * small:
            return best
    return Crowd(max(most, 1), 1, small)


def _draw_marks(canvas: Canvas, role: RoleSummary, crowd: Crowd, start: tuple[float, float]) -> None:
    """Marks column by column, so that a role is a block and blocks compare by their length."""
    look, marks = canvas.look, crowd.marks(role.n)
    colour = look.colours.role(role.code) if role.shown else look.colours.possible
    tip = f"{role_name(role)}: {count(role.n, 'person', 'people')}"
    lines = min(crowd.lines, marks)
    for number in range(marks):
        column, line = divmod(number, lines)
        place = start[0] + (column + 0.5) * crowd.pitch, start[1] + (line - (lines - 1) / 2) * crowd.pitch
        shape, diameter = role_shape(role.code), crowd.pitch
        canvas.dot("people", place, colour, shape=shape, diameter=diameter, role=role.code, tip=tip)
    if not role.shown:
        x = start[0] + (math.ceil(marks / max(1, lines)) * crowd.pitch) + look.unit
        reason = shorten(role.reason, look.width_px - x, look.type.body)
        canvas.text("reasons", (x, start[1]), reason, look.colours.quiet, size=look.type.body)
