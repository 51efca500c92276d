"""Theory and reality: designed against working today, a dumbbell a role in each domain, the change labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignment_model.analysis.model import RoleSummary, TheoryRealityResult
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_in_a_sentence, role_name, short_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.role_mark import role_mark
from alignment_model.charts.drawing.typesetting import LINE, text_width
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.findings.words import opened, verb
from alignment_model.framework import Domain, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import points

MOST_PROJECTED = 20  # rows a projector holds; beyond them only the roles with the widest gaps are drawn
MOST_LARGER = 1.5  # on a projector
MOST_AIR = 3  # a row, as a multiple of what it needs
RING = 1.5  # a hollow mark around a filled one at the same place, as a multiple of it
NOTHING = Statistic.none("no answer")


def theory_reality(
    result: TheoryRealityResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """Hollow: as designed; filled: as it works today; the number is designed minus working, scale 1 to 5."""
    domains = [
        domain
        for domain in load_framework().domains
        if any(domain.code in row for row in result.gap.values())
    ]
    shown = [role for role in roles if role.shown and role.code in result.gap]
    left_out = ""
    if look.size == PROJECTOR and len(shown) * len(domains) > MOST_PROJECTED:
        shown = _farthest(result, shown, MOST_PROJECTED // len(domains))
        left_out = f" Drawn: the {len(shown)} leadership roles with the widest gaps."
    canvas = _draw(result, shown, domains, look)
    finding = _finding(result, shown, domains)
    return ChartResult(
        "theory_reality",
        canvas.chart(),
        title or finding,
        "Hollow: as designed. Filled: as it works today. Number: how far reality is behind (−) or ahead (+) in scale "
        "points, over those who answered both." + left_out,
        result.sentence or f"{finding}.",
        tuple(_row(result, role, domain) for domain in domains for role in shown),
        look,
    )


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights, px: a domain's name, a role's row, the scale's ends below."""

    head: float
    row: float
    foot: float

    def whole(self, domains: int, roles: int) -> float:
        """Height of the chart."""
        return max(1, domains) * (self.head + self.row * roles) + self.foot


def _least(look: Look) -> Rows:
    tight = look.size == PROJECTOR
    return Rows(
        look.type.body * LINE + look.unit * (0.5 if tight else 1.5),
        look.type.small * (1.2 if tight else 1.6),
        look.type.small * LINE * 1.6,
    )


def _rows(look: Look, domains: int, roles: int) -> Rows:
    rows = _least(look)
    if not (look.height_px and domains and roles):
        return rows
    free = look.height_px - rows.foot - rows.head * domains
    row = min(rows.row * MOST_AIR, max(rows.row, free / (domains * roles)))
    return replace(rows, row=row)


def _draw(
    result: TheoryRealityResult, roles: Sequence[RoleSummary], domains: Sequence[Domain], look: Look
) -> Canvas:
    many = len(domains), len(roles)
    look = look.grown(MOST_LARGER, lambda larger: _least(larger).whole(*many) <= look.height_px)
    rows, small = _rows(look, *many), look.type.small
    names = [short_name(role) if look.phone else role_name(role) for role in roles]
    left = max((text_width(name, small, True) for name in names), default=0) + 3 * look.unit
    right = text_width("+0.0", small, True) + 2.5 * look.unit
    canvas = Canvas(
        look,
        Span(look.width_px, 1, 5, before=left, after=right),
        Span(rows.whole(*many)),
        order=("levels", "bars", "designed", "working"),
    )
    y, start = 0.0, canvas.x.at(0)
    for domain in domains:
        place = start, y + rows.head * 0.55
        canvas.text("domains", place, domain.name, look.colours.ink, size=look.type.body, bold=True)
        y += rows.head
        for level in range(1, 6):
            ends = (level, y), (level, y + rows.row * len(roles))
            canvas.line("levels", *ends, look.colours.hair, weight=look.stroke * 0.6)
        for role, name in zip(roles, names):
            _draw_role(canvas, result, role, name, domain, y + rows.row / 2)
            y += rows.row
    for level, word, align in ((1, "not at all", "left"), (5, "fully", "right")):
        place = level, y + rows.foot * 0.6
        canvas.text("ends", place, word, look.colours.quiet, size=small, align=align)
    return canvas


def _farthest(result: TheoryRealityResult, roles: Sequence[RoleSummary], count: int) -> list[RoleSummary]:
    def widest(role: RoleSummary) -> float:
        return max((abs(found.value or 0) for found in result.gap[role.code].values()), default=0)

    leaders = sorted((role for role in roles if role.leadership), key=lambda role: -widest(role))[:count]
    return [role for role in roles if role in leaders]


def _draw_role(
    canvas: Canvas, result: TheoryRealityResult, role: RoleSummary, name: str, domain: Domain, y: float
) -> None:
    look, colours = canvas.look, canvas.look.colours
    small, colour = look.type.small, canvas.look.colours.role(role.code)
    designed = result.designed.get(role.code, {}).get(domain.code, NOTHING)
    working = result.working.get(role.code, {}).get(domain.code, NOTHING)
    gap = result.gap[role.code].get(domain.code, NOTHING)
    heavy = look.size == PROJECTOR
    canvas.text("roles", (canvas.x.at(0), y), name, colours.label(role.code), size=small, bold=heavy)
    if designed.value is None or working.value is None:
        reason = designed.reason or working.reason or ""
        canvas.text("reasons", (1.1, y), reason, colours.quiet, size=small)
        return
    canvas.line(
        "bars", (designed.value, y), (working.value, y), colour, weight=look.stroke * 1.8, opacity=0.55
    )
    tip = f"{role_name(role)}, {domain.name.lower()}: designed {points(designed.value)}, working {points(working.value)}"
    diameter = look.dot * 0.85
    ring = diameter * (RING if points(designed.value) == points(working.value) else 1)
    for part, found, size in (("designed", designed.value, ring), ("working", working.value, diameter)):
        role_mark(
            canvas, part, (found, y), role.code,
            hollow=part == "designed", diameter=size, tip=tip, domain=domain.code, position=found,
        )  # fmt: skip
    if gap.value is not None:
        _draw_gap(canvas, gap.value, y)


def _draw_gap(canvas: Canvas, gap: float, y: float) -> None:
    look, wide = canvas.look, abs(gap) >= 1
    ink = look.colours.ink if wide else look.colours.quiet
    place, text = (canvas.x.at(look.width_px), y), points(-gap, sign=True)
    canvas.text("gaps", place, text, ink, size=look.type.small, bold=wide, align="right")


def _finding(result: TheoryRealityResult, roles: Sequence[RoleSummary], domains: Sequence[Domain]) -> str:
    gaps = [
        (found.value, role, domain.name.lower())
        for role in roles
        for domain in domains
        if (found := result.gap[role.code].get(domain.code, NOTHING)).value is not None
    ]
    if not gaps:
        return "Nobody can tell yet how far reality is from the design"
    value, role, domain = max(gaps, key=lambda gap: gap[0] or 0)
    if (value or 0) < 0.05:
        return "Nobody sees reality behind the design"
    name = opened(role_in_a_sentence(role))
    return f"{name} {verb([role.code], 'sees', 'see')} reality furthest behind in {domain}: {points(value or 0)} points"


def _row(result: TheoryRealityResult, role: RoleSummary, domain: Domain) -> dict[str, object]:
    def cell(table: object) -> object:
        found = table.get(role.code, {}).get(domain.code, NOTHING)  # type: ignore[attr-defined]
        return found.reason if found.value is None else round(found.value, 1)

    return {
        "Domain": domain.name,
        "Role": role_name(role),
        "Designed": cell(result.designed),
        "Working today": cell(result.working),
        "Behind by": cell(result.gap),
    }
