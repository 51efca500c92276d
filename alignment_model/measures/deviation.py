"""Average deviation: how many scale points answers lie, on average, from their middle.

Burke, M. J. & Dunlap, W. P. (2002). Estimating interrater agreement with the average deviation index:
a user's guide. Organizational Research Methods 5, 159-172.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, people, read_counts, read_values
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import caution

Middle = Literal["mean", "median"]
MIDDLES = ("mean", "median")


@also(centre="about", center="about", type="about")
def average_deviation(counts: ArrayLike, about: Middle = "mean") -> Statistic:
    """Average deviation of respondents about their mean or median, in scale points.

    counts: respondents per level 1..K; missing answers are not in them. n = respondents. 0 = all the
    same; above `practical_limit` people no longer agree in practice. One respondent gives 0 with a
    caution; nobody gives a reason.

    Formula: sum(n_x * |x - middle|) / n.

    >>> round(average_deviation([0, 0, 0, 3, 2]).value, 9)  # R: multilevel::ad.m
    0.48
    >>> round(average_deviation([0, 0, 0, 3, 2], about="median").value, 9)
    0.4
    """
    array = read_counts(counts)
    one_of(about, MIDDLES, "about")
    if array.sum() <= 0:
        return Statistic.none("nobody answered", n=0)
    value = deviation_of_counts(array[None], about)[0]
    return Statistic.of(value, n=people(array), caution=caution(array))


@also(centre="about", center="about", type="about")
def average_deviation_of_positions(positions: ArrayLike, about: Middle = "mean") -> Statistic:
    """Average deviation among roles, each weighing the same, from their (fractional) positions.

    Missing positions (NaN) are left out; fewer than two give a reason. n = roles.

    >>> average_deviation_of_positions([2, 4]).value
    1.0
    """
    one_of(about, MIDDLES, "about")
    known = read_values(positions)
    if known.size < 2:
        return Statistic.none("fewer than two roles answered", n=known.size)
    middle = np.median(known) if about == "median" else known.mean()
    return Statistic.of(np.abs(known - middle).mean(), n=known.size)


def practical_limit(levels: int) -> float:
    """The largest average deviation that still counts as agreement in practice: c / 6 for c options.

    >>> round(practical_limit(5), 4)
    0.8333
    """
    return levels / 6


def deviation_of_counts(table: Floats, about: Middle = "mean") -> Floats:
    """Average deviation of each row of counts, shape (rows, K); rows must not be empty."""
    levels = np.arange(1, table.shape[-1] + 1)
    shares = table / table.sum(axis=-1, keepdims=True)
    middle = shares @ levels if about == "mean" else median_of_counts(table)
    return (shares * np.abs(levels - middle[..., None])).sum(axis=-1)


def median_of_counts(table: Floats) -> Floats:
    """Median level of each row of counts; halfway between two levels when the rows split evenly."""
    running = np.cumsum(table, axis=-1)
    half = running[..., -1:] / 2
    lower = (running >= half * (1 - 1e-12)).argmax(axis=-1)
    upper = (running > half * (1 + 1e-12)).argmax(axis=-1)
    return (lower + upper) / 2 + 1
