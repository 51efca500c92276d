"""Van der Eijk's A: agreement on an ordered scale that tells two camps from mere spread.

Van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity 35, 325-341.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, people, read_counts
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import caution

FEWEST_LEVELS = 3


def van_der_eijk_a(counts: ArrayLike) -> Statistic:
    """Agreement A from respondents per level 1..K: -1 two camps at the ends, 0 uniform, 1 unanimous.

    Counts are peeled into layers of equal height; each layer is a pattern of used (1) and unused (0)
    levels with A = U * (1 - (S - 1) / (K - 1)), S used levels, U from the triples 110, 011 (one peak)
    against 101 (two peaks); A is the mean of the layers weighted by their respondents. With two levels
    there are no triples, and so no A. Missing answers are not in the counts. n = respondents.

    >>> round(van_der_eijk_a([30, 40, 210, 130, 530, 50, 10]).value, 7)  # R: agrmt::agreement(V)
    0.6113333
    >>> van_der_eijk_a([2, 0, 0, 0, 2]).value
    -1.0
    """
    array = read_counts(counts)
    reason = why_no_a(array)
    if reason:
        return Statistic.none(reason, n=people(array))
    return Statistic.of(agreement_of_counts(array[None])[0], n=people(array), caution=caution(array))


def why_no_a(counts: Floats) -> str | None:
    """The reason these counts have no A, in words; None when there is one."""
    if counts.sum() <= 0:
        return "nobody answered"
    return "A needs at least three answer options" if counts.size < FEWEST_LEVELS else None


def agreement_of_counts(table: Floats) -> Floats:
    """A of each row of counts, shape (rows, K); rows must not be empty."""
    rest = table / table.sum(axis=-1, keepdims=True)
    agreement = np.zeros(rest.shape[0])
    for _ in range(rest.shape[1]):
        used = rest > 1e-12
        height = np.where(used, rest, np.inf).min(axis=-1)
        height = np.where(np.isfinite(height), height, 0.0)
        agreement += height * used.sum(axis=-1) * _of_patterns(used)
        rest = np.where(used, rest - height[:, None], 0.0)
    return agreement


def _of_patterns(used: np.ndarray) -> Floats:
    patterns, where = np.unique(used, axis=0, return_inverse=True)
    values = np.array([_of_pattern(tuple(row.tolist())) for row in patterns])
    return values[where.ravel()]


@lru_cache(maxsize=4096)
def _of_pattern(used: tuple[bool, ...]) -> float:
    levels, filled = len(used), sum(used)
    if filled == 0:
        return 0.0
    triples = [tuple(used[i] for i in three) for three in combinations(range(levels), 3)]
    one_peak = triples.count((True, True, False)) + triples.count((False, True, True))
    two_peaks = triples.count((True, False, True))
    if one_peak + two_peaks == 0:
        unimodality = 1.0
    else:
        top = (levels - 2) * one_peak - (levels - 1) * two_peaks
        unimodality = top / ((levels - 2) * (one_peak + two_peaks))
    return unimodality * (1 - (filled - 1) / (levels - 1))
