"""Do groups differ? Mann-Whitney for two, Kruskal-Wallis for more; both only use the order of answers.

Mann, H. B. & Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically
larger than the other. Annals of Mathematical Statistics 18, 50-60. Kruskal, W. H. & Wallis, W. A. (1952).
Use of ranks in one-criterion variance analysis. Journal of the American Statistical Association 47, 583-621.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, ndtr

from alignment_model.measures.ranks import midranks_of_sample, tie_sizes
from alignment_model.measures.scales import Floats, read_groups, read_values
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Statistic

Alternative = Literal["two-sided", "greater", "less"]
Method = Literal["auto", "exact", "asymptotic"]
EXACT_UP_TO = 60
SAME_ANSWER = "everyone chose the same answer"


@also(x="first", y="second", use_continuity="continuity", correct="continuity")
def mann_whitney(
    first: ArrayLike,
    second: ArrayLike,
    *,
    alternative: Alternative = "two-sided",
    method: Method = "auto",
    continuity: bool = True,
) -> Statistic:
    """U of the first group (pairs in which it is higher, ties a half), with its p.

    first, second: one value a respondent, NaN left out. method: exact is the permutation distribution
    given the ties ("auto" uses it up to 60 respondents together), asymptotic the normal one corrected
    for ties, with or without continuity correction. n = respondents in both groups.

    >>> x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    >>> y = [1.15, 0.88, 0.9, 0.74, 1.21]
    >>> found = mann_whitney(x, y, alternative="greater")
    >>> found.value, round(found.p, 4)  # R: wilcox.test(x, y, alternative = "greater")
    (35.0, 0.1272)
    """
    one_of(alternative, ("two-sided", "greater", "less"), "alternative")
    one_of(method, ("auto", "exact", "asymptotic"), "method")
    a, b = read_values(first), read_values(second)
    total = a.size + b.size
    if min(a.size, b.size) == 0:
        return Statistic.none("one of the groups did not answer", n=total)
    values = np.concatenate([a, b])
    ranks = midranks_of_sample(values)
    u = float(ranks[: a.size].sum()) - a.size * (a.size + 1) / 2
    if values.min() == values.max():
        return Statistic.none(SAME_ANSWER, n=total)
    if method == "exact" or (method == "auto" and total <= EXACT_UP_TO):
        p = _exact_p(values, a.size, u, alternative)
    else:
        p = _normal_p(values, a.size, u, alternative, continuity)
    return Statistic.of(u, n=total, p=p)


def kruskal_wallis(groups: Sequence[ArrayLike] | Mapping[object, ArrayLike], *more: ArrayLike) -> Statistic:
    """H, corrected for ties, with p by chi-square (groups - 1): do any of the groups differ?

    groups: one value a respondent for each group, as one sequence or name -> group, or each group as an
    argument of its own; NaN and empty groups left out. n = respondents. p is
    an approximation, rough below 5 respondents a group.

    Formula: H = (12 / (N (N + 1)) * sum(R_j² / n_j) - 3 (N + 1)) / (1 - sum(t³ - t) / (N³ - N)).

    >>> found = kruskal_wallis([[1, 2, 2, 3], [3, 4, 4, 5], [2, 3, 5, 5]])
    >>> round(found.value, 6), round(found.p, 6)  # scipy.stats.kruskal
    (5.197802, 0.074355)
    """
    known = read_groups([groups, *more] if more else groups)
    total = sum(values.size for values in known)
    if len(known) < 2:
        return Statistic.none("fewer than two groups answered", n=total)
    values = np.concatenate(known)
    if values.min() == values.max():
        return Statistic.none(SAME_ANSWER, n=total)
    ranks = np.split(midranks_of_sample(values), np.cumsum([v.size for v in known])[:-1])
    raw = 12 / (total * (total + 1)) * sum(r.sum() ** 2 / r.size for r in ranks) - 3 * (total + 1)
    h = max(0.0, float(raw / _tie_factor(values)))
    return Statistic.of(h, n=total, p=float(chdtrc(len(known) - 1, h)))


def _tie_factor(values: Floats) -> float:
    sizes, n = tie_sizes(values), float(values.size)
    return 1 - float((sizes**3 - sizes).sum()) / (n**3 - n)


def _normal_p(values: Floats, first: int, u: float, alternative: Alternative, continuity: bool) -> float:
    total = values.size
    pairs = first * (total - first)
    deviation = (pairs * (total + 1) / 12 * _tie_factor(values)) ** 0.5
    above = u - pairs / 2
    half = 0.5 if continuity else 0.0
    if alternative == "two-sided":
        return min(1.0, 2 * float(ndtr(-(abs(above) - half) / deviation)))
    signed = above if alternative == "greater" else -above
    return float(ndtr(-(signed - half) / deviation))


def _exact_p(values: Floats, first: int, u: float, alternative: Alternative) -> float:
    """Share of all ways to pick the first group whose U is at least as far out (doubled to stay whole)."""
    chances = _exact_distribution(tuple(int(t) for t in tie_sizes(values)), first)
    doubled, middle = np.arange(chances.size), first * (values.size - first)
    far = round(2 * u) - middle
    if alternative == "greater":
        return float(chances[doubled - middle >= far].sum())
    if alternative == "less":
        return float(chances[doubled - middle <= far].sum())
    return min(1.0, float(chances[np.abs(doubled - middle) >= abs(far)].sum()))


def _exact_distribution(ties: tuple[int, ...], first: int) -> Floats:
    """Chances of 2U = 0, 1, ...: built tie run by tie run, from the lowest value up."""
    total = sum(ties)
    second = total - first
    ways = {0: np.ones(1)}  # members of the first group so far -> ways by doubled U
    placed = 0
    for run in ties:
        grown: dict[int, Floats] = {}
        for taken, table in ways.items():
            for more in range(max(0, run - (second - (placed - taken))), min(run, first - taken) + 1):
                shift = more * (2 * (placed - taken) + (run - more))
                _add(grown, taken + more, table * comb(run, more), shift)
        ways, placed = grown, placed + run
    counts = ways[first]
    full = np.zeros(2 * first * second + 1)
    full[: counts.size] = counts
    return full / comb(total, first)


def _add(grown: dict[int, Floats], key: int, table: Floats, shift: int) -> None:
    size = shift + table.size
    held = grown.get(key, np.zeros(0))
    joined = np.zeros(max(size, held.size))
    joined[: held.size] = held
    joined[shift:size] += table
    grown[key] = joined
