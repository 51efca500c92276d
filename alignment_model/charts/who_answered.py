"""Who answered: one small bar a role (on a projector a mark a person), and why a role is not shown."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.names import role_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, shorten, text_width
from alignment_model.charts.people import people
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.wording import count


def who_answered(roles: Sequence[RoleSummary], look: Look, *, title: str = "") -> ChartResult:
    """People per role in office order; leadership in strong colour, groups quieter, hidden roles grey."""
    canvas = people(roles, look) if look.size == PROJECTOR else _bars(roles, look)
    hidden = [role_name(role) for role in roles if not role.shown]
    answered = count(sum(role.n for role in roles), "person", "people")
    shown = f"{len(roles) - len(hidden)} of {count(len(roles), 'role')} can be shown"
    return ChartResult(
        "who_answered",
        canvas.chart(),
        title or f"{answered} answered; {shown}",
        "People per role." + (" Grey: too few to be shown." if hidden else ""),
        f"{answered} answered: " + ", ".join(f"{role_name(role)} {role.n:,}" for role in roles) + ".",
        tuple({"Role": role_name(role), "People": role.n, "Shown": _note(role)} for role in roles),
        look,
    )


def _bars(roles: Sequence[RoleSummary], look: Look) -> Canvas:
    size = look.type.body
    left = max((text_width(role_name(role), size) for role in roles), default=0) + 2 * look.unit
    left = min(left, look.width_px * 0.5)
    most = max((role.n for role in roles), default=1)
    notes = max((text_width(_note(role), look.type.small) for role in roles), default=0) + 2 * look.unit
    notes = min(notes, look.width_px * 0.45)
    step = size * LINE + look.unit * 0.75
    if look.height_px:
        step = min(step * 1.8, max(step, look.height_px / max(1, len(roles))))
    span = Span(look.width_px, 0, max(most, 1), before=left, after=notes)
    canvas = Canvas(look, span, Span(step * max(1, len(roles))))
    for index, role in enumerate(roles):
        _draw_role(canvas, role, (index + 0.5) * step, step)
    return canvas


def _draw_role(canvas: Canvas, role: RoleSummary, y: float, step: float) -> None:
    look, span, colours = canvas.look, canvas.x, canvas.look.colours
    half = step * 0.28
    fill = colours.role(role.code) if role.shown else colours.possible
    name = shorten(role_name(role), span.before - look.unit, look.type.body)
    canvas.text("roles", (span.at(0), y), name, colours.ink, size=look.type.body)
    end = max(role.n, 3 * span.per_px)
    canvas.rect(
        "bars",
        (0, end),
        (y - half, y + half),
        fill,
        radius=2,
        role=role.code,
        people=role.n,
        tip=f"{role_name(role)}: {count(role.n, 'person', 'people')}",
    )
    place = (end + look.unit * span.per_px, y)
    note = shorten(_note(role), look.width_px - span.px(place[0]), look.type.small)
    canvas.text("notes", place, note, colours.quiet, size=look.type.small)


def _note(role: RoleSummary) -> str:
    return f"{role.n:,}" if role.shown else f"{role.n:,} · {role.reason}"
