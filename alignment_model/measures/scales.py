"""Plain inputs, checked once: counts per level, positions on a scale, and seeds that come from the content.

Scale ends come from the question's definition, never from the values that happen to occur.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
FIVE_POINT = 5


def read_counts(counts: ArrayLike) -> Floats:
    """Respondents per level 1..K as floats, shape (K,).

    Raises ValueError when there are fewer than two levels, or a count is negative or not a number.

    >>> read_counts([0, 1, 4]).tolist()
    [0.0, 1.0, 4.0]
    """
    array = np.asarray(counts, dtype=float)
    if array.ndim != 1 or array.size < 2:
        raise ValueError("counts are one number per level, for at least two levels")
    if not np.isfinite(array).all() or (array < 0).any():
        raise ValueError("counts are numbers from zero up, with no gaps")
    return array


def people(counts: Floats) -> int | None:
    """How many people the counts hold; None for shares, which do not say.

    >>> people(np.array([0.0, 3.0, 2.0])), people(np.array([0.5, 0.5]))
    (5, None)
    """
    return None if (counts % 1).any() else round(float(counts.sum()))


def read_table(table: ArrayLike, what: str = "positions") -> Floats:
    """A two-dimensional table of numbers, NaN where missing; ValueError when it is not one."""
    array = np.asarray(table, dtype=float)
    if array.ndim != 2:
        raise ValueError(f"{what} are a table with rows and columns")
    if np.isinf(array).any():
        raise ValueError(f"{what} hold an infinite number")
    return array


def read_values(values: ArrayLike) -> Floats:
    """The known values of a sample, in ascending order, without the missing ones."""
    array = np.asarray(values, dtype=float).ravel()
    if np.isinf(array).any():
        raise ValueError("values hold an infinite number")
    return np.sort(array[~np.isnan(array)])


def read_groups(groups: Sequence[ArrayLike] | Mapping[object, ArrayLike]) -> list[Floats]:
    """The known values of each group that has any, from a sequence of groups or name -> group."""
    listed = groups.values() if isinstance(groups, Mapping) else groups
    return [values for values in map(read_values, listed) if values.size]


def levels_per_question(levels: int | Sequence[int], questions: int) -> NDArray[np.int64]:
    """Number of levels of each question, shape (questions,), from one number or one per question."""
    array = np.asarray(levels, dtype=np.int64)
    if array.ndim == 0:
        array = np.repeat(array, questions)
    if array.shape != (questions,) or (array < 2).any():
        raise ValueError("levels are one whole number from 2 up, or one per question")
    return array


def counts_from_answers(answers: ArrayLike, levels: int) -> NDArray[np.int64]:
    """Count whole-number answers 1..levels; missing ones (NaN) are left out.

    >>> counts_from_answers([4, 4, float("nan"), 5], 5).tolist()
    [0, 0, 0, 2, 1]
    """
    known = read_values(answers)
    if known.size and (known[0] < 1 or known[-1] > levels or (known % 1).any()):
        raise ValueError(f"answers are whole numbers from 1 to {levels}")
    return np.bincount(known.astype(int) - 1, minlength=levels)


def to_scale(positions: ArrayLike, levels: int | Sequence[int], target: int = FIVE_POINT) -> Floats:
    """Positions on their own scales, stretched to a scale of `target` levels (last axis: questions).

    >>> to_scale([[1, 4, 7]], 7).tolist()
    [[1.0, 3.0, 5.0]]
    """
    array = np.asarray(positions, dtype=float)
    own = levels_per_question(levels, array.shape[-1])
    return 1 + (array - 1) * (target - 1) / (own - 1)


def common_scale(positions: ArrayLike, levels: int | Sequence[int]) -> tuple[Floats, int]:
    """One scale for a layer: its own when all questions share it, else the five-point equivalent.

    >>> positions, unit = common_scale([[4, 7]], [5, 7])
    >>> positions.tolist(), unit
    ([[4.0, 5.0]], 5)
    """
    array = np.asarray(positions, dtype=float)
    own = levels_per_question(levels, array.shape[-1])
    unit = int(own[0]) if own.size and (own == own[0]).all() else FIVE_POINT
    return to_scale(array, own, unit), unit


def generator(*content: object, seed: int = 0) -> np.random.Generator:
    """A random generator seeded by what is analysed, so that results repeat.

    Sort the content first where its order must not matter.
    """
    digest = hashlib.sha256(str(seed).encode())
    for part in content:
        digest.update(part.tobytes() if isinstance(part, np.ndarray) else repr(part).encode())
    return np.random.default_rng(int.from_bytes(digest.digest()[:8], "big"))
