"""Where the chain breaks: a step line across the six stages, one a role, the break marked and named."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import ChainResult, RoleSummary
from alignment_model.charts.canvas import Canvas, Span, flipped
from alignment_model.charts.look import PROJECTOR, Look
from alignment_model.charts.names import role_name, short_name
from alignment_model.charts.palette import role_shape
from alignment_model.charts.result import ChartResult
from alignment_model.charts.typesetting import LINE, shorten, spread, text_width, wrap
from alignment_model.framework import Stage, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import listing, points

EVIDENCE = ("none", "anecdotes", "tracked", "measured", "confirmed")
NOTHING = Statistic.none("no answer")


def value_chain(
    chain: ChainResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """Evidence 0 (none) to 4 (confirmed in financial results) per stage.

    On a phone a row of six cells a role stands for the line; the break is the outlined cell.
    """
    stages = load_framework().stages
    shown = [role for role in roles if role.shown and role.code in chain.evidence]
    canvas = _strips(chain, shown, stages, look) if look.phone else _lines(chain, shown, stages, look)
    finding = _finding(chain, shown, stages)
    return ChartResult(
        "value_chain",
        canvas.chart(),
        title or finding,
        "How strong the evidence is at each stage, mean per role. A hollow mark: where a role sees it break.",
        chain.sentence or f"{finding}.",
        tuple(_row(chain, role, stages) for role in shown),
        look,
    )


def _break_name(chain: ChainResult, role: RoleSummary, stages: Sequence[Stage]) -> str:
    code = chain.breaks.get(role.code, "")
    return next((stage.name.lower() for stage in stages if stage.code == code), "")


def _words(chain: ChainResult, role: RoleSummary, stages: Sequence[Stage], look: Look | None = None) -> str:
    where = _break_name(chain, role, stages)
    if where and look and look.size == PROJECTOR:
        return f"{role_name(role)}: {where}"
    return f"{role_name(role)}: breaks at {where}" if where else f"{role_name(role)}: holds"


def _lines(chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look) -> Canvas:
    small = look.type.small
    left = max(text_width(word, small) for word in EVIDENCE) + 2 * look.unit
    right = (
        max((text_width(_words(chain, role, stages, look), small, True) for role in roles), default=0)
        + 3 * look.unit
    )
    right = min(right, look.width_px * 0.4)
    wide = (look.width_px - left - right) / len(stages)
    heads = [wrap(stage.name, wide - look.unit / 2, small, lines=2) for stage in stages]
    bottom = (max(map(len, heads)) + 1.3) * small * LINE + look.unit
    tall = look.height_px or max(20 * look.type.body, (len(roles) + 2) * small * LINE * 1.4 + bottom)
    x = Span(look.width_px, 0, len(stages), before=left, after=right)
    y = flipped(tall, 0, 4, top=2 * look.unit, bottom=bottom + 2 * look.unit)
    canvas = Canvas(look, x, y, order=("ground", "levels", "drops", "steps", "breaks"))
    _draw_ground(canvas, stages, heads)
    step = look.stroke * 2.6
    for index, role in enumerate(roles):
        _draw_line(canvas, chain, role, stages, (index - (len(roles) - 1) / 2) * step)
    _draw_names(canvas, chain, roles, stages)
    return canvas


def _draw_ground(canvas: Canvas, stages: Sequence[Stage], heads: Sequence[list[str]]) -> None:
    look, colours = canvas.look, canvas.look.colours
    small, floor = look.type.small, canvas.y.px(0) + 1.5 * look.unit
    for level, word in enumerate(EVIDENCE):
        canvas.line("levels", (0, level), (len(stages), level), colours.hair, weight=look.stroke * 0.7)
        canvas.text("evidence", (canvas.x.at(0), level), word, colours.quiet, size=small)
    for index, head in enumerate(heads):
        canvas.text(
            "stages",
            (index + 0.5, canvas.y.at(floor)),
            head,
            colours.ink,
            size=small,
            align="center",
            baseline="top",
        )
    foot = canvas.y.at(canvas.y.length - small * LINE * 0.6)
    for kind in ("activity", "outcome"):
        places = [index for index, stage in enumerate(stages) if stage.kind == kind]
        if not places:
            continue
        ends = (places[0] + 0.08, places[-1] + 0.92)
        canvas.text(
            "kinds", (sum(ends) / 2, foot), kind, colours.quiet, size=small, bold=True, align="center"
        )
        above = canvas.y.at(canvas.y.px(foot) - small * 0.75)
        canvas.line("kind_lines", (ends[0], above), (ends[1], above), colours.faint, weight=look.stroke * 0.7)


def _draw_line(
    canvas: Canvas, chain: ChainResult, role: RoleSummary, stages: Sequence[Stage], shift: float
) -> None:
    look = canvas.look
    colour = look.colours.role(role.code)
    weight = look.stroke * (1.9 if role.leadership else 1.1)
    moved = shift * canvas.y.per_px
    across = shift * 0.6 * canvas.x.per_px
    before: float | None = None
    for index, stage in enumerate(stages):
        value = chain.evidence[role.code].get(stage.code, NOTHING).value
        if value is None:
            before = None
            continue
        tip = f"{role_name(role)}: {points(value)} of 4 at {stage.name.lower()}"
        ends = (index + across, value + moved), (index + 1 + across, value + moved)
        canvas.line(
            "steps", *ends, colour, weight=weight, tip=tip, role=role.code, stage=stage.code, evidence=value
        )
        if before is not None:
            canvas.line(
                "drops",
                (index + across, before + moved),
                (index + across, value + moved),
                colour,
                weight=weight * 0.6,
            )
        if chain.breaks.get(role.code) == stage.code:
            place = (index + 0.5, value + moved)
            shape = role_shape(role.code)
            canvas.dot(
                "breaks",
                place,
                colour,
                shape=shape,
                hollow=True,
                tip=_words(chain, role, stages),
                role=role.code,
            )
        before = value


def _draw_names(
    canvas: Canvas, chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage]
) -> None:
    look = canvas.look
    small = look.type.small
    ends = []
    for role in roles:
        known = [chain.evidence[role.code].get(stage.code, NOTHING).value for stage in stages]
        last = next((value for value in reversed(known) if value is not None), None)
        if last is not None:
            ends.append((canvas.y.px(last), role))
    ends.sort(key=lambda end: end[0])
    low, high = small * 0.7, canvas.y.px(0) + 2 * look.unit
    places = spread([place for place, _ in ends], [small * LINE] * len(ends), low, high)
    x = canvas.x.px(len(stages))
    for (wished, role), place in zip(ends, places):
        start, end = (
            (canvas.x.at(x + look.unit * 0.5), canvas.y.at(wished)),
            (canvas.x.at(x + look.unit * 1.8), canvas.y.at(place)),
        )
        canvas.line("leaders", start, end, look.colours.faint, weight=look.stroke * 0.5)
        text = shorten(_words(chain, role, stages, look), canvas.x.after - 2.2 * look.unit, small, True)
        spot = (canvas.x.at(x + look.unit * 2.2), canvas.y.at(place))
        canvas.text("names", spot, text, look.colours.label(role.code), size=small, bold=True)


def _strips(chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look) -> Canvas:
    size, small = look.type.body, look.type.small
    wide = look.width_px / len(stages)
    heads = [wrap(stage.name, wide - 3, small - 2, lines=2) for stage in stages]
    top = max(map(len, heads)) * (small - 2) * LINE + look.unit
    step = size * LINE + size * 2 + look.unit * 1.5
    canvas = Canvas(
        look, Span(look.width_px), Span(top + step * max(1, len(roles))), order=("cells", "breaks")
    )
    for index, head in enumerate(heads):
        place = ((index + 0.5) * wide, 0)
        canvas.text("stages", place, head, look.colours.quiet, size=small - 2, align="center", baseline="top")
    for line, role in enumerate(roles):
        y = top + line * step
        text = shorten(_words(chain, role, stages), look.width_px, size, True)
        canvas.text(
            "names", (0, y), text, look.colours.label(role.code), size=size, bold=True, baseline="top"
        )
        for index, stage in enumerate(stages):
            value = chain.evidence[role.code].get(stage.code, NOTHING).value
            fill = look.colours.hidden if value is None else look.colours.agreement_fill(0.4 + 0.15 * value)
            box = (index * wide + 2, (index + 1) * wide - 2), (y + size * LINE + 2, y + size * (LINE + 2))
            breaks = chain.breaks.get(role.code) == stage.code
            part = "breaks" if breaks else "cells"
            edge = {"stroke": look.colours.ink, "weight": 2.5} if breaks else {}
            canvas.rect(part, *box, fill, radius=4, role=role.code, stage=stage.code, evidence=value, **edge)
            place = ((index + 0.5) * wide, sum(box[1]) / 2)
            number = "–" if value is None else points(value)
            canvas.text("values", place, number, look.colours.on(fill), size=small, bold=True, align="center")
    return canvas


def _finding(chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage]) -> str:
    if not roles:
        return "Nobody's evidence may be shown yet"
    broken: dict[str, list[str]] = {}
    for role in roles:
        if role.leadership and _break_name(chain, role, stages):
            broken.setdefault(_break_name(chain, role, stages), []).append(short_name(role))
    if not broken:
        return "No leadership role sees the chain break"
    if len(broken) == 1:
        (where,) = broken
        return f"Leadership sees the chain break at {where}"
    if len(broken) > 2:
        return f"Leadership sees the chain break at {len(broken)} different stages"
    parts = [f"{listing(names)} at {where}" for where, names in broken.items()]
    return "The chain breaks: " + "; ".join(parts)


def _row(chain: ChainResult, role: RoleSummary, stages: Sequence[Stage]) -> dict[str, object]:
    row: dict[str, object] = {"Role": role_name(role)}
    for stage in stages:
        found = chain.evidence[role.code].get(stage.code, NOTHING)
        row[stage.name] = found.reason if found.value is None else round(found.value, 1)
    return row | {"Breaks at": _break_name(chain, role, stages) or "nowhere"}
