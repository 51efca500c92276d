"""Groups against each other: correlations of prototypes, and a map by metric scaling of 1 - r.

Scaling by majorisation: Borg, I. & Groenen, P. J. F. (2005). Modern Multidimensional Scaling, chapter 8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.map_camps import prototype_r
from alignment_model.measures.map_vectors import Scores
from alignment_model.measures.remembering import remembered
from alignment_model.measures.scales import Floats, read_table
from alignment_model.measures.statistic import Statistic

ROUNDS = 1000
KEPT = 256  # maps
NO_DIRECTION = "one of the groups has no shared direction"
NO_VIEW = "nobody in it told the items apart"


@dataclass(frozen=True)
class GroupMap:
    """Groups as points: near means alike. `correlations[i][j]` is the r of prototypes, with its reason.

    `stress` (Kruskal's stress-1) says how badly two dimensions hold the distances: 0 = perfectly.
    """

    groups: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    correlations: tuple[tuple[Statistic, ...], ...]
    stress: float
    left_out: tuple[tuple[str, str], ...]


def between_group_r(first: ArrayLike, second: ArrayLike) -> Statistic:
    """Pearson r of two groups' prototypes: 1 = the same order of items, -1 = the opposite.

    first, second: items x members on the same items; items someone in either lacks are left out. A group
    of one is its member's own view. n = items.

    >>> round(between_group_r([[1, 1], [2, 2], [3, 3], [4, 4]], [[4], [3], [2], [1]]).value, 9)
    -1.0
    """
    return _correlation(np.asarray(first, dtype=float), np.asarray(second, dtype=float))


@remembered(KEPT)
def group_map(groups: Mapping[str, ArrayLike]) -> GroupMap:
    """Map of groups from the correlations of their prototypes.

    groups: name -> items x members, all on the same items. A group without a direction against the
    others is left out and named. The order of groups does not matter.

    >>> same, other = [[1], [2], [3], [4]], [[4], [3], [2], [1]]
    >>> found = group_map({"Board": same, "CEO": same, "Managers": other})
    >>> found.correlations[0][1].value, round(abs(found.points[0][0] - found.points[2][0]), 6)
    (1.0, 2.0)
    """
    tables = {name: read_table(table, "scores") for name, table in groups.items()}
    table = {a: {b: _correlation(tables[a], tables[b]) for b in tables} for a in tables}
    kept = _comparable(table)
    distances = np.array([[1 - (table[a][b].value or 0.0) for b in kept] for a in kept])
    points, stress = metric_scaling(distances)
    return GroupMap(
        groups=tuple(kept),
        points=tuple((float(x), float(y)) for x, y in points),
        correlations=tuple(tuple(table[a][b] for b in kept) for a in kept),
        stress=stress,
        left_out=tuple(
            (name, NO_VIEW if table[name][name].reason else NO_DIRECTION)
            for name in tables
            if name not in kept
        ),
    )


def metric_scaling(distances: ArrayLike) -> tuple[Floats, float]:
    """Points in two dimensions whose distances fit the given ones (groups x groups), and stress-1.

    Classical scaling is improved by majorisation until it settles; the result is centred, turned to its
    own axes and reflected so that it does not depend on chance.
    """
    wanted = np.asarray(distances, dtype=float)
    count = len(wanted)
    if count < 2:
        return np.zeros((count, 2)), 0.0
    points = _classical(wanted)
    for _ in range(ROUNDS):
        moved = _majorise(points, wanted)
        settled = np.abs(moved - points).max() < 1e-10
        points = moved
        if settled:
            break
    pairs = np.triu_indices(count, 1)
    found = _distances(points)
    size = float((found[pairs] ** 2).sum())
    stress = float((((found - wanted)[pairs] ** 2).sum() / size) ** 0.5) if size > 1e-12 else 0.0
    return _own_axes(points), stress


def _comparable(table: Mapping[str, Mapping[str, Statistic]]) -> list[str]:
    """Groups that all compare with each other, after dropping those with the most gaps, one by one."""
    kept = [name for name in table if table[name][name].known]
    while True:
        gaps = {name: sum(not table[name][other].known for other in kept) for name in kept}
        worst = max(kept, key=lambda name: (gaps[name], name), default=None)
        if worst is None or gaps[worst] == 0:
            return kept
        kept.remove(worst)


def _correlation(first: Floats, second: Floats) -> Statistic:
    if len(first) != len(second):
        raise ValueError("both groups rate the same items")
    split = first.shape[1]
    kept = Scores.read(np.hstack([first, second]))
    sides = [[], []]
    for place, name in enumerate(kept.members):
        sides[int(name.split()[1]) > split].append(place)
    if not sides[0] or not sides[1]:
        return Statistic.none("one of the groups has no member with a view", n=len(kept.items))
    if len(kept.items) < 3:
        return Statistic.none("fewer than 3 items were rated by everyone", n=len(kept.items))
    r = prototype_r(kept.z[:, sides[0]], kept.z[:, sides[1]])
    return (
        Statistic.none(NO_DIRECTION, n=len(kept.items)) if r is None else Statistic.of(r, n=len(kept.items))
    )


def _classical(wanted: Floats) -> Floats:
    count = len(wanted)
    centre = np.eye(count) - 1 / count
    values, axes = np.linalg.eigh(-centre @ wanted**2 @ centre / 2)
    size = min(2, count)
    points = np.zeros((count, 2))
    points[:, :size] = (axes[:, -size:] * np.sqrt(np.maximum(values[-size:], 0.0)))[:, ::-1]
    return points


def _majorise(points: Floats, wanted: Floats) -> Floats:
    found = _distances(points)
    ratio = np.where(found > 1e-12, wanted / np.maximum(found, 1e-12), 0.0)
    matrix = -ratio
    np.fill_diagonal(matrix, 0.0)
    np.fill_diagonal(matrix, -matrix.sum(axis=1))
    return matrix @ points / len(points)


def _distances(points: Floats) -> Floats:
    return np.linalg.norm(points[:, None] - points[None], axis=-1)


def _own_axes(points: Floats) -> Floats:
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = np.zeros_like(points)
    turned[:, : len(axes)] = centred @ axes.T
    for axis in turned.T:
        if axis[np.abs(axis).round(9).argmax()] < 0:
            axis *= -1
    return turned
