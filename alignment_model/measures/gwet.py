"""Gwet's AC1 and AC2: agreement corrected for chance that stays sensible when answers are one-sided.

Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
British Journal of Mathematical and Statistical Psychology 61, 29-48; Gwet, K. L. (2014). Handbook of
Inter-Rater Reliability, 4th edition, chapter 5 (weights and missing ratings).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtr, stdtrit

from alignment_model.measures.scales import Floats, read_table
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Statistic

Weights = Literal["identity", "unweighted", "ordinal", "linear", "quadratic", "radical", "ratio"]
KINDS = ("identity", "unweighted", "ordinal", "linear", "quadratic", "radical", "ratio")
SAME_ANSWER = "everyone chose the same answer"
NOT_TWO = "no question was answered by two people"


@also(categories="levels", categ_labels="levels", scale="levels", data="ratings")
def gwet_ac2(
    ratings: ArrayLike, levels: int | Sequence[float] | None = 5, weights: Weights = "ordinal"
) -> Statistic:
    """AC2 of raters over items on levels 1..K (AC1 with identity weights), with error, interval and p.

    ratings: raters x items (people x questions), NaN where missing. levels: their number K, or the values
    themselves in order; None takes the values that occur, as irrCAC does unless told otherwise. Items with
    one rating count towards chance only; items with none are left out. n = items rated. `error` is Gwet's
    standard error over items; the 95 % interval is t(n - 1) around the value, and p is two-sided against 0.

    Formula: (pa - pe) / (1 - pe), pa the weighted agreement of pairs within items, pe = sum(w) /
    (K (K - 1)) * sum(pi_k (1 - pi_k)).

    >>> ratings = [[1, 2, 3, 4, 5, 3], [1, 2, 3, 5, 5, 3]]
    >>> round(gwet_ac2(ratings, 5, "identity").value, 6)  # by hand: (5/6 - 55/288) / (1 - 55/288)
    0.793991
    """
    table = read_table(ratings, "ratings")
    values = _values(table, levels)
    if values.size < 2:
        return Statistic.none(
            SAME_ANSWER if values.size else NOT_TWO, n=int((~np.isnan(table)).any(axis=0).sum())
        )
    counts = (table.T[:, :, None] == values).sum(axis=1).astype(float)
    counts = counts[counts.sum(axis=1) > 0]
    if not (counts.sum(axis=1) > 1).any():
        return Statistic.none(NOT_TWO, n=len(counts))
    weight = weights_of_values(values, weights)
    scale = weight.sum() / (values.size * (values.size - 1))
    chance = _chance(counts, scale)
    if chance > 1 - 1e-12:
        return Statistic.none("chance alone would give full agreement with these weights", n=len(counts))
    value, parts = _value_and_parts(counts, weight, scale, chance)
    found = Statistic.of(value, n=len(counts))
    return _with_doubt(found, parts) if len(counts) > 1 else found.with_interval(None, "only one question")


def agreement_weights(levels: int, kind: Weights) -> Floats:
    """Credit for two answers on levels 1..K, 1 on the diagonal: shape (K, K).

    >>> agreement_weights(3, "linear").tolist()
    [[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]]
    """
    return weights_of_values(np.arange(1.0, levels + 1), kind)


def weights_of_values(values: Floats, kind: Weights) -> Floats:
    """Credit for two of these values; ordinal weights use their order, the others their distances."""
    one_of(kind, KINDS, "weights")
    if kind in ("identity", "unweighted"):
        return np.eye(values.size)
    places = np.arange(values.size, dtype=float) if kind == "ordinal" else values
    steps = np.abs(np.subtract.outer(places, places))
    if kind == "ratio":
        steps = steps / np.add.outer(values, values)
    apart = {"ordinal": steps * (steps + 1) / 2, "linear": steps, "radical": np.sqrt(steps)}
    apart = apart.get(kind, steps**2)
    return 1 - apart / apart.max()


def _values(table: Floats, levels: int | Sequence[float] | None) -> Floats:
    known = np.unique(table[~np.isnan(table)])
    if levels is None:
        return known
    values = (
        np.arange(1.0, levels + 1) if np.ndim(levels) == 0 else np.unique(np.asarray(levels, dtype=float))
    )
    if np.setdiff1d(known, values).size:
        raise ValueError(f"ratings are one of {', '.join(f'{v:g}' for v in values)}")
    return values


def _chance(counts: Floats, scale: float) -> float:
    shares = (counts / counts.sum(axis=1, keepdims=True)).mean(axis=0)
    return float(scale * (shares * (1 - shares)).sum())


def _value_and_parts(counts: Floats, weight: Floats, scale: float, chance: float) -> tuple[float, Floats]:
    """AC2, and each item's part in it, from whose spread its variance comes."""
    rated = counts.sum(axis=1)
    paired = rated > 1
    pairs = np.where(paired, rated * (rated - 1), 1.0)
    within = np.where(paired, (counts * (counts @ weight - 1)).sum(axis=1) / pairs, 0.0)
    value = float((within.sum() / paired.sum() - chance) / (1 - chance))
    shares = (counts / rated[:, None]).mean(axis=0)
    per_item = (within - chance * paired) / paired.mean() / (1 - chance)
    item_chance = scale * (counts @ (1 - shares)) / rated
    return value, per_item - 2 * (1 - value) * (item_chance - chance) / (1 - chance)


def _with_doubt(found: Statistic, parts: Floats) -> Statistic:
    value, n = found.value or 0.0, len(parts)
    error = float((((parts - value) ** 2).sum() / (n * (n - 1))) ** 0.5)
    half = float(stdtrit(n - 1, 0.975)) * error
    p = 2 * float(stdtr(n - 1, -abs(value) / error)) if error > 1e-12 else None
    return Statistic.of(value, n=n, interval=(value - half, min(1.0, value + half)), p=p, error=error)
