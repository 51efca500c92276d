"""Cronbach's alpha: whether a layer's questions rise and fall together across respondents.

Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297-334.
Interval: Feldt, L. S., Woodruff, D. J. & Salih, F. A. (1987). Statistical inference for coefficient
alpha. Applied Psychological Measurement 11, 93-103.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtri

from alignment_model.measures.scales import read_table
from alignment_model.measures.statistic import Statistic


def cronbach_alpha(answers: ArrayLike) -> Statistic:
    """Alpha of k questions: k / (k - 1) * (1 - sum of question variances / variance of the sums).

    answers: respondents x questions, NaN where missing; only respondents who answered every question
    count. n = those respondents. High means the questions measure something in common; below 0 means
    some run against the others (is one reversed?).

    >>> rows = [[1, 2, 2], [2, 2, 3], [4, 5, 4], [5, 4, 5]]
    >>> round(cronbach_alpha(rows).value, 6)  # pingouin.cronbach_alpha
    0.944681
    """
    table = read_table(answers, "answers")
    table = table[~np.isnan(table).any(axis=1)]
    respondents, questions = table.shape
    if questions < 2:
        return Statistic.none("needs at least two questions", n=respondents)
    if respondents < 2:
        return Statistic.none("fewer than two respondents answered every question", n=respondents)
    total = table.sum(axis=1).var(ddof=1)
    if total < 1e-12:
        return Statistic.none("all respondents have the same total", n=respondents)
    alpha = questions / (questions - 1) * (1 - table.var(axis=0, ddof=1).sum() / total)
    degrees = respondents - 1, (respondents - 1) * (questions - 1)
    low = 1 - (1 - alpha) * fdtri(*degrees, 0.975)
    high = 1 - (1 - alpha) * fdtri(*degrees, 0.025)
    return Statistic.of(alpha, n=respondents, interval=(low, high))
