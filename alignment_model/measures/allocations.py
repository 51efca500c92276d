"""What value means to each role: how much of their 100 points two or more roles share.

Overlap is the proportional similarity of Renkonen, O. (1938). Statistisch-ökologische Untersuchungen über
die terrestrische Käferwelt der finnischen Bruchmoore. Annales Zoologici Fennici 6, 1-231.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.null_bands import NullBand, band_of
from alignment_model.measures.resampling import percentiles
from alignment_model.measures.scales import Floats, generator, read_table
from alignment_model.measures.statistic import Statistic

POINTS = 100.0
DRAWS = 4000


def overlap(first: ArrayLike, second: ArrayLike) -> Statistic:
    """Points of 100 two roles put on the same outcomes: sum(min(p, q)).

    first, second: one allocation (outcomes,) or one a respondent (respondents x outcomes), points from 0
    up on the same outcomes; each is brought to 100, a role is the mean of its respondents, and a
    respondent with a missing number is left out. n = respondents in both. The interval resamples the
    respondents of sides that have two or more. p: chance of at least this overlap when each respondent
    spreads points at random (uniform Dirichlet), one-sided.

    >>> overlap([50, 30, 20], [20, 30, 50]).value
    70.0
    """
    a, b = _shares(first), _shares(second)
    if a.shape[1] != b.shape[1]:
        raise ValueError("both sides allocate to the same outcomes")
    people = len(a) + len(b)
    if min(len(a), len(b)) == 0:
        return Statistic.none("one of the roles gave no allocation", n=people)
    value = float(np.minimum(a.mean(axis=0), b.mean(axis=0)).sum())
    p = overlap_null((len(a), len(b)), a.shape[1]).p_value(value)
    found = Statistic.of(value, n=people, p=p)
    if max(len(a), len(b)) < 2:
        return found.with_interval(None, "both are single people")
    low, high = percentiles(_resampled(a, b), min(n for n in (len(a), len(b)) if n > 1))
    return found.with_interval((max(0.0, low), min(POINTS, high)))


def common_ground(allocations: ArrayLike, group_sizes: ArrayLike | None = None) -> Statistic:
    """Points of 100 that all roles put on the same outcomes: sum over outcomes of the smallest share.

    allocations: roles x outcomes (each role's mean points); a role with a missing number is left out.
    group_sizes: respondents per role for the chance p; None means single people. n = roles.

    >>> common_ground([[50, 30, 20], [20, 30, 50], [40, 40, 20]]).value
    70.0
    """
    table = read_table(allocations, "allocations")
    sizes = np.ones(len(table), dtype=int) if group_sizes is None else np.asarray(group_sizes, dtype=int)
    known = _complete(table)
    shares = _shares(table)
    if len(shares) < 2:
        return Statistic.none("fewer than two roles gave an allocation", n=len(shares))
    value = float(shares.min(axis=0).sum())
    band = overlap_null(tuple(int(n) for n in np.sort(sizes[known])), shares.shape[1])
    return Statistic.of(value, n=len(shares), p=band.p_value(value))


def valued_alone(allocations: ArrayLike) -> Floats:
    """Points each role puts on an outcome above every other role's: roles x outcomes, 0 where none.

    A role with a missing number values nothing alone, and does not count against the others.

    >>> valued_alone([[60, 40, 0], [10, 40, 50]]).tolist()
    [[50.0, 0.0, 0.0], [0.0, 0.0, 50.0]]
    """
    table = read_table(allocations, "allocations")
    known = np.flatnonzero(_complete(table))
    result = np.zeros(table.shape)
    shares = _shares(table)
    for place, row in enumerate(known):
        others = np.delete(shares, place, axis=0)
        if len(others):
            result[row] = np.maximum(0.0, shares[place] - others.max(axis=0))
    return result


@lru_cache(maxsize=512)
def overlap_null(group_sizes: tuple[int, ...], outcomes: int, seed: int = 0) -> NullBand:
    """Common points of roles whose respondents spread 100 points at random (uniform Dirichlet).

    >>> band = overlap_null((1, 1), 8)
    >>> 30 < band.low < band.median < band.high < 80
    True
    """
    random = generator("overlap", tuple(sorted(group_sizes)), outcomes, seed=seed)
    lowest = np.full((DRAWS, outcomes), np.inf)
    for size in sorted(group_sizes):
        total = np.zeros((DRAWS, outcomes))
        for _ in range(min(size, 200)):
            spread = random.standard_exponential((DRAWS, outcomes))
            total += spread / spread.sum(axis=1, keepdims=True)
        lowest = np.minimum(lowest, total / min(size, 200))
    values = np.sort(POINTS * lowest.sum(axis=1))
    return band_of((values, np.full(DRAWS, 1 / DRAWS)), 0.0, DRAWS)


def _complete(table: Floats) -> np.ndarray:
    if (table < 0).any():
        raise ValueError("points are numbers from zero up")
    return ~np.isnan(table).any(axis=1) & (np.where(np.isnan(table), 0.0, table).sum(axis=1) > 0)


def _shares(allocation: ArrayLike) -> Floats:
    table = read_table(np.atleast_2d(np.asarray(allocation, dtype=float)), "allocations")
    known = table[_complete(table)]
    return POINTS * known / known.sum(axis=1, keepdims=True)


def _resampled(a: Floats, b: Floats) -> Floats:
    sides = sorted((side[np.lexsort(side.T)] for side in (a, b)), key=lambda side: (len(side), side.tolist()))
    random = generator(*sides)
    means = [
        side[random.integers(0, len(side), (DRAWS, len(side)))].mean(axis=1)
        if len(side) <= 200
        else random.multinomial(len(side), np.full(len(side), 1 / len(side)), DRAWS) @ side / len(side)
        for side in sides
    ]
    return np.minimum(means[0], means[1]).sum(axis=1)
