"""What value means to each role, laid out before it is drawn: rows by outcome, columns by role."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.drawing.names import role_name, short_name
from alignment_model.charts.drawing.typesetting import ELLIPSIS, LINE, shorten, text_width, wrap
from alignment_model.charts.style.look import PROJECTOR, Look

SMALLEST = 0.75  # of the small type: how far a column's name shrinks before it is cut
LABELS, MOST_LABELS = 0.24, 0.3  # share of the width for the names of outcomes
OTHERS = "All others"
SHARED = ["Shared", "by all"]


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome: the points of each role, by code, and what every leadership role gives, also as it is said."""

    name: str
    points: Mapping[str, float]
    shared: float
    shared_said: int


def first_of(rows: Sequence[Row], most: int) -> list[Row]:
    """The first rows, the others summed in one: what is shared of them is the sum of what is shared of each."""
    kept, others = list(rows[:most]), rows[most:]
    if not others:
        return kept
    points = {role: sum(row.points[role] for row in others) for role in others[0].points}
    name = others[0].name if len(others) == 1 else OTHERS
    whole = [*kept, Row(name, points, sum(row.shared for row in others), 0)]
    said = whole_numbers([row.shared for row in whole])
    return [replace(row, shared_said=number) for row, number in zip(whole, said)]


def whole_numbers(values: Sequence[float]) -> list[int]:
    """The values rounded so that they add up to their rounded sum: the largest remainders are rounded up.

    >>> whole_numbers([9.6, 7.6, 4.6]), whole_numbers([1.4, 1.4, 1.4])
    ([10, 8, 4], [2, 1, 1])
    """
    numbers = [math.floor(value) for value in values]
    missing = round(sum(values)) - sum(numbers)
    for index in sorted(range(len(values)), key=lambda i: numbers[i] - values[i])[:missing]:
        numbers[index] += 1
    return numbers


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns stand, px: the first one's left edge, the width of each, and their names in lines."""

    left: float
    wide: float
    heads: list[list[str]]
    size: float
    together: bool  # a last column holds what all share

    @property
    def whole(self) -> bool:
        """Whether no name had to be cut."""
        return not any(line.endswith(ELLIPSIS) for head in self.heads for line in head)


def columns_of(rows: Sequence[Row], roles: Sequence[RoleSummary], common: bool, look: Look) -> Columns:
    small = look.type.small
    left = _left(rows, look)
    together = common and not look.phone and (look.width_px - left) / (len(roles) + 1) > 5 * small
    wide = (look.width_px - left) / max(1, len(roles) + together)
    words = [text_width(word, small, True) for role in roles for word in short_name(role).split()]
    least = 1.0 if look.size == PROJECTOR else SMALLEST
    size = small * max(least, min([1.0, *((wide - 6) / width for width in words)]))
    heads = [_head(role, wide - 6, size) for role in roles] + ([SHARED] if together else [])
    return Columns(left, wide, heads, size, together)


def _left(rows: Sequence[Row], look: Look) -> float:
    """Room for the outcomes' names; on a projector as much as they need in one line, within bounds."""
    if look.phone:
        return 0.0
    if look.size != PROJECTOR:
        return look.width_px * LABELS
    longest = max((text_width(row.name, look.type.body) for row in rows), default=0.0)
    return min(longest + 2.5 * look.unit, look.width_px * MOST_LABELS)


def top_of(columns: Columns, look: Look) -> float:
    return max(map(len, columns.heads), default=1) * look.type.small * LINE + look.unit


def labels_of(rows: Sequence[Row], columns: Columns, look: Look) -> list[list[str]]:
    room = look.width_px if look.phone else columns.left - look.unit
    return [wrap(row.name, room, look.type.body, lines=1 if look.phone else 2) for row in rows]


def tall_of(rows: Sequence[Row], columns: Columns, look: Look) -> float:
    """The least height of a row, px."""
    size, small = look.type.body, look.type.small
    tall = small * (2.9 if inside_of(columns, look) else 1.7) + look.unit * 0.5
    if look.phone:
        return tall + size * LINE
    return max(tall, max(map(len, labels_of(rows, columns, look)), default=1) * size * LINE + look.unit * 0.5)


def inside_of(columns: Columns, look: Look) -> bool:
    """Whether a column is too narrow for a number beside its bar."""
    return columns.wide < text_width("100", look.type.small) + 60


def fits(rows: Sequence[Row], roles: Sequence[RoleSummary], common: bool, look: Look) -> bool:
    columns = columns_of(rows, roles, common, look)
    whole = columns.whole and not inside_of(columns, look)
    return whole and top_of(columns, look) + tall_of(rows, columns, look) * len(rows) <= look.height_px


def _head(role: RoleSummary, width: float, size: float) -> list[str]:
    """A column's name over at most two lines; no word is broken while a shorter name fits."""
    name = role_name(role)
    if max(text_width(word, size, True) for word in name.split()) > width:
        name = short_name(role)
    if text_width(name, size, True) > width and " " not in name:
        return [shorten(name, width, size, True)]
    return wrap(name, width, size, lines=2, bold=True)
