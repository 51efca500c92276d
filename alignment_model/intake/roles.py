"""Which column says from where somebody answers, and which of our roles each of its answers means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from alignment_model.intake.grid import Column, Table
from alignment_model.intake.recognition.blocks import is_other, option_label, ticked
from alignment_model.intake.recognition.headings.heading_words import asks_role, asks_who_leads
from alignment_model.intake.recognition.kinds import (
    ATTENTION,
    CHOICE,
    DATE,
    METADATA,
    MULTI,
    NUMBER,
    RANKING,
    RATING,
    Described,
)
from alignment_model.intake.recognition.options import collapsed_answers
from alignment_model.intake.recognition.survey_words import survey_words
from alignment_model.intake.role_titles import title_meaning
from alignment_model.intake.text import LONGEST_KEPT, fold
from alignment_model.intake.title_shapes import LIKELY, SURE

ENOUGH_RECOGNISED = 0.3
_YES = {"yes", "ja", "oui", "si", "sim", "y"}
_NO = {"no", "nein", "non", "nao", "nee", "n"}
_HEADINGS = re.compile(
    r"\b(role|roles|position|job title|title|job level|level in|seniority|function|your job|rolle|funktion|stellung|"
    r"hierarchie\w*|führungsebene|rôle|poste|fonction|cargo|puesto|rol|función|papel|função|nivel|functie|nível)\b",
    re.IGNORECASE,
)
_EXACT = {
    "role",
    "your role",
    "rolle",
    "rol",
    "role group",
    "ihre rolle",
    "cargo",
    "poste",
    "functie",
    "funktion",
    "fonction",
    "puesto",
}


@dataclass(frozen=True, slots=True)
class RoleMeaning:
    """What an answer in the role column means: our role's code ("" when unknown or left out) and how sure that is."""

    role: str
    certainty: str


@dataclass(frozen=True)
class RoleColumn:
    """The column (or the columns of a spread-out single choice) that says the role."""

    columns: tuple[int, ...]
    header: str
    counts: Mapping[str, int]
    blank: int
    meanings: Mapping[str, RoleMeaning]
    by_row: tuple[str, ...]  # the answer per data row, "" when blank

    @property
    def index(self) -> int:
        """The column's place in the file, from 0."""
        return self.columns[0]


def role_meaning(answer: str) -> RoleMeaning:
    """The role an answer means.

    >>> role_meaning("CFO (Chief Financial Officer)")
    RoleMeaning(role='CFO', certainty='sure')
    >>> role_meaning("Astronaut")
    RoleMeaning(role='', certainty='unknown')
    """
    return _meaning_of_title(answer) if len(answer) <= LONGEST_KEPT else _meaning(answer)


def _meaning(answer: str) -> RoleMeaning:
    return RoleMeaning(*title_meaning(answer))


_meaning_of_title = lru_cache(maxsize=20_000)(_meaning)


def _meaning_under(heading: str, answer: str) -> RoleMeaning:
    """The role an answer means under its heading: "Yes" to "Do you manage people?" is probably a manager."""
    folded = fold(answer)
    if asks_who_leads(heading) and folded in _YES | _NO:
        return RoleMeaning("Manager" if folded in _YES else "Employee", LIKELY)
    return role_meaning(answer)


def find_role(
    table: Table, columns: Sequence[Described], rows: np.ndarray, taken: set[int]
) -> RoleColumn | None:
    """The column most likely to hold the role, or None; `taken` columns answer our questions."""
    best: tuple[float, Described] | None = None
    people = max(1, int(rows.sum()))
    for described in columns:
        if described.column.index in taken or not _may_be_role(described):
            continue
        score = _score(*_heading_and_answers(described, columns), people)
        if score > 0 and (best is None or score > best[0]):
            best = (score, described)
    return read_role(table, best[1], columns, rows) if best else None


def _heading_and_answers(described: Described, columns: Sequence[Described]) -> tuple[str, Mapping[str, int]]:
    header = described.column.header
    if not _is_spread(described):
        return header.text, described.answers
    members = [other for other in columns if other.column.index in described.options]
    return header.group or header.text, {
        option_label(other.column): int(ticked(other.column).sum()) for other in members
    }


def _is_spread(described: Described) -> bool:
    return described.kind == CHOICE and len(described.options) > 1


def _may_be_role(described: Described) -> bool:
    if described.kind in (RATING, RANKING, DATE, ATTENTION, METADATA):
        return False
    if described.options and described.column.index != described.options[0]:
        return False
    header = described.column.header
    beside = bool(header.group and is_other(described.column)) or fold(header.item) in survey_words().other
    if beside or header.code.endswith("_TEXT"):
        return False
    named = bool(_HEADINGS.search(described.column.header.text)) and len(described.answers) <= 2000
    return named or (described.kind not in (NUMBER, MULTI) and 1 <= len(described.answers) <= 60)


def _score(heading: str, answers: Mapping[str, int], people: int) -> float:
    """How likely a column holds the role: the share of answers we know, its heading, and how many answered it."""
    total = sum(answers.values())
    exact = fold(heading) in _EXACT or asks_role(heading)
    if asks_who_leads(heading) and {fold(answer) for answer in answers} <= _YES | _NO:
        return 0.5 * min(1.0, total / people)  # less than any column that names roles
    if not total:
        return 0.5 if exact else 0.0
    known = sum(count for answer, count in answers.items() if role_meaning(answer).certainty == SURE)
    share = known / total
    named = 0.6 if exact else 0.35 if _HEADINGS.search(heading) else 0.0
    if share < ENOUGH_RECOGNISED and named < 0.6:
        return 0.0
    return share + named + 0.5 * min(1.0, total / people) - 0.005 * len(answers)


def read_role(
    table: Table, described: Described, columns: Sequence[Described], rows: np.ndarray
) -> RoleColumn:
    """A column read as the role; a single choice spread over columns is read as one."""
    column = described.column
    spread = _is_spread(described)
    block = (
        [other.column for other in columns if other.column.index in described.options] if spread else [column]
    )
    by_row = collapsed_answers(block) if spread else _answers(column)
    by_row = _with_companions(by_row, column, [other.column for other in columns])
    counts: dict[str, int] = {}
    for row in np.flatnonzero(rows).tolist():
        if by_row[row]:
            counts[by_row[row]] = counts.get(by_row[row], 0) + 1
    return RoleColumn(
        columns=tuple(member.index for member in block),
        header=(column.header.group or column.header.text) if spread else column.header.text,
        counts=counts,
        blank=int(rows.sum()) - sum(counts.values()),
        meanings={answer: _meaning_under(column.header.text, answer) for answer in counts},
        by_row=tuple(by_row),
    )


def _answers(column: Column) -> list[str]:
    texts = [*column.answers, ""]
    return [texts[code] for code in column.codes.tolist()]


def _with_companions(by_row: Sequence[str], role: Column, columns: Sequence[Column]) -> list[str]:
    """Blank answers filled with the title written beside them; "Other" replaced by it where it means a role."""
    question = fold(role.header.group or role.header.item)
    found = list(by_row)
    for column in columns:
        if column.index == role.index or not _beside(column, role, question):
            continue
        for row, written in enumerate(_answers(column)):
            if (
                written
                and _leaves_open(found[row], column)
                and (not found[row] or role_meaning(written).role)
            ):
                found[row] = written
    return found


def _beside(column: Column, role: Column, question: str) -> bool:
    """Whether a column takes what people write beside the options of the role: by its question, code or place."""
    code = role.header.code
    by_code = (
        bool(code) and column.header.code.startswith(f"{code}_") and column.header.code.endswith("_TEXT")
    )
    next_to_it = not column.header.group and column.index == role.index + 1
    named = fold(column.header.item) in survey_words().other
    return by_code or (next_to_it and named) or (fold(column.header.group) == question and is_other(column))


def _leaves_open(answer: str, companion: Column) -> bool:
    folded = fold(answer)
    return folded in ("", "oth", fold(companion.header.item)) or folded.startswith(survey_words().other)
