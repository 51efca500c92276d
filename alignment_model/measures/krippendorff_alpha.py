"""Krippendorff's alpha: agreement of raters corrected for chance, with any missing answers.

alpha = 1 - D_observed / D_expected, from the coincidences of values within units.

Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.resampling import FEWEST_QUESTIONS, TOO_FEW_QUESTIONS, percentiles
from alignment_model.measures.scales import Floats, generator, read_table
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Interval, Statistic

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
METRICS = ("nominal", "ordinal", "interval", "ratio")
SAME_ANSWER = "everyone chose the same answer"
FEWEST_USABLE = 0.9


@also(
    level="metric", level_of_measurement="metric", method="metric", reliability_data="ratings", data="ratings"
)
def krippendorff_alpha(ratings: ArrayLike, metric: Metric = "ordinal", *, draws: int = 1000) -> Statistic:
    """Alpha of a table of ratings: 1 = perfect, 0 = as by chance, below 0 = systematic disagreement.

    ratings: raters x units (people x questions), NaN where missing; a unit with fewer than two ratings
    is dropped. metric: how far values differ, "nominal", "ordinal", "interval" or "ratio", which needs
    values of one sign. n = units used. The 95 %
    interval resamples units `draws` times (0 = none; at least 4 units). Where all usable values are the
    same the formula divides 0 by 0, and there is a reason instead.

    >>> nan = float("nan")  # Krippendorff 2011, page 4: reliability data of four observers
    >>> a = [1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan]
    >>> b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3]
    >>> c = [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan]
    >>> d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan]
    >>> round(krippendorff_alpha([a, b, c, d], "interval").value, 3)
    0.849
    """
    one_of(metric, METRICS, "metric")
    table = read_table(ratings, "ratings")
    values = np.unique(table[~np.isnan(table)])
    if metric == "ratio" and values.size and values[0] < 0 < values[-1]:
        raise ValueError("the ratio metric needs values of one sign")
    units = _value_counts(table, values)
    units = units[units.sum(axis=1) > 1]
    if not len(units):
        return Statistic.none("no question was answered by two people", n=0)
    coincidences = _coincidences(units)
    alpha = alpha_of(coincidences.sum(axis=0)[None], values, metric)[0]
    if np.isnan(alpha):
        return Statistic.none(SAME_ANSWER, n=len(units))
    found = Statistic.of(alpha, n=len(units))
    interval = _interval(coincidences, values, metric, draws)
    return found.with_interval(interval, None if interval else TOO_FEW_QUESTIONS) if draws else found


def alpha_of(coincidences: Floats, values: Floats, metric: Metric) -> Floats:
    """Alpha of each coincidence matrix, shape (..., V, V); NaN where all values are the same."""
    marginals = coincidences.sum(axis=-1)
    total = marginals.sum(axis=-1)
    distances = _distances(values, marginals, metric)
    observed = (coincidences * distances).sum(axis=(-2, -1))
    expected = (marginals[..., :, None] * marginals[..., None, :] * distances).sum(axis=(-2, -1))
    varied = expected > 1e-12
    return np.where(varied, 1 - (total - 1) * observed / np.where(varied, expected, 1.0), np.nan)


def _value_counts(table: Floats, values: Floats) -> Floats:
    """How often each unit holds each value, shape (units, values)."""
    return (table.T[:, :, None] == values).sum(axis=1).astype(float)


def _coincidences(units: Floats) -> Floats:
    """Pairs of values within each unit, weighted 1 / (ratings - 1), shape (units, V, V)."""
    pairs = units[:, :, None] * units[:, None, :]
    diagonal = np.arange(units.shape[1])
    pairs[:, diagonal, diagonal] -= units
    return pairs / (units.sum(axis=1) - 1)[:, None, None]


def _distances(values: Floats, marginals: Floats, metric: Metric) -> Floats:
    first, second = values[:, None], values[None, :]
    if metric == "nominal":
        return (first != second).astype(float)
    if metric == "interval":
        return (first - second) ** 2
    if metric == "ratio":
        below = np.where(first + second == 0, 1.0, first + second)
        return ((first - second) / below) ** 2
    middle = np.cumsum(marginals, axis=-1) - marginals / 2
    return (middle[..., :, None] - middle[..., None, :]) ** 2


def _interval(coincidences: Floats, values: Floats, metric: Metric, draws: int) -> Interval | None:
    units = len(coincidences)
    if units < FEWEST_QUESTIONS or not draws:
        return None
    order = np.lexsort(coincidences.reshape(units, -1).T)
    flat = coincidences[order].reshape(units, -1)
    picks = generator(flat).multinomial(units, np.full(units, 1 / units), draws).astype(float)
    alphas = alpha_of((picks @ flat).reshape(draws, values.size, values.size), values, metric)
    known = alphas[~np.isnan(alphas)]
    return percentiles(known, units) if known.size >= FEWEST_USABLE * draws else None
