"""How groups of people moved on single questions between two waves, by Welch's test from their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alignment_model.analysis.model import Distribution
from alignment_model.counts.forms import Floats
from alignment_model.findings.comparable import Pair
from alignment_model.findings.gaps import as_statistic
from alignment_model.measures.gaps import Gap, welch_gap
from alignment_model.measures.multiple_testing import benjamini_hochberg, gap_word
from alignment_model.measures.statistic import Statistic


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """How a group's position on one question changed, on the question's own scale."""

    question: str
    role: str
    before: float
    after: float
    difference: Statistic
    adjusted_p: float | None
    word: str


def question_changes(shared: Mapping[str, Pair], roles: Sequence[str]) -> tuple[QuestionChange, ...]:
    """Every shared question of every role of several people, adjusted together, in the order asked."""
    found = [
        (pair[1].levels, code, role, gap, (pair[0].positions[role].value, pair[1].positions[role].value))
        for code, pair in shared.items()
        for role in roles
        if (gap := _gap(pair, role)) is not None
    ]
    adjusted = benjamini_hochberg([gap.p for _, _, _, gap, _ in found])
    return tuple(
        QuestionChange(
            code,
            role,
            at[0] or 0.0,
            at[1] or 0.0,
            as_statistic(gap),
            p,
            gap_word(gap.difference or 0.0, p, levels),
        )
        for (levels, code, role, gap, at), p in zip(found, adjusted)
    )


def _gap(pair: Pair, role: str) -> Gap | None:
    answers = [_answers(result.distributions.get(role), result.question.reversed) for result in pair]
    if min(len(values) for values in answers) < 2:
        return None
    return welch_gap(answers[1], answers[0], ("after", "before"))


def _answers(distribution: Distribution | None, turned: bool) -> Floats:
    """One value a person, from counts; reversed questions flipped."""
    counts = () if distribution is None else distribution.counts
    ordered = counts[::-1] if turned else counts
    return np.repeat(np.arange(1.0, len(ordered) + 1), ordered)
