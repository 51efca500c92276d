"""Gaps between roles with their intervals: clear ones in ink, possible ones in grey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from alignment_model.analysis.model import CLEAR, POSSIBLE, Analysis, Gap
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import in_a_sentence, role_names
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.findings.words import layer_phrase, opened, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import count, points

RANK = {CLEAR: 0, POSSIBLE: 1}
MOST_TICKS = 8


def gap_intervals(
    gaps: Sequence[Gap], analysis: Analysis, look: Look, *, title: str = "", most: int = 16
) -> ChartResult:
    """Each gap as a dot at its size with its unadjusted 95 % interval, turned so that the first role is higher.

    Gaps come by layer (inside out), clear ones first, then by size; the `most` clearest are drawn. The
    table holds all of them.
    """
    names = role_names(analysis.roles)
    order = {layer.code: layer.layer.order for layer in analysis.layers}
    layer_names = {layer.code: layer.layer.name for layer in analysis.layers}
    known = [_turned(gap) for gap in gaps if gap.difference.known]
    ranked = sorted(known, key=lambda gap: (RANK.get(gap.word, 2), -(gap.difference.value or 0)))
    ranked = _that_fit(ranked[:most], look)
    drawn = sorted(ranked, key=lambda gap: (order.get(gap.layer, 99), gap.layer))
    canvas = _draw(drawn, layer_names, names, look)
    left_out = f" The {len(drawn)} largest of {len(known)} are drawn." if len(drawn) < len(known) else ""
    finding, sentence = _finding(
        ranked, {layer.code: layer_phrase(layer.layer) for layer in analysis.layers}, names
    )
    return ChartResult(
        "gap_intervals",
        canvas.chart(),
        title or finding,
        "Scale points between roles. Line: 95 % interval, each for itself. Ink: clear; grey: only possible or none."
        + left_out,
        sentence,
        tuple(_row(gap, layer_names, names) for gap in gaps),
        look,
    )


def _that_fit(ranked: list[Gap], look: Look) -> list[Gap]:
    """On a projector as many as its height holds, elsewhere all."""
    if look.size != PROJECTOR:
        return ranked
    row = look.type.body * LINE * 1.15 + look.unit * 0.5
    head = look.type.small * LINE + look.unit
    kept = list(ranked)
    while (
        len(kept) > 1 and row * len(kept) + head * (len({gap.layer for gap in kept}) + 1.5) > look.height_px
    ):
        kept.pop()
    return kept


def _turned(gap: Gap) -> Gap:
    difference = gap.difference
    if (difference.value or 0) >= 0:
        return gap
    ends = difference.interval
    turned = Statistic.of(
        -(difference.value or 0), n=difference.n, interval=(-ends[1], -ends[0]) if ends else None
    )
    return Gap(gap.layer, gap.to_role, gap.from_role, gap.kind, turned, gap.adjusted_p, gap.word)


def _pair(gap: Gap, names: Mapping[str, str]) -> str:
    return f"{names.get(gap.from_role, gap.from_role)} above {names.get(gap.to_role, gap.to_role)}"


def _draw(gaps: Sequence[Gap], layers: Mapping[str, str], names: Mapping[str, str], look: Look) -> Canvas:
    size = look.type.body
    widest = max((text_width(_pair(gap, names), size) for gap in gaps), default=0)
    note = text_width("0.0 possible", look.type.small, True) + 2 * look.unit
    left = look.unit if look.phone else widest + 3 * look.unit
    groups = [(code, list(items)) for code, items in groupby(gaps, key=lambda gap: gap.layer)]
    row = size * LINE * (1.9 if look.phone else 1.15) + look.unit * 0.5
    head = look.type.small * LINE + look.unit
    foot = look.type.small * LINE * 1.5
    natural = row * len(gaps) + head * len(groups) + foot
    if look.height_px and gaps:
        row = min(row * 2, row + max(0.0, look.height_px - natural) / len(gaps))
    ends = [end for gap in gaps for end in (gap.difference.interval or ()) + (gap.difference.value or 0,)]
    span = Span(look.width_px, min([-0.5, *ends]), max([1.0, *ends]), before=left, after=note)
    height = max(row * len(gaps) + head * len(groups) + foot, 6 * look.unit)
    canvas = Canvas(look, span, Span(height), order=("grid", "zero", "intervals", "gaps"))
    y, bands = 0.0, []
    for code, items in groups:
        place = (span.at(0), y + head * 0.6)
        name = layers.get(code, code)
        canvas.text("layers", place, name, look.colours.quiet, size=look.type.small, bold=True)
        y += head
        for gap in items:
            _draw_gap(canvas, gap, names, name, y, row)
            bands.append((y + row * (0.5 if look.phone else 0), y + row))
            y += row
    _draw_axis(canvas, y, bands)
    return canvas


def _draw_gap(canvas: Canvas, gap: Gap, names: Mapping[str, str], layer: str, y: float, row: float) -> None:
    look, span = canvas.look, canvas.x
    value, ends = gap.difference.value or 0.0, gap.difference.interval
    colour = look.colours.ink if gap.word == CLEAR else look.colours.possible
    middle = y + row * (0.7 if look.phone else 0.5)
    label_y = y + look.type.body * LINE * 0.5 if look.phone else middle
    pair = wrap(_pair(gap, names), look.width_px if look.phone else span.before, look.type.body, lines=1)
    canvas.text("pairs", (span.at(0), label_y), pair, look.colours.ink, size=look.type.body)
    if ends:
        canvas.line("intervals", (ends[0], middle), (ends[1], middle), colour, weight=look.stroke)
    canvas.dot(
        "gaps",
        (value, middle),
        colour,
        diameter=look.dot * 0.85,
        hollow=gap.word not in RANK,
        layer=gap.layer,
        difference=value,
        word=gap.word,
        tip=f"{layer}: {_pair(gap, names)} by {points(value)} points, {gap.word}",
    )
    note = f"{points(value)} {gap.word}" if gap.word in RANK else points(value)
    canvas.text(
        "numbers",
        (span.at(look.width_px), middle),
        note,
        look.colours.ink if gap.word == CLEAR else look.colours.quiet,
        size=look.type.small,
        bold=gap.word == CLEAR,
        align="right",
    )


def _draw_axis(canvas: Canvas, bottom: float, bands: Sequence[tuple[float, float]]) -> None:
    look, span = canvas.look, canvas.x
    size = look.type.small
    step = next(step for step in (1, 2, 5, 10) if (span.high - span.low) / step <= MOST_TICKS or step == 10)
    tick = -(-span.low // step) * step
    while tick <= span.high:
        zero = tick == 0
        part, colour = ("zero", look.colours.faint) if zero else ("grid", look.colours.hair)
        for low, high in bands:
            canvas.line(part, (tick, low), (tick, high), colour, weight=look.stroke * 0.7)
        text = "same" if zero else points(tick, sign=True).removesuffix(".0")
        canvas.text(
            "ticks", (tick, bottom + size * LINE * 0.8), text, look.colours.quiet, size=size, align="center"
        )
        tick += step


def _finding(ranked: Sequence[Gap], layers: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, str]:
    clear = [gap for gap in ranked if gap.word == CLEAR]
    if not ranked:
        return "No gap can be measured yet", "No gap between roles can be measured yet."
    first = ranked[0]
    far, where = f"{points(first.difference.value or 0)} points", layers.get(first.layer, first.layer)
    if not clear:
        possible = sum(gap.word == POSSIBLE for gap in ranked)
        title = (
            f"No gap is clear; {possible} {'is' if possible == 1 else 'are'} possible"
            if possible
            else "No gap is clear"
        )
        return title, f"{title}; the largest: {_pair(first, names)} by {far} on {where}."
    high, low = (in_a_sentence(code, names) for code in (first.from_role, first.to_role))
    stands = verb([first.from_role], "stands", "stand")
    text = f"{opened(high)} {stands} {far} above {low} on {where}, clearly"
    return text, f"{count(len(clear), 'clear gap')}; the largest: {high} above {low} by {far} on {where}."


def _row(gap: Gap, layers: Mapping[str, str], names: Mapping[str, str]) -> dict[str, object]:
    low, high = gap.difference.interval or (None, None)
    return {
        "Layer": layers.get(gap.layer, gap.layer),
        "From": names.get(gap.from_role, gap.from_role),
        "To": names.get(gap.to_role, gap.to_role),
        "Points higher": None if gap.difference.value is None else round(gap.difference.value, 1),
        "Interval from": None if low is None else round(low, 1),
        "Interval to": None if high is None else round(high, 1),
        "How clear": gap.word if gap.difference.known else gap.difference.reason,
    }
