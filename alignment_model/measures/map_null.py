"""What alpha would be if every member ranked the same items in any order: a permutation null.

Alpha of random rankings is far from 0 when members are few, so no alpha is shown without its band.
Enumerated where small, else drawn, seeded by the scores themselves and not by their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product
from math import comb, factorial

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.map_vectors import Scores, alpha, alphas, canonical
from alignment_model.measures.null_bands import NullBand, band_of
from alignment_model.measures.remembering import remembered
from alignment_model.measures.scales import Floats, generator
from alignment_model.measures.statistic import Statistic

ENUMERATE_UP_TO = 5_100
CELLS_AT_ONCE = 1_000_000
CELLS_IN_ALL = 4_000_000
FEWEST_DRAWS = 200
KEPT = 2048  # results: some waves with all their topics and pairs of groups


@remembered(KEPT)
def alpha_null(z: Floats, draws: int = 2000, dimensions: int | None = 2, seed: int = 0) -> NullBand:
    """Null band of alpha for z-scored members (n x m): every member's items shuffled."""
    columns = canonical(z)
    n, m = columns.shape
    exact = factorial(n) ** (m - 1) <= ENUMERATE_UP_TO if n < 9 else False
    batches = _all_orders(columns) if exact else shuffled(columns, allowed_draws(draws, n * m), seed)
    values = np.sort(np.concatenate([alphas(batch, dimensions) for batch in batches]))
    return band_of((values, np.full(values.size, 1 / values.size)), 0.0, None if exact else values.size)


def allowed_draws(draws: int, cells: int) -> int:
    """Fewer draws for a large group, whose null is narrow anyway."""
    return max(min(draws, CELLS_IN_ALL // cells), min(draws, FEWEST_DRAWS))


def shuffled(columns: Floats, draws: int, seed: int = 0) -> Iterator[Floats]:
    """Stacks of tables with each member's items in random order, shape (some draws, n, m)."""
    random = generator(columns, seed=seed)
    at_once = max(1, CELLS_AT_ONCE // columns.size)
    for start in range(0, draws, at_once):
        size = min(at_once, draws - start)
        order = random.random((size, *columns.shape)).argsort(axis=1)
        yield np.take_along_axis(columns[None], order, axis=1)


@remembered(KEPT)
def alpha_difference(
    first: ArrayLike, second: ArrayLike, *, paired: bool = False, draws: int = 2000, seed: int = 0
) -> Statistic:
    """Alpha of the first group (or wave) minus that of the second, with p by permuting labels.

    first, second: items x members on the same items; items not rated by everyone in both are left out.
    paired: the same members in the same order twice (waves): labels are then swapped within members.
    p is two-sided; all permutations where they are few. n = members in both.

    >>> found = alpha_difference([[1, 1], [2, 2], [3, 3], [4, 4]], [[1, 4], [2, 3], [3, 2], [4, 1]])
    >>> round(found.value, 9), found.n
    (1.0, 4)
    """
    both = np.hstack([np.asarray(first, dtype=float), np.asarray(second, dtype=float)])
    split = np.asarray(first).shape[1]
    scores = Scores.read(both)
    kept = [int(name.split()[1]) - 1 for name in scores.members]
    sides = [
        np.array([i for i, j in enumerate(kept) if (j < split) is left], dtype=int) for left in (True, False)
    ]
    if min(map(len, sides)) < 2:
        return Statistic.none("one of the groups has fewer than two members with a view", n=len(kept))
    if scores.why_no_alpha():
        return Statistic.none(scores.why_no_alpha() or "", n=len(kept))
    if paired:
        sides = [side[np.argsort([kept[i] for i in side])] for side in sides]
        if [kept[i] + split for i in sides[0]] != [kept[i] for i in sides[1]]:
            return Statistic.none("some members have no view in one of the waves", n=len(kept))
    observed = alpha(scores.z[:, sides[0]]) - alpha(scores.z[:, sides[1]])
    null = _paired_null(scores.z, sides, draws, seed) if paired else _free_null(scores.z, sides, draws, seed)
    extreme, tried, exact = null(abs(observed) - 1e-9)
    p = extreme / tried if exact else (extreme + 1) / (tried + 1)
    reason = "the doubt is in p: labels permuted, not resampled"
    return Statistic.of(observed, n=len(kept), p=p, interval_reason=reason)


def _free_null(z: Floats, sides: list[np.ndarray], draws: int, seed: int):
    size, total = len(sides[0]), z.shape[1]
    exact = comb(total, size) <= ENUMERATE_UP_TO
    if exact:
        picks = np.array(list(combinations(range(total), size)))
    else:
        random = generator(canonical(z), size, seed=seed)
        picks = random.random((allowed_draws(draws, z.size), total)).argsort(axis=1)[:, :size]
    chosen = np.zeros((len(picks), total), dtype=bool)
    np.put_along_axis(chosen, picks, True, axis=1)
    others = np.nonzero(~chosen)[1].reshape(len(picks), -1)
    return _counter(z, picks, others, exact)


def _paired_null(z: Floats, sides: list[np.ndarray], draws: int, seed: int):
    pairs = np.stack(sides, axis=1)
    exact = 2 ** len(pairs) <= ENUMERATE_UP_TO
    if exact:
        swaps = np.array(list(product([False, True], repeat=len(pairs))))
    else:
        random = generator(canonical(z), "paired", seed=seed)
        swaps = random.random((allowed_draws(draws, z.size), len(pairs))) < 0.5
    first = np.where(swaps, pairs[:, 1], pairs[:, 0])
    return _counter(z, first, pairs.sum(axis=1) - first, exact)


def _counter(z: Floats, first: np.ndarray, second: np.ndarray, exact: bool):
    def count(limit: float) -> tuple[int, int, bool]:
        extreme = 0
        step = max(1, CELLS_AT_ONCE // z.size)
        for start in range(0, len(first), step):
            part = slice(start, start + step)
            one, two = (alphas(z[:, side[part]].transpose(1, 0, 2)) for side in (first, second))
            extreme += int((np.abs(one - two) >= limit).sum())
        return extreme, len(first), exact

    return count


def _all_orders(columns: Floats) -> Iterator[Floats]:
    n, m = columns.shape
    orders = np.array(list(permutations(range(n))))
    for picks in _chunks(list(product(range(len(orders)), repeat=m - 1)), CELLS_AT_ONCE // columns.size):
        stack = np.empty((len(picks), n, m))
        stack[:, :, 0] = columns[:, 0]
        for member in range(1, m):
            stack[:, :, member] = columns[:, member][orders[picks[:, member - 1]]]
        yield stack


def _chunks(picks: list[tuple[int, ...]], size: int) -> Iterator[np.ndarray]:
    for start in range(0, len(picks), size):
        yield np.array(picks[start : start + size])
