"""How often intervals hold the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from alignment_model.measures import (
    average_deviation,
    cliffs_delta,
    consensus,
    interval_from_counts,
    overlap,
    position,
    rwg,
    van_der_eijk_a,
    welch_gap,
)
from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.resampling import mean_interval, percentiles
from alignment_model.measures.tastle_wierman import consensus_of_counts
from alignment_model.measures.van_der_eijk import agreement_of_counts
from benchmarks.method_study.surveys import LEADERS, POPULATIONS, QUESTIONS, Row, layer, percent


def agreement_intervals(random, repetitions: int) -> Iterator[Row]:
    """Coverage of a layer's agreement over all questions that might have been asked."""
    for name, sizes in LEADERS.items():
        shifts = 1.5 * np.eye(len(sizes))[0]
        truth = float(np.mean(question_agreements(layer(random, sizes, 4000, shifts, 0.3), sizes)))
        for questions in QUESTIONS:
            hits: dict[str, list[bool]] = {"t": [], "expanded": [], "plain": []}
            for _ in range(repetitions):
                values = question_agreements(layer(random, sizes, questions, shifts, 0.3), sizes)
                resampled = random.choice(values, (2000, questions)).mean(axis=1)
                ends = {
                    "t": mean_interval(values),
                    "expanded": percentiles(resampled, questions),
                    "plain": np.quantile(resampled, [0.025, 0.975]),
                }
                for kind, (low, high) in ends.items():
                    hits[kind].append(low <= truth <= high)
            yield [name, str(questions), *(percent(hits[kind]) for kind in hits)]


def within_intervals(random, repetitions: int) -> Iterator[Row]:
    """Coverage of intervals of one group's measures, for kinds of population and sizes of group."""
    for name, shares in POPULATIONS.items():
        whole = np.rint(np.array(shares) * 1_000_000)
        for people in (3, 4, 5, 9, 20, 40):
            samples = [random.multinomial(people, shares) for _ in range(repetitions)]
            cells = []
            for measure in (position, consensus, average_deviation, rwg):
                hits = [covers(measure, sample, measure(whole).value) for sample in samples]
                cells.append(percent([hit for hit in hits if hit is not None]))
            for measure, kernel in ((consensus, consensus_of_counts), (van_der_eijk_a, agreement_of_counts)):
                truth = measure(whole).value
                cells.append(percent([resampling_covers(random, kernel, s, truth) for s in samples]))
            yield [name, str(people), *cells]


def other_intervals(random, repetitions: int) -> Iterator[Row]:
    """Coverage of Welch's gap, Cliff's delta and shared points between a small and a large group."""
    first, second = (np.array(POPULATIONS[name]) for name in ("close", "spread"))
    levels = np.arange(1, 6)
    gap = float(levels @ (first - second))
    delta = float((np.sign(np.subtract.outer(levels, levels)) * np.outer(first, second)).sum())
    means = np.array([30, 20, 15, 10, 10, 5, 5, 5]) / 100, np.array([10, 10, 10, 20, 20, 10, 10, 10]) / 100
    shared = 100 * float(np.minimum(*means).sum())
    for people in ((5, 40), (9, 12), (40, 180)):
        hits = []
        for _ in range(repetitions):
            x, y = random.choice(levels, people[0], p=first), random.choice(levels, people[1], p=second)
            points = [random.dirichlet(12 * mean, n) for mean, n in zip(means, people)]
            found = (welch_gap(x, y).statistic, gap), (cliffs_delta(x, y), delta), (overlap(*points), shared)
            hits.append([s.interval is None or s.interval[0] <= t <= s.interval[1] for s, t in found])
        yield [f"{people[0]} and {people[1]}", *(percent(column) for column in zip(*hits))]


def question_agreements(positions, sizes) -> np.ndarray:
    """Consensus between the roles on each question."""
    return np.array(LayerTable.read(positions, sizes).question_agreements())


def covers(measure: Callable, counts: np.ndarray, truth: float) -> bool | None:
    """Whether the interval holds the truth; None where there is none."""
    found = measure(counts) if measure is position else interval_from_counts(measure, counts)
    if found.interval is None:
        return None
    return found.interval[0] - 1e-6 <= truth <= found.interval[1] + 1e-6


def resampling_covers(random, kernel: Callable, counts: np.ndarray, truth: float) -> bool:
    """Whether the plain percentiles of resampled people hold the truth."""
    resampled = kernel(random.multinomial(counts.sum(), counts / counts.sum(), 500).astype(float))
    low, high = np.quantile(resampled, [0.025, 0.975])
    return bool(low - 1e-6 <= truth <= high + 1e-6)
