"""Where the chain breaks: a step line across the six stages, one band a role, the break marked and named."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import ChainResult, RoleSummary
from alignment_model.charts.chain_bands import chain_bands
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_name, short_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, shorten, wrap
from alignment_model.charts.style.look import Look
from alignment_model.framework import Stage, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import listing, points

NOTHING = Statistic.none("no answer")


def value_chain(
    chain: ChainResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """Evidence 0 (none) to 4 (confirmed in financial results) per stage.

    On a phone a row of six cells a role stands for the line; the break is the outlined cell.
    """
    stages = load_framework().stages
    shown = [role for role in roles if role.shown and role.code in chain.evidence]
    canvas = (
        _strips(chain, shown, stages, look)
        if look.phone
        else chain_bands(chain, shown, stages, look, lambda role: _where(chain, role, stages))
    )
    finding = _finding(chain, shown, stages)
    return ChartResult(
        "value_chain",
        canvas.chart(),
        title or finding,
        "Evidence from 0 (none) to 4 (confirmed in financial results), mean per role. "
        + ("Outlined" if look.phone else "Ticks: 2, tracked. Hollow mark")
        + ": where a role sees the chain break.",
        chain.sentence or f"{finding}.",
        tuple(_row(chain, role, stages) for role in shown),
        look,
    )


def _break_name(chain: ChainResult, role: RoleSummary, stages: Sequence[Stage]) -> str:
    code = chain.breaks.get(role.code, "")
    return next((stage.name.lower() for stage in stages if stage.code == code), "")


def _where(chain: ChainResult, role: RoleSummary, stages: Sequence[Stage]) -> str:
    where = _break_name(chain, role, stages)
    if where:
        return f"breaks at {where}"
    known = any(found.known for found in chain.evidence[role.code].values())
    return "no break" if known else "nobody can tell"


def _strips(chain: ChainResult, roles: Sequence[RoleSummary], stages: Sequence[Stage], look: Look) -> Canvas:
    size, small = look.type.body, look.type.small
    wide = look.width_px / len(stages)
    head_size = (small - 2) * 0.9  # so that all but the longest name of a stage stay whole
    heads = [wrap(stage.name, wide - 3, head_size, lines=2) for stage in stages]
    top = max(map(len, heads)) * head_size * LINE + look.unit
    step = size * LINE + size * 2 + look.unit * 1.5
    canvas = Canvas(
        look, Span(look.width_px), Span(top + step * max(1, len(roles))), order=("cells", "breaks")
    )
    for index, head in enumerate(heads):
        place = ((index + 0.5) * wide, 0)
        canvas.text("stages", place, head, look.colours.quiet, size=head_size, align="center", baseline="top")
    for line, role in enumerate(roles):
        y = top + line * step
        text = shorten(f"{role_name(role)}: {_where(chain, role, stages)}", look.width_px, size, True)
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
