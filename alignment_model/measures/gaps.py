"""Gaps between roles on a layer, in scale points, with their doubt.

Between leadership roles the doubt comes from the layer's whole role x question table; between groups of
people from their respondents (Welch); between the two kinds the larger of the two errors is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtr, stdtrit

from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.scales import Floats, common_scale, read_table, read_values
from alignment_model.measures.statistic import Interval, Statistic

SHARED_VIEW = 0.25
NO_SPREAD = "the answers run exactly in parallel, so there is no spread to judge the gap by"
ONE_QUESTION = "too few shared questions to judge the gap by"


@dataclass(frozen=True, slots=True)
class Gap:
    """How much higher `first` stands than `second`, in scale points.

    `p` is two-sided and not adjusted, and so is the 95 % `interval`. `difference` is None only with a
    `reason` that says why there is no gap to show; p and interval may be None beside a difference, with
    `doubt_reason` saying why. `n` counts the shared questions, or the respondents where those are all.
    """

    first: str
    second: str
    difference: float | None
    error: float | None = None
    degrees: float | None = None
    p: float | None = None
    interval: Interval | None = None
    n: int = 0
    reason: str | None = None
    doubt_reason: str | None = None

    @property
    def statistic(self) -> Statistic:
        """The difference with its interval and p, or the reason there is none."""
        if self.difference is None:
            return Statistic.none(self.reason or "", n=self.n)
        return Statistic.of(
            self.difference, n=self.n, interval=self.interval, interval_reason=self.doubt_reason, p=self.p
        )


def judged(gap: Gap, error: float, degrees: float) -> Gap:
    """The gap with its t test and 95 % interval, from its standard error and degrees of freedom."""
    if gap.difference is None:
        return gap
    if degrees <= 0:
        return replace(gap, doubt_reason=ONE_QUESTION)
    if error <= 1e-9:
        return replace(gap, doubt_reason=NO_SPREAD)
    half = float(stdtrit(degrees, 0.975)) * error
    p = 2 * float(stdtr(degrees, -abs(gap.difference) / error))
    interval = (gap.difference - half, gap.difference + half)
    return replace(gap, error=error, degrees=degrees, p=min(1.0, p), interval=interval)


def leadership_gaps(
    positions: ArrayLike,
    group_sizes: ArrayLike | None = None,
    levels: int | Sequence[int] = 5,
    roles: Sequence[str] | None = None,
) -> tuple[Gap, ...]:
    """Gaps between all pairs of leadership roles on one layer, each as first minus second.

    positions: roles x questions, NaN where a role did not answer; group_sizes: respondents per role, or
    per role and question; None means single people. Differences are paired over the questions both
    answered, in points of the layer's scale (five-point equivalent where its questions differ).

    Formula: the table is fitted by roles + questions, each cell weighing as its respondents; s² is the
    pooled residual with (roles - 1)(questions - 1) degrees of freedom;
    SE = s * sqrt((1/n_a + 1/n_b) / k) for k questions. The same is done with 1/n replaced by
    1/4 + 3/4 / n, and the larger error is taken. Reason (method study): where the members of a board share
    their view of a question, 1/n makes a board look far too sure, and up to one in seven surveys without
    any difference shows a clear gap; with the larger error it is at most one in twenty.

    >>> gap = leadership_gaps([[4, 5, 4, 5], [2, 4, 3, 3]], roles=["CEO", "CFO"])[0]
    >>> gap.difference, round(gap.p, 4)  # scipy.stats.ttest_rel
    (1.5, 0.0138)
    """
    table = LayerTable.read(positions, group_sizes, levels)
    names = [f"role {i + 1}" for i in range(len(table.positions))] if roles is None else list(roles)
    fits = cell_variances(table.stretched, table.sizes)
    return tuple(
        _pair(table, (a, b), (names[a], names[b]), fits)
        for a, b in combinations(range(len(table.positions)), 2)
    )


def cell_variances(table: Floats, sizes: Floats) -> list[tuple[Floats, int]]:
    """Variance of each cell and its degrees of freedom, under both ideas of what a group's mean is worth.

    One: people answer on their own, so a mean of n varies by 1/n of a single answer. Two: a quarter of
    what makes a single answer vary is shared by the role, so a mean varies by 1/4 + 3/4 / n of it.
    """
    people = np.maximum(sizes, 1)
    ideas = [1 / people, SHARED_VIEW + (1 - SHARED_VIEW) / people]
    fits = []
    for worth in ideas if people.max(initial=1) > 1 else ideas[:1]:  # the same where all are single people
        variance, degrees = residual_variance(table, np.where(sizes > 0, 1 / worth, 0.0))
        fits.append((variance * worth, degrees))
    return fits


def residual_variance(table: Floats, weights: Floats) -> tuple[float, int]:
    """Pooled residual variance of roles + questions and its degrees of freedom; cells of weight 0 are out."""
    rows, columns = np.nonzero(weights > 0)
    if rows.size == 0:
        return 0.0, 0
    design = np.zeros((rows.size, sum(table.shape)))
    design[np.arange(rows.size), rows] = 1
    design[np.arange(rows.size), table.shape[0] + columns] = 1
    root = np.sqrt(weights[rows, columns])
    values = table[rows, columns]
    fitted, _, rank, _ = np.linalg.lstsq(design * root[:, None], values * root, rcond=None)
    degrees = rows.size - int(rank)
    if degrees <= 0:
        return 0.0, 0
    return float((((values - design @ fitted) * root) ** 2).sum() / degrees), degrees


def welch_gap(first: ArrayLike, second: ArrayLike, names: tuple[str, str] = ("first", "second")) -> Gap:
    """Gap between two groups of people by Welch's t test, from one value a respondent (NaN left out).

    Values are respondents' layer means, or answers to one question. n = respondents in both groups.

    Formula: SE² = s_a²/n_a + s_b²/n_b with Welch and Satterthwaite's degrees of freedom.

    >>> round(welch_gap([4, 5, 4, 5], [2, 4, 3, 3]).p, 5)  # scipy.stats.ttest_ind(equal_var=False)
    0.02734
    """
    a, b = read_values(first), read_values(second)
    if min(a.size, b.size) == 0:
        return Gap(*names, None, n=a.size + b.size, reason="one of the groups did not answer")
    gap = Gap(*names, float(a.mean() - b.mean()), n=a.size + b.size)
    if min(a.size, b.size) < 2:
        return replace(gap, doubt_reason="one of the groups has a single respondent")
    return judged(
        gap, *welch_error((a.var(ddof=1) / a.size, a.size - 1), (b.var(ddof=1) / b.size, b.size - 1))
    )


def welch_error(*parts: tuple[float, float]) -> tuple[float, float]:
    """Standard error and degrees of freedom of a sum of (squared error, degrees of freedom) parts."""
    total = float(sum(square for square, _ in parts))
    if total <= 0:
        return 0.0, float(sum(degrees for _, degrees in parts))
    return total**0.5, float(total**2 / sum(square**2 / degrees for square, degrees in parts if square > 0))


def mixed_gap(
    positions: ArrayLike,
    group_sizes: ArrayLike | None,
    answers: ArrayLike,
    levels: int | Sequence[int] = 5,
    role: int | None = None,
    names: tuple[str, str] = ("leadership", "group"),
) -> Gap:
    """Gap between the leadership (role None: every role weighing the same), or one role, and a group.

    positions, group_sizes: the leadership's table as in `leadership_gaps`; answers: respondents x the
    same questions, NaN where missing. The larger of two errors is taken: that of the two-way table with
    the group as one more role, and Welch's, where the leadership counts as its roles' positions.
    Differences are over the questions both sides answered; n = those questions.

    >>> gap = mixed_gap([[4, 5, 4, 4], [5, 5, 4, 5]], None, [[2, 3, 2, 3], [3, 3, 2, 2], [1, 3, 2, 2]])
    >>> round(gap.difference, 3), gap.p < 0.05
    (2.167, True)
    """
    leaders = LayerTable.read(positions, group_sizes, levels)
    people = common_scale(read_table(answers, "answers"), levels)[0]
    answered = (~np.isnan(people)).sum(axis=0)
    group = np.where(answered > 0, np.nansum(people, axis=0) / np.maximum(answered, 1), np.nan)
    rows = range(len(leaders.positions)) if role is None else [role]
    shared = [q for q in range(group.size) if answered[q] and (leaders.sizes[list(rows), q] > 0).any()]
    if not shared:
        return Gap(*names, None, reason="no question was answered on both sides")
    ours, own_sizes = leaders.stretched[:, shared], leaders.sizes[:, shared]
    side = _side(ours, own_sizes, list(rows))
    gap = Gap(*names, float((side - group[shared]).mean()), n=len(shared))
    table = np.vstack([ours, group[shared]]), np.vstack([own_sizes, answered[shared]])
    welch = _welch_parts(*table, list(rows), people[:, shared])
    return larger(gap, _table_errors(*table, list(rows)) + ([welch] if welch else []))


def _pair(
    table: LayerTable, rows: tuple[int, int], names: tuple[str, str], fits: list[tuple[Floats, int]]
) -> Gap:
    a, b = rows
    shared = (table.sizes[a] > 0) & (table.sizes[b] > 0)
    questions = int(shared.sum())
    if questions == 0:
        return Gap(*names, None, reason="the two roles share no question")
    difference = float((table.stretched[a, shared] - table.stretched[b, shared]).mean())
    errors = [
        (float((cells[a, shared] + cells[b, shared]).sum()) ** 0.5 / questions, degrees)
        for cells, degrees in fits
    ]
    return larger(Gap(*names, difference, n=questions), errors)


def _side(table: Floats, sizes: Floats, rows: list[int]) -> Floats:
    """Position per question of the roles named, each weighing the same among those who answered."""
    known = sizes[rows] > 0
    return np.where(known, table[rows], 0.0).sum(axis=0) / known.sum(axis=0)


def _table_errors(table: Floats, sizes: Floats, rows: list[int]) -> list[tuple[float, float]]:
    known = sizes[rows] > 0
    share = np.where(known, 1.0, 0.0) / known.sum(axis=0)
    return [
        (float(((share**2 * cells[rows]).sum(axis=0) + cells[-1]).sum()) ** 0.5 / table.shape[1], degrees)
        for cells, degrees in cell_variances(table, sizes)
    ]


def _welch_parts(table: Floats, sizes: Floats, rows: list[int], people: Floats) -> tuple[float, float] | None:
    known = ~np.isnan(people)
    means = np.where(known, people, 0.0).sum(axis=1)[known.any(axis=1)] / known.sum(axis=1)[known.any(axis=1)]
    if means.size < 2:
        return None
    group = (means.var(ddof=1) / means.size, means.size - 1)
    counted = sizes[rows] > 0
    standing = [float(table[r, c].mean()) for r, c in zip(rows, counted) if c.any()]
    if len(standing) < 2:
        return welch_error(group)
    return welch_error((np.var(standing, ddof=1) / len(standing), len(standing) - 1), group)


def larger(gap: Gap, errors: Sequence[tuple[float, float]]) -> Gap:
    """The gap judged by the largest of the errors that can judge it."""
    tests = [judged(gap, *error) for error in errors]
    usable = [test for test in tests if test.p is not None]
    return max(usable, key=lambda test: test.error or 0.0) if usable else tests[0]
