"""Rows of dots on a scale, placed before they are drawn: swarms for dots, two sides for labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.drawing.canvas import Span
from alignment_model.charts.drawing.names import role_name, short_name, standing
from alignment_model.charts.drawing.typesetting import LINE, shorten, swarm, text_width, two_sides, wrap
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.measures.statistic import Statistic

OVERHANG = 4  # units a role's name may stand out over the low end of the scale


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is asked, and where roles stand on 1..`levels`. `labels` name the scale's ends.

    `named` writes what is asked beside the row.
    """

    code: str
    label: str
    levels: int
    labels: tuple[str, str]
    positions: Mapping[str, Statistic]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """A row with everything placed, px from the row's own middle line."""

    row: Row
    label: list[str]
    roles: tuple[RoleSummary, ...]
    names: tuple[str, ...]
    values: tuple[float, ...]
    offsets: list[float]
    centres: list[float]
    sides: list[int]
    above: float
    below: float

    def reach(self, side: int, dot: float) -> float:
        """How far dots extend above (-1) or below (1) the row's line, px."""
        return max((side * offset for offset in self.offsets), default=0.0) + dot * 0.5

    @property
    def apart(self) -> float:
        """Highest minus lowest shown position."""
        return self.values[-1] - self.values[0] if len(self.values) > 1 else 0.0


def span_of(look: Look, *, named: bool = True) -> Span:
    """The scale between labels (left) and the distance (right); the whole width on a phone and without names."""
    side = look.dot
    left = side if look.phone else side + (look.width_px * 0.34 if named else OVERHANG * look.unit)
    right = side if look.phone else text_width("0.0 apart", look.type.small) + 2 * look.unit + side
    return Span(look.width_px, 0, 1, before=left, after=right)


def plan_row(row: Row, roles: Sequence[RoleSummary], span: Span, look: Look) -> Plan:
    """The row with its dots and labels placed so that none covers another."""
    placed = standing(roles, row.positions)
    places = [span.px((value - 1) / (row.levels - 1)) for value, _ in placed]
    size = look.type.small
    low, high = (
        (0, look.width_px)
        if look.phone
        else (span.before - OVERHANG * look.unit, look.width_px - span.after + 3 * look.unit)
    )
    gap = 0.9 * look.unit
    names = _names_that_fit([label_of(role, look) for _, role in placed], 2 * (high - low), size, gap)
    widths = [text_width(name, size, True) + gap for name in names]
    offsets = swarm(places, look.dot)
    centres, sides = two_sides(places, widths, offsets, low, high, tolerance=2.2 * look.unit)
    plan = Plan(
        row,
        _row_label(row, span, look),
        tuple(role for _, role in placed),
        tuple(names),
        tuple(value for value, _ in placed),
        offsets,
        centres,
        sides,
        0,
        0,
    )
    head = len(plan.label) * look.type.body * LINE
    step = size * LINE + look.unit / 4
    over, under = (plan.reach(side, look.dot) + step * (side in sides) for side in (-1, 1))
    if look.phone:
        return replace(plan, above=over + head + look.unit / 2, below=under)
    return replace(plan, above=max(over, head / 2), below=max(under, head / 2))


def _names_that_fit(names: list[str], room: float, size: float, gap: float) -> list[str]:
    """The names, the longest cut as far as needed for all to stand on the two sides of a row."""
    if len(names) < 2:
        return [shorten(name, room / 2, size, True) for name in names]
    widths = [text_width(name, size, True) + gap for name in names]
    if sum(widths) + 2 * max(widths) <= room:  # two sides never fill evenly: one name may stick out of each
        return names
    most = max(widths)
    while most > 4 * size and sum(min(width, most) for width in widths) + 2 * most > room:
        most -= size / 2
    return [shorten(name, most - gap, size, True) for name in names]


def _row_label(row: Row, span: Span, look: Look) -> list[str]:
    if not row.named:
        return []
    width = look.width_px if look.phone else span.before - look.dot - 3 * look.unit
    return wrap(row.label, width, look.type.body, lines=4 if look.phone else 3, bold=look.size == PROJECTOR)


def label_of(role: RoleSummary, look: Look) -> str:
    """What a role is called beside its dot."""
    return short_name(role) if look.phone else role_name(role)


def room_for(rows: Sequence[Row], roles: Sequence[RoleSummary], look: Look) -> bool:
    """Whether all rows fit at this size, with names of rows in two lines and names of roles whole."""
    span = span_of(look, named=any(row.named for row in rows))
    plans = [plan_row(row, roles, span, look) for row in rows]
    whole = all(
        name == label_of(role, look) for plan in plans for role, name in zip(plan.roles, plan.names)
    ) and all(len(plan.label) <= 2 for plan in plans)
    return whole and len(those_that_fit(plans, look)) == len(plans)


def those_that_fit(plans: list[Plan], look: Look) -> list[Plan]:
    """On a projector only as many rows as its height holds; elsewhere all."""
    if look.size != PROJECTOR:
        return plans
    free = look.height_px - look.type.small * LINE - look.unit
    heights = [plan.above + plan.below + 1.25 * look.unit for plan in plans]
    fitting = sum(1 for index in range(len(plans)) if sum(heights[: index + 1]) <= free)
    return plans[: max(1, fitting)]
