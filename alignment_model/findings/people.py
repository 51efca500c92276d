"""Means of a role's people with their doubt, for what is not an answer on a scale (points, gaps, numbers)."""

from __future__ import annotations

from scipy.special import stdtrit

from alignment_model.counts.forms import Floats
from alignment_model.measures.scales import read_values
from alignment_model.measures.statistic import Statistic

SINGLE = "only one respondent"
SAME = "everyone gave the same answer"
NOBODY = "nobody answered"


def mean_of_people(values: Floats, *, least: float | None = None, most: float | None = None) -> Statistic:
    """Mean with its 95 % t interval, kept within `least` and `most`; NaN left out, n = respondents.

    >>> import numpy as np
    >>> mean_of_people(np.array([4.0])).interval_reason
    'only one respondent'
    """
    known = read_values(values)
    if known.size == 0:
        return Statistic.none(NOBODY, n=0)
    found = Statistic.of(known.mean(), n=known.size)
    if known.size < 2:
        return found.with_interval(None, SINGLE)
    half = float(stdtrit(known.size - 1, 0.975)) * float(known.std(ddof=1)) / known.size**0.5
    if half <= 0:
        return found.with_interval(None, SAME)
    low, high = found.value - half, found.value + half
    return found.with_interval(
        (low if least is None else max(least, low), high if most is None else min(most, high))
    )
