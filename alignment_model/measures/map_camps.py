"""Two camps behind one alpha: searched from average linkage on 1 - r, believed only when chance makes none.

A split puts members into two camps of two or more, and the rest (at most a quarter) into neither. Cuts of
the tree of members start the search; single members then move while that makes the camps tighter, so that
ties in the tree do not decide. Tightness is the mean correlation of members with their own camp, loners
counting 0. The split is reported when all of these hold:

* it is tighter than the best split of random rankings (each member's items shuffled), p < .05;
* each camp's own alpha is at least .8;
* the camps' prototypes correlate at most .3.

The last two were added by the method study: a group that shares one view is tight, so any split of it is, and
tightness alone reports camps in most such groups; with them it is about one in eight at worst. Their limits are
conventions, and the published top-team example (.87 and .84, r .19) passes them narrowly.

A stricter question has its own answer, `p_shared`: how often would a group that shares one view, as loosely as
this one on average, split as tightly? Asking for that below .05 would miss the published example (.11) and most
real camps among few members, so it does not decide what is reported; it decides how surely it is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from alignment_model.measures.map_null import allowed_draws, shuffled
from alignment_model.measures.map_vectors import Scores, alpha, canonical, prototype
from alignment_model.measures.scales import Floats, generator
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import correlation

FEWEST_MEMBERS, MOST_MEMBERS = 4, 60
LONERS, TIGHT_ALPHA, FAR_R, CHANCE = 0.25, 0.8, 0.3, 0.05
STARTS = (2, 3, 4, 5)


@dataclass(frozen=True)
class Camps:
    """Two camps of members, or the reason none are reported.

    `camps` name the members, the larger camp first; `alone` those in neither; `alphas` each camp's own
    alpha (two dimensions); `correlation` the r of their prototypes; `p` the chance of camps this tight
    from random rankings, `p_shared` that from members who share one loose view. With a `reason` the best
    split found is still given where there is one.
    """

    camps: tuple[tuple[str, ...], ...] = ()
    alone: tuple[str, ...] = ()
    alphas: tuple[Statistic, ...] = ()
    correlation: float | None = None
    p: float | None = None
    reason: str | None = None
    p_shared: float | None = None

    @property
    def found(self) -> bool:
        """Whether there are camps to report."""
        return self.reason is None

    @property
    def sure(self) -> bool:
        """Whether one shared view would seldom look like this."""
        return self.found and self.p_shared is not None and self.p_shared < CHANCE

    @property
    def certainty(self) -> str:
        """How sure it is that there are camps, in words; empty when none are reported."""
        if not self.found or self.p is None or self.p_shared is None:
            return ""
        chance, shared = (f"{_often(p)}" for p in (self.p, self.p_shared))
        so = (
            "camps are the likely reading"
            if self.sure
            else "take the camps as a question to put, not as settled"
        )
        return f"Random rankings would split as tightly {chance}, a group that shares one loose view {shared}: {so}."

    @property
    def sentence(self) -> str:
        """What to say on the screen."""
        if self.reason is not None or self.correlation is None:
            return f"No camps to report: {self.reason}."
        first, second = (_listing(camp) for camp in self.camps)
        inside = " and ".join(correlation(a.value or 0.0) for a in self.alphas)
        alone = f" {_listing(self.alone)} belongs to neither." if len(self.alone) == 1 else ""
        alone = f" {_listing(self.alone)} belong to neither." if len(self.alone) > 1 else alone
        how = "pull in opposite directions" if self.correlation < -FAR_R else "share little with each other"
        return (
            f"Two camps: {first}; and {second}. Each agrees closely within itself (alpha {inside}), "
            f"but they {how} (r {correlation(self.correlation)}).{alone}"
        )


def find_camps(
    scores: ArrayLike, members: Sequence[str] | None = None, *, draws: int = 500, seed: int = 0
) -> Camps:
    """Look for two camps among the members of one group.

    scores: items x members, as in `consensus_map`. The result does not depend on their order.

    >>> low, high = [1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1]
    >>> found = find_camps(np.transpose([low, low, low, high, high, high]), list("abcdef"))
    >>> found.camps, found.found
    ((('a', 'b', 'c'), ('d', 'e', 'f')), True)
    """
    kept = Scores.read(scores, members=members)
    count = len(kept.members)
    reason = kept.why_no_alpha()
    if reason or count < FEWEST_MEMBERS:
        return Camps(reason=reason or "camps need at least four members")
    if count > MOST_MEMBERS:
        return Camps(reason="the group is too large to look for camps member by member")
    labels, tightness = best_split(kept.z)
    found = _judge(kept.z, kept.members, labels, _p_value(kept.z, tightness, draws, seed))
    return replace(found, p_shared=_p_shared(kept.z, tightness, draws, seed)) if found.found else found


def best_split(z: Floats) -> tuple[np.ndarray, float]:
    """The tightest split found, as labels 0 and 1 for the camps and 2 for neither, and its tightness."""
    similar = np.clip(z.T @ z / len(z), -1, 1)
    np.fill_diagonal(similar, 0.0)
    distances = 1 - similar
    np.fill_diagonal(distances, 0.0)
    starts = {_start(similar, clusters).tobytes() for clusters in _cuts(distances)}
    found = [_improved(similar, np.frombuffer(start, dtype=np.int64).copy()) for start in sorted(starts)]
    return max(found, key=lambda split: round(split[1], 9))


def _cuts(distances: Floats) -> list[np.ndarray]:
    """Clusters of the average-link tree where it has 2, 3, 4 and 5 branches."""
    count = len(distances)
    labels, cuts = np.arange(count), []
    for step, (first, second) in enumerate(
        linkage(squareform(distances, checks=False), "average")[:, :2].astype(int)
    ):
        if count - step in STARTS:
            cuts.append(np.unique(labels, return_inverse=True)[1])
        labels[(labels == first) | (labels == second)] = count + step
    return cuts


def _start(similar: Floats, clusters: np.ndarray) -> np.ndarray:
    """The two largest clusters as camps, everyone else in the camp they are most like."""
    sizes = np.bincount(clusters)
    largest = np.lexsort((np.arange(sizes.size), -sizes))[:2]
    inside = clusters[:, None] == largest
    likeness = similar @ inside / np.maximum(sizes[largest], 1)
    labels = np.where(inside.any(axis=1), inside.argmax(axis=1), likeness.argmax(axis=1))
    for camp in (0, 1):  # a camp of one takes the member most like it
        if (labels == camp).sum() < 2:
            nearest = np.where(labels == camp, -np.inf, similar[:, labels == camp].sum(axis=1))
            labels[nearest.argmax()] = camp
    return labels.astype(np.int64)


def _improved(similar: Floats, labels: np.ndarray) -> tuple[np.ndarray, float]:
    """Move one member at a time, the best move first, while the camps get tighter."""
    count = len(labels)
    for _ in range(3 * count):
        inside = np.stack([labels == 0, labels == 1], axis=1).astype(float)
        sizes, sums = inside.sum(axis=0), similar @ inside
        pairs = (sums * inside).sum(axis=0)
        now = pairs / (sizes - 1)
        joining = (pairs + 2 * sums) / sizes - now
        leaving = np.where(sizes > 2, (pairs - 2 * sums) / np.maximum(sizes - 2, 1) - now, -np.inf)
        left = np.where(inside > 0, leaving, 0.0).sum(axis=1)  # what a member's going does to its camp
        gains = np.column_stack([left[:, None] + joining, left])
        gains[np.arange(count), labels] = -np.inf
        if (labels == 2).sum() + 1 > LONERS * count:
            gains[:, 2] = -np.inf
        member, where = np.unravel_index(np.round(gains, 9).argmax(), gains.shape)
        if gains[member, where] <= 1e-9:
            break
        labels[member] = where
    return labels, float(now.sum() / count)


def _p_value(z: Floats, tightness: float, draws: int, seed: int) -> float:
    columns = canonical(z)
    tried = allowed_draws(draws, columns.size * columns.shape[1])
    hits = sum(
        best_split(table)[1] >= tightness - 1e-9
        for stack in shuffled(columns, tried, seed)
        for table in stack
    )
    return (hits + 1) / (tried + 1)


def _p_shared(z: Floats, tightness: float, draws: int, seed: int) -> float:
    """Chance of a split this tight in a group that shares one view as loosely as these members do.

    Each member's own values are put in the order of a common view plus noise of their own, so mixed that
    two members correlate as these do on average (no less than 0).
    """
    columns = canonical(z)
    n, m = columns.shape
    alike = max(0.0, float((z.T @ z).sum() / n - m) / (m * (m - 1)))
    random = generator(columns, "shared", seed=seed)
    tried = allowed_draws(draws, columns.size * m)
    hits = 0
    for _ in range(tried):
        common, own = random.standard_normal((n, 1)), random.standard_normal((n, m))
        order = (alike**0.5 * common + (1 - alike) ** 0.5 * own).argsort(axis=0).argsort(axis=0)
        hits += best_split(np.take_along_axis(columns, order, axis=0))[1] >= tightness - 1e-9
    return (hits + 1) / (tried + 1)


def _often(p: float) -> str:
    return "almost never" if p < 0.01 else f"in {100 * p:.0f} % of cases"


def _judge(z: Floats, names: Sequence[str], labels: np.ndarray, p: float) -> Camps:
    halves = [np.flatnonzero(labels == camp) for camp in (0, 1)]
    camps = sorted(halves, key=lambda camp: (-len(camp), sorted(names[j] for j in camp)))
    alone = tuple(sorted(names[j] for j in np.flatnonzero(labels == 2)))
    own = [alpha(z[:, camp]) for camp in camps]
    correlation = prototype_r(z[:, camps[0]], z[:, camps[1]])
    reason = None
    if p >= CHANCE:
        reason = "the best split is no tighter than random rankings would give"
    elif min(own) < TIGHT_ALPHA:
        reason = "the best split is too loose inside to be called camps"
    elif correlation is None or correlation > FAR_R:
        reason = "the two halves see the items much alike"
    return Camps(
        camps=tuple(tuple(sorted(names[j] for j in camp)) for camp in camps),
        alone=alone,
        alphas=tuple(Statistic.of(a, n=len(camp)) for a, camp in zip(own, camps)),
        correlation=correlation,
        p=p,
        reason=reason,
    )


def prototype_r(first: Floats, second: Floats) -> float | None:
    """Pearson r of the prototypes of two z-scored groups; None when one has no direction."""
    a, b = prototype(first), prototype(second)
    lengths = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(np.clip(a @ b / lengths, -1, 1)) if lengths > 1e-9 else None


def _listing(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
