"""Gaps between the leadership and a group, question by question.

On one question three leaders often give the same answer by chance. Judged by their own spread, which is then
nothing, the gap looks far too sure: the method study found a blind spot in up to a quarter of surveys without
any. So the leadership's spread is also taken from all its questions together, and the larger error counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.gaps import Gap, larger, mixed_gap, welch_error
from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.scales import Floats, levels_per_question, read_table, read_values


def question_gaps(
    positions: ArrayLike,
    group_sizes: ArrayLike | None,
    answers: ArrayLike,
    levels: int | Sequence[int] = 5,
    names: tuple[str, str] = ("leadership", "group"),
) -> tuple[Gap, ...]:
    """Gap between the leadership, every role weighing the same, and a group on each question.

    positions: leadership roles x questions, as in `leadership_gaps`; answers: respondents x the same
    questions, NaN where missing. Each gap is in points of its question's own scale.

    Formula: difference of the means; SE² = s²/roles + s_g²/respondents by Welch, once with s² of the
    question itself and once with s² pooled over all questions (deviations of roles from the question's
    mean, on five points); the larger error is taken, with Welch and Satterthwaite's degrees of freedom.

    >>> same = [[4, 5, 2], [4, 3, 4], [4, 4, 3]]
    >>> gap = question_gaps(same, None, [[2, 3, 3], [3, 3, 2], [2, 2, 2], [3, 4, 3]])[0]
    >>> gap.difference, round(gap.error, 3)  # sqrt(2/3 / 3 + 1/3 / 4): the leaders' own spread here is 0
    (1.5, 0.553)
    """
    leaders = LayerTable.read(positions, group_sizes, levels)
    people = read_table(answers, "answers")
    own = levels_per_question(levels, people.shape[1])
    pooled = pooled_spread(leaders)
    gaps = []
    for q, options in enumerate(own):
        at, sizes = leaders.positions[:, [q]], leaders.sizes[:, [q]]
        gap = mixed_gap(at, sizes, people[:, [q]], int(options), names=names)
        gaps.append(_judged(gap, pooled, int((sizes > 0).sum()), people[:, q], int(options)))
    return tuple(gaps)


def pooled_spread(leaders: LayerTable) -> tuple[float, int]:
    """Variance of a role around the leadership's mean on five points, over all questions, and its degrees."""
    squares, degrees = 0.0, 0
    factor = 4 / (leaders.unit - 1)
    for q in range(leaders.stretched.shape[1]):
        known = leaders.stretched[leaders.sizes[:, q] > 0, q] * factor
        if known.size > 1:
            squares += float(((known - known.mean()) ** 2).sum())
            degrees += known.size - 1
    return (squares / degrees, degrees) if degrees else (0.0, 0)


def _judged(gap: Gap, pooled: tuple[float, int], roles: int, column: Floats, levels: int) -> Gap:
    group = read_values(column)
    variance, degrees = pooled
    if gap.difference is None or group.size < 2 or not degrees:
        return gap
    leadership = (variance * ((levels - 1) / 4) ** 2 / roles, degrees)
    theirs = (float(np.var(group, ddof=1)) / group.size, group.size - 1)
    errors = [welch_error(leadership, theirs)]
    if gap.error is not None and gap.degrees is not None:
        errors.append((gap.error, gap.degrees))
    return larger(replace(gap, doubt_reason=None), errors)
