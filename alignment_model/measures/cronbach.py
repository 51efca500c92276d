"""Cronbach's alpha: whether a layer's questions rise and fall together across respondents.

Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297-334.
Interval: Feldt, L. S., Woodruff, D. J. & Salih, F. A. (1987). Statistical inference for coefficient
alpha. Applied Psychological Measurement 11, 93-103.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtri

from alignment_model.measures.scales import Floats, read_table
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Statistic

Missing = Literal["listwise", "pairwise"]
SAME_TOTAL = "all respondents have the same total"


@also(ratings="answers", data="answers", nan_policy="missing")
def cronbach_alpha(answers: ArrayLike, missing: Missing = "listwise") -> Statistic:
    """Alpha of k questions: k / (k - 1) * (1 - sum of question variances / variance of the sums).

    answers: respondents x questions, NaN where missing. missing: "listwise", only respondents who answered
    every question count (the interval needs them); "pairwise", each covariance takes those who answered
    both questions, as R's psych and pingouin do unless told otherwise, and there is no interval where
    something is missing. n = respondents who count. High means the questions measure something in common; below 0 means
    some run against the others (is one reversed?).

    >>> rows = [[1, 2, 2], [2, 2, 3], [4, 5, 4], [5, 4, 5]]
    >>> round(cronbach_alpha(rows).value, 6)  # pingouin.cronbach_alpha
    0.944681
    """
    table = read_table(answers, "answers")
    if one_of(missing, ("listwise", "pairwise"), "missing") == "pairwise" and np.isnan(table).any():
        return _pairwise(table)
    table = table[~np.isnan(table).any(axis=1)]
    respondents, questions = table.shape
    if questions < 2:
        return Statistic.none("needs at least two questions", n=respondents)
    if respondents < 2:
        return Statistic.none("fewer than two respondents answered every question", n=respondents)
    alpha = _alpha(np.cov(table.T))
    if alpha is None:
        return Statistic.none(SAME_TOTAL, n=respondents)
    degrees = respondents - 1, (respondents - 1) * (questions - 1)
    low = 1 - (1 - alpha) * fdtri(*degrees, 0.975)
    high = 1 - (1 - alpha) * fdtri(*degrees, 0.025)
    return Statistic.of(alpha, n=respondents, interval=(low, high))


def _alpha(covariance: Floats) -> float | None:
    """Alpha of a covariance matrix of questions; None where the sums do not vary."""
    questions, total = len(covariance), float(covariance.sum())
    if total < 1e-12:
        return None
    return questions / (questions - 1) * (1 - float(np.trace(covariance)) / total)


def _pairwise(table: Floats) -> Statistic:
    known = ~np.isnan(table)
    respondents, questions = int(known.any(axis=1).sum()), table.shape[1]
    if questions < 2:
        return Statistic.none("needs at least two questions", n=respondents)
    covariance = np.empty((questions, questions))
    for i in range(questions):
        for j in range(questions):
            pair = table[known[:, i] & known[:, j]][:, [i, j]]
            if len(pair) < 2:
                return Statistic.none("two of the questions share fewer than two respondents", n=respondents)
            covariance[i, j] = np.cov(pair.T)[0, 1]
    alpha = _alpha(covariance)
    if alpha is None:
        return Statistic.none(SAME_TOTAL, n=respondents)
    return Statistic.of(alpha, n=respondents, interval_reason="some answers are missing")
