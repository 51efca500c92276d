"""The strategic consensus map of one group: members as arrows, items as points, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.map_null import alpha_null
from alignment_model.measures.map_vectors import Scores, alpha, plane
from alignment_model.measures.null_bands import NullBand
from alignment_model.measures.statistic import Statistic

Point = tuple[float, float]
BAND_NOT_INTERVAL = "a few members are not a sample: compare it with the band of random rankings"


@dataclass(frozen=True)
class ConsensusMap:
    """One group's map.

    `points` are the items and `vectors` the members, in the order of `items` and `members`; the mean
    member vector lies along the first axis, so the first coordinate of an item is how the group as a
    whole sees it (`prototype`). `alpha` is in the two dimensions drawn, `alpha_all` in all of them;
    both carry p against random rankings, whose band for `alpha` is `null_band`. `explained` is the share
    of variance drawn. `average_deviation` is in the units of the scores: z-scores drop level and spread,
    so it always stands beside alpha. `left_out` names members and items left out, with the reason.
    """

    items: tuple[str, ...]
    members: tuple[str, ...]
    points: tuple[Point, ...]
    vectors: tuple[Point, ...]
    prototype: tuple[float, ...]
    alpha: Statistic
    alpha_all: Statistic
    null_band: NullBand | None
    explained: float | None
    average_deviation: Statistic
    left_out: tuple[tuple[str, str], ...]


def consensus_map(
    scores: ArrayLike,
    items: Sequence[str] | None = None,
    members: Sequence[str] | None = None,
    *,
    ranks: bool = False,
    draws: int = 2000,
    seed: int = 0,
) -> ConsensusMap:
    """Map one group's view of a list of items.

    scores: items x members (points given, or answers), NaN where missing; ranks=True when 1 is the most
    important. Members who answered less than half, or gave every item the same, are left out and named;
    then items someone lacks. alpha needs two members and three items. n = members mapped.

    >>> found = consensus_map([[50, 40, 10], [30, 40, 20], [20, 10, 30], [0, 10, 40]])
    >>> round(found.alpha_all.value, 6)  # by hand: sqrt of the mean of the members' correlations
    0.314588
    """
    kept = Scores.read(scores, items, members)
    z = -kept.z if ranks else kept.z
    points, vectors, explained = plane(z) if z.size else (np.zeros((0, 2)), np.zeros((0, 2)), None)
    band = None if kept.why_no_alpha() else alpha_null(z, draws, seed=seed)
    down, across = _as_given(kept.items, items, z.size), _as_given(kept.members, members, z.size)
    return ConsensusMap(
        items=tuple(kept.items[i] for i in down),
        members=tuple(kept.members[j] for j in across),
        points=tuple((float(x), float(y)) for x, y in points[down]),
        vectors=tuple((float(x), float(y)) for x, y in vectors[across]),
        prototype=tuple(float(x) for x in points[down, 0]),
        alpha=_alpha(kept, z, 2, band),
        alpha_all=_alpha(kept, z, None, None if band is None else alpha_null(z, draws, None, seed)),
        null_band=band,
        explained=explained,
        average_deviation=_deviation(kept),
        left_out=kept.left_out,
    )


def within_group_alpha(
    scores: ArrayLike, *, dimensions: int | None = 2, draws: int = 2000, seed: int = 0
) -> Statistic:
    """Alpha alone, in two dimensions or (dimensions=None) in all, with p against random rankings.

    scores: items x members, as in `consensus_map`. n = members.

    >>> round(within_group_alpha([[1, 1], [2, 2], [3, 4], [4, 3]], dimensions=None).value, 6)
    0.948683
    """
    kept = Scores.read(scores)
    band = None if kept.why_no_alpha() else alpha_null(kept.z, draws, dimensions, seed)
    return _alpha(kept, kept.z, dimensions, band)


def leave_one_out(
    scores: ArrayLike, members: Sequence[str] | None = None
) -> tuple[tuple[str, Statistic], ...]:
    """Without whom would agreement rise most: how alpha changes without each member, largest rise first.

    scores: items x members. Each Statistic is alpha without the member minus alpha with all; n = members
    left.

    >>> leave_one_out([[1, 1, 4], [2, 2, 3], [3, 3, 2], [4, 4, 1]], ["CEO", "CTO", "CFO"])[0][0]
    'CFO'
    """
    kept = Scores.read(scores, members=members)
    count = len(kept.members)
    if count < 3 or kept.why_no_alpha():
        reason = kept.why_no_alpha() or "with two members, nobody can be left out"
        return tuple((name, Statistic.none(reason, n=max(0, count - 1))) for name in kept.members)
    whole = alpha(kept.z)
    rises = [alpha(np.delete(kept.z, j, axis=1)) - whole for j in range(count)]
    order = sorted(range(count), key=lambda j: (-round(rises[j], 9), kept.members[j]))
    return tuple((kept.members[j], Statistic.of(rises[j], n=count - 1)) for j in order)


def _as_given(kept: Sequence[str], given: Sequence[str] | None, size: int) -> list[int]:
    """Places of the kept names in the order in which they were given."""
    if not size:
        return []
    if given is None:
        return sorted(range(len(kept)), key=lambda i: int(kept[i].split()[1]))
    order = list(given)
    return sorted(range(len(kept)), key=lambda i: order.index(kept[i]))


def _alpha(kept: Scores, z: np.ndarray, dimensions: int | None, band: NullBand | None) -> Statistic:
    reason = kept.why_no_alpha()
    if reason or band is None:
        return Statistic.none(reason or "", n=len(kept.members))
    value = alpha(z, dimensions)
    return Statistic.of(value, n=len(kept.members), p=band.p_value(value), interval_reason=BAND_NOT_INTERVAL)


def _deviation(kept: Scores) -> Statistic:
    if len(kept.members) < 2 or not len(kept.items):
        return Statistic.none("fewer than two members to compare", n=len(kept.members))
    mean = kept.raw.mean(axis=1, keepdims=True)
    return Statistic.of(np.abs(kept.raw - mean).mean(), n=len(kept.members))
