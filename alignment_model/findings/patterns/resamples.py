"""The wave as observed and as it might have come out: positions resampled from counts, a few hundred times.

Index 0 of the first axis is what was observed; the rest are resamples of the respondents within each role.
A single person is never resampled. Everything a signal is measured from has this first axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence
from alignment_model.measures.scales import generator, to_scale
from alignment_model.questionnaire import Question

RESAMPLES = 200


@dataclass(eq=False)
class Resamples:
    """Resampled positions, shares of "don't know" and means, made when first asked for.

    The generator of each is seeded by the seed, the question and the role, so that no answer of one role
    moves a number of another, and the order of asking does not matter.
    """

    evidence: Evidence
    draws: int = RESAMPLES
    _known: dict[tuple[str, ...], Floats] = field(default_factory=dict)

    @property
    def unknown(self) -> Floats:
        """What nobody can tell: NaN, observed and resampled."""
        return np.full(1 + self.draws, np.nan)

    def positions(self, questions: Sequence[Question], roles: Sequence[str]) -> Floats:
        """Five-point positions, shape (1 + resamples, roles, questions); NaN where hidden or unanswered."""
        shape = (1 + self.draws, len(roles), len(questions))
        found = [[self._position(question, role) for question in questions] for role in roles]
        return np.moveaxis(np.array(found).reshape(len(roles), len(questions), shape[0]), 2, 0)

    def dont_know(self, questions: Sequence[Question], role: str) -> Floats:
        """Share of "don't know" among answers given to the questions together, shape (1 + resamples,)."""
        pairs = [self.evidence.counts.dont_know.get((question.code, role), (0, 0)) for question in questions]
        asked = sum(answered for _, answered in pairs)
        if asked == 0:
            return self.unknown
        unknown = np.zeros(1 + self.draws)
        for question, (n, answered) in zip(questions, pairs):
            unknown[0] += n
            if answered:
                unknown[1:] += self._random("unknown", question.code, role).binomial(
                    answered, n / answered, self.draws
                )
        return unknown / asked

    def means(self, rows: Floats, role: str, what: str) -> Floats:
        """Column means of a role's rows, shape (1 + resamples, columns)."""
        if len(rows) == 0:
            return np.full((1 + self.draws, rows.shape[1]), np.nan)
        share = np.full(len(rows), 1 / len(rows))
        weights = self._random(what, role).multinomial(len(rows), share, self.draws) / len(rows)
        return np.vstack([rows.mean(axis=0), weights @ rows])

    def question_weights(self, signal: str, questions: int) -> Floats:
        """How often each of a signal's questions counts, shape (1 + resamples, questions); sums to 1."""
        even = np.full(questions, 1 / questions)
        drawn = self._random("questions", signal).multinomial(questions, even, self.draws) / questions
        return np.vstack([even, drawn])

    def _position(self, question: Question, role: str) -> Floats:
        key = (question.code, role)
        if key not in self._known:
            self._known[key] = self._draw(question, role)
        return self._known[key]

    def _draw(self, question: Question, role: str) -> Floats:
        counts = self.evidence.counts.oriented(question.code, role)
        if counts is None or counts.sum() == 0:
            return self.unknown
        total = int(counts.sum())
        drawn = self._random("levels", question.code, role).multinomial(total, counts / total, self.draws)
        at = np.vstack([counts, drawn]) @ np.arange(1, counts.size + 1) / total
        return to_scale(at[:, None], counts.size)[:, 0]

    def _random(self, *content: str) -> np.random.Generator:
        return generator(*content, seed=self.evidence.seed)
