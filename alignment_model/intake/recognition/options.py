"""Options of one list that stand in a column each: grouped under their question, counted, and read as one answer.

A single choice spread over columns becomes one column of options; of a list where several may be ticked each
option becomes a column of its own with the answers "Not chosen" and "Chosen".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from alignment_model.intake.grid import BLANK, Column, Header
from alignment_model.intake.recognition.blocks import given, option_label, ticked
from alignment_model.intake.recognition.kinds import CHOICE, MULTI, RATING, Described
from alignment_model.intake.recognition.scales.label_scales import read_labels
from alignment_model.intake.recognition.scales.scale_reading import ScaleReading

NOT_CHOSEN, CHOSEN = "Not chosen", "Chosen"
BETWEEN = "; "  # between the options of somebody who ticked two of a single choice


@dataclass(frozen=True, eq=False)
class OptionGroup:
    """One list of options: its question ("" when the file does not tell), its columns and how often each was chosen.

    `kind` is "choice" when nobody but by mistake ticks two, else "multi"; `blank` counts people who ticked none.
    `scale` is there when the options of a choice are the levels of a scale.
    """

    question: str
    kind: str
    columns: tuple[int, ...]
    options: tuple[str, ...]
    counts: tuple[int, ...]
    blank: int
    scale: ScaleReading | None = None

    def option_as_dict(self, place: int) -> dict[str, Any]:
        """One of its columns in the `inspect --json` contract: which option of which list, and how often chosen."""
        at = self.columns.index(place)
        return {
            "label": self.options[at],
            "chosen": self.counts[at],
            "question": self.question,
            "kind": self.kind,
            "columns": list(self.columns),
        }


def option_groups(columns: Sequence[Described], rows: np.ndarray) -> tuple[OptionGroup, ...]:
    """Every list of options of the table, in the order of its first column."""
    by_place = {described.column.index: described for described in columns}
    groups = []
    for described in columns:
        if len(described.options) > 1 and described.options[0] == described.column.index:
            members = [by_place[place] for place in described.options if place in by_place]
            groups.append(_group(members, rows))
    return tuple(groups)


def _group(members: Sequence[Described], rows: np.ndarray) -> OptionGroup:
    marks = np.column_stack([ticked(member.column)[rows] for member in members])
    options = tuple(option_label(member.column) for member in members)
    kind = members[0].kind
    counts = tuple(int(count) for count in marks.sum(axis=0))
    chosen = {option: count for option, count in zip(options, counts) if option}
    scale = read_labels(chosen) if kind == CHOICE and len(chosen) == len(options) else None
    return OptionGroup(
        question=members[0].column.header.group,
        kind=kind,
        columns=tuple(member.column.index for member in members),
        options=options,
        counts=counts,
        blank=int((~marks.any(axis=1)).sum()),
        scale=None if scale is not None and scale.unknown else scale,
    )


def as_one(members: Sequence[Described], rows: np.ndarray) -> Described:
    """A single choice spread over columns as the one column it was; its heading is the question."""
    first = members[0].column
    header = Header(first.index, first.header.group or first.header.text)
    return _described(_collapsed([member.column for member in members], header), rows)


def collapsed_answers(columns: Sequence[Column]) -> list[str]:
    """Per data row, the option ticked; "" when none is, several joined."""
    column = _collapsed(columns, columns[0].header)
    return [column.answer(row) for row in range(len(column.codes))]


def _collapsed(columns: Sequence[Column], header: Header) -> Column:
    marks = np.column_stack([ticked(column) for column in columns])
    codes = np.where(marks.any(axis=1), marks.argmax(axis=1), BLANK).astype(np.int32)
    answers = [option_label(column) for column in columns]
    for row in np.flatnonzero(marks.sum(axis=1) > 1).tolist():
        several = BETWEEN.join(answers[place] for place in np.flatnonzero(marks[row]))
        if several not in answers:
            answers.append(several)
        codes[row] = answers.index(several)
    return Column(header, tuple(answers), codes)


def as_chosen(described: Described, members: Sequence[Described], rows: np.ndarray) -> Described:
    """One option of a list as a question of two levels; blank for people who answered no part of the list."""
    asked = np.column_stack([given(member.column) for member in members]).any(axis=1)
    codes = np.where(asked, ticked(described.column).astype(np.int32), BLANK).astype(np.int32)
    column = Column(described.column.header, (NOT_CHOSEN, CHOSEN), codes)
    scale = ScaleReading((NOT_CHOSEN, CHOSEN), {NOT_CHOSEN: 1, CHOSEN: 2}, family="options")
    return replace(_described(column, rows), kind=RATING, scale=scale)


def _described(column: Column, rows: np.ndarray) -> Described:
    answers = column.counts(rows)
    scale = read_labels(answers, dict.fromkeys(column.answers, 0) | answers)
    kind = CHOICE if scale is None or scale.unknown else RATING
    return Described(column, kind, answers, column.blank(rows), scale=scale if kind == RATING else None)


def usable(described: Described, columns: Sequence[Described], rows: np.ndarray) -> Described:
    """An option column as the question it can be: the whole choice, or this option of a list; any other as it is."""
    members = [other for other in columns if other.column.index in described.options]
    if len(members) < 2:
        return described
    return as_chosen(described, members, rows) if described.kind == MULTI else as_one(members, rows)
