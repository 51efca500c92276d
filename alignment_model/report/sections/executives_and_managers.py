"""Executives and managers: leadership as one, against managers and employees. No office is named in it."""

from __future__ import annotations

from dataclasses import replace

from alignment_model import charts
from alignment_model.analysis.model import Analysis, QuestionResult, RoleSummary
from alignment_model.findings.chasm import Chasm, leadership_mean
from alignment_model.findings.evidence import LEADERSHIP
from alignment_model.measures.statistic import Statistic
from alignment_model.report.leaders_as_one import leaders_as_one
from alignment_model.report.model import Block, Column, Section, Table, Text
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.sections.figures import published
from alignment_model.report.sections.gaps import gap_tables, question_gap_table
from alignment_model.report.words import ended, note

CODE = "executives_and_managers"
WIDEST = 6  # questions drawn
UNKNOWN = 12  # questions listed by how many do not know


def executives_and_managers(analysis: Analysis, names: Names) -> Section | None:
    """What leadership sees of the work, and what those see who do it; None when no group may be shown."""
    found = leaders_as_one(analysis)
    leaders = [role for role in analysis.shown_roles if role.leadership]
    if not found.groups or not leaders:
        return None
    sides = {LEADERSHIP, *found.groups}
    gaps = tuple(gap for gap in analysis.gaps if {gap.from_role, gap.to_role} <= sides)
    blocks: list[Block] = []
    if gaps:
        blocks += picture("gaps_groups", charts.gap_intervals, gaps, analysis)
        blocks += gap_tables("Gaps between leaders, managers and employees", gaps, names)
    blocks += _drawn(analysis, found)
    blocks += question_gap_table(replace(analysis, question_gaps=found.questions), names)
    blocks += _themes(analysis, found, names)
    blocks += _unknown(analysis, found, names)
    blocks += published("executive_manager_chasm", "shadow_ai", "talent_flight")
    return Section(CODE, "Executives and managers", ended(found.sentence), tuple(blocks))


def _drawn(analysis: Analysis, found: Chasm) -> tuple[Block, ...]:
    codes = list(dict.fromkeys(gap.question for gap in found.questions))[:WIDEST]
    if not codes:
        return ()
    questions = tuple(_leaders_as_one(analysis, analysis.question(code)) for code in codes)
    return picture("chasm_questions", charts.positions_on_scale, questions, _two_sides(analysis))


def _leaders_as_one(analysis: Analysis, result: QuestionResult) -> QuestionResult:
    """The question with the mean of the leadership roles in place of each."""
    mean = leadership_mean(analysis, result)
    groups = [role.code for role in analysis.shown_roles if not role.leadership]
    positions = {code: result.positions[code] for code in groups if code in result.positions}
    leaders = {} if mean is None else {LEADERSHIP: Statistic.of(mean)}
    return replace(result, positions={**leaders, **positions})


def _two_sides(analysis: Analysis) -> tuple[RoleSummary, ...]:
    people = sum(role.n for role in analysis.shown_roles if role.leadership)
    groups = (role for role in analysis.shown_roles if not role.leadership)
    return (RoleSummary(LEADERSHIP, LEADERSHIP, people, False, True, True), *groups)


def _themes(analysis: Analysis, found: Chasm, names: Names) -> tuple[Block, ...]:
    columns = (
        Column("Theme"),
        Column("Question"),
        Column(LEADERSHIP, "points"),
        *(Column(names.role(group), "points") for group in found.groups),
    )
    rows = tuple(
        (theme.title, result.question.text, leadership_mean(analysis, result), *_stands(result, found.groups))
        for theme in found.themes
        for result in theme.questions
    )
    said = tuple(Text(f"{theme.title}: {theme.sentence}") for theme in found.themes)
    return (*said, Table("The same work, theme by theme", columns, rows, HIGHER)) if rows else ()


HIGHER = "Positions from 1 to 5; higher speaks for the layer. Leadership: each role weighs the same."


def _stands(result: QuestionResult, groups: tuple[str, ...]) -> list[float | None]:
    return [found.value if (found := result.positions.get(group)) else None for group in groups]


def _unknown(analysis: Analysis, found: Chasm, names: Names) -> tuple[Block, ...]:
    if not found.unknown:
        return note("Nobody who may be shown answered “don't know”.")
    columns = (
        Column("Question"),
        Column(LEADERSHIP, "share"),
        *(Column(names.role(group), "share") for group in found.groups),
    )
    rows = tuple(
        (
            analysis.question(row.question).question.text,
            row.leadership,
            *(dict(row.groups).get(group) for group in found.groups),
        )
        for row in found.unknown[:UNKNOWN]
    )
    text = "Share of those who answered “don't know”; questions left blank are not counted."
    return (Table("What people do not know", columns, rows, text),)
