"""The two working forms of answers: counts per question and role, and the rating matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from alignment_model.privacy import RoleVisibility
from alignment_model.questionnaire import ALLOCATION, NUMBER, SCALED_KINDS, Questionnaire

NUMERIC_KINDS = (*SCALED_KINDS, ALLOCATION, NUMBER)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one role answered one question: people per level 1..K as asked, "don't know", and blank."""

    levels: tuple[int, ...]
    dont_know: int
    blank: int

    @property
    def n(self) -> int:
        """People who chose a level."""
        return sum(self.levels)


@dataclass(frozen=True)
class Counts:
    """All scaled answers of one wave as counts; `hidden` says in words why a role's answers are not in it.

    `dont_know` holds (people who said "don't know", people who did not leave it blank) where that many may
    be told, which can be so when too few chose a level.
    """

    questionnaire: Questionnaire
    roles: tuple[RoleVisibility, ...]
    cells: Mapping[tuple[str, str], Cell]
    hidden: Mapping[tuple[str, str], str]
    dont_know: Mapping[tuple[str, str], tuple[int, int]]

    @property
    def shown(self) -> tuple[str, ...]:
        """Codes of the roles numbers may be shown about, in office order."""
        return tuple(role.code for role in self.roles if role.shown)

    def cell(self, question: str, role: str) -> Cell | None:
        """The counts of one role on one question; None where they are hidden."""
        return self.cells.get((question, role))

    @cached_property
    def _oriented(self) -> dict[tuple[str, str], Floats]:
        return {
            key: np.array(
                cell.levels[::-1] if self.questionnaire.question(key[0]).reversed else cell.levels,
                dtype=float,
            )
            for key, cell in self.cells.items()
        }

    def oriented(self, question: str, role: str) -> Floats | None:
        """Counts per level with a reversed question flipped, shape (K,); None where hidden."""
        return self._oriented.get((question, role))


@dataclass(frozen=True, eq=False)
class RatingMatrix:
    """Answers row by row for shown roles only: what W, the map and paired intervals need. Stays in the core.

    `values` is respondents x questions (scaled ones flipped where reversed, then points and numbers), NaN
    where missing or hidden; `role_index` points into `roles`. Rows are in an order of their own.
    """

    questions: tuple[str, ...]
    roles: tuple[str, ...]
    role_index: NDArray[np.intp]
    values: Floats

    def of(self, role: str, questions: Sequence[str]) -> Floats:
        """The rows of one role for these questions, shape (respondents, questions)."""
        return self.of_all(role)[:, [self._columns[code] for code in questions]]

    def of_all(self, role: str) -> Floats:
        """All rows of one role."""
        return self._blocks.get(role, np.empty((0, len(self.questions))))

    def answered(self, question: str) -> bool:
        """Whether anybody shown answered it."""
        return not np.isnan(self.values[:, self._columns[question]]).all()

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {code: column for column, code in enumerate(self.questions)}

    @cached_property
    def _blocks(self) -> dict[str, Floats]:
        return {role: self.values[self.role_index == i] for i, role in enumerate(self.roles)}
