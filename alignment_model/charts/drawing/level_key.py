"""The key of a stacked bar: a swatch and a label a level, from the low to the high side as drawn."""

from __future__ import annotations

from alignment_model.analysis.model import QuestionResult
from alignment_model.charts.drawing.canvas import Canvas
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import Look


def levels_of(result: QuestionResult) -> list[int]:
    """Level indices from the low to the high side as drawn."""
    order = list(range(result.levels))
    return order[::-1] if result.question.reversed else order


def key_lines(result: QuestionResult, look: Look) -> list[list[tuple[str, int]]]:
    """Labels of the levels with their place in the colours, broken into lines; only the ends where many."""
    labels = [result.labels[level] for level in levels_of(result)]
    pairs = [(label, index) for index, label in enumerate(labels)]
    if len(labels) > 7:
        pairs = [pairs[0], *((("", index)) for index in range(1, len(labels) - 1)), pairs[-1]]
    lines: list[list[tuple[str, int]]] = [[]]
    used = 0.0
    for label, index in pairs:
        width = _key_width(label, look)
        if used and used + width > look.width_px:
            lines.append([])
            used = 0.0
        lines[-1].append((label, index))
        used += width
    return lines


def _key_width(label: str, look: Look) -> float:
    swatch = look.type.small * 0.85
    room = look.width_px - 3 * look.unit
    return swatch + (
        min(text_width(label, look.type.small), room) + 2.6 * look.unit if label else look.unit / 4
    )


def draw_key(canvas: Canvas, result: QuestionResult, lines: list[list[tuple[str, int]]]) -> None:
    """Swatches with their labels, from the top of the chart."""
    look, span = canvas.look, canvas.x
    size = look.type.small
    side = size * 0.85
    colours = look.colours.levels(result.levels)
    for number, line in enumerate(lines):
        x, y = 0.0, number * (size * LINE + look.unit / 2) + size * LINE / 2
        for label, index in line:
            box = (span.at(x), span.at(x + side)), (y - side / 2, y + side / 2)
            canvas.rect("key", *box, colours[index], radius=2)
            if label:
                text = wrap(label, look.width_px - 3 * look.unit, size, lines=1)[0]
                place = (span.at(x + side + 0.75 * look.unit), y)
                canvas.text("key_labels", place, text, look.colours.quiet, size=size)
            x += _key_width(label, look)
