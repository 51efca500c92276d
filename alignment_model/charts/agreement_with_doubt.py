"""How far leaders agree on each layer, with the interval and what random answers would give."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import Agreement, Analysis
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import agreement_text, role_names, verdict
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, wrap
from alignment_model.charts.style.look import Look
from alignment_model.wording import listing

LOWEST = 0.2  # the axis starts here unless a value lies below: agreement under .2 hardly occurs


def agreement_with_doubt(analysis: Analysis, look: Look, *, title: str = "") -> ChartResult:
    """One row a layer and one overall: value as dot, interval as line, range of chance as zone, words beside."""
    names = role_names(analysis.roles)
    layers = sorted(analysis.layers, key=lambda layer: layer.layer.order)
    rows = [(layer.layer.name, layer.agreement) for layer in layers]
    rows += [("Overall", analysis.overall)] if len(rows) > 1 else []
    lowest = min([LOWEST, *(low for _, agreement in rows for low in _low_ends(agreement))])
    canvas, step = _surface([agreement for _, agreement in rows], look, names, len(rows), lowest)
    for index, (name, agreement) in enumerate(rows):
        _draw_row(canvas, name, agreement, names, _middle(look, step, index))
    _draw_axis(canvas, len(rows), step)
    above = [name for name, agreement in rows if agreement.value.known and _beats_chance(agreement)]
    return ChartResult(
        "agreement_with_doubt",
        canvas.chart(),
        title or _finding(rows, above),
        "Agreement between leadership roles, 0 to 1. Line: 95 % interval. Grey: what random answers would give.",
        "; ".join(_sentence(name, agreement, names) for name, agreement in rows) + ".",
        tuple(_row(name, agreement, names) for name, agreement in rows),
        look,
    )


def _low_ends(agreement: Agreement) -> list[float]:
    ends = [agreement.null_band.low] if agreement.null_band else []
    value = agreement.value
    return ends + ([(value.interval or (value.value, 0))[0]] if value.value is not None else [])


def _surface(
    agreements: Sequence[Agreement], look: Look, names: dict[str, str], count: int, lowest: float
) -> tuple[Canvas, float]:
    left = look.unit if look.phone else look.width_px * 0.25
    right = look.unit if look.phone else look.width_px * 0.31
    least = look.type.body * LINE * (2.4 if look.phone else 1.1) + (4.6 if look.phone else 3.2) * look.unit
    foot = look.type.small * LINE * 2 + look.unit
    step = max(least, (look.height_px - foot) / count if look.height_px else 0)
    span = Span(look.width_px, lowest, 1, before=left, after=right)
    order = ("zones", "ticks", "intervals", "values")
    return Canvas(look, span, Span(step * count + foot), order=order), step


def _middle(look: Look, step: float, index: int) -> float:
    return (index + 0.5) * step + (look.type.body * LINE * 0.8 if look.phone else 0)


def _draw_row(canvas: Canvas, name: str, agreement: Agreement, names: dict[str, str], y: float) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    value, half = agreement.value, look.dot * 0.9
    if look.phone:
        _words_above(canvas, name, agreement, y)
    else:
        _words_beside(canvas, name, verdict(agreement, names), y)
    if agreement.null_band:
        band = agreement.null_band
        canvas.rect(
            "zones",
            (band.low, band.high),
            (y - half, y + half),
            colours.zone,
            radius=look.unit / 2,
            tip=f"{name}: random answers would give {agreement_text(band.low)} to {agreement_text(band.high)}",
        )
    if value.value is None:
        lines = wrap(value.reason or "", look.width_px - span.before - span.after, look.type.small)
        canvas.text("reasons", (span.at(span.before), y), lines, colours.quiet, size=look.type.small)
        return
    _draw_value(canvas, name, agreement, y)


def _words_above(canvas: Canvas, name: str, agreement: Agreement, y: float) -> None:
    """Name and verdict on a line over the row, as on a phone."""
    look, span, ink, size = canvas.look, canvas.x, canvas.look.colours.ink, canvas.look.type.body
    head = y - look.dot * 0.55 - look.type.small * 1.15 - size * LINE * 0.5
    lines = wrap(name, look.width_px * 0.55, size, lines=1, bold=True)
    canvas.text("names", (span.at(0), head), lines, ink, size=size, bold=True)
    word = agreement.word if agreement.value.known else "Nobody can tell"
    lines = wrap(word, look.width_px * 0.42, size, lines=1)
    canvas.text("words", (span.at(look.width_px), head), lines, ink, size=size, align="right")


def _words_beside(canvas: Canvas, name: str, words: str, y: float) -> None:
    """The name left of the row, the verdict right of it."""
    look, span, ink, size = canvas.look, canvas.x, canvas.look.colours.ink, canvas.look.type.body
    lines = wrap(name, span.before - 2 * look.unit, size, lines=2, bold=True)
    canvas.text("names", (span.at(0), y), lines, ink, size=size, bold=True)
    room = span.after - 3 * look.unit
    place = (span.at(look.width_px - room), y)
    canvas.text("words", place, wrap(words, room, size, lines=2), ink, size=size)


def _draw_value(canvas: Canvas, name: str, agreement: Agreement, y: float) -> None:
    look, colours, value = canvas.look, canvas.look.colours, agreement.value
    number = value.value or 0.0
    doubt = ""
    if value.interval:
        canvas.line(
            "intervals", (value.interval[0], y), (value.interval[1], y), colours.ink, weight=look.stroke
        )
        doubt = f" ({agreement_text(value.interval[0])} to {agreement_text(value.interval[1])})"
    canvas.dot(
        "values",
        (number, y),
        colours.ink,
        tip=f"{name}: agreement {agreement_text(number)}{doubt}",
        agreement=number,
    )
    label_y = y - look.dot * 0.55 - look.type.small * 0.55
    canvas.text(
        "numbers",
        (number, label_y),
        agreement_text(number),
        colours.ink,
        size=look.type.small,
        bold=True,
        align="center",
    )


def _draw_axis(canvas: Canvas, count: int, step: float) -> None:
    look, span = canvas.look, canvas.x
    size, bottom = look.type.small, count * step
    ticks = [tick / 10 for tick in range(0, 11, 2) if tick / 10 >= span.low - 1e-9]
    for tick in ticks:
        canvas.line(
            "ticks",
            (tick, 0 if not look.phone else step * 0.5),
            (tick, bottom),
            look.colours.hair,
            weight=look.stroke * 0.6,
        )
        canvas.text(
            "tick_labels",
            (tick, bottom + size * LINE / 2),
            f"{tick:.1f}",
            look.colours.quiet,
            size=size,
            align="center",
        )
    y = bottom + size * LINE * 1.5
    canvas.text("axis", (span.low, y), "less agreement", look.colours.quiet, size=size)
    canvas.text("axis", (1, y), "more agreement", look.colours.quiet, size=size, align="right")


def _beats_chance(agreement: Agreement) -> bool:
    return bool(agreement.null_band) and (agreement.value.value or 0) > agreement.null_band.high


def _finding(rows: Sequence[tuple[str, Agreement]], above: Sequence[str]) -> str:
    known = [name for name, agreement in rows if agreement.value.known]
    if not known:
        return "Nobody can tell yet how far leaders agree"
    if not above:
        return "Nowhere do leaders agree more than chance would give"
    if set(above) >= {name for name in known if name != "Overall"}:
        return "Leaders agree more than chance would give on every layer"
    named = [name for name in above if name != "Overall"]
    if 1 <= len(named) <= 2:
        return f"Only on {listing(named)} do leaders agree more than chance would give"
    layers = [name for name in known if name != "Overall"]
    return f"Leaders agree more than chance would give on {len(named)} of {len(layers)} layers"


def _sentence(name: str, agreement: Agreement, names: dict[str, str]) -> str:
    if not agreement.value.known:
        return f"{name}: {agreement.word} ({agreement.value.reason})"
    return f"{name}: agreement {agreement_text(agreement.value.value)}, {verdict(agreement, names)}"


def _row(name: str, agreement: Agreement, names: dict[str, str]) -> dict[str, object]:
    value, band = agreement.value, agreement.null_band
    low, high = value.interval or (None, None)
    return {
        "Layer": name,
        "Agreement": _rounded(value.value),
        "From": _rounded(low),
        "To": _rounded(high),
        "Chance from": _rounded(band.low if band else None),
        "Chance to": _rounded(band.high if band else None),
        "Verdict": verdict(agreement, names) if value.known else f"{agreement.word}: {value.reason}",
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
