"""Ranks with ties, shared by the rank statistics."""

from __future__ import annotations

import numpy as np

from alignment_model.measures.scales import Floats


def midranks(table: Floats) -> Floats:
    """Ranks within each row (last axis), ties sharing their mean rank.

    >>> midranks(np.array([10.0, 30.0, 10.0, 20.0])).tolist()
    [1.5, 4.0, 1.5, 3.0]
    """
    below = (table[..., None, :] < table[..., :, None]).sum(axis=-1)
    equal = (table[..., None, :] == table[..., :, None]).sum(axis=-1)
    return below + (equal + 1) / 2


def midranks_of_sample(values: Floats) -> Floats:
    """Midranks of one long sample, without comparing every pair."""
    _, where, sizes = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(sizes) - (sizes - 1) / 2)[where]


def tie_sizes(values: Floats) -> Floats:
    """How many values share each distinct value."""
    return np.unique(values, return_counts=True)[1].astype(float)
