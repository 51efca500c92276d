"""Labels beside marks on a map: where they cover nothing, and a thin line where they had to move away."""

from __future__ import annotations

import math
from collections.abc import Sequence

from alignment_model.charts.drawing.canvas import Canvas
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom, px
ON_A_LINE = 0.05  # how much covering a line weighs beside covering a text
ROUND = 12  # directions in which a label is tried
RINGS = (1.0, 1.8, 2.6, 3.6, 5.0, 7.0, 9.0)  # and distances, in half marks


def box_around(canvas: Canvas, place: Point, width: float, height: float) -> Box:
    """The box of this size, px, around a place in data coordinates."""
    x, y = canvas.x.px(place[0]), canvas.y.px(place[1])
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def place_label(
    canvas: Canvas,
    part: str,
    place: Point,
    text: str,
    colour: str,
    taken: list[Box],
    *,
    bold: bool = False,
    lines_under: Sequence[Box] = (),
) -> None:
    """Text near its mark where it covers nothing; the nearest free place outwards from the centre first.

    `taken` grows by the text's own box. `lines_under` are lines of the drawing: a text keeps off them where it
    can, and rather lies on a line than on another text.
    """
    look = canvas.look
    size = look.type.small
    lines = wrap(text, look.width_px * 0.3, size, lines=2, bold=bold)
    width = max(text_width(line, size, bold) for line in lines) + 4
    height = size * LINE * len(lines)
    outward = math.atan2(-place[1], place[0] or 1e-9)
    best: tuple[float, Box] | None = None
    for ring in RINGS:
        for turn in range(ROUND):
            angle = outward + (turn + 1) // 2 * (1 if turn % 2 else -1) * 2 * math.pi / ROUND
            x = canvas.x.px(place[0]) + math.cos(angle) * (look.dot * 0.5 * ring + width / 2)
            y = canvas.y.px(place[1]) + math.sin(angle) * (look.dot * 0.5 * ring + height / 2)
            x = min(max(x, width / 2), canvas.x.length - width / 2)
            y = min(max(y, height / 2), canvas.y.length - height / 2)
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            cover = sum(overlap(box, other) for other in taken)
            cover += ON_A_LINE * sum(overlap(box, other) for other in lines_under)
            if best is None or cover < best[0]:
                best = (cover, box)
        if best and best[0] == 0:
            break
    box = best[1] if best else (0, 0, 0, 0)
    taken.append(box)
    _lead(canvas, place, box)
    centre = canvas.x.at((box[0] + box[2]) / 2), canvas.y.at((box[1] + box[3]) / 2)
    canvas.text(part, centre, lines, colour, size=size, bold=bold, align="center")


def _lead(canvas: Canvas, place: Point, box: Box) -> None:
    """A thin line from a mark to its label where they stand apart."""
    x, y = canvas.x.px(place[0]), canvas.y.px(place[1])
    near = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
    if math.dist((x, y), near) > 1.1 * canvas.look.dot:
        end = canvas.x.at(near[0]), canvas.y.at(near[1])
        canvas.line("leaders", place, end, canvas.look.colours.faint, weight=canvas.look.stroke * 0.5)


def overlap(one: Box, other: Box) -> float:
    """How much two boxes share, px²; nothing where they only touch."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
