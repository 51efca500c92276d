"""Where a role stands: the mean of its answers, and scores from 0 to 100 (method: positions)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from alignment_model.measures.scales import levels_per_question, read_counts, read_table, read_values
from alignment_model.measures.statistic import Statistic

NOBODY = "nobody answered"


def position(counts: ArrayLike, *, reversed_scale: bool = False) -> Statistic:
    """Mean answer of one role to one question, in scale points, with its 95 % t interval.

    counts: respondents per level 1..K; missing answers are not in them. A reversed question is
    flipped here (K + 1 - x), never in storage. n = respondents.

    Formula: sum(x * n_x) / n; interval mean ± t(n-1) * s / sqrt(n), kept within 1..K.

    >>> position([0, 0, 0, 3, 2]).value  # R: mean(c(4, 4, 4, 5, 5))
    4.4
    >>> position([0, 0, 0, 0, 0]).reason
    'nobody answered'
    """
    array = read_counts(counts)
    array = array[::-1] if reversed_scale else array
    total = float(array.sum())
    if total <= 0:
        return Statistic.none(NOBODY, n=0)
    levels = np.arange(1, array.size + 1)
    mean = float(levels @ array / total)
    found = Statistic.of(mean, n=round(total))
    if total < 2:
        return found.with_interval(None, "only one respondent")
    variance = float((levels - mean) ** 2 @ array / (total - 1))
    half = float(stdtrit(total - 1, 0.975)) * (variance / total) ** 0.5
    if variance == 0:
        return found.with_interval(None, "everyone chose the same answer")
    return found.with_interval((max(1.0, mean - half), min(float(array.size), mean + half)))


def mean_position(positions: ArrayLike) -> Statistic:
    """Mean of positions that weigh the same: a role's questions, or the leadership's roles.

    Roles weigh the same whatever their size, so that a board of nine does not drown a CEO. Missing
    positions (NaN) are left out; n = positions used.

    >>> mean_position([4, 2, float("nan"), 3]).value
    3.0
    """
    known = read_values(positions)
    if known.size == 0:
        return Statistic.none(NOBODY, n=0)
    return Statistic.of(known.mean(), n=known.size)


def score(at: float, levels: int) -> float:
    """A position as a score from 0 to 100: (x - 1) / (K - 1) * 100.

    >>> score(3.0, 5)
    50.0
    """
    return (at - 1) / (levels - 1) * 100


def layer_score(question_positions: ArrayLike, levels: int | Sequence[int]) -> Statistic:
    """Mean score of a layer's questions, each on its own scale; NaN left out, n = questions used.

    >>> layer_score([3, 4], [5, 7]).value
    50.0
    """
    row = read_table(np.atleast_2d(np.asarray(question_positions, dtype=float)))[0]
    own = levels_per_question(levels, row.size)
    return mean_position((row - 1) / (own - 1) * 100)
