"""Intervals of measures taken from one group's counts per level.

Resampling alone fails where people agree: five identical answers resample to themselves, an interval of no
width that covers the truth in one case of four. Drawing level shares from a Dirichlet with a prior of one
answer spread over the levels (Perks) mends that, but is too sure of itself where there are camps. Neither
covers 90 % everywhere with 5 to 9 people; the hull of the two, with the tails of both widened for small
groups, does for consensus, average deviation and rwg (docs, method study). Van der Eijk's A jumps when a
level comes into use, and no interval tried covers it, so it has none.

Perks, W. (1947). Some observations on inverse probability. Journal of the Institute of Actuaries 73, 285-334.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.deviation import average_deviation, deviation_of_counts
from alignment_model.measures.resampling import expanded_tail
from alignment_model.measures.rwg_index import null_variance, rwg
from alignment_model.measures.scales import Floats, generator, read_counts
from alignment_model.measures.statistic import Interval, Statistic
from alignment_model.measures.tastle_wierman import consensus, consensus_of_counts

DRAWS = 2000
NO_INTERVAL = "no interval tried for this measure can be trusted"


def interval_from_counts(
    measure: Callable[[ArrayLike], Statistic], counts: ArrayLike, seed: int = 0
) -> Statistic:
    """A measure of one group's counts with its 95 % interval.

    measure: consensus, average_deviation or rwg (any other measure of counts keeps its value and says
    that there is no interval); counts: respondents per level 1..K. Two respondents are needed.

    >>> found = interval_from_counts(consensus, [0, 0, 0, 3, 2])
    >>> found.interval[0] < found.value < found.interval[1]
    True
    """
    found = measure(counts)
    kernel = KERNELS.get(measure)
    if not found.known:
        return found
    if kernel is None:
        return found.with_interval(None, NO_INTERVAL)
    array = read_counts(counts)
    if array.sum() < 2:
        return found.with_interval(None, "only one respondent")
    return found.with_interval(hull(kernel, array, found.value or 0.0, seed))


def hull(kernel: Callable[..., Floats], counts: Floats, value: float, seed: int = 0) -> Interval:
    """From the lowest to the highest end of the resampling and the Dirichlet interval, value included."""
    people = round(float(counts.sum()))
    random = generator(counts, seed=seed)
    if kernel is _rwg_of_shares:
        kernel = partial(_rwg_of_shares, people=people)
    resampled = kernel(random.multinomial(people, counts / counts.sum(), DRAWS).astype(float))
    shares = random.standard_gamma(counts + 1 / counts.size, (DRAWS, counts.size))
    believed = kernel(shares / shares.sum(axis=1, keepdims=True))
    tail = expanded_tail(people)
    ends = [*np.quantile(resampled, [tail, 1 - tail]), *np.quantile(believed, [tail, 1 - tail]), value]
    return float(min(ends)), float(max(ends))


def _rwg_of_shares(table: Floats, people: int) -> Floats:
    """rwg of each row, not below 0, its variance corrected for the number of people as rwg's own is."""
    shares = table / table.sum(axis=-1, keepdims=True)
    points = np.arange(1, shares.shape[-1] + 1)
    variance = (shares @ points**2 - (shares @ points) ** 2) * people / (people - 1)
    return np.maximum(0.0, 1 - variance / (null_variance(points.size) or 1.0))


KERNELS: dict[Callable[..., Statistic], Callable[..., Floats]] = {
    consensus: consensus_of_counts,
    average_deviation: partial(deviation_of_counts, about="mean"),
    rwg: _rwg_of_shares,
}
