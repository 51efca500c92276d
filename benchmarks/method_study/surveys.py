"""Surveys whose truth is known, and how their tables are written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

LEADERS = {
    "3 single leaders": (1, 1, 1),
    "4 single leaders": (1, 1, 1, 1),
    "3 single leaders, board of 6, 5 executives": (1, 1, 1, 6, 5),
    "3 single leaders, board of 9, 12 executives": (1, 1, 1, 9, 12),
    "3 single leaders, board of 20, 30 executives": (1, 1, 1, 20, 30),
    "8 single leaders": (1,) * 8,
    "12 single leaders": (1,) * 12,
}
QUESTIONS = (4, 6, 10)
GROUPS = (12, 40)
LAYERS = 4
OWN, SHARED = 0.8, 0.5  # sd of one person's answer around the role's view; of a role's view per question
POPULATIONS = {
    "close": (0, 0.05, 0.15, 0.6, 0.2),
    "spread": (0.1, 0.2, 0.3, 0.25, 0.15),
    "two camps": (0.4, 0.1, 0, 0.1, 0.4),
    "nearly all at the top": (0, 0, 0.05, 0.25, 0.7),
    "even": (0.2, 0.2, 0.2, 0.2, 0.2),
}
Row = Sequence[str]


def layer(random: np.random.Generator, sizes: Sequence[int], questions: int, shifts=0.0, shared=0.0):
    """Positions of roles on one layer: whole answers 1 to 5 around the question, the role and the person."""
    centre = random.uniform(2.2, 3.8, questions)
    shifts = np.broadcast_to(shifts, len(sizes))
    rows = []
    for size, shift in zip(sizes, shifts):
        view = centre + shift + random.normal(0, shared, questions)
        answers = np.rint(view + random.normal(0, OWN, (size, questions)))
        rows.append(np.clip(answers, 1, 5).mean(axis=0))
    return np.array(rows)


def sides(random, sizes: Sequence[int], questions: int, shift, shared: float):
    """Positions of the leadership roles and answers of two groups, around the same questions."""
    centre = random.uniform(2.2, 3.8, questions)

    def people(size: int, shifts) -> np.ndarray:
        view = centre + shifts + random.normal(0, shared, questions)
        return np.clip(np.rint(view + random.normal(0, OWN, (size, questions))), 1, 5)

    leaders = np.array([people(size, shift).mean(axis=0) for size in sizes])
    return leaders, [people(size, 0.0) for size in GROUPS]


def percent(hits: Sequence[float]) -> str:
    """A share as a per cent with one decimal."""
    return f"{100 * float(np.mean(hits)):.1f}" if len(hits) else "–"
