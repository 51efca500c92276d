"""Other summaries of how answers spread over the levels of one question, kept for readers who know them.

Leik, R. K. (1966). A measure of ordinal consensus. Pacific Sociological Review 9, 85-90.
Blair, J. & Lacy, M. G. (2000). Statistics of ordinal variation. Sociological Methods & Research 28, 251-280.
Berry, K. J. & Mielke, P. W. (1992). Assessment of variation in ordinal data. Perceptual and Motor Skills
74, 63-66. Brown, R. D. & Hauenstein, N. M. A. (2005). Interrater agreement reconsidered. Organizational
Research Methods 8, 165-184. Shannon, C. E. (1948). A mathematical theory of communication.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, people, read_counts
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import caution
from alignment_model.measures.van_der_eijk import van_der_eijk_a

FEWER_THAN_TWO = "fewer than two respondents"


def polarisation(counts: ArrayLike) -> Statistic:
    """(1 - A) / 2 of van der Eijk's A: 0 unanimous, 0.5 uniform, 1 two camps at the ends. n = respondents.

    >>> polarisation([2, 0, 0, 0, 2]).value  # R: agrmt::polarization
    1.0
    """
    found = van_der_eijk_a(counts)
    return found if found.value is None else replace(found, value=(1 - found.value) / 2)


def leik(counts: ArrayLike) -> Statistic:
    """Leik's ordinal dispersion D = 2 sum(d_i) / (K - 1), d_i = min(F_i, 1 - F_i): 0 to 1. n = respondents.

    >>> round(leik([0, 0, 0, 3, 2]).value, 9)  # R: agrmt::Leik
    0.2
    """
    return _of_counts(counts, lambda array: 2 * np.minimum(_below(array), 1 - _below(array)).mean())


def entropy(counts: ArrayLike) -> Statistic:
    """Shannon entropy in bits: 0 unanimous, log2(K) when every level is used alike; it ignores order.

    >>> round(entropy([0, 0, 0, 3, 2]).value, 9)  # R: agrmt::entropy
    0.970950594
    """
    return _of_counts(counts, _entropy)


def d_squared(counts: ArrayLike) -> Statistic:
    """Blair & Lacy's concentration d² = sum((F_i - 1/2)²) over the first K - 1 levels. n = respondents.

    >>> round(d_squared([0, 0, 0, 3, 2]).value, 9)  # R: agrmt::dsquared
    0.76
    """
    return _of_counts(counts, lambda array: ((_below(array) - 0.5) ** 2).sum())


def l_squared(counts: ArrayLike) -> Statistic:
    """Blair & Lacy's l² = d² / ((K - 1) / 4): 0 two camps at the ends, 1 unanimous. n = respondents.

    >>> round(l_squared([1, 1, 1, 1, 1]).value, 9)  # R: agrmt::lsquared
    0.2
    """
    return _of_counts(counts, lambda array: 4 * ((_below(array) - 0.5) ** 2).mean())


def berry_mielke(counts: ArrayLike) -> Statistic:
    """Berry & Mielke's ordinal variation: pairwise distances as a share of the largest possible, 0 to 1.

    n = respondents; fewer than two give a reason. An odd number of people cannot split in half, so the
    largest distance is that of the nearest split (as in agrmt; Blair & Lacy leave this out).

    >>> round(berry_mielke([0, 0, 0, 3, 2]).value, 9)  # R: agrmt::BerryMielke
    0.25
    """
    array = read_counts(counts)
    total = float(array.sum())
    if total < 2:
        return Statistic.none(_too_few(array), n=people(array))
    levels = np.arange(array.size)
    apart = (np.outer(array, array) * np.abs(np.subtract.outer(levels, levels))).sum() / 2
    largest = (array.size - 1) * (total**2 - (total % 2 == 1)) / 4
    return Statistic.of(apart / largest, n=people(array))


def a_wg(counts: ArrayLike) -> Statistic:
    """Brown & Hauenstein's awg: -1 to 1, the variance against the largest one possible at this mean.

    a = 1 - 2 s² / (((K + 1) M - M² - K) n / (n - 1)); 1 where everyone chose the same answer. Not defined
    for a mean so near an end that the largest variance cannot be reached: then a reason. n = respondents.

    >>> a_wg([2, 0, 0, 0, 2]).value  # R: multilevel::awg
    -1.0
    """
    array = read_counts(counts)
    total, top = float(array.sum()), array.size
    if total < 2:
        return Statistic.none(_too_few(array), n=people(array))
    if array.max() == total:
        return Statistic.of(1.0, n=people(array))
    levels = np.arange(1, top + 1)
    mean = float(levels @ array / total)
    nearest = ((total - 1) + top) / total, (top * (total - 1) + 1) / total
    if mean < nearest[0] - 1e-9 or mean > nearest[1] + 1e-9:
        return Statistic.none("the mean lies too near the end of the scale for this measure", n=people(array))
    variance = float(array @ (levels - mean) ** 2 / (total - 1))
    largest = ((top + 1) * mean - mean**2 - top) * total / (total - 1)
    return Statistic.of(1 - 2 * variance / largest, n=people(array))


def _of_counts(counts: ArrayLike, measure: Callable[[Floats], float]) -> Statistic:
    array = read_counts(counts)
    if array.sum() <= 0:
        return Statistic.none("nobody answered", n=0)
    return Statistic.of(measure(array), n=people(array), caution=caution(array))


def _too_few(array: Floats) -> str:
    return "shares do not say how many people answered" if people(array) is None else FEWER_THAN_TWO


def _below(array: Floats) -> Floats:
    """Share at or below each of the first K - 1 levels."""
    return np.cumsum(array)[:-1] / array.sum()


def _entropy(array: Floats) -> float:
    shares = array[array > 0] / array.sum()
    return float(-(shares * np.log2(shares)).sum()) + 0.0
