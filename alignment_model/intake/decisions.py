"""A mapping's decisions found again in a file, whatever order its columns have this time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from alignment_model.errors import ERROR, WARNING, Problem
from alignment_model.intake.grid import Header
from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping
from alignment_model.intake.recognition.kinds import CHOICE
from alignment_model.intake.recognition.options import OptionGroup
from alignment_model.intake.text import fold, shortened


def occurrences(headers: Sequence[Header]) -> dict[int, int]:
    """For each column, which of the columns with the same heading it is, from 1."""
    seen: Counter[str] = Counter()
    found: dict[int, int] = {}
    for header in headers:
        seen[fold(header.text)] += 1
        found[header.index] = seen[fold(header.text)]
    return found


def find_column(headers: Sequence[Header], name: str, occurrence: int = 1) -> int | None:
    """The column a mapping means: by whole heading, else by code, else by the statement alone."""
    places: dict[str, dict[str, list[int]]] = {
        "text": defaultdict(list),
        "code": defaultdict(list),
        "item": defaultdict(list),
    }
    for header in headers:
        places["text"][fold(header.text)].append(header.index)
        places["code"][fold(header.code)].append(header.index)
        places["item"][fold(header.item)].append(header.index)
    wanted = fold(name)
    for how in ("text", "code", "item"):
        found = places[how].get(wanted, []) if wanted or how == "text" else []
        if len(found) >= occurrence:
            return found[occurrence - 1]
    return None


def chosen(
    headers: Sequence[Header], mapping: ColumnMapping | None
) -> tuple[dict[int, ColumnChoice], list[ColumnChoice]]:
    """The decision for each column, and the decisions that name no column."""
    found: dict[int, ColumnChoice] = {}
    missing: list[ColumnChoice] = []
    for choice in mapping.columns if mapping else ():
        place = find_column(headers, choice.column, choice.occurrence)
        if place is not None:
            found[place] = choice
        elif not choice.ignore:
            missing.append(choice)
    return found, missing


def chosen_groups(
    choices: Sequence[ColumnChoice], groups: Sequence[OptionGroup], headers: Sequence[Header], sheet: str
) -> tuple[dict[int, ColumnChoice], list[Problem]]:
    """Decisions that name the question of a choice spread over columns, by its first column; and what fits nothing."""
    by_question = {fold(group.question): group for group in groups if group.question and group.kind == CHOICE}
    texts = {header.index: header.text for header in headers}
    seen = occurrences(headers)
    found: dict[int, ColumnChoice] = {}
    problems: list[Problem] = []
    for choice in choices:
        group = by_question.get(fold(choice.column))
        if group is None:
            problems.append(missing_column(choice.column, sheet, WARNING))
            continue
        first = group.columns[0]
        found[first] = replace(choice, column=texts[first], occurrence=seen[first])
    return found, problems


def missing_column(name: str, sheet: str, severity: str = ERROR) -> Problem:
    """A column the mapping names that the file does not have."""
    return Problem(
        "mapping.no_such_column",
        severity,
        found=f"no column '{shortened(name)}'",
        expected="the column the mapping names",
        fix="Correct its heading in the mapping or in the file.",
        sheet=sheet,
    )
