"""How the emblem is drawn: where each band lies, its edge, its words, and roles' dots on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import (
    ALIGNED,
    DIVIDED,
    MIXED,
    ONE_APART,
    TWO_CAMPS,
    LayerResult,
    RoleSummary,
)
from alignment_model.charts.drawing.canvas import Canvas
from alignment_model.charts.drawing.names import agreement_text, role_name, short_name, standing, verdict
from alignment_model.charts.drawing.role_mark import role_mark
from alignment_model.charts.drawing.typesetting import LINE, shorten, spread, swarm, text_width
from alignment_model.charts.style.look import Look
from alignment_model.wording import points

# Edges tell the verdict without colour: whole where leaders agree, broken the more they do not.
EDGES: dict[str, tuple[float, ...]] = {
    ALIGNED: (),
    MIXED: (14, 4),
    ONE_APART: (16, 4, 2, 4),
    TWO_CAMPS: (8, 4, 8, 10),
    DIVIDED: (5, 5),
}
RIM = 7.0  # px at the screen's type size, half of it outside the band
UNKNOWN_EDGE = (1.5, 4)


@dataclass(frozen=True, slots=True)
class Band:
    """Where one layer is drawn, px."""

    layer: LayerResult
    left: float
    right: float
    top: float
    bottom: float
    height: float  # of the part no inner layer covers
    words: float  # of the part the words are centred in
    radius: float


def bands_of(layers: Sequence[LayerResult], look: Look, dotted: bool) -> list[Band]:
    """Where each layer lies, outermost first; `dotted` leaves room for the roles' dots."""
    count = len(layers)
    crowded = count > 5
    inset = look.unit * (0.9 if crowded and look.height_px else 1.25 if look.phone or crowded else 2)
    scale = look.type.small * LINE + 2.1 * look.dot if dotted else 0
    least = (
        _text_height(look)
        + (2.6 if not look.height_px else 0.8 if crowded else 1.2 if dotted else 2) * look.unit
        + scale
    )
    wished = (look.height_px - (count - 1) * inset) / (count + 0.2) if look.height_px else least
    tall = max(least, wished)
    edge = look.stroke
    bottom = edge + count * tall + (count - 1) * inset + 0.15 * tall
    outer = min(inset * (count - 1) + 1.5 * look.unit, 5 * look.unit)
    return [
        Band(
            layer,
            edge + index * inset,
            look.width_px - edge - index * inset,
            edge + index * tall,
            bottom - index * inset,
            tall if index < count - 1 else bottom - index * (inset + tall) - edge,
            (tall if index < count - 1 or dotted else bottom - index * (inset + tall) - edge) - scale,
            max(1.5 * look.unit, outer - index * inset),
        )
        for index, layer in enumerate(layers)
    ]


def draw_band(canvas: Canvas, band: Band, names: dict[str, str]) -> None:
    """The shape: fill by agreement, edge by verdict, hatched where nobody can tell yet."""
    look, agreement = canvas.look, band.layer.agreement
    colours = look.colours
    fill = colours.agreement_fill(agreement.value.value)
    scale = look.type.small / 14
    dash = EDGES.get(agreement.word, UNKNOWN_EDGE) if agreement.value.known else UNKNOWN_EDGE
    canvas.rect(  # a rim of paper sets a band off from the one around it, also where both agree as much
        f"rim_{band.layer.code}",
        (band.left, band.right),
        (band.top, band.bottom),
        colours.paper,
        radius=band.radius,
        stroke=colours.paper,
        weight=RIM * scale,
    )
    canvas.rect(
        f"band_{band.layer.code}",
        (band.left, band.right),
        (band.top, band.bottom),
        fill,
        radius=band.radius,
        stroke=colours.ink if agreement.value.known else colours.faint,
        weight=1.6 * scale,
        dash=[length * scale for length in dash],
        tip=in_words(band.layer, names),
        layer=band.layer.code,
        agreement=agreement.value.value,
    )
    if not agreement.value.known:
        _hatch(canvas, band)
        canvas.rect(
            f"plate_{band.layer.code}",
            (band.left + look.unit, band.right - look.unit),
            (band.top + look.unit, band.top + band.height - 0.6 * look.unit),
            fill,
            radius=look.unit,
        )


def draw_words(canvas: Canvas, band: Band, names: dict[str, str], *, first: bool) -> None:
    """Name, verdict and agreement on the band; the `first` band also says what the number is."""
    look, agreement = canvas.look, band.layer.agreement
    ink = look.colours.on(look.colours.agreement_fill(agreement.value.value))
    large, normal, figure = _sizes(look, band.words)
    left, right = band.left + 2.5 * look.unit, band.right - 2.5 * look.unit
    head = band.top + band.words / 2
    above, below = head - normal * LINE / 2, head + large * LINE / 2
    number = agreement_text(agreement.value.value)
    room = right - left - (text_width(number, figure, True) + 2 * look.unit if number else 0)
    name = shorten(band.layer.layer.name, room, large, True)
    canvas.text("layer_names", (left, above), name, ink, size=large, bold=True)
    canvas.text(
        "verdicts", (left, below), _fitting_verdict(band.layer, names, room, normal), ink, size=normal
    )
    if number:
        place = head - look.type.small * LINE / 2 if first else head
        canvas.text("values", (right, place), number, ink, size=figure, bold=True, align="right")
    if number and first:
        unit_place = (right, place + figure * LINE / 2 + look.type.small * 0.35)
        canvas.text("unit", unit_place, "agreement", ink, size=look.type.small, align="right")


def _sizes(look: Look, room: float) -> tuple[float, float, float]:
    """Sizes of name, verdict and number: a step up where bands are tall."""
    steps = look.type
    if room >= (steps.title + steps.lead) * LINE + 3 * look.unit:
        return steps.title, steps.lead, steps.huge
    return steps.lead, steps.body, steps.title


def _fitting_verdict(layer: LayerResult, names: dict[str, str], room: float, size: float) -> str:
    if not layer.agreement.value.known:
        return shorten(f"{layer.agreement.word}: {layer.agreement.value.reason}", room, size)
    whole = verdict(layer.agreement, names)
    shorter = (whole, whole.partition(": ")[2], layer.agreement.word)  # never half a list of names
    found = next((text for text in shorter if text and text_width(text, size) <= room), layer.agreement.word)
    return shorten(found, room, size)


def _text_height(look: Look) -> float:
    return (look.type.lead + look.type.body) * LINE


def _hatch(canvas: Canvas, band: Band) -> None:
    step = 1.6 * canvas.look.unit
    low, high = band.left + band.radius * 0.35, band.right - band.radius * 0.35
    top, bottom = band.top + 2, band.bottom - 2
    tall = bottom - top
    place = low - tall
    while place < high:
        start, end = max(low, place), min(high, place + tall)
        ends = ((start, bottom - (start - place)), (end, bottom - (end - place)))
        canvas.line(f"hatch_{band.layer.code}", *ends, canvas.look.colours.zone, weight=canvas.look.stroke)
        place += step


def draw_positions(canvas: Canvas, band: Band, roles: Sequence[RoleSummary]) -> None:
    """Roles as dots on a scale in the band, low left, high right."""
    look = canvas.look
    ink = look.colours.on(look.colours.agreement_fill(band.layer.agreement.value.value))
    pad = 3 * look.unit
    low, high = band.left + pad, band.right - pad
    level = band.top + band.words + look.type.small * LINE + look.dot
    canvas.line("scales", (low, level), (high, level), ink, weight=look.stroke * 0.7, opacity=0.55)
    placed = [
        (low + (value - 1) / 4 * (high - low), role) for value, role in standing(roles, band.layer.positions)
    ]
    labels = [short_name(role) if look.phone else role_name(role) for _, role in placed]
    widths = [text_width(label, look.type.small) + look.unit for label in labels]
    centres = _label_places([place for place, _ in placed], widths, low - pad / 2, high + pad / 2)
    offsets = [
        look.dot * 0.5 * (offset != 0) for offset in swarm([place for place, _ in placed], look.dot * 0.55)
    ]
    label_y = level - look.dot - look.type.small * 0.5
    for (place, role), label, centre, offset in zip(placed, labels, centres, offsets):
        value = band.layer.positions[role.code].value
        tip = f"{role_name(role)}: {points(value or 0)} of 5 on {band.layer.layer.name}"
        role_mark(canvas, "role_dots", (place, level + offset), role.code, tip=tip, position=value)
        if centre is None:
            continue
        if abs(centre - place) > look.unit:
            ends = (centre, label_y + look.type.small * 0.5), (place, level + offset - look.dot * 0.4)
            canvas.line("leaders", *ends, ink, weight=look.stroke * 0.5, opacity=0.7)
        canvas.text("role_labels", (centre, label_y), label, ink, size=look.type.small, align="center")


def _label_places(
    places: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[float | None]:
    """Where each label stands; when they do not all fit on one line, the ends first, then who finds room."""
    if sum(widths) <= high - low:
        return list(spread(places, widths, low, high))
    result: list[float | None] = [None] * len(places)
    middle = sorted(range(1, len(places) - 1), key=lambda index: widths[index])
    for index in (0, len(places) - 1, *middle):
        half = widths[index] / 2
        place = min(max(places[index], low + half), high - half)
        taken = [(other, width / 2) for other, width in zip(result, widths) if other is not None]
        if all(abs(place - other) >= half + width for other, width in taken):
            result[index] = place
    return result


def in_words(layer: LayerResult, names: dict[str, str]) -> str:
    """One band as a sentence."""
    value = layer.agreement.value
    if not value.known:
        return f"{layer.layer.name}: {layer.agreement.word} ({value.reason})"
    return f"{layer.layer.name}: agreement {agreement_text(value.value)}, {verdict(layer.agreement, names)}"
