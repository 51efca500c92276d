"""Gwet's AC1 and AC2: agreement corrected for chance that stays sensible when answers are one-sided.

Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
British Journal of Mathematical and Statistical Psychology 61, 29-48; Gwet, K. L. (2014). Handbook of
Inter-Rater Reliability, 4th edition, chapter 5 (weights and missing ratings).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from alignment_model.measures.scales import Floats, counts_from_answers, read_table
from alignment_model.measures.statistic import Statistic

Weights = Literal["identity", "ordinal", "linear", "quadratic"]


def gwet_ac2(ratings: ArrayLike, levels: int = 5, weights: Weights = "ordinal") -> Statistic:
    """AC2 of raters over items on levels 1..K (AC1 with identity weights), with its 95 % interval.

    ratings: raters x items (people x questions), whole numbers 1..levels, NaN where missing. Items with
    one rating count towards chance only; items with none are left out. n = items rated. The interval is
    t(n - 1) around the value, with Gwet's variance over items.

    Formula: (pa - pe) / (1 - pe), pa the weighted agreement of pairs within items, pe = sum(w) /
    (K (K - 1)) * sum(pi_k (1 - pi_k)).

    >>> ratings = [[1, 2, 3, 4, 5, 3], [1, 2, 3, 5, 5, 3]]
    >>> round(gwet_ac2(ratings, 5, "identity").value, 6)  # by hand: (5/6 - 55/288) / (1 - 55/288)
    0.793991
    """
    table = read_table(ratings, "ratings")
    counts = np.array([counts_from_answers(column, levels) for column in table.T], dtype=float)
    counts = counts.reshape(-1, levels)
    counts = counts[counts.sum(axis=1) > 0]
    rated = counts.sum(axis=1)
    if not (rated > 1).any():
        return Statistic.none("no question was answered by two people", n=len(counts))
    weight = agreement_weights(levels, weights)
    pairs = np.where(rated > 1, rated * (rated - 1), 1.0)
    within = np.where(rated > 1, (counts * (counts @ weight - 1)).sum(axis=1) / pairs, 0.0)
    shares = (counts / rated[:, None]).mean(axis=0)
    scale = weight.sum() / (levels * (levels - 1))
    chance = float(scale * (shares * (1 - shares)).sum())
    if chance > 1 - 1e-12:
        return Statistic.none("chance alone would give full agreement with these weights", n=len(counts))
    paired = (rated > 1).mean()
    value = float((within.sum() / (rated > 1).sum() - chance) / (1 - chance))
    found = Statistic.of(value, n=len(counts))
    if len(counts) < 2:
        return found.with_interval(None, "only one question")
    per_item = (within - chance * (rated > 1)) / paired / (1 - chance)
    item_chance = scale * (counts @ (1 - shares)) / rated
    parts = per_item - 2 * (1 - value) * (item_chance - chance) / (1 - chance)
    return found.with_interval(_interval(value, parts))


def agreement_weights(levels: int, kind: Weights) -> Floats:
    """Credit for two answers, 1 on the diagonal: shape (K, K).

    >>> agreement_weights(3, "linear").tolist()
    [[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]]
    """
    steps = np.abs(np.subtract.outer(np.arange(levels), np.arange(levels))).astype(float)
    if kind == "identity":
        return (steps == 0).astype(float)
    if kind == "ordinal":
        steps = steps * (steps + 1) / 2
    if kind == "quadratic":
        steps = steps**2
    return 1 - steps / steps.max()


def _interval(value: float, parts: Floats) -> tuple[float, float]:
    n = len(parts)
    error = (((parts - value) ** 2).sum() / (n * (n - 1))) ** 0.5
    half = float(stdtrit(n - 1, 0.975)) * error
    return value - half, min(1.0, value + half)
