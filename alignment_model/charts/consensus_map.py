"""Who stands with whom: members as arrows, priorities as points, camps as soft hulls."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from alignment_model.charts.drawing.canvas import Canvas, Span, flipped
from alignment_model.charts.drawing.names import in_a_sentence
from alignment_model.charts.drawing.placing import Box, box_around, place_label
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.style.look import Look
from alignment_model.charts.style.palette import role_shape
from alignment_model.measures.consensus_map import ConsensusMap, Point
from alignment_model.wording import listing, percent

REACH = 0.82  # of the half height that the longest arrow and the farthest point take


def consensus_map(
    found: ConsensusMap,
    look: Look,
    *,
    camps: Sequence[Sequence[str]] = (),
    names: Mapping[str, str] | None = None,
    title: str = "",
) -> ChartResult:
    """Arrows that point the same way rank alike; a point far out along an arrow matters to that member.

    `camps` are members by the names in `found`; `names` are what members are called. Arrows and points
    keep their own scales, as in any biplot; both axes of each share one, so angles are true.
    """
    names = names or {}
    side = min(look.width_px, look.height_px or look.width_px * (1.1 if look.phone else 0.62))
    canvas = _surface(look, side)
    arrows = _scaled(found.vectors)
    items = _scaled(found.points)
    _draw_ground(canvas)
    _draw_camps(canvas, found, arrows, camps)
    taken = [box_around(canvas, (x, y), look.dot * 0.9, look.dot * 0.9) for x, y in (*arrows, *items)]
    lines = [box for arrow in arrows for box in _along(canvas, arrow)]
    _draw_members(canvas, found, arrows, names, taken, lines)
    _draw_items(canvas, found, items, taken, lines)
    finding = _finding(found, camps, names)
    drawn = (
        "" if found.explained is None else f" The picture holds {percent(found.explained)} of the variance."
    )
    return ChartResult(
        "consensus_map",
        canvas.chart(),
        title or finding,
        f"Arrows: members; those that point the same way see priorities alike. Points: priorities.{drawn}",
        f"{finding}.{drawn}",
        tuple(_rows(found, camps, names)),
        look,
    )


def _along(canvas: Canvas, arrow: Point) -> list[Box]:
    """Small boxes along an arrow, closer than a line of text is tall, so that no label lies across it."""
    x, y = arrow
    length = math.hypot(canvas.x.px(x) - canvas.x.px(0), canvas.y.px(y) - canvas.y.px(0))
    steps = max(2, math.ceil(length / (canvas.look.type.small / 2)))
    return [box_around(canvas, (x * t / steps, y * t / steps), 6, 6) for t in range(1, steps)]


def _surface(look: Look, side: float) -> Canvas:
    """One data unit is as wide as it is tall."""
    half = look.width_px / side
    x = Span(look.width_px, -half, half)
    return Canvas(
        look, x, flipped(side, -1, 1), order=("ground", "camps", "leaders", "arrows", "heads", "items")
    )


def _scaled(points: Sequence[Point]) -> list[Point]:
    longest = max((math.hypot(x, y) for x, y in points), default=0.0) or 1.0
    return [(REACH * x / longest, REACH * y / longest) for x, y in points]


def _draw_ground(canvas: Canvas) -> None:
    colour, weight = canvas.look.colours.hair, canvas.look.stroke * 0.7
    canvas.line("ground", (canvas.x.low, 0), (canvas.x.high, 0), colour, weight=weight)
    canvas.line("ground", (0, -1), (0, 1), colour, weight=weight)


def _draw_camps(
    canvas: Canvas, found: ConsensusMap, arrows: Sequence[Point], camps: Sequence[Sequence[str]]
) -> None:
    look = canvas.look
    for number, camp in enumerate(camps):
        ends = [arrow for member, arrow in zip(found.members, arrows) if member in camp]
        if ends:  # a soft closed curve stays inside its points, so the outline is drawn a little wide
            fill = look.colours.high[0] if number % 2 == 0 else look.colours.low[0]
            canvas.area("camps", _hull(ends), fill, opacity=0.28, smooth=True)


def _hull(ends: Sequence[Point]) -> list[Point]:
    """A soft closed shape around the centre and these arrow ends."""
    angles = sorted(math.atan2(y, x) for x, y in ends)
    gaps = [(angles[(i + 1) % len(angles)] - angle) % (2 * math.pi) for i, angle in enumerate(angles)]
    widest = max(range(len(gaps)), key=lambda i: gaps[i] or 2 * math.pi)
    start = angles[(widest + 1) % len(angles)]
    sweep = (angles[widest] - start) % (2 * math.pi)
    far = max(math.hypot(x, y) for x, y in ends) * 1.16
    steps = [start - 0.3 + (sweep + 0.6) * index / 8 for index in range(9)]
    return [(0.0, 0.0), *((far * math.cos(angle), far * math.sin(angle)) for angle in steps)]


def _draw_members(
    canvas: Canvas,
    found: ConsensusMap,
    arrows: Sequence[Point],
    names: Mapping[str, str],
    taken: list[Box],
    lines: Sequence[Box],
) -> None:
    look = canvas.look
    for member, (x, y), vector in zip(found.members, arrows, found.vectors):
        colour = look.colours.role(member)
        canvas.line("arrows", (0, 0), (x, y), colour, weight=look.stroke * 1.7, cap="round")
        name = names.get(member, member)
        canvas.dot(
            "heads",
            (x, y),
            colour,
            shape=role_shape(member),
            tip=name,
            member=member,
            first=vector[0],
            second=vector[1],
        )
        place_label(
            canvas, "members", (x, y), name, look.colours.label(member), taken, bold=True, lines_under=lines
        )


def _draw_items(
    canvas: Canvas, found: ConsensusMap, items: Sequence[Point], taken: list[Box], lines: Sequence[Box]
) -> None:
    look = canvas.look
    for item, place, point in zip(found.items, items, found.points):
        canvas.dot(
            "items",
            place,
            look.colours.ink,
            diameter=look.dot * 0.5,
            tip=item,
            item=item,
            first=point[0],
            second=point[1],
        )
        place_label(canvas, "item_labels", place, item, look.colours.quiet, taken, lines_under=lines)


def _finding(found: ConsensusMap, camps: Sequence[Sequence[str]], names: Mapping[str, str]) -> str:
    if not found.members:
        return "No priorities to map yet"
    if len(camps) == 2:
        sides = [listing([in_a_sentence(member, names) for member in camp]) for camp in camps]
        return f"Two camps: {sides[0]} against {sides[1]}"
    alpha, band = found.alpha, found.null_band
    if not alpha.known or band is None:
        return (
            f"How far members agree cannot be said: {alpha.reason}"
            if alpha.reason
            else "Who stands with whom"
        )
    if (alpha.value or 0) > band.high:
        return "Members rank these more alike than chance would give"
    return "Members rank these no more alike than chance would give"


def _rows(
    found: ConsensusMap, camps: Sequence[Sequence[str]], names: Mapping[str, str]
) -> list[dict[str, object]]:
    camp_of = {member: str(number + 1) for number, camp in enumerate(camps) for member in camp}
    rows: list[dict[str, object]] = [
        {
            "Kind": "member",
            "Name": names.get(member, member),
            "First axis": round(x, 2),
            "Second axis": round(y, 2),
            "Camp": camp_of.get(member, ""),
        }
        for member, (x, y) in zip(found.members, found.vectors)
    ]
    rows += [
        {"Kind": "priority", "Name": item, "First axis": round(x, 2), "Second axis": round(y, 2), "Camp": ""}
        for item, (x, y) in zip(found.items, found.points)
    ]
    return rows
