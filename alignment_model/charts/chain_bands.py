"""The value chain as one band a role: a step line over the six stages, so that no role's line covers another's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignment_model.analysis.model import ChainResult, RoleSummary
from alignment_model.charts.canvas import Canvas, Span
from alignment_model.charts.colour import mix
from alignment_model.charts.look import Look
from alignment_model.charts.names import role_name
from alignment_model.charts.palette import role_shape
from alignment_model.charts.typesetting import LINE, shorten, text_width, wrap
from alignment_model.framework import Stage
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import points

TRACKED, MOST = 2.0, 4.0
TICK = 0.1  # of a stage's width: how far the mark of "tracked" reaches to each side
NOTHING = Statistic.none("no answer")
ORDER = ("floor", "tracked", "areas", "drops", "steps", "breaks")
Words = Callable[[RoleSummary], str]


def chain_bands(
    chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look, words: Words
) -> Canvas:
    """Stages from left to right, roles from top to bottom; `words` says beside each band where it breaks."""
    small, body = look.type.small, look.type.body
    left = max((text_width(role_name(role), body, True) for role in roles), default=0) + 3 * look.unit
    right = max((text_width(words(role), small, True) for role in roles), default=0) + 2 * look.unit
    span = Span(look.width_px, 0, len(stages), before=left, after=min(right, look.width_px * 0.3))
    wide = 1 / span.per_px
    longest = max(text_width(word, small) for stage in stages for word in stage.name.split())
    size = small * min(1.0, (wide - look.unit / 2) / longest)  # a stage's name is never broken inside a word
    heads = [wrap(stage.name, wide - look.unit / 2, size, lines=2) for stage in stages]
    top = (1.6 + max(map(len, heads))) * small * LINE + look.unit
    head, gap = small * LINE + look.dot * 0.6, look.unit
    step = head + gap + small * max(2.0, min(3.2, 24 / max(1, len(roles))))
    if look.height_px and roles:
        step = min(step * 2, (look.height_px - top) / len(roles))
    canvas = Canvas(look, span, Span(top + step * max(1, len(roles))), order=ORDER)
    _draw_heads(canvas, stages, heads, size)
    for index, role in enumerate(roles):
        y = top + index * step
        _draw_band(canvas, chain, role, stages, (y + head, y + step - gap))
        place = canvas.x.at(look.width_px), y + (head + step - gap) / 2
        text = shorten(words(role), span.after - look.unit, small, True)
        broken = bool(chain.breaks.get(role.code))
        ink = look.colours.ink if broken else look.colours.quiet
        canvas.text("words", place, text, ink, size=small, bold=broken, align="right")
    return canvas


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
    canvas.rect("areas", (index, index + 1), (y, rows[1]), mix(colour, colours.paper, 0.82))
    canvas.line("steps", (index, y), (index + 1, y), colour, weight=look.stroke * 2, **data)
    if before is not None:
        canvas.line("drops", (index, before), (index, y), colour, weight=look.stroke)
    above = small * 0.7
    if breaks:
        canvas.dot(
            "breaks",
            (centre, y),
            colour,
            shape=role_shape(role.code),
            hollow=True,
            tip=f"{tip}: breaks",
            role=role.code,
        )
        above += look.dot * 0.5
    number = centre, y - above
    canvas.text("values", number, points(found.value), colours.ink, size=small, bold=breaks, align="center")
    return y
