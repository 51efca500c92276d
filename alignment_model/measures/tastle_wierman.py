"""Consensus (Tastle & Wierman 2007): how close answers on an ordered scale lie to their mean.

Cns = 1 + sum(p_i * log2(1 - |x_i - mean| / (K - 1))): 1 = all the same, 0 = half at each end.

Tastle, W. J. & Wierman, M. J. (2007). Consensus and dissention: a measure of ordinal dispersion.
International Journal of Approximate Reasoning 45, 531-545.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, people, read_counts, read_values
from alignment_model.measures.spellings import also
from alignment_model.measures.statistic import Statistic

ONE_RESPONDENT = "only one respondent: one answer always agrees with itself"
NEARLY_NOTHING = 1e-300


def consensus(counts: ArrayLike) -> Statistic:
    """Consensus among respondents, from their number on each level 1..K.

    Missing answers are not in the counts. n = respondents (None where shares are given). One respondent
    gives 1, as the formula does, with a caution. Nobody gives a reason.

    >>> round(consensus([30, 40, 210, 130, 530, 50, 10]).value, 7)  # R: agrmt::consensus(V)
    0.7256876
    >>> consensus([2, 0, 0, 0, 2]).value
    0.0
    """
    array = read_counts(counts)
    if array.sum() <= 0:
        return Statistic.none("nobody answered", n=0)
    return Statistic.of(consensus_of_counts(array[None])[0], n=people(array), caution=caution(array))


def caution(counts: Floats) -> str | None:
    """What to say beside the agreement of a single person with themselves."""
    return ONE_RESPONDENT if people(counts) == 1 else None


@also(scale="levels")
def consensus_of_positions(positions: ArrayLike, levels: int) -> Statistic:
    """Consensus among roles that stand at fractional positions 1..K, each weighing the same.

    Missing positions (NaN) are left out. n = roles. Fewer than two give a reason.

    >>> consensus_of_positions([1, 1, 5, 5], 5).value  # as consensus([2, 0, 0, 0, 2])
    0.0
    """
    known = read_values(positions)
    if known.size < 2:
        return Statistic.none("fewer than two roles answered", n=known.size)
    if known[0] < 1 or known[-1] > levels:
        raise ValueError(f"positions lie between 1 and {levels}")
    return Statistic.of(consensus_of_rows(known[None], levels)[0], n=known.size)


def consensus_of_counts(table: Floats) -> Floats:
    """Consensus of each row of counts, shape (rows, K); rows must not be empty."""
    span = table.shape[-1] - 1
    levels = np.arange(1, span + 2)
    shares = table / table.sum(axis=-1, keepdims=True)
    distance = np.abs(levels - (shares @ levels)[..., None])
    terms = shares * np.log2(np.maximum(1 - distance / span, NEARLY_NOTHING))
    return np.clip(1 + terms.sum(axis=-1), 0.0, 1.0)


def consensus_of_rows(positions: Floats, levels: int | Floats) -> Floats:
    """Consensus of each row of complete positions, shape (rows, roles)."""
    distance = np.abs(positions - positions.mean(axis=-1, keepdims=True))
    closeness = np.maximum(1 - distance / (levels - 1), NEARLY_NOTHING)
    return np.clip(1 + np.log2(closeness).mean(axis=-1), 0.0, 1.0)
