"""How often the verdict on a layer is the right word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from alignment_model.measures import verdict
from benchmarks.method_study.surveys import LEADERS, QUESTIONS, Row, layer, percent


def verdicts(random, repetitions: int) -> Iterator[Row]:
    """Share of each word when everyone answers at random, and of the right word when there is one."""
    for name, sizes in {"2 single leaders": (1, 1), **LEADERS}.items():
        for questions in QUESTIONS:
            chance = [
                verdict([random.integers(1, 6, (n, questions)).mean(axis=0) for n in sizes], sizes).word
                for _ in range(repetitions)
            ]
            words = ("Aligned", "One apart", "Two camps")
            yield [name, str(questions), *(percent([w == word for w in chance]) for word in words),
                   percent([w in words[1:] for w in chance]),
                   *truths(random, repetitions, sizes, questions)]  # fmt: skip


def truths(random, repetitions: int, sizes: Sequence[int], questions: int) -> list[str]:
    """How often a shared view, a lone role and two camps are called what they are."""
    half = np.where(np.arange(len(sizes)) % 2, -1.0, 1.0)
    planted = {"Aligned": 0 * half, "One apart": 2 * np.eye(len(sizes))[0], "Two camps": half}
    cells = []
    for word, shifts in planted.items():
        if (word == "One apart" and len(sizes) < 3) or (word == "Two camps" and len(sizes) < 4):
            cells.append("–")
            continue
        runs = [layer(random, sizes, questions, shifts, 0.0) for _ in range(repetitions)]
        cells.append(percent([verdict(run, sizes).word == word for run in runs]))
    return cells
