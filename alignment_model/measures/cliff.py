"""Cliff's delta: how much more often one group answers higher than the other.

Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions. Psychological
Bulletin 114, 494-509. Interval: Feng, D. & Cliff, N. (2004). Monte Carlo evaluation of ordinal d with
improved confidence interval. Journal of Modern Applied Statistical Methods 3, 322-332.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from alignment_model.measures.scales import Floats, read_counts, read_values
from alignment_model.measures.spellings import also
from alignment_model.measures.statistic import Interval, Statistic


@also(x="first", y="second")
def cliffs_delta(first: ArrayLike, second: ArrayLike) -> Statistic:
    """Share of pairs in which the first is higher minus the share in which it is lower: -1 to 1.

    first, second: one value a respondent; missing (NaN) are left out. n = respondents in both groups.
    The 95 % interval is the asymmetric one with the unbiased variance and t(n - 2); it needs two
    respondents a group, and some overlap.

    >>> found = cliffs_delta([10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50])
    >>> found.value, [round(end, 6) for end in found.interval]  # R: effsize::cliff.delta(x, y)
    (-0.25, [-0.726585, 0.389006])
    """
    a, b = read_values(first), read_values(second)
    return _delta(a, np.ones(a.size), b, np.ones(b.size))


@also(x="first", y="second")
def cliffs_delta_of_counts(first: ArrayLike, second: ArrayLike) -> Statistic:
    """Cliff's delta from respondents per level 1..K in each group, on the same levels.

    >>> cliffs_delta_of_counts([0, 0, 4], [3, 0, 0]).value
    1.0
    """
    a, b = read_counts(first), read_counts(second)
    if a.size != b.size:
        raise ValueError("both groups answer on the same levels")
    levels = np.arange(1, a.size + 1, dtype=float)
    return _delta(levels[a > 0], a[a > 0], levels[b > 0], b[b > 0])


def dominance(a: Floats, b: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """For each sorted a: weight of the sorted b below minus above it, and weight of those tied with it."""
    running = np.concatenate([[0.0], np.cumsum(weights)])
    below, up_to = running[np.searchsorted(b, a, "left")], running[np.searchsorted(b, a, "right")]
    return below + up_to - running[-1], up_to - below


def _delta(a: Floats, a_weights: Floats, b: Floats, b_weights: Floats) -> Statistic:
    m, n = float(a_weights.sum()), float(b_weights.sum())
    if min(m, n) == 0:
        return Statistic.none("one of the groups did not answer", n=round(m + n))
    of_a, ties = dominance(a, b, b_weights)
    of_b = -dominance(b, a, a_weights)[0]
    delta = float(a_weights @ of_a) / (m * n)
    found = Statistic.of(delta, n=round(m + n))
    if min(m, n) < 2:
        return found.with_interval(None, "one of the groups has a single respondent")
    untied = m * n - float(a_weights @ ties)
    variance = _variance((of_a / n, a_weights), (of_b / m, b_weights), untied - m * n * delta**2, delta)
    if abs(delta) > 1 - 1e-12:
        return found.with_interval(None, "the groups do not overlap")
    if variance <= 0:
        return found.with_interval(None, "everyone chose the same answer")
    return found.with_interval(_interval(delta, variance, m + n - 2))


def _variance(
    first: tuple[Floats, Floats], second: tuple[Floats, Floats], cells: float, delta: float
) -> float:
    """Unbiased variance of delta; never below that of a sample in which each pair is its own."""
    (of_a, a_weights), (of_b, b_weights) = first, second
    m, n = a_weights.sum(), b_weights.sum()
    rows, columns = a_weights @ (of_a - delta) ** 2, b_weights @ (of_b - delta) ** 2
    unbiased = (n**2 * rows + m**2 * columns - cells) / (m * n * (m - 1) * (n - 1))
    return float(max(unbiased, (1 - delta**2) / (m * n - 1)))


def _interval(delta: float, variance: float, degrees: float) -> Interval:
    z = float(stdtrit(degrees, 0.975))
    middle, square = delta - delta**3, z**2 * variance
    half = z * variance**0.5 * ((1 - delta**2) ** 2 + square) ** 0.5
    below = 1 - delta**2 + square
    return max(-1.0, (middle - half) / below), min(1.0, (middle + half) / below)
