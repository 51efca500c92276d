"""How many of their 100 points each two leadership roles give to the same outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.analysis.model import RoleSummary, ValueResult
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import in_a_sentence, role_name, short_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.findings.words import opened
from alignment_model.measures.statistic import Statistic

NOTHING = Statistic.none("no answer")


def overlap_matrix(
    value: ValueResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """Points each two leadership roles share, of 100: the deeper the cell, the more."""
    shown = [role for role in roles if any(role.code in pair for pair in value.overlaps)]
    finding = _overlap_finding(value, {role.code: role_name(role) for role in shown})
    return ChartResult(
        "overlap_matrix",
        _matrix(value, shown, look).chart(),
        title or finding,
        "Points of 100 that two roles give to the same outcomes.",
        f"{finding}.",
        tuple(
            {
                "Role": _name(shown, one),
                "Other role": _name(shown, other),
                "Points shared": None if found.value is None else round(found.value),
                "Note": found.reason or "",
            }
            for (one, other), found in value.overlaps.items()
        ),
        look,
    )


def _matrix(value: ValueResult, shown: Sequence[RoleSummary], look: Look) -> Canvas:
    """A cell for each two roles, below the diagonal; on it the names of the columns."""
    pairs = {frozenset(pair): found for pair, found in value.overlaps.items()}
    size = look.type.body
    labels = [short_name(role) if look.phone else role_name(role) for role in shown]
    left = max((text_width(label, size, True) for label in labels), default=0) + 2 * look.unit
    wide = min((look.width_px - left) / max(1, len(shown) - 1), size * 7)
    tall = size * 2.6
    if look.height_px:
        tall = min(size * 4, max(tall, (look.height_px - size * LINE) / max(1, len(shown))))
    canvas = Canvas(look, Span(look.width_px), Span(tall * max(1, len(shown))))
    for line, (one, label) in enumerate(zip(shown, labels)):
        y = line * tall
        canvas.text("rows", (0, y + tall / 2), label, look.colours.ink, size=size, bold=True)
        for column, other in enumerate(shown[:line]):
            found = pairs.get(frozenset((one.code, other.code)), NOTHING)
            both = f"{role_name(other)} and {role_name(one)}"
            _overlap_cell(canvas, (left + column * wide, y), (wide, tall), found, both)
        if line < len(shown) - 1:
            place = (left + (line + 0.5) * wide, y + tall / 2)
            name = wrap(label, wide - 4, look.type.small, lines=2, bold=True)
            canvas.text(
                "columns", place, name, look.colours.quiet, size=look.type.small, bold=True, align="center"
            )
    return canvas


def _overlap_cell(
    canvas: Canvas, corner: tuple[float, float], size: tuple[float, float], found: Statistic, pair: str
) -> None:
    look = canvas.look
    gap = look.unit / 2
    value = found.value
    fill = look.colours.hidden if value is None else look.colours.agreement_fill(0.4 + 0.6 * value / 100)
    text = "–" if value is None else str(round(value))
    tip = f"{pair}: {found.reason}" if value is None else f"{pair} share {round(value)} of 100 points"
    x, y = corner
    canvas.rect(
        "cells", (x, x + size[0] - gap), (y, y + size[1] - gap), fill, radius=gap, tip=tip, shared=value
    )
    place = (x + (size[0] - gap) / 2, y + (size[1] - gap) / 2)
    canvas.text("values", place, text, look.colours.on(fill), size=look.type.body, bold=True, align="center")


def _overlap_finding(value: ValueResult, names: Mapping[str, str]) -> str:
    known = {pair: found.value for pair, found in value.overlaps.items() if found.value is not None}
    if not known:
        return "No two roles can be compared yet"
    least = min(known, key=lambda pair: known[pair] or 0)
    one, other = (in_a_sentence(code, names) for code in least)
    return f"{opened(one)} and {other} share least: {round(known[least] or 0)} of 100 points"


def _name(roles: Sequence[RoleSummary], code: str) -> str:
    return next((role_name(role) for role in roles if role.code == code), code)
