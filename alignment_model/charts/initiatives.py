"""The initiative register: age × stage, size is spend, an outline says that no outcome is measured."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from alignment_model.analysis.model import RegisterResult
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.placing import Box, box_around, overlap
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, swarm, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.responses import STAGES, Initiative
from alignment_model.wording import count, money

DAYS_A_MONTH = 365.25 / 12
FEW = 3  # bubbles in a lane whose names find room beside each other
NAMES_ALONE, NAMES_CROWDED = 2.4, 5.0  # lines of names a lane has room for, above and below together
STEPS = 9  # quarters of a line a name may stand away from its bubble


@dataclass(frozen=True, slots=True)
class _Bubble:
    """One initiative, placed: months old, diameter and offset from its lane's middle, px."""

    initiative: Initiative
    months: float
    diameter: float
    offset: float = 0.0


def initiatives(
    register: RegisterResult, as_of: date, look: Look, *, currency: str = "", title: str = ""
) -> ChartResult:
    """One lane a stage; older to the right. Filled: an outcome is measured; outlined: none is."""
    lanes = _lanes(register.initiatives, as_of, look, look.dot * 3.2)
    undated = [item for item in register.initiatives if item.started is None]
    oldest = max((bubble.months for lane in lanes.values() for bubble in lane), default=12.0)
    small = look.type.small
    left = text_width("Production", look.type.body, True) + 3 * look.unit if not look.phone else look.unit * 2
    span = Span(look.width_px, 0, max(6.0, oldest), before=left + look.dot, after=3 * look.unit)
    lanes = {stage: _swarmed(lane, span) for stage, lane in lanes.items()}
    heights = [_height(lane, look) for lane in lanes.values()]
    if look.height_px and sum(heights) > look.height_px * 0.85:  # smaller bubbles where they would not fit
        share = max(0.3, look.height_px * 0.6 / sum(heights))
        lanes = _lanes(register.initiatives, as_of, look, look.dot * 3.2 * share)
        lanes = {stage: _swarmed(lane, span) for stage, lane in lanes.items()}
        heights = [_height(lane, look) for lane in lanes.values()]
    foot = small * LINE * (3 if undated else 2)
    if look.height_px and heights:
        more = max(0.0, look.height_px - foot - sum(heights)) / len(heights)
        heights = [height + min(more, height) for height in heights]
    canvas = Canvas(
        look,
        span,
        Span(max(sum(heights), look.dot * 4) + foot),
        order=("lanes", "grid", "leaders", "bubbles"),
    )
    y = 0.0
    for (stage, lane), height in zip(lanes.items(), heights):
        _draw_lane(canvas, stage, lane, (y, y + height), currency)
        y += height
    _draw_axis(canvas, y, len(undated))
    finding = _finding(register, currency)
    return ChartResult(
        "initiatives",
        canvas.chart(),
        title or finding,
        "Months since start, one lane a stage. Size: spent to date. Outlined: no outcome is measured.",
        f"{finding}.",
        tuple(_row(item, as_of) for item in register.initiatives),
        look,
    )


def _lanes(items: Sequence[Initiative], as_of: date, look: Look, largest: float) -> dict[str, list[_Bubble]]:
    lanes = {stage: _lane(items, stage, as_of, look, largest) for stage in STAGES}
    return {stage: lane for stage, lane in lanes.items() if lane}


def _lane(items: Sequence[Initiative], stage: str, as_of: date, look: Look, largest: float) -> list[_Bubble]:
    most = max((item.spend_to_date or 0 for item in items), default=0) or 1
    return [
        _Bubble(
            item,
            max(0.0, (as_of - item.started).days / DAYS_A_MONTH),
            max(look.dot * 0.7, largest * math.sqrt((item.spend_to_date or 0) / most)),
        )
        for item in sorted(items, key=lambda item: item.started or as_of, reverse=True)
        if item.stage == stage and item.started is not None
    ]


def _swarmed(lane: Sequence[_Bubble], span: Span) -> list[_Bubble]:
    widest = max(bubble.diameter for bubble in lane)
    offsets = swarm([span.px(bubble.months) for bubble in lane], widest * 0.95)
    return [_Bubble(b.initiative, b.months, b.diameter, offset) for b, offset in zip(lane, offsets)]


def _height(lane: Sequence[_Bubble], look: Look) -> float:
    """Room for the bubbles and a line of names on either side, two where many stand in one lane."""
    reach = max(abs(bubble.offset) + bubble.diameter / 2 for bubble in lane)
    head = look.type.body * LINE + look.unit if look.phone else 0
    lines = NAMES_ALONE if len(lane) <= FEW else NAMES_CROWDED
    return 2 * reach + look.type.small * LINE * lines + head


def _draw_lane(
    canvas: Canvas, stage: str, lane: Sequence[_Bubble], rows: tuple[float, float], currency: str
) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    head = look.type.body * LINE + look.unit if look.phone else 0
    middle = (rows[0] + head + rows[1]) / 2
    place = (span.at(0), rows[0] + head * 0.6 if look.phone else middle)
    canvas.text("stages", place, stage, colours.ink, size=look.type.body, bold=True)
    edge = (span.at(0), rows[1]), (span.at(look.width_px), rows[1])
    canvas.line("lanes", *edge, colours.hair, weight=look.stroke * 0.7)
    taken = [box_around(canvas, (b.months, middle + b.offset), b.diameter, b.diameter) for b in lane]
    for bubble in sorted(lane, key=lambda bubble: -bubble.diameter):
        item, y = bubble.initiative, middle + bubble.offset
        spent = (
            "spend unknown" if item.spend_to_date is None else f"{money(item.spend_to_date, currency)} spent"
        )
        outcome = "outcome measured" if item.outcome_measured else "no outcome measured"
        canvas.dot(
            "bubbles",
            (bubble.months, y),
            colours.accent,
            diameter=bubble.diameter,
            hollow=not item.outcome_measured,
            tip=f"{item.name}: {stage}, {round(bubble.months)} months, {spent}, {outcome}",
            initiative=item.name,
            months=bubble.months,
            spend=item.spend_to_date,
        )
        _label(canvas, bubble, y, (rows[0] + head, rows[1]), taken)


def _label(canvas: Canvas, bubble: _Bubble, y: float, rows: tuple[float, float], taken: list[Box]) -> None:
    """The initiative's name as near its bubble as there is room in its lane; the tooltip has it in any case."""
    look, span = canvas.look, canvas.x
    size = look.type.small
    longest = look.width_px * (0.36 if look.phone else 0.24)
    lines = wrap(bubble.initiative.name, longest, size, lines=2)
    wide, tall = max(text_width(line, size) for line in lines) + 6, size * LINE * len(lines)
    for left, top in _places(canvas, bubble, y, (wide, tall)):
        box = (left, top, left + wide, top + tall)
        inside = rows[0] <= top and top + tall <= rows[1]
        if not inside or any(overlap(box, other) for other in taken):
            continue
        taken.append(box)
        near = top if top > y else top + tall
        if abs(near - y) > bubble.diameter / 2 + size * LINE / 2:
            edge = y + math.copysign(bubble.diameter / 2, near - y)
            ends = (bubble.months, edge), (bubble.months, near)
            canvas.line("leaders", *ends, look.colours.faint, weight=look.stroke * 0.5)
        for number, line in enumerate(lines):
            place = (span.at(left + wide / 2), top + size * LINE * (number + 0.5))
            canvas.text("names", place, line, look.colours.quiet, size=size, align="center")
        return


def _places(
    canvas: Canvas, bubble: _Bubble, y: float, size: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Where a name may stand, nearest first: left and top, px; below and above, in the middle or to a side."""
    look, span = canvas.look, canvas.x
    (wide, tall), line = size, look.type.small * LINE
    least, most = span.before - look.dot, look.width_px - wide
    for step in range(STEPS):
        away = bubble.diameter / 2 + step * line / 4
        for aside in (0.5, 0.2, 0.8):
            left = min(max(span.px(bubble.months) - wide * aside, least), most)
            yield left, y + away
            yield left, y - away - tall


def _draw_axis(canvas: Canvas, bottom: float, undated: int) -> None:
    look, span = canvas.look, canvas.x
    size = look.type.small
    step = 6 if span.high <= 36 else 12
    for months in range(0, int(span.high) + 1, step):
        canvas.line("grid", (months, 0), (months, bottom), look.colours.hair, weight=look.stroke * 0.5)
        text = f"{months} months" if months == step else str(months)
        canvas.text("months", (months, bottom + size), text, look.colours.quiet, size=size, align="center")
    if undated:
        text = f"{count(undated, 'initiative')} without a start date: in the table only"
        canvas.text("undated", (span.at(0), bottom + size * LINE * 2.2), text, look.colours.quiet, size=size)


def _finding(register: RegisterResult, currency: str) -> str:
    if not register.initiatives:
        return "No initiative is registered yet"
    missing = [item for item in register.initiatives if not item.outcome_measured]
    spent = sum(item.spend_to_date or 0 for item in missing)
    many = f"{len(missing)} of {count(len(register.initiatives), 'initiative')}"
    if not missing:
        return "Every initiative has a measured outcome"
    have = "has" if len(missing) == 1 else "have"
    return f"{many} {have} no measured outcome; {money(spent, currency)} spent on them"


def _row(item: Initiative, as_of: date) -> dict[str, object]:
    months = None if item.started is None else round((as_of - item.started).days / DAYS_A_MONTH)
    measured = {True: "yes", False: "no", None: "not said"}[item.outcome_measured]
    return {
        "Initiative": item.name,
        "Stage": item.stage,
        "Months": months,
        "Spent": item.spend_to_date,
        "Committed": item.committed_spend,
        "Outcome measured": measured,
    }
