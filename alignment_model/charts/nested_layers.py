"""The emblem: layers drawn nested, the innermost at the bottom, each saying its own name and verdict."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import Analysis, LayerResult
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_names, verdict
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.nested_drawing import bands_of, draw_band, draw_positions, draw_words, in_words
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.findings.words import layer_phrase


def nested_layers(analysis: Analysis, look: Look, *, positions: bool = False, title: str = "") -> ChartResult:
    """Layers (or up to eight question groups) nested by their order, filled by agreement, edged by verdict.

    With `positions`, roles are laid on each band as dots at where they stand.
    """
    ordered = sorted(analysis.layers, key=lambda layer: -layer.layer.order)
    names = role_names(analysis.roles)
    shown = analysis.shown_roles if positions else ()
    bands = bands_of(ordered, look, bool(shown))
    if shown and look.size == PROJECTOR and bands[0].bottom > look.height_px:
        shown, bands = (), bands_of(ordered, look, False)  # so many bands leave no room for dots
    canvas = Canvas(look, Span(look.width_px), Span(bands[0].bottom + look.stroke))
    for band in bands:
        draw_band(canvas, band, names)
    for band in bands:
        draw_words(canvas, band, names, first=band is bands[0])
        if shown:
            draw_positions(canvas, band, shown)
    return ChartResult(
        "nested_layers",
        canvas.chart(),
        title or _finding(ordered),
        _subtitle(bool(shown)),
        _alt(ordered, names),
        tuple(_row(layer, names) for layer in reversed(ordered)),
        look,
    )


def _finding(layers: Sequence[LayerResult]) -> str:
    known = [layer for layer in layers if layer.agreement.value.known]
    if not known:
        return "Nobody can tell yet how far leaders agree"
    ranked = sorted(known, key=lambda layer: layer.agreement.value.value or 0)
    if len(ranked) == 1:
        return f"{ranked[0].layer.name}: {ranked[0].agreement.word}"
    least, most = (layer_phrase(layer.layer) for layer in (ranked[0], ranked[-1]))
    return f"Leaders agree most on {most}, least on {least}"


def _subtitle(dotted: bool) -> str:
    text = (
        "Agreement between leadership roles, 0 to 1. Stronger colour: more. Whole edge: aligned; broken: not."
    )
    return f"{text} Dots: where each role stands, low to high." if dotted else text


def _alt(layers: Sequence[LayerResult], names: dict[str, str]) -> str:
    inside_out = "; ".join(in_words(layer, names) for layer in reversed(layers))
    return f"Nested layers from the inside out. {inside_out}."


def _row(layer: LayerResult, names: dict[str, str]) -> dict[str, object]:
    value = layer.agreement.value
    return {
        "Layer": layer.layer.name,
        "Agreement": None if value.value is None else round(value.value, 2),
        "Verdict": verdict(layer.agreement, names)
        if value.known
        else f"{layer.agreement.word}: {value.reason}",
    }
