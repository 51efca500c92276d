"""The value chain as one band a role: a step line over the six stages, so that no role's line covers another's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignment_model.analysis.model import ChainResult, RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_name
from alignment_model.charts.drawing.role_mark import role_mark
from alignment_model.charts.drawing.typesetting import LINE, shorten, text_width, wrap
from alignment_model.charts.style.colour import mix
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.framework import Stage
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import points

TRACKED, MOST = 2.0, 4.0
TICK = 0.1  # of a stage's width: how far the mark of "tracked" reaches to each side
LEAST_BAND = 2.0  # height of a band, as a multiple of the small type
MOST_LARGER = 1.3  # on a projector
PALER, PALE = 0.82, 0.5  # how far the fill under a step is drawn towards paper; under a break less
NOTHING = Statistic.none("no answer")
ORDER = ("floor", "tracked", "areas", "drops", "steps", "breaks")
Words = Callable[[RoleSummary], str]


def chain_bands(
    chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look, words: Words
) -> Canvas:
    """Stages from left to right, roles from top to bottom; `words` says beside each band where it breaks.

    On a projector the mark alone says where: bands and numbers have the room of the words.
    """
    look = look.grown(MOST_LARGER, lambda larger: _fits(roles, stages, larger, words))
    small, n = look.type.small, max(1, len(roles))
    span = _span(roles, stages, look, words)
    size, heads = _heads(stages, span, look)
    top = _top(heads, look)
    head, gap = _around(look)
    step = head + gap + small * max(LEAST_BAND, min(3.2, 24 / n))
    if look.height_px and roles:
        step = min(step * 2, (look.height_px - top) / n)
    canvas = Canvas(look, span, Span(top + step * n), order=ORDER)
    _draw_heads(canvas, stages, heads, size)
    for index, role in enumerate(roles):
        y = top + index * step
        _draw_band(canvas, chain, role, stages, (y + head, y + step - gap))
        if look.size != PROJECTOR:
            _draw_words(canvas, words(role), bool(chain.breaks.get(role.code)), y + (head + step - gap) / 2)
    return canvas


def _fits(roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look, words: Words) -> bool:
    size, heads = _heads(stages, _span(roles, stages, look, words), look)
    least = sum(_around(look)) + look.type.small * LEAST_BAND
    whole = size == look.type.small and max(map(len, heads)) == 1
    return whole and _top(heads, look) + least * len(roles) <= look.height_px


def _span(roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look, words: Words) -> Span:
    small, body = look.type.small, look.type.body
    left = max((text_width(role_name(role), body, True) for role in roles), default=0) + 3 * look.unit
    said = [words(role) for role in roles if look.size != PROJECTOR]
    right = max((text_width(text, small, True) + 2 * look.unit for text in said), default=0)
    return Span(look.width_px, 0, len(stages), before=left, after=min(right, look.width_px * 0.3))


def _heads(stages: Sequence[Stage], span: Span, look: Look) -> tuple[float, list[list[str]]]:
    """The stages' names in lines, and their size: a name is never broken inside a word."""
    small, room = look.type.small, 1 / span.per_px - look.unit / 2
    longest = max(text_width(word, small) for stage in stages for word in stage.name.split())
    size = small * min(1.0, room / longest)
    return size, [wrap(stage.name, room, size, lines=2) for stage in stages]


def _top(heads: Sequence[list[str]], look: Look) -> float:
    return (1.6 + max(map(len, heads))) * look.type.small * LINE + look.unit


def _around(look: Look) -> tuple[float, float]:
    """Above a band the highest number, below it air; px."""
    return look.type.small * LINE + look.dot * 0.6, look.unit


def _draw_words(canvas: Canvas, words: str, broken: bool, y: float) -> None:
    look, small = canvas.look, canvas.look.type.small
    text = shorten(words, canvas.x.after - look.unit, small, True)
    ink = look.colours.ink if broken else look.colours.quiet
    place = canvas.x.at(look.width_px), y
    canvas.text("words", place, text, ink, size=small, bold=broken, align="right")


def _draw_heads(canvas: Canvas, stages: Sequence[Stage], heads: Sequence[list[str]], size: float) -> None:
    look, colours, small = canvas.look, canvas.look.colours, canvas.look.type.small
    under = 1.5 * small * LINE
    for index, head in enumerate(heads):
        canvas.text(
            "stages", (index + 0.5, under), head, colours.ink, size=size, align="center", baseline="top"
        )
    for kind in ("activity", "outcome"):
        places = [index for index, stage in enumerate(stages) if stage.kind == kind]
        if places:
            ends = places[0] + 0.06, places[-1] + 0.94
            middle = sum(ends) / 2, small * 0.7
            canvas.text("kinds", middle, kind, colours.quiet, size=small, bold=True, align="center")
            foot = small * 1.45
            canvas.line(
                "kind_lines", (ends[0], foot), (ends[1], foot), colours.faint, weight=look.stroke * 0.7
            )


def _draw_band(
    canvas: Canvas, chain: ChainResult, role: RoleSummary, stages: Sequence[Stage], rows: tuple[float, float]
) -> None:
    """One role: `rows` are the places of "confirmed" and "none", px."""
    look, colours = canvas.look, canvas.look.colours
    name = canvas.x.at(0), sum(rows) / 2
    canvas.text("roles", name, role_name(role), colours.label(role.code), size=look.type.body, bold=True)
    tracked = rows[1] - (rows[1] - rows[0]) * TRACKED / MOST
    for edge in range(len(stages) + 1):  # only between the numbers, so that it strikes none through
        ends = max(0, edge - TICK), min(len(stages), edge + TICK)
        canvas.line(
            "tracked", (ends[0], tracked), (ends[1], tracked), colours.faint, weight=look.stroke * 0.7
        )
    canvas.line("floor", (0, rows[1]), (len(stages), rows[1]), colours.hair, weight=look.stroke * 0.7)
    before: float | None = None
    for index, stage in enumerate(stages):
        found = chain.evidence[role.code].get(stage.code, NOTHING)
        before = _draw_stage(
            canvas, role, stage, index, found, rows, before, chain.breaks.get(role.code) == stage.code
        )


def _draw_stage(
    canvas: Canvas,
    role: RoleSummary,
    stage: Stage,
    index: int,
    found: Statistic,
    rows: tuple[float, float],
    before: float | None,
    breaks: bool,
) -> float | None:
    """One step of a band; its place, px, for the drop to the next."""
    look, colours, small = canvas.look, canvas.look.colours, canvas.look.type.small
    centre = index + 0.5
    if found.value is None:
        place = centre, rows[1] - small * 0.65
        canvas.text("unknown", place, "–", colours.quiet, size=small, align="center")
        return None
    y = rows[1] - (rows[1] - rows[0]) * found.value / MOST
    colour = colours.role(role.code)
    tip = f"{role_name(role)}: {points(found.value)} of 4 at {stage.name.lower()}"
    data = {"role": role.code, "stage": stage.code, "evidence": found.value, "tip": tip}
    shade = mix(colour, colours.paper, PALE if breaks else PALER)
    canvas.rect("areas", (index, index + 1), (y, rows[1]), shade)
    canvas.line("steps", (index, y), (index + 1, y), colour, weight=look.stroke * 2, **data)
    if before is not None:
        canvas.line("drops", (index, before), (index, y), colour, weight=look.stroke)
    above = small * 0.7
    if breaks:
        role_mark(canvas, "breaks", (centre, y), role.code, hollow=True, tip=f"{tip}: breaks")
        above += look.dot * 0.5
    number = centre, y - above
    canvas.text("values", number, points(found.value), colours.ink, size=small, bold=breaks, align="center")
    return y
