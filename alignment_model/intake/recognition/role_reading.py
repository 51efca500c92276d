"""The role column with a person's decisions: which answers stand for which role, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alignment_model.errors import ERROR, QUESTION, Problem
from alignment_model.intake import problems as say
from alignment_model.intake.decisions import find_column
from alignment_model.intake.grid import Table
from alignment_model.intake.mapping.matching import Match
from alignment_model.intake.mapping.model import ColumnMapping
from alignment_model.intake.recognition.kinds import Described
from alignment_model.intake.recognition.model import RecognisedRole
from alignment_model.intake.roles import SURE, RoleColumn, find_role, read_role
from alignment_model.intake.text import fold

MOST_ROLES_ASKED = 40


@dataclass(frozen=True)
class ReadRoles:
    """The role column as found, as the person sees it, and what is wrong with it."""

    column: RoleColumn | None
    role: RecognisedRole | None
    problems: tuple[Problem, ...] = ()


def read_roles(
    table: Table,
    columns: Sequence[Described],
    rows: np.ndarray,
    mapping: ColumnMapping | None,
    matches: Mapping[int, Match],
    seen: Mapping[int, int],
) -> ReadRoles:
    """Find the role column, by decision or by its answers, and say what each of its answers means."""
    sheet = table.sheet.name
    if mapping and mapping.role and not mapping.role.column:
        return _everybody(table, rows, mapping.role.values.get("", ""))
    if mapping and mapping.role:
        place = find_column(
            [described.column.header for described in columns], mapping.role.column, mapping.role.occurrence
        )
        if place is None:
            place = _group_place(columns, mapping.role.column)
        if place is None:
            return ReadRoles(None, None)
        found = read_role(table, columns[place], columns, rows)
    else:
        found = find_role(table, columns, rows, set(matches))
    if found is None:
        return ReadRoles(None, None, (say.no_role(sheet, ERROR if matches else QUESTION),))
    decided = dict(mapping.role.values) if mapping and mapping.role else {}
    mapped = _mapped(found, decided)
    role = RecognisedRole(
        index=found.index,
        header=found.header,
        counts=found.counts,
        blank=found.blank,
        mapped=mapped,
        proposed={answer: meaning.role for answer, meaning in found.meanings.items()},
        occurrence=seen.get(found.index, 1),
    )
    return ReadRoles(found, role, tuple(_problems(table, columns, rows, found, mapped, decided)))


def _everybody(table: Table, rows: np.ndarray, role: str) -> ReadRoles:
    """One role for the whole file, as a mapping says it of a survey of a single group."""
    total = int(rows.sum())
    column = RoleColumn((-1,), "", {}, total, {}, ("",) * table.rows)
    return ReadRoles(column, RecognisedRole(-1, "", {}, total, {"": role}, {}))


def _group_place(columns: Sequence[Described], name: str) -> int | None:
    """The first column of a spread-out choice, named by the question its columns share."""
    for place, described in enumerate(columns):
        if described.options and fold(described.column.header.group) == fold(name):
            return place
    return None


def _mapped(found: RoleColumn, decided: Mapping[str, str]) -> dict[str, str | None]:
    by_fold = {fold(answer): role for answer, role in decided.items() if answer}
    mapped: dict[str, str | None] = {}
    for answer, meaning in found.meanings.items():
        if answer in decided:
            mapped[answer] = decided[answer]
        elif fold(answer) in by_fold:
            mapped[answer] = by_fold[fold(answer)]
        else:
            mapped[answer] = meaning.role if meaning.certainty == SURE else None
    if "" in decided:
        mapped[""] = decided[""]
    return mapped


def _problems(
    table: Table,
    columns: Sequence[Described],
    rows: np.ndarray,
    found: RoleColumn,
    mapped: Mapping[str, str | None],
    decided: Mapping[str, str],
) -> list[Problem]:
    sheet = table.sheet.name
    first: dict[str, int] = {}
    blank: list[int] = []
    answered = _answered_rows(table, columns, found)
    for row in np.flatnonzero(rows).tolist():
        first.setdefault(found.by_row[row], row)
        if not found.by_row[row] and answered[row]:
            blank.append(row)
    people = _people(found, [answer for answer, role in mapped.items() if role is None])
    problems = [
        say.unknown_role(
            answer,
            count,
            sheet,
            table.address(first[answer], found.index),
            found.meanings[answer].role,
        )
        for answer, count in list(people.items())[:MOST_ROLES_ASKED]
    ]
    if blank and "" not in decided:
        problems.append(say.blank_role(len(blank), sheet, table.address(blank[0], found.index)))
    return problems


def _people(found: RoleColumn, answers: Sequence[str]) -> dict[str, int]:
    """How many people gave each answer, the commonest first; answers that differ in capitals only count as one."""
    spelled: dict[str, str] = {}
    people: dict[str, int] = {}
    for answer in sorted(answers, key=lambda answer: -found.counts[answer]):
        spelling = spelled.setdefault(fold(answer) or answer, answer)
        people[spelling] = people.get(spelling, 0) + found.counts[answer]
    return people


def _answered_rows(table: Table, columns: Sequence[Described], found: RoleColumn) -> np.ndarray:
    answered = np.zeros(table.rows, dtype=bool)
    for described in columns:
        if described.kind != "metadata" and described.column.index not in found.columns:
            answered |= described.column.codes >= 0
    return answered
