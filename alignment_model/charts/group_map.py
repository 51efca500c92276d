"""Groups as points: near means that they see the same things alike."""

from __future__ import annotations

import math
from collections.abc import Mapping

from alignment_model.charts.drawing.canvas import Canvas, Span, flipped
from alignment_model.charts.drawing.placing import Box, box_around, place_label
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.style.look import Look
from alignment_model.charts.style.palette import role_shape
from alignment_model.measures.map_groups import GroupMap
from alignment_model.wording import correlation

REACH = 0.78  # of the half height that the farthest group takes
FAIR_STRESS = 0.15  # above this two dimensions hold the distances badly
ALIKE = 0.7  # r from which two groups are joined by a line


def group_map(
    found: GroupMap, look: Look, *, names: Mapping[str, str] | None = None, title: str = ""
) -> ChartResult:
    """Each group at its place; a line joins groups that are much alike, and a bar shows what a distance means."""
    names = names or {}
    side = min(look.width_px, look.height_px or look.width_px * (0.9 if look.phone else 0.42))
    half = look.width_px / side
    order = ("ground", "lines", "leaders", "groups")
    canvas = Canvas(look, Span(look.width_px, -half, half), flipped(side, -1, 1), order=order)
    farthest = max((math.hypot(x, y) for x, y in found.points), default=0.0) or 1.0
    places = [(REACH * x / farthest, REACH * y / farthest) for x, y in found.points]
    taken: list[Box] = [box_around(canvas, place, look.dot, look.dot) for place in places]
    taken += _join(canvas, found, places)
    _scale_bar(canvas, REACH / farthest)
    for group, place, (first, second) in zip(found.groups, places, found.points):
        name = names.get(group, group)
        canvas.dot(
            "groups", place, look.colours.role(group), shape=role_shape(group), diameter=look.dot * 1.2,
            tip=name, group=group, first=first, second=second,
        )  # fmt: skip
        place_label(canvas, "names", place, name, look.colours.label(group), taken, bold=True)
    return ChartResult(
        "group_map",
        canvas.chart(),
        title or "Groups that stand near each other see these alike",
        f"Distance is 1 − r of the groups' prototypes. {about_stress(found)}",
        f"Map of {len(found.groups)} groups by how alike they see these things. {about_stress(found)}",
        tuple(_rows(found, names)),
        look,
    )


def about_stress(found: GroupMap) -> str:
    """How well two dimensions hold the distances, in words."""
    fit = "well" if found.stress < FAIR_STRESS else "only roughly: trust the table"
    return f"Two dimensions hold the distances {fit} (stress {correlation(found.stress)})."


def _join(canvas: Canvas, found: GroupMap, places: list[tuple[float, float]]) -> list[Box]:
    """Draw the lines between groups much alike; where they run, so that no name covers them."""
    look, run = canvas.look, []
    for i, row in enumerate(found.correlations):
        for j in range(i):
            r = row[j].value
            if r is not None and r >= ALIKE:
                canvas.line("lines", places[i], places[j], look.colours.faint, weight=look.stroke)
                (x, y), (to_x, to_y) = places[i], places[j]
                steps = [(x + (to_x - x) * t / 8, y + (to_y - y) * t / 8) for t in range(1, 8)]
                run += [box_around(canvas, step, 6, 6) for step in steps]
    return run


def _scale_bar(canvas: Canvas, unit: float) -> None:
    """How far apart groups lie whose views have nothing in common (r 0), or half of that where it is too long."""
    look = canvas.look
    share = 1.0 if unit <= 0.9 else 0.5 if unit <= 1.8 else 0.1
    left, y = canvas.x.at(look.unit), canvas.y.at(canvas.y.length - look.unit)
    end = left + share * unit
    canvas.line("ground", (left, y), (end, y), look.colours.quiet, weight=look.stroke)
    meaning = f"this far apart: r {correlation(1 - share)}"
    canvas.text(
        "ground", (left, canvas.y.at(canvas.y.length - 2.2 * look.unit)), meaning, look.colours.quiet,
        size=look.type.small,
    )  # fmt: skip


def _rows(found: GroupMap, names: Mapping[str, str]) -> list[dict[str, object]]:
    rows = []
    for i, one in enumerate(found.groups):
        for j in range(i):
            known = found.correlations[i][j]
            rows.append(
                {
                    "Group": names.get(found.groups[j], found.groups[j]),
                    "Other group": names.get(one, one),
                    "r": known.reason if known.value is None else round(known.value, 2),
                }
            )
    return rows
