"""What value means to each role: aligned bars by outcome, one column a role, what all share as a filled band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.analysis.model import RoleSummary, ValueResult
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width
from alignment_model.charts.style.colour import mix
from alignment_model.charts.style.look import Look
from alignment_model.charts.value_columns import (
    Row,
    columns_of,
    first_of,
    fits,
    inside_of,
    labels_of,
    tall_of,
    top_of,
)
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import count

NOTHING = Statistic.none("no answer")
MOST_AIR = 3  # a row, as a multiple of what its text needs, so that few rows fill a slide
THICKEST = 1.5  # half a bar, as a multiple of the small type
MOST_LARGER = 1.3  # on a projector


def value_by_role(
    value: ValueResult, roles: Sequence[RoleSummary], look: Look, *, title: str = "", most: int = 0
) -> ChartResult:
    """Mean points of 100 per outcome and role; the part in full colour is what every leadership role gives.

    `most` draws the first so many outcomes and sums the others in a last row, so that each column is whole.
    """
    shown = [role for role in roles if role.shown and role.code in value.points]
    codes = _ordered(value, shown)
    leaders = [role for role in shown if role.leadership]
    shared = {code: min((_points(value, role, code) for role in leaders), default=0.0) for code in codes}
    rows = _rows(value, shown, codes, shared)
    canvas = _draw(value.common.known, shown, first_of(rows, most) if most else rows, look)
    return ChartResult(
        "value_by_role",
        canvas.chart(),
        title or _finding(value, shown),
        "100 points spread over outcomes, mean per role."
        + (" Full colour: what every leadership role gives." if value.common.known else ""),
        value.sentence or f"{_finding(value, shown)}.",
        tuple(
            {"Outcome": value.name(code)}
            | {role_name(role): round(_points(value, role, code)) for role in shown}
            | {"All leadership roles": round(shared[code])}
            for code in codes
        ),
        look,
    )


def _rows(
    value: ValueResult,
    roles: Sequence[RoleSummary],
    codes: Sequence[str],
    shared: Mapping[str, float],
) -> list[Row]:
    return [
        Row(
            value.name(code),
            {role.code: _points(value, role, code) for role in roles},
            shared[code],
            round(shared[code]),
        )
        for code in codes
    ]


def _points(value: ValueResult, role: RoleSummary, code: str) -> float:
    return value.points[role.code].get(code, NOTHING).value or 0.0


def _ordered(value: ValueResult, roles: Sequence[RoleSummary]) -> list[str]:
    codes = dict.fromkeys(code for role in roles for code in value.points[role.code])
    leaders = [role for role in roles if role.leadership] or list(roles)
    return sorted(codes, key=lambda code: -sum(_points(value, role, code) for role in leaders))


def _draw(common: bool, roles: Sequence[RoleSummary], rows: Sequence[Row], look: Look) -> Canvas:
    look = look.grown(MOST_LARGER, lambda larger: fits(rows, roles, common, larger))
    size, columns = look.type.body, columns_of(rows, roles, common, look)
    top, tall = top_of(columns, look), tall_of(rows, columns, look)
    if look.height_px:
        tall = min(tall * MOST_AIR, max(tall, (look.height_px - top) / max(1, len(rows))))
    canvas = Canvas(look, Span(look.width_px), Span(top + tall * max(1, len(rows))))
    held: list[RoleSummary | None] = [*roles, *([None] if columns.together else [])]
    for column, (role, head) in enumerate(zip(held, columns.heads)):
        ink = look.colours.label(role.code) if role else look.colours.ink
        place = (columns.left + column * columns.wide, 0)
        canvas.text("roles", place, head, ink, size=columns.size, bold=True, baseline="top")
    most = max((points for row in rows for points in row.points.values()), default=1.0) or 1.0
    above, below = size * LINE if look.phone else 0, look.unit * 0.5
    for line, (row, label) in enumerate(zip(rows, labels_of(rows, columns, look))):
        y = top + line * tall
        middle = y + (above if look.phone else tall - below) / 2
        canvas.text("outcomes", (0, middle), label, look.colours.ink, size=size)
        for column, role in enumerate(held):
            box = (columns.left + column * columns.wide, y + above, columns.wide - 6, tall - above - below)
            points = row.points[role.code] if role else row.shared
            shared = row.shared if common else 0.0
            number = round(points) if role else row.shared_said
            _bar(canvas, box, role, points, number, shared, most, inside_of(columns, look), row.name)
    return canvas


def _bar(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    role: RoleSummary | None,
    points: float,
    number: int,
    shared: float,
    most: float,
    stacked: bool,
    outcome: str,
) -> None:
    look = canvas.look
    x, y, wide, tall = box
    small = look.type.small
    room = wide if stacked else wide - text_width("100", small) - look.unit
    length = room * points / most
    middle = y + tall - small * 0.7 if stacked else y + tall / 2
    half = small * 0.55 if stacked else min(tall * 0.32, small * THICKEST)
    place = (x, middle - half - small * 0.65) if stacked else (x + length + look.unit * 0.6, middle)
    canvas.text("numbers", place, str(number), look.colours.ink, size=small, bold=role is None)
    if role is None:
        tip = f"Every leadership role: at least {number} points of 100 for {outcome}"
        ends = (x, x + max(length, 1)), (middle - half, middle + half)
        canvas.rect("together", *ends, look.colours.ink, radius=1, tip=tip, shared=points)
        return
    tip, colour = f"{role_name(role)}: {number} points of 100 for {outcome}", look.colours.role(role.code)
    rows, pale = (middle - half, middle + half), mix(colour, look.colours.paper, 0.55)
    canvas.rect("bars", (x, x + max(length, 1)), rows, pale, radius=1, tip=tip, role=role.code, points=points)
    if role.leadership and shared > 0:
        end = x + room * min(shared, points) / most
        canvas.rect("shared", (x, end), rows, colour, radius=1, shared=shared)


def _finding(value: ValueResult, roles: Sequence[RoleSummary]) -> str:
    """What the leadership roles put first."""
    if not roles:
        return "Nobody's points may be shown yet"
    leaders = [role for role in roles if role.leadership]
    if len(leaders) < 2:
        return "What value means to each role"
    if (value.common.value or 0.0) > 99.5:
        return "All leadership roles spread their points alike"
    first = [_first(value, role) for role in leaders]
    counts = {code: sum(code in codes for codes in first) for codes in first for code in codes}
    most = max(counts.values())
    named = [code for code, number in counts.items() if number == most]
    many = count(len(leaders), "leadership role")
    if most == 1:
        return f"The {many} each put something else first"
    if len(named) > 1:
        return f"No outcome is put first by more than {most} of {many}"
    outcome = value.name(named[0])
    who = f"All {many}" if most == len(leaders) else f"{most} of {many}"
    return f"{who} put “{outcome}” first"


def _first(value: ValueResult, role: RoleSummary) -> list[str]:
    """The outcomes that get most of a role's points; several where it gives them the same."""
    points = {code: round(found.value or 0.0) for code, found in value.points[role.code].items()}
    return [code for code, number in points.items() if number == max(points.values())]
