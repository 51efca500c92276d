"""The mark of a role: its colour and its shape, the same on every chart, with what is read out when pointed at."""

from __future__ import annotations

from typing import Any

from alignment_model.charts.drawing.canvas import Canvas
from alignment_model.charts.style.palette import role_shape


def role_mark(canvas: Canvas, part: str, place: tuple[float, float], role: str, **options: Any) -> None:
    """Draw the mark of the role with this code at a place, data coordinates; `options` are those of a dot."""
    colour = canvas.look.colours.role(role)
    canvas.dot(part, place, colour, shape=role_shape(role), role=role, **options)
