"""How each role answered one question: diverging stacked bars, every level drawn, the middle level split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import Distribution, QuestionResult, RoleSummary
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.level_key import draw_key, key_lines, levels_of
from alignment_model.charts.drawing.names import role_in_a_sentence, role_name
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, text_width
from alignment_model.charts.style.look import Look
from alignment_model.findings.words import opened, verb
from alignment_model.wording import count, listing, percent

NAMED = 3  # roles told by name; more are counted


@dataclass(frozen=True, slots=True)
class _Bars:
    """The shared measures of the chart, px: `high` is the larger share right of the middle."""

    top: float
    tall: float
    step: float
    span: Span


def answer_distribution(
    result: QuestionResult, roles: Sequence[RoleSummary], look: Look, *, title: str = ""
) -> ChartResult:
    """Shares of each level per role, low answers left of the middle, high ones right; people beside it.

    A reversed question is turned round, so that right always speaks for the layer; the subtitle says so.
    """
    shown = [role for role in roles if role.code in result.distributions or role.code in result.hidden]
    shares = {role.code: _shares(result, role) for role in shown}
    key = key_lines(result, look)
    canvas, bars = _surface(result, shown, shares, key, look)
    draw_key(canvas, result, key)
    for index, role in enumerate(shown):
        _draw_role(canvas, bars, result, role, shares[role.code], bars.top + index * bars.step)
    foot = bars.top + len(shown) * bars.step - (bars.step - bars.tall)
    canvas.line("middle", (0, bars.top), (0, foot), look.colours.ink, weight=look.stroke * 0.6)
    finding, sentence = _finding(result, shown, shares)
    turned = (
        " Reversed: agreeing speaks against the layer and stands left." if result.question.reversed else ""
    )
    asked = result.question.text.strip().rstrip(".")
    return ChartResult(
        "answer_distribution",
        canvas.chart(),
        title or finding,
        f"Share of each role's answers to “{asked}”; the middle level is split.{turned}",
        sentence,
        tuple(_row(result, role) for role in shown),
        look,
    )


def _shares(result: QuestionResult, role: RoleSummary) -> list[float]:
    """Share of each level, low side first; empty when nothing may be shown or nobody chose a level."""
    distribution = result.distributions.get(role.code)
    if distribution is None or not distribution.n:
        return []
    return [distribution.counts[level] / distribution.n for level in levels_of(result)]


def _left(shares: Sequence[float]) -> float:
    """The share left of the middle line."""
    half = len(shares) // 2
    return sum(shares[:half]) + (shares[half] / 2 if len(shares) % 2 else 0)


def _surface(
    result: QuestionResult,
    roles: Sequence[RoleSummary],
    shares: dict[str, list[float]],
    key: list[list[tuple[str, int]]],
    look: Look,
) -> tuple[Canvas, _Bars]:
    size = look.type.small
    names = (
        0
        if look.phone
        else max(text_width(role_name(role), look.type.body, True) for role in roles) + 2 * look.unit
    )
    notes = 0 if look.phone else max(text_width(_note(result, role), size) for role in roles) + 2 * look.unit
    known = [item for item in shares.values() if item]
    left = max([0.05, *map(_left, known)])
    right = max([0.05, *(1 - _left(item) for item in known)])
    head = look.type.body * LINE + look.unit / 2 if look.phone else 0
    top = len(key) * (size * LINE + look.unit / 2) + look.unit
    tall = look.type.body * 1.9
    step = tall + head + (look.unit * 1.25)
    if look.height_px:
        more = min(1.8, max(0.75, (look.height_px - top - head) / (step * max(1, len(roles)))))
        tall, step = tall * more, step * more
    span = Span(look.width_px, -left, right, before=names, after=notes)
    height = top + head + step * len(roles) - (step - tall)
    canvas = Canvas(look, span, Span(height), order=("middle", "bars", "hidden_bars"))
    return canvas, _Bars(top + head, tall, step, span)


def _draw_role(
    canvas: Canvas, bars: _Bars, result: QuestionResult, role: RoleSummary, shares: list[float], y: float
) -> None:
    look, span = canvas.look, canvas.x
    colours, note = look.colours, _note(result, role)
    if look.phone:
        head = y - look.unit / 2 - look.type.body * LINE / 2
        canvas.text("roles", (span.at(0), head), role_name(role), colours.ink, size=look.type.body, bold=True)
        canvas.text(
            "people", (span.at(look.width_px), head), note, colours.quiet, size=look.type.small, align="right"
        )
    else:
        middle = y + bars.tall / 2
        canvas.text(
            "roles", (span.at(0), middle), role_name(role), colours.ink, size=look.type.body, bold=True
        )
        canvas.text(
            "people",
            (span.at(look.width_px), middle),
            note,
            colours.quiet,
            size=look.type.small,
            align="right",
        )
    if not shares:
        reason = result.hidden.get(role.code) or "Nobody chose a level"
        canvas.rect(
            "hidden_bars", (span.low, span.high), (y, y + bars.tall), colours.hidden, radius=look.unit / 2
        )
        place = (span.at((span.px(span.low) + span.px(span.high)) / 2), y + bars.tall / 2)
        canvas.text("reasons", place, reason, colours.quiet, size=look.type.small, align="center")
        return
    _draw_bar(canvas, bars, result, role, shares, y)


def _draw_bar(
    canvas: Canvas, bars: _Bars, result: QuestionResult, role: RoleSummary, shares: list[float], y: float
) -> None:
    look, span = canvas.look, canvas.x
    fills = look.colours.levels(result.levels)
    start = -_left(shares)
    for index, share in enumerate(shares):
        if not share:
            continue
        label = result.labels[levels_of(result)[index]]
        text = percent(share)
        canvas.rect(
            "bars",
            (start, start + share),
            (y, y + bars.tall),
            fills[index],
            stroke=look.colours.paper,
            weight=look.stroke * 0.6,
            role=role.code,
            level=label,
            share=share,
            tip=f"{role_name(role)}: {text} {label}",
        )
        if share / span.per_px > text_width(text, look.type.small) + look.unit / 2:
            place = (start + share / 2, y + bars.tall / 2)
            ink = look.colours.on(fills[index])
            canvas.text("shares", place, text, ink, size=look.type.small, align="center")
        start += share


def _note(result: QuestionResult, role: RoleSummary) -> str:
    distribution = result.distributions.get(role.code)
    if distribution is None:
        return ""
    people = count(distribution.n, "answer")
    return f"{people}, {distribution.dont_know:,} don't know" if distribution.dont_know else people


def _finding(
    result: QuestionResult, roles: Sequence[RoleSummary], shares: dict[str, list[float]]
) -> tuple[str, str]:
    known = {role.code: _left(shares[role.code]) for role in roles if shares[role.code]}
    if not known:
        return "Nobody's answers may be shown yet", f"No answers to “{result.question.label}” may be shown."
    low, high = (result.labels[levels_of(result)[end]] for end in (0, -1))
    towards = {
        high: [code for code, left in known.items() if left < 0.5],
        low: [code for code, left in known.items() if left > 0.5],
    }
    said = {role.code: role_in_a_sentence(role) for role in roles}
    text = opened(_leaning({end: codes for end, codes in towards.items() if codes}, list(known), said))
    return text, f"{text} on “{result.question.label}”."


def _leaning(towards: Mapping[str, list[str]], known: list[str], said: Mapping[str, str]) -> str:
    """Which roles lean which way, as a person would say it: by name where they are few.

    >>> said = {"CEO": "the CEO", "CFO": "the CFO", "Manager": "managers"}
    >>> _leaning({"Agree": ["CEO"]}, ["CEO"], said), _leaning({}, ["CEO", "CFO"], said)
    ('the CEO leans towards “Agree”', 'No role leans either way')
    >>> _leaning({"Agree": ["Manager"], "Disagree": ["CFO", "CEO"]}, ["CFO", "CEO", "Manager"], said)
    'managers lean towards “Agree”, the CFO and the CEO towards “Disagree”'
    """
    if not towards:
        return (
            f"{said[known[0]]} {_lean(known)} neither way" if len(known) == 1 else "No role leans either way"
        )
    (end, first), *others = towards.items()
    if len(first) == len(known) > 1:
        return f"Every role leans towards “{end}”"

    def who(codes: list[str]) -> str:
        few = len(codes) <= NAMED
        return listing([said[code] for code in codes]) if few else f"{len(codes)} of {len(known)} roles"

    text = f"{who(first)} {_lean(first)} towards “{end}”"
    return text + "".join(f", {who(codes)} towards “{end}”" for end, codes in others)


def _lean(codes: list[str]) -> str:
    return verb(codes, "leans", "lean")


def _row(result: QuestionResult, role: RoleSummary) -> dict[str, object]:
    distribution = result.distributions.get(role.code, Distribution((), 0, 0))
    row: dict[str, object] = {"Role": role_name(role)}
    for level, label in enumerate(result.labels):
        row[label] = distribution.counts[level] if distribution.counts else None
    known = role.code in result.distributions
    row["Don't know"] = distribution.dont_know if known else None
    row["Left blank"] = distribution.blank if known else None
    row["Note"] = result.hidden.get(role.code, "")
    return row
