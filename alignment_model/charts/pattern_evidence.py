"""One pattern: its score against the thresholds, and under it what speaks for, against, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import PatternFinding, Signal
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.findings.patterns.signal_sentences import amount
from alignment_model.wording import percent

WATCH_FROM, PRESENT_FROM = 0.4, 0.6
ZONES = ((0.0, WATCH_FROM, "Not seen"), (WATCH_FROM, PRESENT_FROM, "Watch"), (PRESENT_FROM, 1.0, "Present"))


def pattern_evidence(
    finding: PatternFinding,
    look: Look,
    *,
    title: str = "",
    watch_from: float = WATCH_FROM,
    present_from: float = PRESENT_FROM,
) -> ChartResult:
    """Score 0..1 with threshold ticks; a row a signal, bars right for and left against, with what was measured.

    A bar is as long as the signal is strong (for), or as far as it is from full strength (against).
    """
    signals = [
        *((signal, 1) for signal in finding.signals_for),
        *((signal, -1) for signal in finding.signals_against),
        *((signal, 0) for signal in finding.signals_missing),
    ]
    labels = [_label(signal, look) for signal, _ in signals]
    top = look.type.small * LINE * 2 + look.dot * 2 + 3 * look.unit
    heights = [_row_height(lines, look) for lines in labels]
    spare = max(0.0, look.height_px - top - sum(heights)) / max(1, len(heights))
    heights = [height + min(spare, height) for height in heights]
    span = _span({side for _, side in signals}, look)
    canvas = Canvas(look, span, Span(top + sum(heights)), order=("zones", "axis", "bars"))
    _draw_score(canvas, finding, (watch_from, present_from))
    _draw_signals(canvas, signals, labels, heights, top)
    return ChartResult(
        "pattern_evidence",
        canvas.chart(),
        title or f"{finding.name}: {finding.word}",
        f"Score 0 to 1; {percent(finding.coverage)} of the evidence could be measured. Right: for; left: against.",
        _alt(finding),
        tuple(_row(signal, side) for signal, side in signals),
        look,
    )


def _span(sides: set[int], look: Look) -> Span:
    """Bars run from -1 to 1 right of the labels; a direction in which nothing speaks gets no room."""
    low, high = (-1 if -1 in sides else 0), (0 if sides == {-1} else 1)
    before = look.unit if look.phone else look.width_px * 0.46
    return Span(look.width_px, low, high, before=before, after=look.unit)


def _label(signal: Signal, look: Look) -> list[str]:
    width = look.width_px if look.phone else look.width_px * 0.46 - 2 * look.unit
    return wrap(signal.label, width, look.type.body, lines=3)


def _row_height(lines: Sequence[str], look: Look) -> float:
    words = (len(lines) * look.type.body + look.type.small) * LINE
    return words + (look.type.body * 1.6 if look.phone else 0) + 1.5 * look.unit


def _draw_score(canvas: Canvas, finding: PatternFinding, thresholds: tuple[float, float]) -> None:
    """The score over the whole width: its zones, the thresholds between them, and where it stands."""
    look, ink, size = canvas.look, canvas.look.colours.ink, canvas.look.type.body
    whole = Span(look.width_px, 0, 1, before=look.dot, after=look.dot)
    y = look.type.small * LINE + look.dot + look.unit
    _draw_zones(canvas, whole, thresholds, y)
    if finding.score is None:
        place = (canvas.x.at(whole.px(0)), look.type.small * LINE / 2)
        canvas.text("score_value", place, finding.word, ink, size=size, bold=True)
        return
    x, text = canvas.x.at(whole.px(finding.score)), f"{finding.score:.2f}"
    tip = f"{finding.name}: {text}, {finding.word}"
    canvas.dot("score", (x, y), ink, diameter=look.dot * 1.25, score=finding.score, tip=tip)
    above = (x, y - look.dot * 0.7 - size * 0.6)
    canvas.text("score_value", above, text, ink, size=size, bold=True, align="center")


def _draw_zones(canvas: Canvas, whole: Span, thresholds: tuple[float, float], y: float) -> None:
    look, colours, size = canvas.look, canvas.look.colours, canvas.look.type.small
    half = look.dot * 0.35
    foot = y + half + size * LINE * 0.75

    def at(score: float) -> float:
        return canvas.x.at(whole.px(score))

    def label(part: str, score: float, text: str) -> None:
        canvas.text(part, (at(score), foot), text, colours.quiet, size=size, align="center")

    steps, shades = (0.0, *thresholds, 1.0), (colours.zone, colours.possible, colours.accent)
    for low, high, (_, _, name), shade in zip(steps, steps[1:], ZONES, shades):
        box = (at(low), at(high)), (y - half, y + half)
        canvas.rect("zones", *box, shade, stroke=colours.paper, weight=look.stroke)
        if high - low >= 0.1:
            label("zone_names", (low + high) / 2, name)
    for threshold in thresholds:
        ends = (at(threshold), y - half * 2), (at(threshold), y + half * 2)
        canvas.line("thresholds", *ends, colours.ink, weight=look.stroke)
        label("threshold_values", threshold, f"{threshold:.1f}")


def _reach(canvas: Canvas, signals: Sequence[Signal]) -> float:
    """How far a bar of full strength goes: as far as the widest number leaves room, the same for all."""
    small = canvas.look.type.small
    widest = max((text_width(measured(signal), small, True) for signal in signals), default=0.0)
    return 1 - (widest + 1.5 * canvas.look.unit) * canvas.x.per_px


def _draw_signals(
    canvas: Canvas,
    signals: Sequence[tuple[Signal, int]],
    labels: Sequence[Sequence[str]],
    heights: Sequence[float],
    y: float,
) -> None:
    look = canvas.look
    reach = _reach(canvas, [signal for signal, side in signals if side])
    for (signal, side), lines, height in zip(signals, labels, heights):
        _draw_signal(canvas, signal, side, lines, (y, y + height), reach)
        start = y + (height - 2.1 * look.type.body if look.phone else 0)
        canvas.line("axis", (0, start), (0, y + height), look.colours.faint, weight=look.stroke * 0.7)
        y += height


def _draw_signal(
    canvas: Canvas,
    signal: Signal,
    side: int,
    lines: Sequence[str],
    rows: tuple[float, float],
    reach: float,
) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    size, small = look.type.body, look.type.small
    words = (len(lines) * size + small) * LINE
    top = rows[0] + look.unit / 2 if look.phone else (rows[0] + rows[1] - words) / 2
    canvas.text("labels", (span.at(0), top), lines, colours.ink, size=size, baseline="top")
    source = (span.at(0), top + len(lines) * size * LINE)
    canvas.text("sources", source, signal.source.capitalize(), colours.quiet, size=small, baseline="top")
    y = top + words + size * 0.8 if look.phone else (rows[0] + rows[1]) / 2
    half = size * (0.4 if look.phone else 0.5)
    if side == 0:
        reason = signal.measured.reason or "not measured"
        text = wrap(f"Missing: {reason}", (span.length - span.before) * 0.48, small, lines=2)
        canvas.text("missing", (look.unit * span.per_px, y), text, colours.quiet, size=small)
        return
    strength = signal.strength or 0.0
    length = strength if side > 0 else -(1 - strength)
    number = measured(signal)
    end = length * reach
    fill = colours.accent if side > 0 else colours.possible
    box, data = (
        ((min(0, end), max(0, end)), (y - half, y + half)),
        {"signal": signal.code, "strength": strength},
    )
    canvas.rect("bars", *box, fill, radius=2, tip=signal.sentence, **data)
    place, align = (end + side * 0.75 * look.unit * span.per_px, y), "left" if side > 0 else "right"
    canvas.text("numbers", place, number, colours.ink, size=small, bold=True, align=align)


def measured(signal: Signal) -> str:
    """What was measured, with its unit; the reason when nothing was."""
    value = signal.measured.value
    return (signal.measured.reason or "") if value is None else amount(value, signal.unit)


def _alt(finding: PatternFinding) -> str:
    score = "no score" if finding.score is None else f"score {finding.score:.2f}"
    return (
        f"{finding.name}: {finding.word}, {score}; {len(finding.signals_for)} signals for, "
        f"{len(finding.signals_against)} against, {len(finding.signals_missing)} missing."
    )


def _row(signal: Signal, side: int) -> dict[str, object]:
    return {
        "Signal": signal.label,
        "Speaks": {1: "for", -1: "against", 0: "missing"}[side],
        "Source": signal.source,
        "Measured": measured(signal),
        "Strength": None if signal.strength is None else round(signal.strength, 2),
    }
