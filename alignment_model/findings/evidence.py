"""One wave as every finding sees it: counts, rating matrix, register, and the roles that may be shown.

Two scales, one rule: a question stands on its own scale 1..K; whatever is said about a layer (position,
gap, average deviation, practical limit) is on the five-point equivalent, 1 + (x - 1) * 4 / (K - 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from alignment_model.counts import Counts, RatingMatrix
from alignment_model.counts.forms import Floats
from alignment_model.framework import load_framework
from alignment_model.measures.position import position
from alignment_model.measures.scales import to_scale
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION, Question, Questionnaire
from alignment_model.responses import Initiative

MANAGER, EMPLOYEE, LEADERSHIP = "Manager", "Employee", "Leadership"


@dataclass(frozen=True, eq=False)
class Leaders:
    """The leadership roles' positions on some questions: roles x questions, NaN where nobody answered."""

    roles: tuple[str, ...]
    questions: tuple[str, ...]
    positions: Floats
    sizes: Floats
    levels: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything findings are made from; nothing hidden is in it."""

    counts: Counts
    matrix: RatingMatrix
    policy: PrivacyPolicy
    initiatives: tuple[Initiative, ...] = ()
    wave_date: date | None = None
    currency: str = ""
    seed: int = 0
    texts: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @property
    def questionnaire(self) -> Questionnaire:
        """What was asked."""
        return self.counts.questionnaire

    def too_few(self, role: str, people: int) -> str:
        """Why a number that rests on so many of a role's people is not shown; empty when it is.

        To be asked wherever fewer may count than answered a single question, such as those who answered two.
        """
        return self.policy.reason(role, people)

    @cached_property
    def leadership(self) -> tuple[str, ...]:
        """Shown leadership roles, in office order."""
        return tuple(role for role in self.counts.shown if is_leadership(role))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Shown roles that are not leadership, in office order."""
        return tuple(role for role in self.counts.shown if not is_leadership(role))

    @cached_property
    def outcomes(self) -> tuple[Question, ...]:
        """What the 100 points were spread over: outcomes that got none from anybody were not asked."""
        points = self.questionnaire.of_kind(ALLOCATION)
        given = tuple(question for question in points if self.matrix.answered(question.code))
        return given or points

    @cached_property
    def _positions(self) -> dict[tuple[str, str], Statistic]:
        return {key: position(self.counts.oriented(*key)) for key in self.counts.cells}

    def position(self, question: str, role: str) -> Statistic:
        """Where a role stands on a question, on the question's own scale, reversed ones flipped."""
        known = self._positions.get((question, role))
        if known is not None:
            return known
        return Statistic.none(self.counts.hidden.get((question, role), "Nobody answered"), n=0)

    def leaders(self, questions: Sequence[Question]) -> Leaders:
        """The leadership roles' table on these questions."""
        codes = tuple(question.code for question in questions)
        stands = [[self.position(code, role) for code in codes] for role in self.leadership]
        shape = (len(self.leadership), len(codes))
        values = np.array(
            [[np.nan if s.value is None else s.value for s in row] for row in stands], dtype=float
        )
        sizes = np.array([[s.n if s.known else 0 for s in row] for row in stands], dtype=float)
        levels = tuple(self.questionnaire.levels_of(code) for code in codes)
        return Leaders(self.leadership, codes, values.reshape(shape), sizes.reshape(shape), levels)

    def five_point(self, questions: Sequence[Question], role: str) -> Floats:
        """A role's positions on these questions as five-point equivalents; NaN where there is none."""
        found = [self.position(question.code, role).value for question in questions]
        levels = [self.questionnaire.levels_of(question.code) for question in questions]
        return to_scale(np.array([np.nan if v is None else v for v in found], dtype=float), levels)

    def people(self, role: str, questions: Sequence[Question]) -> Floats:
        """A role's answers as five-point equivalents, respondents x questions, NaN where missing."""
        levels = [self.questionnaire.levels_of(question.code) for question in questions]
        return to_scale(self.matrix.of(role, [question.code for question in questions]), levels)


def is_leadership(role: str) -> bool:
    """Whether a role is a leadership role; roles the framework does not know are not."""
    return any(known.code == role and known.leadership for known in load_framework().roles)


def known_mean(values: Floats) -> float | None:
    """Mean of the known values, None when there are none."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else None


def row_means(table: Floats) -> Floats:
    """Mean of each respondent's known answers; respondents without one are left out."""
    known = ~np.isnan(table)
    some = known.any(axis=1)
    return np.where(known, table, 0.0).sum(axis=1)[some] / known.sum(axis=1)[some]
