"""The arithmetic of strategic consensus mapping: z-scores, the plane, alpha, prototypes.

H holds n items x m members. Z: each member's column z-scored (population sd). Z = U D V'. Item scores
X = sqrt(n) U and member vectors A = V D / sqrt(n), two columns kept; the within-group alpha is the length
of the mean member vector. Over all dimensions alpha² is Kendall's W, for rankings without ties.

Tarakci, M., Ates, N. Y., Porck, J. P., van Knippenberg, D., Groenen, P. J. F. & de Haas, M. (2014).
Strategic consensus mapping: a new method for testing and visualizing strategic consensus within and
between teams. Strategic Management Journal 35, 1053-1069.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, read_table

FEWEST_ITEMS = 3
NO_ANSWER, INCOMPLETE = "gave no answer", "left more than half the items out"
SAME_FOR_ALL = "gave every item the same, so has no direction"
NOT_BY_ALL = "not rated by everyone"
EQUAL = 1e-9


@dataclass(frozen=True, eq=False)
class Scores:
    """What can be mapped: z-scores of the items and members kept, and who was left out and why.

    Items and members are in an order that depends on the scores alone, so that no result depends on the
    order in which they came in.
    """

    z: Floats
    raw: Floats
    items: tuple[str, ...]
    members: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    @classmethod
    def read(
        cls, scores: ArrayLike, items: Sequence[str] | None = None, members: Sequence[str] | None = None
    ) -> Scores:
        """Members with half their items missing, or all items alike, are left out; then items any lacks."""
        table = read_table(scores, "scores")
        names = _names(items, table.shape[0], "item"), _names(members, table.shape[1], "member")
        missing = np.isnan(table)
        reasons: dict[str, str] = {}
        gone = missing.mean(axis=0) if missing.size else np.ones(table.shape[1])
        for name, share in zip(names[1], gone):
            if share > 0.5:
                reasons[name] = NO_ANSWER if share == 1 else INCOMPLETE
        kept = [j for j, name in enumerate(names[1]) if name not in reasons]
        rows = [i for i in range(len(table)) if not missing[i, kept].any()] if kept else []
        reasons |= {names[0][i]: NOT_BY_ALL for i in range(len(table)) if kept and i not in rows}
        spread = np.ptp(table[rows], axis=0) if rows else ()
        flat = [j for j in kept if spread[j] < EQUAL] if rows else []
        reasons |= {names[1][j]: SAME_FOR_ALL for j in flat}
        kept = [j for j in kept if j not in flat]
        raw = table[np.ix_(rows, kept)]
        down, across = content_order(raw)
        raw = raw[np.ix_(down, across)]
        return cls(
            standardise(raw) if raw.size else raw,
            raw,
            tuple(names[0][rows[i]] for i in down),
            tuple(names[1][kept[j]] for j in across),
            tuple(reasons.items()),
        )

    def why_no_alpha(self) -> str | None:
        """The reason there is no alpha, in words; None when there is one."""
        if len(self.members) == 0:
            return "no member told the items apart"
        if len(self.members) == 1:
            return "only one member, and one view always agrees with itself"
        if len(self.items) < FEWEST_ITEMS:
            return f"fewer than {FEWEST_ITEMS} items were rated by everyone"
        return None


def standardise(table: Floats) -> Floats:
    """z-scores of each column, with the population standard deviation."""
    return (table - table.mean(axis=0)) / table.std(axis=0)


def plane(z: Floats) -> tuple[Floats, Floats, float]:
    """Item scores (n x 2), member vectors (m x 2) and the share of variance the two dimensions hold.

    The plane is turned so that the mean member vector lies along the first axis, to the right; the
    second axis points to the item farthest along it.
    """
    n = len(z)
    u, d, v = np.linalg.svd(z, full_matrices=False)
    size = min(2, d.size)
    kept = np.where(d[:size] > EQUAL * d[0], 1.0, 0.0)
    points, vectors = np.zeros((n, 2)), np.zeros((z.shape[1], 2))
    points[:, :size] = np.sqrt(n) * u[:, :size] * kept
    vectors[:, :size] = v[:size].T * d[:size] / np.sqrt(n)
    turn = _turn(vectors.mean(axis=0))
    points, vectors = points @ turn, vectors @ turn
    if points[np.abs(points[:, 1]).round(9).argmax(), 1] < 0:
        points[:, 1], vectors[:, 1] = -points[:, 1], -vectors[:, 1]
    return points, vectors, float((d[:size] ** 2).sum() / (d**2).sum())


def alpha(z: Floats, dimensions: int | None = 2) -> float:
    """Length of the mean member vector, in two dimensions or (None) in all."""
    return float(alphas(z[None], dimensions)[0])


def alphas(stack: Floats, dimensions: int | None = 2) -> Floats:
    """Alpha of each z-scored table of a stack, shape (tables, n, m)."""
    n = stack.shape[1]
    mean = stack.mean(axis=2)
    if dimensions is not None:
        _, axes = np.linalg.eigh(stack @ stack.transpose(0, 2, 1))
        mean = (axes[:, :, -dimensions:].transpose(0, 2, 1) @ mean[:, :, None])[:, :, 0]
    return np.minimum(np.linalg.norm(mean, axis=1) / np.sqrt(n), 1.0)


def prototype(z: Floats) -> Floats:
    """The group's prototype: item scores along the mean member vector; zeros when there is none."""
    return plane(z)[0][:, 0] if alpha(z) > EQUAL else np.zeros(len(z))


def canonical(z: Floats) -> Floats:
    """The same members whatever the order of rows and columns: each sorted, then put in order."""
    columns = np.round(np.sort(z, axis=0), 9)
    return columns[:, np.lexsort(columns)]


def content_order(table: Floats) -> tuple[np.ndarray, np.ndarray]:
    """Orders of rows and columns that depend on the table's content, not on how it came in."""
    down = np.lexsort(np.sort(np.round(table, 9), axis=1).T[::-1]) if table.size else np.arange(len(table))
    across = np.lexsort(np.round(table[down], 9)[::-1]) if table.size else np.arange(table.shape[1])
    return down, across


def _turn(mean: Floats) -> Floats:
    length = float(np.linalg.norm(mean))
    if length < EQUAL:
        return np.eye(2)
    x, y = mean / length
    return np.array([[x, -y], [y, x]])


def _names(given: Sequence[str] | None, size: int, noun: str) -> list[str]:
    names = [f"{noun} {i + 1}" for i in range(size)] if given is None else list(given)
    if len(names) != size or len(set(names)) != size:
        raise ValueError(f"{noun} names are one each, all different")
    return names
