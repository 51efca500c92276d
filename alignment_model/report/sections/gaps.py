"""Gaps: role by layer at a glance, every pair with its doubt; and gaps to groups, for the section on them."""

from __future__ import annotations

from alignment_model import charts, wording
from alignment_model.analysis.model import CLEAR, POSSIBLE, Analysis, Gap
from alignment_model.findings.words import layer_phrase
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.words import cell, gap_sentence, interval, note, position

ORDER = {CLEAR: 0, POSSIBLE: 1}
LEADERS = "leadership"
BLIND_SPOTS = "Blind spots and hidden strengths"
KINDS = {LEADERS: "Gaps among leaders", "groups": "Gaps between leaders, managers and employees"}


def gaps(analysis: Analysis, names: Names) -> Section | None:
    """How far roles stand apart; None when no two roles can be compared."""
    if not analysis.gaps and not analysis.question_gaps:
        return None
    blocks: list[Block] = []
    if analysis.layers:
        blocks += picture("role_by_layer", charts.role_by_layer, analysis)
        blocks.append(_heat_table(analysis))
    found = tuple(gap for gap in analysis.gaps if gap.kind == LEADERS)
    if found:
        blocks += picture(f"gaps_{LEADERS}", charts.gap_intervals, _ranked(found), analysis)
        blocks += gap_tables(KINDS[LEADERS], found, names)
    blocks += note(
        "A gap is clear when chance is unlikely, allowing for all gaps shown together, and it is at least "
        "half a point; possible when only one of both holds. Intervals are 95 % for each gap on its own."
    )
    return Section("gaps", "Gaps between roles", _finding(analysis), tuple(blocks))


def _weight(gap: Gap) -> tuple[int, float]:
    return ORDER.get(gap.word, 2), -abs(gap.difference.value or 0.0)


def _finding(analysis: Analysis) -> str:
    found = sorted((gap for gap in analysis.gaps if gap.word in ORDER), key=_weight)
    if not found:
        return "No gap between roles is larger than chance would give."
    layers = {layer.code: layer_phrase(layer.layer) for layer in analysis.layers}
    return gap_sentence(found[0], layers.get(found[0].layer, found[0].layer))


def _heat_table(analysis: Analysis) -> Table:
    roles = [role.code for role in analysis.shown_roles]
    columns = (Column("Layer"), *(Column(role.name, "points") for role in analysis.shown_roles))
    rows = tuple(
        (
            layer.layer.name,
            *(position(layer.positions, role) for role in roles),
        )
        for layer in analysis.layers
    )
    return Table("Where each role stands, layer by layer", columns, rows, "Positions from 1 to 5.")


def all_gaps(analysis: Analysis, names: Names) -> Section | None:
    """The appendix of every pair and layer, those within chance too."""
    if not analysis.gaps:
        return None
    tables = tuple(
        _table(title, tuple(gap for gap in analysis.gaps if gap.kind == kind), names)
        for kind, title in KINDS.items()
        if any(gap.kind == kind for gap in analysis.gaps)
    )
    return Section("all_gaps", "Appendix: all gaps", "Every pair of roles on every layer.", tables)


def _ranked(found: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple(sorted(found, key=_weight))


def gap_tables(title: str, found: tuple[Gap, ...], names: Names) -> tuple[Block, ...]:
    """Gaps that are clear or possible, the widest first; the rest is counted and left to the appendix."""
    told = tuple(gap for gap in _ranked(found) if gap.word in ORDER)
    rest = wording.count(len(found) - len(told), "more pair")
    text = f"{rest} within chance: see the appendix." if len(told) < len(found) else ""
    return (*((_table(title, told, names),) if told else ()), *note(text))


def _table(title: str, found: tuple[Gap, ...], names: Names) -> Table:
    columns = (
        Column("Layer"),
        Column("From"),
        Column("To"),
        Column("Difference", "signed"),
        Column("95 % interval"),
        Column("Adjusted p", "p"),
        Column("Gap"),
    )
    rows = tuple(
        (
            names.of("layer", gap.layer),
            names.role(gap.from_role),
            names.role(gap.to_role),
            cell(gap.difference),
            interval(gap.difference),
            gap.adjusted_p,
            gap.word,
        )
        for gap in found
    )
    return Table(title, columns, rows, "Difference in scale points: positive means From stands higher.")


def question_gap_table(analysis: Analysis, names: Names) -> tuple[Table, ...]:
    """Questions on which leadership stands clearly apart from a group; nothing when there is none."""
    if not analysis.question_gaps:
        return ()
    columns = (
        Column("Question"),
        Column("Group"),
        Column("Kind"),
        Column("Difference", "signed"),
        Column("95 % interval"),
        Column("Gap"),
    )
    rows = tuple(
        (
            analysis.question(gap.question).question.text
            if gap.question in names.questions
            else gap.question,
            names.role(gap.group),
            gap.kind,
            cell(gap.difference),
            interval(gap.difference),
            gap.word,
        )
        for gap in sorted(analysis.question_gaps, key=lambda gap: -abs(gap.difference.value or 0.0))
    )
    text = "Leadership minus group. Blind spot: leadership stands higher; hidden strength: lower."
    return (Table(BLIND_SPOTS, columns, rows, text),)
