"""The number: what each role expects AI to do to operating cost, the range, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import NumberResult, RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_in_a_sentence, role_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.role_mark import role_mark
from alignment_model.charts.drawing.typesetting import LINE, shorten, text_width
from alignment_model.charts.style.look import Look
from alignment_model.findings.words import opened, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import change, points

NOTHING = Statistic.none("no answer")
UNCHANGED = "no change"


def the_number(
    number: NumberResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """One row a role, lowest first; the band runs over the leadership roles, its median is named."""
    shown = [role for role in roles if role.shown and number.effect.get(role.code, NOTHING).known]
    shown.sort(key=lambda role: number.effect[role.code].value or 0)
    values = [number.effect[role.code].value or 0 for role in shown]
    leaders = [value for role, value in zip(shown, values) if role.leadership]
    canvas, top, step = _surface(number, shown, values, look)
    spread = max(values, default=0.0) - min(values, default=0.0)
    bottom = top + step * max(1, len(shown))
    if leaders:
        _draw_range(canvas, number, leaders, top, bottom, spread)
    canvas.line("zero", (0, top), (0, bottom), look.colours.faint, weight=look.stroke * 0.7)
    for index, role in enumerate(shown):
        _draw_role(canvas, number, role, top + (index + 0.5) * step, spread)
    _draw_axis(canvas, bottom)
    finding = _finding(number, shown, spread)
    return ChartResult(
        "the_number",
        canvas.chart(),
        title or finding,
        "Expected change of operating cost over 12 months, in per cent. Minus: lower cost. Band: leadership roles.",
        number.sentence or f"{finding}.",
        tuple(_row(number, role) for role in roles if role.code in number.effect),
        look,
    )


def _surface(
    number: NumberResult, shown: Sequence[RoleSummary], values: Sequence[float], look: Look
) -> tuple[Canvas, float, float]:
    """The canvas, where its first row begins, and the height of a row, px."""
    small, size = look.type.small, look.type.body
    names = max((text_width(role_name(role), size) for role in shown), default=0) + 3 * look.unit
    sure = max((text_width(_sure(number, role), small) for role in shown), default=0)
    right = 3 * look.unit if look.phone else sure + 4 * look.unit
    left = min(names, look.width_px * 0.36)
    span = Span(look.width_px, *_ends(number, shown, values), before=left, after=right)
    step = size * LINE * (2.0 if look.phone else 1.5)
    top, foot = small * LINE * 1.5, small * LINE * (1.6 if _on_one_line(span, look) else 2.6)
    if look.height_px:
        step = min(step * 2.2, max(step, (look.height_px - top - foot) / max(1, len(shown))))
    whole = Span(top + step * max(1, len(shown)) + foot)
    return Canvas(look, span, whole, order=("range", "zero", "median", "stems", "effects")), top, step


def _ends(number: NumberResult, roles: Sequence[RoleSummary], values: Sequence[float]) -> tuple[float, float]:
    """The axis: from lowest to highest with no change, and intervals as far as they do not dwarf the values."""
    low, high = min([0.0, *values]), max([0.0, *values])
    reach = max(5.0, high - low)
    ends = [end for role in roles for end in number.effect[role.code].interval or ()]
    low, high = (
        min([low, *(max(end, low - reach) for end in ends)]),
        max([high, *(min(end, high + reach) for end in ends)]),
    )
    margin = max(1.0, (high - low) * 0.08)
    return low - margin, high + margin


def _sure(number: NumberResult, role: RoleSummary) -> str:
    found = number.confidence.get(role.code, NOTHING)
    return "" if found.value is None else f"confidence {points(found.value)} of 5"


def _draw_range(
    canvas: Canvas, number: NumberResult, leaders: Sequence[float], top: float, bottom: float, spread: float
) -> None:
    look, colours = canvas.look, canvas.look.colours
    canvas.rect("range", (min(leaders), max(leaders)), (top, bottom), colours.zone, radius=look.unit / 2)
    if number.median.value is not None and len(leaders) > 1:
        canvas.line(
            "median",
            (number.median.value, top),
            (number.median.value, bottom),
            colours.ink,
            weight=look.stroke,
            dash=(4, 4),
        )
        text = f"median {change(number.median.value, spread=spread)}"
        half = text_width(text, look.type.small) / 2
        place = min(max(canvas.x.px(number.median.value), half), look.width_px - half)
        canvas.text(
            "median_label",
            (canvas.x.at(place), top / 2),
            text,
            colours.ink,
            size=look.type.small,
            align="center",
        )


def _draw_role(canvas: Canvas, number: NumberResult, role: RoleSummary, y: float, spread: float) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    effect, sure = number.effect[role.code], _sure(number, role)
    value = effect.value or 0.0
    name = shorten(role_name(role), span.before - look.unit, look.type.body)
    canvas.text("roles", (span.at(0), y), name, colours.ink, size=look.type.body)
    if effect.interval:
        ends = [min(max(end, span.low), span.high) for end in effect.interval]
        canvas.line("stems", (ends[0], y), (ends[1], y), colours.role(role.code), weight=look.stroke)
    said = change(value, spread=spread)
    tip = f"{role_name(role)}: {said} {sure}".strip()
    role_mark(canvas, "effects", (value, y), role.code, tip=tip, effect=value)
    _draw_value(canvas, effect, said, y)
    if look.phone:
        below = y + look.type.body * LINE * 0.85
        canvas.text("sure", (span.at(0), below), sure, colours.quiet, size=look.type.small)
    else:
        place = (span.at(look.width_px), y)
        canvas.text("sure", place, sure, colours.quiet, size=look.type.small, align="right")


def _draw_value(canvas: Canvas, effect: Statistic, said: str, y: float) -> None:
    """The number beside its mark and interval: right of both, left where the room ends."""
    look, span, value = canvas.look, canvas.x, effect.value or 0.0
    size = look.type.small
    ends = [span.px(end) for end in (*(effect.interval or ()), value)]
    right = max(ends) + look.dot + text_width(said, size, True) < look.width_px - span.after
    place = (span.at(max(ends) + look.dot * 0.9 if right else min(ends) - look.dot * 0.9), y)
    align = "left" if right else "right"
    canvas.text("values", place, said, look.colours.ink, size=size, bold=True, align=align)


def _draw_axis(canvas: Canvas, bottom: float) -> None:
    look, span = canvas.look, canvas.x
    small, ink = look.type.small, look.colours.quiet
    y = bottom + small * 0.9
    canvas.text("ends", (0, y), UNCHANGED, ink, size=small, align="center")
    for text, end, align in _outer(span):
        below = 0 if _on_one_line(span, look) else small * LINE
        canvas.text("ends", (end, y + below), text, ink, size=small, align=align)


def _outer(span: Span) -> list[tuple[str, float, str]]:
    """What stands at the ends of the axis, where, and how it is aligned."""
    ends = (("← lower cost", span.low, "left"), ("higher cost →", span.high, "right"))
    return [(text, end, align) for text, end, align in ends if abs(end) > 1.5]


def _on_one_line(span: Span, look: Look) -> bool:
    """Whether the words at the ends leave room for those under no change."""
    small = look.type.small
    half = text_width(UNCHANGED, small) / 2 + look.unit
    return all(
        abs(span.px(end) - span.px(0)) > text_width(text, small) + half for text, end, _ in _outer(span)
    )


def _finding(number: NumberResult, roles: Sequence[RoleSummary], within: float) -> str:
    leaders = [role for role in roles if role.leadership]
    if not leaders:
        return "No leadership role gave a number that may be shown"
    low, high = leaders[0], leaders[-1]
    said = [role_in_a_sentence(role) for role in (low, high)]
    spread = number.spread.value
    if spread is None or low is high:
        expected = change(number.effect[low.code].value or 0, spread=within)
        return f"{opened(said[0])} {verb([low.code], 'expects', 'expect')} {expected}"
    if spread < 0.5:
        return f"All leadership roles expect about {change(number.median.value or 0, spread=within)}"
    apart = change(spread, "", within).removeprefix("+")
    return f"From {said[0]} to {said[1]}, expectations lie {apart} percentage points apart"


def _row(number: NumberResult, role: RoleSummary) -> dict[str, object]:
    effect, sure = number.effect[role.code], number.confidence.get(role.code, NOTHING)
    return {
        "Role": role_name(role),
        "Effect, per cent": effect.reason if effect.value is None else round(effect.value, 1),
        "Confidence, 1 to 5": None if sure.value is None else round(sure.value, 1),
    }
