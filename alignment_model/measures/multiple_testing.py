"""Many gaps shown together: the Benjamini-Hochberg adjustment, and the word for a gap.

Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful
approach to multiple testing. Journal of the Royal Statistical Society B 57, 289-300.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

GapWord = Literal["clear", "possible", "none"]
LEVEL = 0.05
SMALLEST_GAP = 0.5


def benjamini_hochberg(p_values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Adjusted p of everything shown together, in the order given; None (no test possible) stays None.

    Formula: sorted p_(i) * m / i, made monotone from the largest down, at most 1.

    >>> [round(p, 3) for p in benjamini_hochberg([0.01, 0.02, 0.03, 0.5])]  # scipy: false_discovery_control
    [0.04, 0.04, 0.04, 0.5]
    """
    known = [i for i, p in enumerate(p_values) if p is not None]
    p = np.array([p_values[i] for i in known], dtype=float)
    if ((p < 0) | (p > 1) | np.isnan(p)).any():
        raise ValueError("p values lie between 0 and 1")
    order = np.argsort(-p, kind="stable")
    ranks = np.arange(p.size, 0, -1)
    adjusted = np.empty(p.size)
    adjusted[order] = np.minimum.accumulate(np.minimum(p[order] * p.size / ranks, 1.0))
    result: list[float | None] = [None] * len(p_values)
    for i, value in zip(known, adjusted):
        result[i] = float(value)
    return tuple(result)


def gap_word(difference: float, adjusted_p: float | None, levels: int = 5) -> GapWord:
    """'clear' when adjusted p < .05 and the gap is at least half a point of five; 'possible' when one holds.

    levels: of the scale the difference is measured on; half a point scales with (K - 1) / 4.

    >>> gap_word(0.8, 0.01), gap_word(0.8, 0.2), gap_word(0.1, None)
    ('clear', 'possible', 'none')
    """
    sure = adjusted_p is not None and adjusted_p < LEVEL
    large = abs(difference) >= SMALLEST_GAP * (levels - 1) / 4 - 1e-9
    if sure and large:
        return "clear"
    return "possible" if sure or large else "none"
