"""How often gaps are called clear that are none, and true ones are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations

import numpy as np

from alignment_model.measures import (
    benjamini_hochberg,
    gap_word,
    gaps,
    leadership_gaps,
    mixed_gap,
    question_gaps,
)
from benchmarks.method_study.surveys import LAYERS, LEADERS, QUESTIONS, SHARED, Row, layer, percent, sides


def gap_errors(random, repetitions: int) -> Iterator[Row]:
    """False clear gaps in surveys without any difference, and coverage of the 95 % intervals."""
    for name, sizes in LEADERS.items():
        for questions in QUESTIONS:
            cells = []
            for shared in (0.0, SHARED):
                runs = [clear_gaps(random, sizes, questions, 0, shared) for _ in range(repetitions)]
                covered = [c for _, _, some in runs for c in some]
                cells += [percent([false for false, _, _ in runs]), percent(covered)]
            first = []
            if max(sizes) > 1:  # single people are judged alike by both rules
                with first_rule():
                    first = [clear_gaps(random, sizes, questions, 0, SHARED)[0] for _ in range(repetitions)]
            yield [name, str(questions), *cells, percent(first)]


def gap_power(random, repetitions: int) -> Iterator[Row]:
    """How often a true gap between one single leader and each other role is called clear."""
    for name, sizes in LEADERS.items():
        for questions in QUESTIONS:
            cells = [
                percent([clear_gaps(random, sizes, questions, s, 0.0)[1] for _ in range(repetitions)])
                for s in (0.5, 1.0, 1.5, 2.0)
            ]
            yield [name, str(questions), *cells]


def group_gaps(random, repetitions: int) -> Iterator[Row]:
    """Leadership against two groups: false clear gaps, coverage, false blind spots, and power on one question."""
    for name, sizes in LEADERS.items():
        if name.endswith(("20, 30 executives", "12 single leaders")):
            continue
        for questions in QUESTIONS:
            cells = []
            for shared in (0.0, SHARED):
                runs = [mixed(random, sizes, questions, shared) for _ in range(repetitions)]
                cells += [percent([f for f, _ in runs]), percent([c for _, some in runs for c in some])]
            spots = [blind_spots(random, sizes, questions, 0.0)[0] for _ in range(repetitions)]
            power = [
                percent([blind_spots(random, sizes, questions, by)[1] for _ in range(repetitions)])
                for by in (1.5, 2.0)
            ]
            yield [name, str(questions), *cells, percent(spots), *power]


def clear_gaps(random, sizes, questions, shift, shared) -> tuple[bool, float, list[bool]]:
    """One survey of four layers, the first role shifted on the first layer.

    Returns whether a gap is called clear that is none, the share of true gaps called clear, and for each
    gap without a difference whether its interval covers 0.
    """
    found, true = [], []
    for number in range(LAYERS):
        moved = np.eye(len(sizes))[0] * (shift if number == 0 else 0)
        found += leadership_gaps(layer(random, sizes, questions, moved, shared), sizes)
        true += [number == 0 and a == 0 and shift != 0 for a, _ in combinations(range(len(sizes)), 2)]
    adjusted = benjamini_hochberg([gap.p for gap in found])
    clear = [gap_word(gap.difference, p) == "clear" for gap, p in zip(found, adjusted)]
    false = any(c for c, t in zip(clear, true) if not t)
    right = [c for c, t in zip(clear, true) if t]
    covered = [g.interval[0] <= 0 <= g.interval[1] for g, t in zip(found, true) if g.interval and not t]
    return false, float(np.mean(right)) if right else 0.0, covered


@contextmanager
def first_rule() -> Iterator[None]:
    """Gaps judged as first written: a mean of n people varies by 1/n, whatever they share."""
    kept, gaps.SHARED_VIEW = gaps.SHARED_VIEW, 0.0
    try:
        yield
    finally:
        gaps.SHARED_VIEW = kept


def mixed(random, sizes: Sequence[int], questions: int, shared: float) -> tuple[bool, list[bool]]:
    """One survey of four layers: whether a gap to a group is called clear that is none, and coverage."""
    found = []
    for _ in range(LAYERS):
        leaders, groups = sides(random, sizes, questions, 0.0, shared)
        found += [mixed_gap(leaders, sizes, answers) for answers in groups]
    adjusted = benjamini_hochberg([gap.p for gap in found])
    false = any(gap_word(gap.difference, p) == "clear" for gap, p in zip(found, adjusted))
    return false, [gap.interval[0] <= 0 <= gap.interval[1] for gap in found if gap.interval]


def blind_spots(random, sizes: Sequence[int], questions: int, shift: float) -> tuple[bool, bool]:
    """One survey of four layers, leadership shifted on its first question against both groups.

    Returns whether a question is called a blind spot or hidden strength that is none, and whether the
    shifted question is called one against the larger group.
    """
    count = LAYERS * questions
    moved = np.eye(count)[0] * shift
    leaders, groups = sides(random, sizes, count, moved, 0.0)
    by_group = [question_gaps(leaders, sizes, answers) for answers in groups]
    found = [gaps_of_group[q] for q in range(count) for gaps_of_group in by_group]
    adjusted = benjamini_hochberg([gap.p for gap in found])
    called = [
        abs(gap.difference) >= 1 and gap_word(gap.difference, p) == "clear" for gap, p in zip(found, adjusted)
    ]
    start = len(groups) if shift else 0
    return any(called[start:]), bool(called[len(groups) - 1])
