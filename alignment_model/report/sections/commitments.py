"""What was agreed: who does what until when, and what has happened since to what was talked about."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.commitments import STATES
from alignment_model.findings.commitments import Standing
from alignment_model.findings.words import opened
from alignment_model.report.model import Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.wording import day, listing

COLUMNS = (
    Column("What"),
    Column("Owner"),
    Column("Due"),
    Column("State"),
    Column("Came from"),
    Column("Note"),
    Column("Since then"),
)
NOTE = (
    "Since then: what the survey says of the question and its layer, compared with the wave it was agreed in. It says "
    "whether something moved, not that the commitment moved it."
)


def commitments_section(found: Sequence[Standing], names: Names) -> Section | None:
    """All commitments as they stand; None when nothing was agreed."""
    if not found:
        return None
    rows = tuple(_row(standing, names) for standing in found)
    note = NOTE if any(standing.since for standing in found) else ""
    table = Table("Who does what, until when", COLUMNS, rows, note)
    return Section("commitments", "What was agreed", _finding(found), (table,))


def _finding(found: Sequence[Standing]) -> str:
    """How many there are of each state.

    The day the report is read on is not in it: a frozen report must not change with the calendar.
    """
    states = [standing.commitment.state for standing in found]
    parts = [f"{states.count(state)} {state}" for state in STATES if state in states]
    return f"Commitments: {listing(parts)}."


def _row(standing: Standing, names: Names) -> tuple[object, ...]:
    item = standing.commitment
    return (
        item.text,
        item.owner,
        day(item.due),
        opened(item.state),
        _origin(standing, names),
        item.note,
        opened(f"{standing.since.word}. {standing.since.sentence}") if standing.since else "",
    )


def _origin(standing: Standing, names: Names) -> str:
    item = standing.commitment
    if item.question:
        return f"{names.of('question', item.question)}, {item.wave}"
    return f"{names.of('layer', item.layer)}, {item.wave}" if item.layer else item.wave
