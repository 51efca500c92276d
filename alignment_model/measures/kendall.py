"""Kendall's W: how far raters put the same items in the same order.

Kendall, M. G. & Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical
Statistics 10, 275-287. Ties: Kendall, M. G. & Gibbons, J. D. (1990). Rank Correlation Methods, chapter 6.
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike
from scipy.special import chdtrc

from alignment_model.measures.intraclass import complete_items
from alignment_model.measures.ranks import midranks, tie_sizes
from alignment_model.measures.scales import Floats, read_table
from alignment_model.measures.spellings import also
from alignment_model.measures.statistic import Statistic


@dataclass(frozen=True, slots=True)
class RankTest:
    """A rank statistic's chi-square, degrees of freedom and p."""

    chi_square: float
    degrees: int
    p: float


@also(correct="corrected", data="ratings")
def kendall_w(ratings: ArrayLike, *, corrected: bool = True) -> Statistic:
    """Concordance of m raters over n items: 0 = none, 1 = all in the same order; p by chi-square.

    ratings: raters x items (ratings or ranks), NaN where missing; raters who rated nothing and items not
    rated by all the others are left out. corrected: for ties. n = raters. p is an approximation, rough
    below 7 items.

    Formula: W = 12 S / (m² (n³ - n) - m T), S the squared deviations of the items' rank sums, T the sum
    of t³ - t over tied runs; chi² = m (n - 1) W with n - 1 degrees of freedom.

    >>> round(kendall_w([[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4]]).value, 6)  # scipy: friedman / (m(n-1))
    0.777778
    """
    table = complete_items(read_table(ratings, "ratings"))
    raters, items = table.shape
    if raters < 2:
        return Statistic.none("fewer than two people ranked", n=raters)
    if items < 2:
        return Statistic.none("fewer than two items were ranked by everyone", n=raters)
    w = concordance(table, corrected)
    if w is None:
        return Statistic.none("nobody told the items apart", n=raters)
    return Statistic.of(w, n=raters, p=float(chdtrc(items - 1, raters * (items - 1) * w)))


@also(correct="corrected", data="ratings")
def kendall_w_test(ratings: ArrayLike, *, corrected: bool = True) -> RankTest | None:
    """Friedman's chi-square behind W; None where W is undefined.

    >>> test = kendall_w_test([[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4]])
    >>> round(test.chi_square, 6), test.degrees
    (7.0, 3)
    """
    found = kendall_w(ratings, corrected=corrected)
    if found.value is None or found.p is None:
        return None
    raters, items = complete_items(read_table(ratings, "ratings")).shape
    return RankTest(raters * (items - 1) * found.value, items - 1, found.p)


def concordance(table: Floats, corrected: bool = True) -> float | None:
    """W of a complete raters x items table; None when every rater ties everything."""
    raters, items = table.shape
    ranks = midranks(table)
    spread = ((ranks.sum(axis=0) - raters * (items + 1) / 2) ** 2).sum()
    ties = sum(float((t**3 - t).sum()) for t in map(tie_sizes, table)) if corrected else 0.0
    below = raters**2 * (items**3 - items) - raters * ties
    return float(12 * spread / below) if below > 1e-9 else None
