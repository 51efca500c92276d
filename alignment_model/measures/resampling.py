"""Intervals by resampling, seeded by the content, widened for small samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr, stdtrit

from alignment_model.measures.scales import Floats, generator, read_values
from alignment_model.measures.statistic import Interval

DRAWS = 4000
FEWEST_QUESTIONS = 4
TOO_FEW_QUESTIONS = f"fewer than {FEWEST_QUESTIONS} questions to resample"


def expanded_tail(n: int) -> float:
    """Tail share whose percentiles give a 95 % interval from n resampled values.

    Plain percentiles (2.5, 97.5) are too narrow for small n: they forget the factor sqrt(n / (n - 1))
    and the t distribution. Hesterberg, T. C. (2015). What teachers should know about the bootstrap.
    The American Statistician 69, 371-386, section 5.3.

    >>> round(expanded_tail(6), 4)
    0.0024
    """
    return float(ndtr(np.sqrt(n / (n - 1)) * stdtrit(n - 1, 0.025)))


def mean_interval(values: ArrayLike, *, draws: int = DRAWS, seed: int = 0) -> Interval | None:
    """95 % interval of the mean of a layer's questions, by resampling them; None for fewer than 4.

    values: one number a question, NaN left out; their order does not matter.

    >>> mean_interval([0.5, 0.6, 0.7]) is None
    True
    """
    known = read_values(values)
    if known.size < FEWEST_QUESTIONS:
        return None
    return percentiles(resampled_means(known, draws, seed), known.size)


def resampled_means(known: Floats, draws: int = DRAWS, seed: int = 0) -> Floats:
    """Means of `draws` resamples of the values, seeded by them."""
    random = generator(known, seed=seed)
    return known[random.integers(0, known.size, (draws, known.size))].mean(axis=1)


def percentiles(resamples: Floats, n: int) -> Interval:
    """The expanded percentile interval of resamples of n values."""
    tail = expanded_tail(n)
    low, high = np.quantile(resamples, [tail, 1 - tail])
    return float(low), float(high)
