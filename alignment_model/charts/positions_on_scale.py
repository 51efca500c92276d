"""Where each role stands: dots on the scale, one row a question (or layer), roles labelled directly."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import Analysis, QuestionResult, RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_in_a_sentence, role_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.role_mark import role_mark
from alignment_model.charts.drawing.typesetting import LINE, wrap
from alignment_model.charts.positions_plan import Plan, Row, plan_row, room_for, span_of, those_that_fit
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.findings.words import opened
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import protects
from alignment_model.wording import count, points

FAVOURABLE = ("less favourable", "more favourable")  # ends of one scale some statements are turned round on
MOST_LARGER = 1.7  # on a projector, where rows are few
BACK_TO_FRONT = ("separators", "levels", "scale", "reach", "leaders", "dots")


def positions_on_scale(
    questions: Sequence[QuestionResult],
    roles: Sequence[RoleSummary],
    look: Look,
    *,
    title: str = "",
    most: int = 0,
    named: bool = True,
) -> ChartResult:
    """Dots on each question's own scale, rows ordered by how far shown roles stand apart.

    Questions with other scales are drawn from their lowest to their highest level. `most` keeps the first
    so many rows; `named` off leaves the question's name away where it stands just above.
    Positions speak for the layer: reversed questions are turned round.
    """
    rows = [
        Row(
            result.question.code,
            result.question.label,
            result.levels,
            _ends(result),
            result.positions,
            named,
        )
        for result in questions
    ]
    return _positions(rows, roles, look, title=title, most=most, noun="question")


def layers_on_scale(analysis: Analysis, look: Look, *, title: str = "") -> ChartResult:
    """The same picture with one row a layer, positions as 1..5 equivalents."""
    rows = [
        Row(layer.code, layer.layer.name, 5, ("low", "high"), layer.positions) for layer in analysis.layers
    ]
    return _positions(rows, analysis.roles, look, title=title, most=0, noun="layer")


def _ends(result: QuestionResult) -> tuple[str, str]:
    ends = (result.labels[0], result.labels[-1])
    return (ends[1], ends[0]) if result.question.reversed else ends


def _positions(
    rows: Sequence[Row], roles: Sequence[RoleSummary], look: Look, *, title: str, most: int, noun: str
) -> ChartResult:
    look = look.grown(MOST_LARGER, lambda larger: room_for(rows[:most] if most else rows, roles, larger))
    span = span_of(look, named=any(row.named for row in rows))
    plans = sorted((plan_row(row, roles, span, look) for row in rows), key=lambda plan: -plan.apart)
    plans = those_that_fit(plans[:most] if most else plans, look)
    canvas = _draw(plans, span, look)
    finding, sentence = _finding(plans, noun)
    left_out = f" The first {len(plans)} of {len(rows)} are drawn." if len(plans) < len(rows) else ""
    return ChartResult(
        "positions_on_scale",
        canvas.chart(),
        title or finding,
        f"Mean answer of each role, one row a {noun}, most apart first. The line runs from lowest to highest.{left_out}",
        sentence,
        tuple(_table_row(plan.row, roles, noun) for plan in plans),
        look,
    )


def _draw(plans: Sequence[Plan], span: Span, look: Look) -> Canvas:
    size, colours = look.type.small, look.colours
    ends = _shared_ends(plans)
    top = size * LINE + look.unit if ends else 0
    gap = 1.25 * look.unit
    natural = sum(plan.above + plan.below + gap for plan in plans) + top
    extra = max(0.0, look.height_px - natural) / max(1, len(plans))
    canvas = Canvas(look, span, Span(natural + extra * len(plans)), order=BACK_TO_FRONT)
    if ends:
        _scale_ends(canvas, ends, size * LINE / 2)
    y = top
    for number, plan in enumerate(plans):
        height = plan.above + plan.below + gap + extra
        if number:
            edges = (span.at(0), y), (span.at(look.width_px), y)
            canvas.line("separators", *edges, colours.hair, weight=look.stroke * 0.6)
        _draw_row(canvas, plan, y + plan.above + (gap + extra) / 2, bool(ends))
        y += height
    return canvas


def _shared_ends(plans: Sequence[Plan]) -> tuple[str, str] | None:
    """What left and right are called for all rows; None where rows have scales of their own."""
    labels = {plan.row.labels for plan in plans}
    if len(labels) == 1:
        return labels.pop()
    same_scale = len({frozenset(pair) for pair in labels}) == 1
    return FAVOURABLE if same_scale else None


def _scale_ends(canvas: Canvas, labels: tuple[str, str], y: float) -> None:
    look, span = canvas.look, canvas.x
    room = (look.width_px - span.before - span.after) / 2 - look.unit
    for place, label, align in ((0.0, labels[0], "left"), (1.0, labels[1], "right")):
        text = wrap(label, room, look.type.small, lines=1)[0]
        x = place + (-1 if align == "left" else 1) * look.dot * span.per_px * (0.5 if not look.phone else 1)
        canvas.text("scale_ends", (x, y), text, look.colours.quiet, size=look.type.small, align=align)
    if look.size == PROJECTOR:
        place = (span.at(look.width_px), y)
        canvas.text("scale_ends", place, "apart", look.colours.quiet, size=look.type.small, align="right")


def _draw_row(canvas: Canvas, plan: Plan, middle: float, same: bool) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    size = look.type.body
    place = (span.at(0), middle)
    if look.phone:
        place = (span.at(0), middle - plan.above + len(plan.label) * size * LINE / 2)
    if plan.label:
        canvas.text("rows", place, plan.label, colours.ink, size=size, bold=look.size == PROJECTOR)
    if not plan.values:
        canvas.text(
            "reasons", (0.5, middle), _why(plan.row), colours.quiet, size=look.type.small, align="center"
        )
        return
    for level in range(plan.row.levels):
        x = level / (plan.row.levels - 1)
        canvas.line(
            "levels",
            (x, middle - look.dot * 0.45),
            (x, middle + look.dot * 0.45),
            colours.hair,
            weight=look.stroke,
        )
    canvas.line("scale", (0, middle), (1, middle), colours.hair, weight=look.stroke * 0.8)
    ends = [(value - 1) / (plan.row.levels - 1) for value in (plan.values[0], plan.values[-1])]
    canvas.line("reach", (ends[0], middle), (ends[1], middle), colours.faint, weight=look.stroke * 1.6)
    if not look.phone and len(plan.values) > 1:
        right = (span.at(look.width_px), middle)
        canvas.text(
            "apart",
            right,
            points(plan.apart) if same and look.size == PROJECTOR else f"{points(plan.apart)} apart",
            colours.ink,
            size=look.type.small,
            align="right",
            bold=True,
        )
    _draw_roles(canvas, plan, middle)


def _why(row: Row) -> str:
    reasons = {statistic.reason for statistic in row.positions.values() if statistic.reason}
    return reasons.pop() if len(reasons) == 1 else "Nobody may be shown here"


def _draw_roles(canvas: Canvas, plan: Plan, middle: float) -> None:
    look, span = canvas.look, canvas.x
    step = look.type.small * LINE
    for role, name, value, offset, centre, side in zip(
        plan.roles, plan.names, plan.values, plan.offsets, plan.centres, plan.sides
    ):
        x = (value - 1) / (plan.row.levels - 1)
        label_y = middle + side * (plan.reach(side, look.dot) + step / 2 + look.unit / 8)
        if abs(span.px(x) - centre) > look.unit or offset * side < 0:
            start, end = (x, middle + offset), (span.at(centre), label_y - side * step * 0.38)
            canvas.line("leaders", start, end, look.colours.faint, weight=look.stroke * 0.5)
        people = count(role.n, "person", "people")
        tip = f"{role_name(role)}: {points(value)} of {plan.row.levels}, {plan.row.label} ({people})"
        place = (x, middle + offset)
        role_mark(canvas, "dots", place, role.code, tip=tip, row=plan.row.code, position=value)
        ink, size = look.colours.label(role.code), look.type.small
        canvas.text(
            "role_labels", (span.at(centre), label_y), name, ink, size=size, bold=True, align="center"
        )


def _finding(plans: Sequence[Plan], noun: str) -> tuple[str, str]:
    if not plans or not plans[0].values:
        return "Nobody may be shown yet", "No role may be shown yet."
    first = plans[0]
    if len(first.values) == 1:
        held_back = any(protects(found.reason) for found in first.row.positions.values())
        others = "nobody else may be shown" if held_back else "nobody else answered"
        text = f"{role_name(first.roles[0])}: {points(first.values[0])} of {first.row.levels}; {others}"
        return text, f"{text}."
    low, high = role_in_a_sentence(first.roles[0]), role_in_a_sentence(first.roles[-1])
    if first.apart < 0.05:
        return "All roles stand at the same place", f"All roles stand at {points(first.values[0])}."
    text = f"{opened(low)} and {high} stand furthest apart: {points(first.apart)} points"
    return (
        text,
        f"{text}, on the {noun} “{first.row.label}” ({points(first.values[0])} and {points(first.values[-1])}).",
    )


def _table_row(row: Row, roles: Sequence[RoleSummary], noun: str) -> dict[str, object]:
    result: dict[str, object] = {noun.capitalize(): row.label}
    for role in roles:
        position = row.positions.get(role.code, Statistic.none("No answers"))
        result[role_name(role)] = position.reason if position.value is None else round(position.value, 1)
    return result
