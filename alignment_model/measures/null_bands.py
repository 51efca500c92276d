"""How much agreement chance alone would show: the same roles and questions, answered at random.

Every respondent picks each level with equal chance; a role's position is the mean of its respondents;
a layer's agreement is the mean consensus of its questions. One question's distribution is enumerated
where that is small (else drawn, seeded); questions are then added up by convolution, so that no further
noise enters. A band is the 5th to 95th percentile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations_with_replacement
from math import comb, factorial, prod

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, generator, levels_per_question
from alignment_model.measures.tastle_wierman import consensus_of_rows

ENUMERATE_UP_TO = 60_000
DRAWS = 20_000
MERGE_UP_TO = 200_000
GRID = 1 << 16
Distribution = tuple[Floats, Floats]


@dataclass(frozen=True)
class NullBand:
    """What random answers would give: percentiles 5, 50, 95 of the agreement, and its distribution.

    `draws` is None when the distribution was enumerated, else the number of simulated questions.
    """

    low: float
    median: float
    high: float
    draws: int | None
    values: Floats = field(repr=False, compare=False)
    upper_tail: Floats = field(repr=False, compare=False)
    slack: float = field(default=0.0, repr=False)

    def p_value(self, observed: float) -> float:
        """Chance of at least this much agreement from random answers, one-sided."""
        first = int(np.searchsorted(self.values, observed - self.slack - 1e-9))
        if first >= self.values.size:
            return 0.0 if self.draws is None else 1 / (self.draws + 1)
        return float(self.upper_tail[first])


def null_agreement(
    group_sizes: ArrayLike, questions: int, levels: int | Sequence[int] = 5, seed: int = 0
) -> NullBand | None:
    """Null band of a layer's agreement.

    group_sizes: respondents per role, shape (roles,), or per role and question, shape (roles, questions)
    when answers are missing (0 = the role did not answer). levels: one number or one per question. The
    order of roles and questions does not matter. None where no question has two roles.

    >>> band = null_agreement([1, 1], 1, 5)  # two people, one question: 5 of 25 pairs are equal
    >>> round(band.p_value(1.0), 12), band.high
    (0.2, 1.0)
    """
    sizes = np.asarray(group_sizes, dtype=np.int64)
    if (sizes < 0).any():
        raise ValueError("group sizes are whole numbers from zero up")
    own = levels_per_question(levels, questions)
    columns = np.repeat(sizes[:, None], questions, axis=1) if sizes.ndim == 1 else sizes
    kinds = Counter(
        (tuple(sorted(int(n) for n in columns[:, q] if n)), int(own[q])) for q in range(questions)
    )
    usable = tuple(sorted((kind, n) for kind, n in kinds.items() if len(kind[0]) > 1))
    return _band(usable, seed) if usable else None


@lru_cache(maxsize=2048)
def _band(kinds: tuple[tuple[tuple[tuple[int, ...], int], int], ...], seed: int) -> NullBand:
    questions = sum(n for _, n in kinds)
    parts, draws = [], []
    for (sizes, levels), n in kinds:
        distribution, drawn = _question_null(sizes, levels, seed)
        parts.append((distribution, 1 / questions, n))
        draws.append(drawn)
    drawn_most = max((d for d in draws if d is not None), default=None)
    return band_of(*mean_distribution(parts), drawn_most)


def band_of(distribution: Distribution, slack: float, draws: int | None) -> NullBand:
    """Percentiles and upper tail of a distribution (values ascending, probabilities)."""
    values, chances = distribution
    running = np.cumsum(chances)
    at = np.searchsorted(running, np.array([0.05, 0.5, 0.95]) * running[-1] - 1e-12)
    low, median, high = values[np.minimum(at, values.size - 1)]
    tail = np.clip(np.cumsum(chances[::-1])[::-1], 0.0, 1.0)
    return NullBand(float(low), float(median), float(high), draws, values, tail, slack)


def mean_distribution(parts: Sequence[tuple[Distribution, float, int]]) -> tuple[Distribution, float]:
    """Distribution of a weighted sum of independent variables in 0..1: (distribution, weight, times).

    Returns the distribution and the rounding slack: 0 when merged exactly, else that of a fine grid.
    """
    sizes = [comb(values.size + times - 1, times) for (values, _), _, times in parts]
    if prod(sizes) <= MERGE_UP_TO:
        return _merge_exactly(parts), 0.0
    return _merge_on_grid(parts), sum(times for _, _, times in parts) / GRID


def _merge_exactly(parts: Sequence[tuple[Distribution, float, int]]) -> Distribution:
    values, chances = np.zeros(1), np.ones(1)
    for (part_values, part_chances), weight, times in parts:
        for _ in range(times):
            values, chances = _distinct(
                np.add.outer(values, weight * part_values).ravel(), np.outer(chances, part_chances).ravel()
            )
    return values, chances


def _merge_on_grid(parts: Sequence[tuple[Distribution, float, int]]) -> Distribution:
    spectrum = np.ones(GRID + 1, dtype=complex)
    for (values, chances), weight, times in parts:
        cells = np.rint(values * weight * (GRID - 1)).astype(int)
        mass = np.bincount(cells, chances, minlength=2 * GRID)
        spectrum *= np.fft.rfft(mass) ** times
    mass = np.maximum(np.fft.irfft(spectrum, 2 * GRID), 0.0)[: GRID + 64]
    mass[mass < 1e-15] = 0.0
    kept = np.flatnonzero(mass)
    return np.minimum(kept / (GRID - 1), 1.0), mass[kept] / mass.sum()


@lru_cache(maxsize=2048)
def _question_null(sizes: tuple[int, ...], levels: int, seed: int) -> tuple[Distribution, int | None]:
    """Distribution of one question's consensus, and the number of draws (None: enumerated)."""
    groups = sorted(Counter(sizes).items())
    outcomes = [comb(size * (levels - 1) + roles, roles) for size, roles in groups]
    if prod(outcomes) <= ENUMERATE_UP_TO:
        positions, chances = _enumerate(groups, levels)
        return _distinct(consensus_of_rows(positions, levels), chances), None
    random = generator("null", sizes, levels, seed=seed)
    drawn = [random.choice(_mean_support(n, levels), DRAWS, p=_mean_chances(n, levels)) for n in sizes]
    agreement = consensus_of_rows(np.stack(drawn, axis=1), levels)
    return _distinct(agreement, np.full(DRAWS, 1 / DRAWS)), DRAWS


def _enumerate(groups: Sequence[tuple[int, int]], levels: int) -> tuple[Floats, Floats]:
    """Every set of positions the roles can take, shape (outcomes, roles), and its chance."""
    positions, chances = np.empty((1, 0)), np.ones(1)
    for size, roles in groups:
        support, single = _mean_support(size, levels), _mean_chances(size, levels)
        picks = np.array(list(combinations_with_replacement(range(support.size), roles)))
        orders = np.array([_orders(row) for row in picks])
        chance = orders * single[picks].prod(axis=1)
        left, right = len(chances), len(chance)
        positions = np.hstack([np.repeat(positions, right, axis=0), np.tile(support[picks], (left, 1))])
        chances = np.repeat(chances, right) * np.tile(chance, left)
    return positions, chances


def _orders(picks: Floats) -> int:
    return factorial(len(picks)) // prod(factorial(n) for n in Counter(picks.tolist()).values())


def _mean_support(size: int, levels: int) -> Floats:
    return 1 + np.arange(size * (levels - 1) + 1) / size


@lru_cache(maxsize=1024)
def _mean_chances(size: int, levels: int) -> Floats:
    chances = np.ones(1)
    for _ in range(size):
        chances = np.convolve(chances, np.full(levels, 1 / levels))
    return chances / chances.sum()


def _distinct(values: Floats, chances: Floats) -> Distribution:
    kept, where = np.unique(np.round(values, 10), return_inverse=True)
    return kept, np.bincount(where.ravel(), chances)
