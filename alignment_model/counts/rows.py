"""Counts as rows a store can keep, and back. What is hidden is not in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alignment_model.counts.forms import Cell, Counts
from alignment_model.privacy import NOBODY, PrivacyPolicy, RoleVisibility
from alignment_model.questionnaire import Questionnaire

DONT_KNOW, BLANK, HIDDEN, ANSWERED = "dont_know", "blank", "hidden", "answered"
UNANSWERED = "unanswered"  # hidden because nobody answered


@dataclass(frozen=True, slots=True)
class CountRow:
    """One stored count: `value` is a level "1".."K" or one of the words above."""

    question: str
    role: str
    value: str
    n: int


def count_rows(counts: Counts) -> tuple[CountRow, ...]:
    """The counts as rows a store can keep; a hidden cell is one row "hidden" of 0."""
    rows = []
    for (question, role), cell in counts.cells.items():
        rows += [CountRow(question, role, str(level), n) for level, n in enumerate(cell.levels, 1)]
        rows += [
            CountRow(question, role, DONT_KNOW, cell.dont_know),
            CountRow(question, role, BLANK, cell.blank),
        ]
    shown = set(counts.shown)
    for (question, role), reason in counts.hidden.items():
        nobody = role in shown and reason == NOBODY
        rows.append(CountRow(question, role, UNANSWERED if nobody else HIDDEN, 0))
        if (question, role) in counts.dont_know:
            unknown, answered = counts.dont_know[question, role]
            rows += [
                CountRow(question, role, DONT_KNOW, unknown),
                CountRow(question, role, ANSWERED, answered),
            ]
    return tuple(rows)


def counts_from_rows(
    rows: Iterable[CountRow],
    questionnaire: Questionnaire,
    roles: Iterable[RoleVisibility],
    policy: PrivacyPolicy,
) -> Counts:
    """The inverse of `count_rows`; the policy words the reason of what is hidden."""
    roles = tuple(roles)
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows:
        found.setdefault((row.question, row.role), {})[row.value] = row.n
    reasons = {role.code: role.reason for role in roles}
    cells, hidden, unknown = {}, {}, {}
    for key, values in found.items():
        if HIDDEN in values or UNANSWERED in values:
            hidden[key] = reasons[key[1]] or policy.reason(key[1], 0 if UNANSWERED in values else 1)
            if ANSWERED in values:
                unknown[key] = (values[DONT_KNOW], values[ANSWERED])
            continue
        levels = questionnaire.levels_of(key[0])
        cell = Cell(
            tuple(values.get(str(level), 0) for level in range(1, levels + 1)),
            values[DONT_KNOW],
            values[BLANK],
        )
        cells[key] = cell
        if cell.n + cell.dont_know:
            unknown[key] = (cell.dont_know, cell.n + cell.dont_know)
    return Counts(questionnaire, roles, cells, hidden, unknown)
