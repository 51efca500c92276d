"""Between waves: one line a role, layer or question, labelled at both ends; clear changes in their colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.charts.drawing.canvas import Canvas, Span, flipped
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, shorten, spread, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.charts.style.palette import role_shape
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import MINUS, count

WAVE_WIDTH = 12  # em that a wave's name may take above its line


@dataclass(frozen=True, slots=True)
class TrendLine:
    """What is followed: a name, a value a wave, and whether the change from first to last is clear.

    `code` picks a role's colour and shape; other codes are drawn in ink.
    """

    code: str
    name: str
    values: tuple[Statistic, ...]
    clear: bool = False


def trend(
    lines: Sequence[TrendLine],
    waves: Sequence[str],
    look: Look,
    *,
    low: float = 1,
    high: float = 5,
    decimals: int = 1,
    noun: str = "position",
    title: str = "",
) -> ChartResult:
    """Slopes between two or more waves on the scale `low`..`high`; gaps in a line are waves without a value."""
    small = look.type.small
    names = [_end_label(line, decimals) for line in lines]
    right = min(
        max((text_width(name, small, True) for name in names), default=0) + 4 * look.unit,
        look.width_px * 0.48,
    )
    left = text_width(f"{high:.{decimals}f}", small) + 3 * look.unit
    left = max(left, min(text_width(waves[0], small), WAVE_WIDTH * small) / 2 if waves else 0)
    rows = sum(len(_end_lines(line, decimals, right - 2.6 * look.unit, small)) for line in lines)
    tall = look.height_px or max(18 * look.type.body, rows * small * LINE * 1.25 + 5 * small)
    x = Span(look.width_px, 0, max(1, len(waves) - 1), before=left, after=right)
    bottom, top = _reach(lines, low, high)
    y = flipped(tall, bottom, top, top=small * 2.4, bottom=small * 1.2)
    canvas = Canvas(look, x, y, order=("waves", "slopes", "points"))
    _draw_waves(canvas, waves)
    for line in lines:
        _draw_line(canvas, line, decimals)
    _draw_labels(canvas, lines, decimals, len(waves) - 1)
    finding = _finding(lines, decimals)
    return ChartResult(
        "trend",
        canvas.chart(),
        title or finding,
        f"{noun.capitalize()} in each wave, scale {low:g} to {high:g}. Strong: a clear change; grey: perhaps chance.",
        f"{finding}.",
        tuple(_row(line, waves, decimals) for line in lines),
        look,
    )


def _draw_waves(canvas: Canvas, waves: Sequence[str]) -> None:
    """A line a wave; names where they fit beside each other, else only the first and the last."""
    look, x, y = canvas.look, canvas.x, canvas.y
    small = look.type.small
    waves = [shorten(wave, WAVE_WIDTH * small, small, True) for wave in waves]
    width = max((text_width(wave, small, True) for wave in waves), default=0) + look.unit
    between = 1 / x.per_px if len(waves) > 1 else look.width_px
    for index, wave in enumerate(waves):
        canvas.line("waves", (index, y.low), (index, y.high), look.colours.hair, weight=look.stroke * 0.7)
        if width <= between or index in (0, len(waves) - 1):
            half = text_width(wave, small, True) / 2
            place = min(max(x.px(index), half), look.width_px - half)
            at = x.at(place), y.at(small * 0.8)
            canvas.text("wave_names", at, wave, look.colours.quiet, size=small, bold=True, align="center")


def _reach(lines: Sequence[TrendLine], low: float, high: float) -> tuple[float, float]:
    """The part of the scale that is drawn: where values lie and a little more, never beyond its ends."""
    known = [value.value for line in lines for value in line.values if value.value is not None]
    if not known:
        return low, high
    margin = max((high - low) * 0.06, (max(known) - min(known)) * 0.1)
    return max(low, min(known) - margin), min(high, max(known) + margin)


def _number(value: float, decimals: int, *, sign: bool = False) -> str:
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0:
        return text
    return (MINUS if value < 0 else "+" if sign else "") + text


def _change(line: TrendLine) -> float | None:
    known = [value.value for value in line.values if value.value is not None]
    return known[-1] - known[0] if len(known) > 1 else None


def _end_label(line: TrendLine, decimals: int) -> str:
    return f"{line.name}{_end_numbers(line, decimals)}"


def _end_numbers(line: TrendLine, decimals: int) -> str:
    known = [value.value for value in line.values if value.value is not None]
    change = _change(line)
    moved = "" if change is None else f" ({_number(change, decimals, sign=True)})"
    return f" {_number(known[-1], decimals)}{moved}" if known else ""


def _end_lines(line: TrendLine, decimals: int, room: float, small: float) -> list[str]:
    """The label in up to four lines of `room` px; where that is too short the name is cut, never the numbers."""
    numbers = _end_numbers(line, decimals)
    lines = wrap(line.name, room, small, lines=3, bold=line.clear)
    if text_width(lines[-1] + numbers, small, line.clear) <= room:
        return [*lines[:-1], lines[-1] + numbers]
    return [*lines, numbers.strip()]


def _draw_line(canvas: Canvas, line: TrendLine, decimals: int) -> None:
    look = canvas.look
    colour = _colour(look, line)
    weight = look.stroke * (2 if line.clear else 1.1)
    before: tuple[int, float] | None = None
    for index, found in enumerate(line.values):
        if found.value is None:
            continue
        if before is not None:
            dash = () if before[0] == index - 1 else (4, 4)
            canvas.line("slopes", before, (index, found.value), colour, weight=weight, dash=dash)
        tip = f"{line.name}: {_number(found.value, decimals)}"
        canvas.dot(
            "points",
            (index, found.value),
            colour,
            shape=role_shape(line.code) if line.clear else "circle",
            diameter=look.dot * (0.85 if line.clear else 0.6),
            tip=tip,
            line=line.code,
            value=found.value,
        )
        before = (index, found.value)


def _colour(look: Look, line: TrendLine) -> str:
    if not line.clear:
        return look.colours.possible
    return look.colours.roles.get(line.code) or look.colours.offices.get(line.code) or look.colours.ink


def _draw_labels(canvas: Canvas, lines: Sequence[TrendLine], decimals: int, last: int) -> None:
    look, small = canvas.look, canvas.look.type.small
    room = canvas.x.after - 2.6 * look.unit
    ends = []
    for line in lines:
        known = [value.value for value in line.values if value.value is not None]
        if known:
            ends.append((canvas.y.px(known[-1]), line, _end_lines(line, decimals, room, small)))
    ends.sort(key=lambda end: end[0])
    heights = [small * LINE * (len(texts) + 0.4 * (len(texts) > 1)) for *_, texts in ends]
    places = spread([place for place, *_ in ends], heights, small * 1.8, canvas.y.length - small * 0.7)
    x = canvas.x.px(last) if last else canvas.x.before
    for (wished, line, texts), place in zip(ends, places):
        start = canvas.x.at(x + look.unit), canvas.y.at(wished)
        canvas.line(
            "leaders",
            start,
            (canvas.x.at(x + 2.2 * look.unit), canvas.y.at(place)),
            look.colours.faint,
            weight=look.stroke * 0.5,
        )
        colours = look.colours
        known_role = line.code in colours.roles or line.code in colours.offices
        ink = colours.quiet if not line.clear else colours.label(line.code) if known_role else colours.ink
        for row, text in enumerate(texts):
            at = place + small * LINE * (row - (len(texts) - 1) / 2)
            at_end = canvas.x.at(x + 2.6 * look.unit), canvas.y.at(at)
            canvas.text("names", at_end, text, ink, size=small, bold=line.clear)


def _finding(lines: Sequence[TrendLine], decimals: int) -> str:
    clear = [(change, line) for line in lines if line.clear and (change := _change(line)) is not None]
    if not clear:
        return "Nothing moved clearly between these waves" if lines else "There is nothing to compare yet"
    change, line = max(clear, key=lambda pair: abs(pair[0]))
    rest = f"; {count(len(clear), 'clear change')} in all" if len(clear) > 1 else ""
    return f"{line.name} moved most: {_number(change, decimals, sign=True)}{rest}"


def _row(line: TrendLine, waves: Sequence[str], decimals: int) -> dict[str, object]:
    row: dict[str, object] = {"Name": line.name}
    for wave, found in zip(waves, line.values):
        row[wave] = found.reason if found.value is None else round(found.value, decimals)
    change = _change(line)
    return row | {
        "Change": None if change is None else round(change, decimals),
        "Clear": "yes" if line.clear else "no",
    }
