"""Rows that are not respondents: blank, preview, test, averages and totals, repeated headings.

They are kept out with the reason; rows that are incomplete or hold no answer stay in and are flagged.
The person decides: a reason or a single row can be kept or left out by the mapping.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alignment_model.intake.grid import BLANK, Column, Table
from alignment_model.intake.recognition.scales.scale_words import NO_ANSWER, scale_words
from alignment_model.intake.recognition.summary_rows import unlabelled_summaries
from alignment_model.intake.recognition.survey_words import survey_words
from alignment_model.intake.text import fold
from alignment_model.intake.tools import Tool

REASONS = {
    "blank": "the row is blank",
    "preview": "the survey tool marks it as a preview or test",
    "test": "its name or identifier says that it is a test",
    "summary": "it holds an average or a total, not a person's answers",
    "heading": "it repeats the headings",
    "incomplete": "the survey tool says it was not finished",
    "unanswered": "it holds no answer",
}
FLAGGED_ONLY = ("incomplete", "unanswered")
_TESTS = re.compile(
    r"(test|testing|tester|dummy|probe|testdaten|prueba|teste|essai)( ?(\d+|test|user|response|entry|row))?"
)


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row that may not be a respondent: `row` as people see it (from 1), the reason's code, whether it is kept out."""

    row: int
    reason: str
    excluded: bool

    @property
    def sentence(self) -> str:
        """The reason in words."""
        return REASONS[self.reason]


def note_rows(
    table: Table,
    tool: Tool,
    metadata: Mapping[int, str],
    keep: Sequence[str] = (),
    leave_out: Sequence[str] = (),
) -> tuple[tuple[RowNote, ...], np.ndarray]:
    """Every row worth a note, and the mask of rows that count as respondents.

    Parameters
    ----------
    keep, leave_out : reasons ("preview") or rows ("row 12") decided by a person.
    """
    reasons = _reasons(table, tool, metadata)
    notes = []
    mask = np.ones(table.rows, dtype=bool)
    for row in range(table.rows):
        reason = reasons.get(row, "")
        named = f"row {table.sheet_row(row)}"
        if not reason and named not in leave_out:
            continue
        excluded = bool(reason) and reason not in FLAGGED_ONLY
        if reason in keep or named in keep:
            excluded = reason == "blank"
        if reason in leave_out or named in leave_out:
            excluded = True
        notes.append(RowNote(table.sheet_row(row), reason or "unanswered", excluded))
        mask[row] = not excluded
    return tuple(notes), mask


def _reasons(table: Table, tool: Tool, metadata: Mapping[int, str]) -> dict[int, str]:
    answered = np.zeros(table.rows, dtype=np.int64)
    for column in table.columns:
        if column.index not in metadata:
            answered += _said(column)
    found: dict[int, str] = {}
    by_kind = _by_kind(table, metadata)
    headings = {column.index: column.header.item for column in table.columns if column.header.item}
    summary_rows = survey_words().summary_rows
    summaries = _rows_of(table, metadata, lambda text: text in summary_rows, first_column=True)
    summaries |= set(unlabelled_summaries(table, metadata))
    tests = _rows_of(table, metadata, lambda text: bool(_TESTS.fullmatch(text)), first_column=False)
    notes = _tool_notes(table, tool, by_kind)
    for row in range(table.rows):
        if not table.filled[row]:
            found[row] = "blank"
        elif row in notes and notes[row] != "incomplete":
            found[row] = notes[row]
        elif row in summaries:
            found[row] = "summary"
        elif row in tests:
            found[row] = "test"
        elif row in notes:
            found[row] = notes[row]
        elif not answered[row]:
            found[row] = "unanswered"
    found.update(_repeated_headings(table, headings))
    return found


def _said(column: Column) -> np.ndarray:
    """Per data row, whether something is answered: neither blank nor "NA" and the like."""
    words = scale_words()
    told = [words.off_scale_kind(answer) != NO_ANSWER for answer in column.answers]
    return np.array([*told, False])[column.codes]


def _by_kind(table: Table, metadata: Mapping[int, str]) -> dict[str, int]:
    """The first column of each kind of metadata."""
    found: dict[str, int] = {}
    for place, column in enumerate(table.columns):
        kind = metadata.get(column.index, "")
        if kind:
            found.setdefault(kind, place)
    return found


def _tool_notes(table: Table, tool: Tool, by_kind: Mapping[str, int]) -> dict[int, str]:
    """What the tool says of each row; asked once a combination of its marks."""
    kinds = [kind for kind in ("status", "finished", "channel", "submitted", "progress") if kind in by_kind]
    columns = [table.columns[by_kind[kind]] for kind in kinds]
    if not columns:
        return {}
    known: dict[tuple[str, ...], str] = {}
    found: dict[int, str] = {}
    for row in range(table.rows):
        marks = tuple(
            ("given" if column.codes[row] != BLANK else "") if kind == "submitted" else column.answer(row)
            for kind, column in zip(kinds, columns)
        )
        if marks not in known:
            known[marks] = tool.row_note(dict(zip(kinds, marks)))
        if known[marks]:
            found[row] = known[marks]
    return found


def _rows_of(table: Table, metadata: Mapping[int, str], says, *, first_column: bool) -> set[int]:
    """Rows whose identifier, name or (for totals) first column says what they are."""
    rows: set[int] = set()
    for place, column in enumerate(table.columns):
        named = metadata.get(column.index) in ("id", "name", "email", "status")
        if named or (first_column and place == 0):
            hits = [code for code, answer in enumerate(column.answers) if says(fold(answer))]
            if hits:
                rows.update(np.flatnonzero(np.isin(column.codes, hits)).tolist())
    return rows


def _repeated_headings(table: Table, headings: Mapping[int, str]) -> dict[int, str]:
    """Rows that repeat the headings, as when two exports were pasted together."""
    if len(headings) < 3:
        return {}
    hits = np.zeros(table.rows, dtype=np.int64)
    for column in table.columns:
        heading = headings.get(column.index, "")
        same = [code for code, answer in enumerate(column.answers) if heading and answer == heading]
        if same:
            hits += np.isin(column.codes, same)
    return {int(row): "heading" for row in np.flatnonzero(hits >= 0.8 * len(headings))}
