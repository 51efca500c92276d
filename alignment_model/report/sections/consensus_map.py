"""The consensus map: which leadership roles rank the same things alike, in which camps, and how sure that is."""

from __future__ import annotations

from alignment_model import charts
from alignment_model.analysis.model import Analysis, ConsensusMapResult
from alignment_model.findings.consensus_map import VALUE, camps_sentence
from alignment_model.findings.map_sentences import how_sure, left_out
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.words import body, cell, ended, note


def consensus_map(analysis: Analysis, names: Names) -> Section | None:
    """The map of what value means to the leadership roles; None when nobody can be placed on one."""
    found = analysis.consensus_map
    if found is None or not found.map.members:
        return None
    called = {role.code: role.name for role in analysis.roles}
    blocks: list[Block] = [*_drawn(found, called)]
    blocks += note(
        "Each arrow is a role: an office held by one person, or a group at its mean. Nobody of a group is "
        "ever drawn alone."
    )
    for text in (*left_out(found, called), *how_sure(found), camps_sentence(found.camps)):
        blocks += body(text)
    blocks.append(_without(found, names))
    blocks += _inside(found, names)
    blocks += _groups(analysis, names)
    return Section("consensus_map", "Consensus map", ended(found.sentence), tuple(blocks))


def _drawn(found: ConsensusMapResult, called: dict[str, str]) -> tuple[Block, ...]:
    camps = found.camps.camps if found.camps.found else ()
    return picture("consensus_map", charts.consensus_map, found.map, camps=camps, names=called)


def _groups(analysis: Analysis, names: Names) -> tuple[Block, ...]:
    """All shown roles as groups against each other, where at least two can be placed."""
    found = analysis.group_maps.get(VALUE)
    if found is None or len(found.map.groups) < 2:
        return ()
    groups = found.map.groups
    columns = (Column("Group"), *(Column(names.role(code), "agreement") for code in groups[:-1]))
    rows = tuple(
        (
            names.role(one),
            *(cell(found.map.correlations[i][j]) if j < i else None for j in range(len(groups) - 1)),
        )
        for i, one in enumerate(groups)
        if i
    )
    called = {role.code: role.name for role in analysis.roles}
    note_text = "r: 1 is the same order of items, 0 nothing in common, −1 the opposite order."
    return (
        *body(ended(found.sentence)),
        *picture("group_map", charts.group_map, found.map, names=called),
        Table("How alike groups rank", columns, rows, note_text),
    )


def _without(found: ConsensusMapResult, names: Names) -> Table:
    rows = tuple((names.role(member), cell(rise)) for member, rise in found.without)
    return Table(
        "Without whom agreement would rise most",
        (Column("Without"), Column("Change of alpha", "agreement")),
        rows,
        "A way to find the conversation, not a wish: whoever stands apart may be the one who is right.",
    )


def _inside(found: ConsensusMapResult, names: Names) -> tuple[Table, ...]:
    if not found.inside:
        return ()
    columns = (
        Column("Group"),
        Column("People", "integer"),
        Column("Alpha", "agreement"),
        Column("Chance from random rankings", "p"),
    )
    rows = tuple(
        (names.role(role), alpha.n, cell(alpha), alpha.p if alpha.known else None)
        for role, alpha in found.inside.items()
    )
    note_text = "How far the people inside each group rank alike, in all dimensions: 1 means all the same."
    return (Table("Inside each group", columns, rows, note_text),)
