"""Role × layer at a glance: a number in every cell, roles in office order, layers from the inside out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import Analysis, LayerResult, RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_in_a_sentence, role_name, short_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width, wrap
from alignment_model.charts.style.look import Look
from alignment_model.findings.words import layer_phrase, opened, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import protects
from alignment_model.wording import count, listing, points

NOT_ASKED = Statistic.none("No answers")
CHIPS_A_LINE = 5
SMALLEST_HEAD = 0.7  # of the letters of heads, where many roles stand beside each other
ALIKE = 0.5  # points: what is closer is never called a clear gap, so nobody is called highest or lowest


def role_by_layer(analysis: Analysis, look: Look, *, title: str = "") -> ChartResult:
    """Heat map of positions; cells that may not be shown are grey and say why.

    On a phone each layer is a heading over a row of cells, each cell naming its role.
    """
    roles, ordered = analysis.roles, sorted(analysis.layers, key=lambda layer: layer.layer.order)
    canvas = _chips(ordered, roles, look) if look.phone else _grid(ordered, roles, look)
    finding, sentence = _finding(ordered, roles)
    rows = tuple(_row(layer, roles) for layer in ordered)
    return ChartResult(
        "role_by_layer",
        canvas.chart(),
        title or finding,
        f"Mean position of each role, 1 (low) to 5 (high). Blue: high; orange: low; grey: {_grey(rows)}.",
        sentence,
        rows,
        look,
    )


def _grid(layers: Sequence[LayerResult], roles: Sequence[RoleSummary], look: Look) -> Canvas:
    size, gap = look.type.body, look.unit / 2
    wished = max(text_width(layer.layer.name, size, True) for layer in layers) + 2 * look.unit
    left = min(wished, look.width_px * 0.26)
    wide = (look.width_px - left) / len(roles)
    heads = [_role_lines(role, wide - gap, look) for role in roles]
    letters = _size_of_heads(heads, wide, look)
    top = (max(map(len, heads)) * look.type.small + look.type.small) * LINE + look.unit
    least = max(3.4 * size, 3 * look.type.small * LINE + look.unit) if len(layers) <= 6 else 2.4 * size
    tall = max(least, (look.height_px - top) / len(layers) if look.height_px else 0)
    canvas = Canvas(look, Span(look.width_px), Span(top + tall * len(layers)))

    for column, (role, lines) in enumerate(zip(roles, heads)):
        middle = left + (column + 0.5) * wide
        _head(canvas, role, lines, (middle, top - look.unit - look.type.small * LINE), letters)
        if not role.shown:
            ends = (middle - (wide - gap) / 2, middle + (wide - gap) / 2)
            rows = (top, top + tall * len(layers) - gap)
            _hidden(canvas, ends, rows, role.reason, f"{role_name(role)}: {role.reason}")
    for line, layer in enumerate(layers):
        y = top + line * tall
        name = wrap(
            layer.layer.name, left - look.unit, size, lines=max(1, int(tall / (size * LINE))), bold=True
        )
        canvas.text("layers", (0, y + (tall - gap) / 2), name, look.colours.ink, size=size, bold=True)
        for column, role in enumerate(roles):
            if role.shown:
                x = left + column * wide
                _cell(canvas, (x + gap / 2, x + wide - gap / 2), (y, y + tall - gap), layer, role)
    return canvas


def _head(
    canvas: Canvas, role: RoleSummary, lines: Sequence[str], place: tuple[float, float], size: float
) -> None:
    """A column's head: the role, and under it how many answered."""
    ink, at = canvas.look.colours, "center"
    canvas.text("roles", place, lines, ink.ink, size=size, bold=True, align=at, baseline="bottom")
    canvas.text("numbers", place, f"n {role.n:,}", ink.quiet, size=size, align=at, baseline="top")


def _chips(layers: Sequence[LayerResult], roles: Sequence[RoleSummary], look: Look) -> Canvas:
    gap, size = look.unit / 2, look.type.small
    lines = -(-len(roles) // CHIPS_A_LINE)
    columns = -(-len(roles) // lines)
    wide = (look.width_px + gap) / columns
    tall = look.type.body * 2.4
    label = size * LINE + gap
    heading = look.type.body * LINE + gap
    block = heading + lines * (tall + label + gap) + 1.5 * look.unit
    canvas = Canvas(look, Span(look.width_px), Span(block * len(layers) - 1.5 * look.unit))
    for number, layer in enumerate(layers):
        y = number * block
        name = wrap(layer.layer.name, look.width_px, look.type.body, lines=1, bold=True)
        canvas.text("layers", (0, y), name, look.colours.ink, size=look.type.body, bold=True, baseline="top")
        for index, role in enumerate(roles):
            x = index % columns * wide
            top = y + heading + index // columns * (tall + label + gap)
            _cell(canvas, (x, x + wide - gap), (top, top + tall), layer, role)
            whole = text_width(role_name(role), size) <= wide - gap
            name = wrap(role_name(role) if whole else short_name(role), wide - gap, size, lines=1)
            place = (x + (wide - gap) / 2, top + tall + gap / 2)
            canvas.text("roles", place, name, look.colours.quiet, size=size, align="center", baseline="top")
    return canvas


def _role_lines(role: RoleSummary, width: float, look: Look) -> list[str]:
    name = role_name(role)
    if max(text_width(word, look.type.small, True) for word in name.split()) > width:
        name = short_name(role)
    longest = max(text_width(word, look.type.small, True) for word in name.split())
    return wrap(name, max(width, min(longest, width / SMALLEST_HEAD)), look.type.small, lines=2, bold=True)


def _size_of_heads(heads: Sequence[Sequence[str]], width: float, look: Look) -> float:
    """Letters of all heads: small, and smaller where a word would else be broken or meet its neighbour."""
    longest = max(text_width(line, look.type.small, True) for lines in heads for line in lines)
    return look.type.small * min(1.0, width / longest)


def _cell(
    canvas: Canvas, x: tuple[float, float], y: tuple[float, float], layer: LayerResult, role: RoleSummary
) -> None:
    look = canvas.look
    position = layer.positions.get(role.code, NOT_ASKED)
    if not role.shown or position.value is None:
        reason = role.reason or position.reason or ""
        _hidden(canvas, x, y, reason, f"{role_name(role)}, {layer.layer.name}: {reason}")
        return
    fill = look.colours.position_fill(position.value, 1, 5)
    canvas.rect(
        "cells",
        x,
        y,
        fill,
        radius=look.unit / 2,
        layer=layer.code,
        role=role.code,
        position=position.value,
        tip=f"{role_name(role)}, {layer.layer.name}: {points(position.value)} of 5 ({count(role.n, 'person', 'people')})",
    )
    size = min(look.type.lead, (x[1] - x[0]) / 2.2)
    canvas.text(
        "values",
        (sum(x) / 2, sum(y) / 2),
        points(position.value),
        look.colours.on(fill),
        size=size,
        bold=True,
        align="center",
    )


def _hidden(canvas: Canvas, x: tuple[float, float], y: tuple[float, float], reason: str, tip: str) -> None:
    look = canvas.look
    canvas.rect("hidden_cells", x, y, look.colours.hidden, radius=look.unit / 2, tip=tip)
    room, size = x[1] - x[0] - look.unit, look.type.small
    lines = wrap(reason, room, size)
    whole = len(lines) * size * LINE <= y[1] - y[0] and not any(line.endswith("-") for line in lines)
    short = "hidden" if protects(reason) else "none"
    text = lines if whole else wrap(short if text_width(short, size) <= room else "–", room + look.unit, size)
    canvas.text("reasons", (sum(x) / 2, sum(y) / 2), text, look.colours.quiet, size=size, align="center")


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where one role stands on one layer."""

    value: float
    layer: str
    role: str
    code: str


def _finding(layers: Sequence[LayerResult], roles: Sequence[RoleSummary]) -> tuple[str, str]:
    """A title and a sentence: who stands highest and lowest, or that all stand alike."""
    cells = [
        _Cell(
            value,
            layer_phrase(layer.layer),
            role_in_a_sentence(role),
            role.code,
        )
        for layer in layers
        for role in roles
        if role.shown and (value := layer.positions.get(role.code, NOT_ASKED).value) is not None
    ]
    if not cells:
        text = "No role may be shown yet"
        return text, f"{text}."
    low, high = (end(cell.value for cell in cells) for end in (min, max))
    if high - low < ALIKE:
        return _alike(cells, low, high)
    several = len({cell.layer for cell in cells}) > 1
    return _apart(_at(cells, high), _at(cells, low), several=several)


def _alike(cells: Sequence[_Cell], low: float, high: float) -> tuple[str, str]:
    names = {cell.code: cell.role for cell in cells}
    who = "All roles" if len(names) > 1 else opened(cells[0].role)
    level = points(low) == points(high)
    where = f"at {points(low)}" if level else f"between {points(low)} and {points(high)}"
    spread = len({cell.layer for cell in cells}) > 1
    text = f"{who} {verb(list(names), 'stands', 'stand')} {where}" + (" on every layer" if spread else "")
    return text, f"{text}, of 5."


def _at(cells: Sequence[_Cell], value: float) -> list[_Cell]:
    """The cells that read like this value, those of one layer: of several the first."""
    same = [cell for cell in cells if points(cell.value) == points(value)]
    return [cell for cell in same if cell.layer == same[0].layer]


def _apart(high: Sequence[_Cell], low: Sequence[_Cell], *, several: bool) -> tuple[str, str]:
    highest, lowest = ([cell.role for cell in cells] for cells in (high, low))
    top, bottom = (
        f"{listing([cell.role for cell in cells])} {verb([cell.code for cell in cells], 'stands', 'stand')}"
        for cells in (high, low)
    )
    top = opened(top)
    if high[0].layer == low[0].layer:
        text = f"{top} highest and {listing(lowest)} lowest" + (
            f", both on {low[0].layer}" if several else ""
        )
    elif highest == lowest:
        text = f"{top} highest on {high[0].layer}, lowest on {low[0].layer}"
    else:
        text = f"{top} highest on {high[0].layer}, {listing(lowest)} lowest on {low[0].layer}"
    return text, (
        f"{top} highest, {points(high[0].value)} of 5 on {high[0].layer}; {bottom} lowest, "
        f"{points(low[0].value)} on {low[0].layer}."
    )


def _grey(rows: Sequence[Mapping[str, object]]) -> str:
    """What grey stands for: the middle, and no number where there is none."""
    reasons = any(isinstance(value, str) for row in rows for name, value in row.items() if name != "Layer")
    return "middle, or no number to show" if reasons else "middle"


def _row(layer: LayerResult, roles: Sequence[RoleSummary]) -> dict[str, object]:
    row: dict[str, object] = {"Layer": layer.layer.name}
    for role in roles:
        position = layer.positions.get(role.code, NOT_ASKED)
        known = role.shown and position.value is not None
        row[role_name(role)] = round(position.value or 0, 1) if known else role.reason or position.reason
    return row
