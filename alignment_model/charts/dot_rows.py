"""Rows with one dot each: a label, a place on a scale, a word. What a room reads from its last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.charts.style.palette import role_shape

LABEL_SHARE = 0.42  # of the width, at most
LARGER = ((2, 1.75), (5, 1.25))  # with so few rows, words are set so much larger
TALLEST = 11  # a row, as a multiple of its text


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row: `role` gives colour and shape (ink and a circle without), `reach` a line behind the dot."""

    label: str
    value: float | None
    note: str = ""
    role: str = ""
    reach: tuple[float, float] | None = None


def dot_rows(
    rows: Sequence[DotRow],
    look: Look,
    *,
    low: float,
    high: float,
    ticks: Sequence[tuple[float, str]] = (),
    stems: bool = False,
    title: str = "",
    subtitle: str = "",
) -> ChartResult:
    """Dots on one scale from `low` to `high`; `ticks` are named places on it, `stems` draws bars from `low`.

    A row without a value says its note in the place of a dot.
    """
    size = _size(rows, look)
    left = min(_widest([row.label for row in rows], size, True) + 3 * look.unit, look.width_px * LABEL_SHARE)
    right = _widest([row.note for row in rows if row.value is not None], size, True) + 3 * look.unit
    labels = [wrap(row.label, left - 2 * look.unit, size, lines=2, bold=True) for row in rows]
    foot = look.type.body * LINE * 1.6 if ticks else look.unit
    least = max(map(len, labels), default=1) * size * LINE + look.unit
    step = max(least, min(size * TALLEST, (look.height_px - foot) / max(1, len(rows))))
    span = Span(look.width_px, low, high, before=left + look.dot, after=right + look.dot)
    canvas = Canvas(look, span, Span(step * max(1, len(rows)) + foot), order=("grid", "tracks", "reach"))
    _draw_ticks(canvas, ticks, step * len(rows))
    for index, (row, label) in enumerate(zip(rows, labels)):
        y = (index + 0.5) * step
        ink = look.colours.label(row.role) if row.role else look.colours.ink
        canvas.text("labels", (span.at(0), y), label, ink, size=size, bold=True)
        _draw_row(canvas, row, y, (low, high), size, stems)
    words = "; ".join(f"{row.label} {row.note}".strip() for row in rows)
    return ChartResult(
        "dot_rows",
        canvas.chart(),
        title or "Where each stands",
        subtitle,
        f"{title or 'Where each stands'}: {words}.",
        tuple({"": row.label, "Value": row.value, "Note": row.note} for row in rows),
        look,
    )


def _size(rows: Sequence[DotRow], look: Look) -> float:
    return look.type.lead * next((factor for most, factor in LARGER if len(rows) <= most), 1)


def _widest(texts: Sequence[str], size: float, bold: bool) -> float:
    return max((text_width(text, size, bold) for text in texts), default=0.0)


def _draw_ticks(canvas: Canvas, ticks: Sequence[tuple[float, str]], bottom: float) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    size = look.type.body
    for place, text in ticks:
        canvas.line("grid", (place, 0), (place, bottom), colours.hair, weight=look.stroke)
        half = text_width(text, size) / 2
        middle = min(max(span.px(place), half), look.width_px - half)
        foot = (span.at(middle), bottom + size * LINE * 0.9)
        canvas.text("ticks", foot, text, colours.quiet, size=size, align="center")


def _draw_row(
    canvas: Canvas, row: DotRow, y: float, ends: tuple[float, float], size: float, stems: bool
) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    low, high = ends
    if row.value is None:
        canvas.text("reasons", (low, y), row.note, colours.quiet, size=look.type.body)
        return
    colour = colours.role(row.role) if row.role else colours.accent
    canvas.line("tracks", (low, y), (high, y), colours.hair, weight=look.stroke)
    if stems:
        canvas.line("stems", (low, y), (row.value, y), colour, weight=look.dot * 0.5, cap="round")
    if row.reach:
        reach = [min(max(end, low), high) for end in row.reach]
        canvas.line(
            "reach", (reach[0], y), (reach[1], y), colours.faint, weight=look.stroke * 2.4, cap="round"
        )
    canvas.dot(
        "dots",
        (row.value, y),
        colour,
        shape=role_shape(row.role) if row.role else "circle",
        diameter=size * 1.1,
        tip=f"{row.label}: {row.note}",
        value=row.value,
    )
    place = (span.at(look.width_px), y)
    canvas.text("notes", place, row.note, colours.ink, size=size, bold=True, align="right")
