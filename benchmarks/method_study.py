"""How often the method is right: a seeded simulation of surveys whose truth is known.

    python -m benchmarks.method_study                    # print the tables
    python -m benchmarks.method_study --write docs/analyst/method-study.md
    python -m benchmarks.method_study --repetitions 50   # quicker and rougher
    python -m benchmarks.method_study --only Verdicts --write docs/analyst/method-study.md

The document's tables lie between two marker lines; --write replaces those that were made again. Each table has
its own seed, so that one can be made again without the others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import numpy as np

from alignment_model.measures import (
    average_deviation,
    benjamini_hochberg,
    cliffs_delta,
    consensus,
    find_camps,
    gap_word,
    gaps,
    interval_from_counts,
    leadership_gaps,
    mixed_gap,
    overlap,
    position,
    question_gaps,
    rwg,
    van_der_eijk_a,
    verdict,
    welch_gap,
    within_group_alpha,
)
from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.resampling import mean_interval, percentiles
from alignment_model.measures.tastle_wierman import consensus_of_counts
from alignment_model.measures.van_der_eijk import agreement_of_counts

START, END = "<!-- tables start -->", "<!-- tables end -->"
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


@contextmanager
def first_rule() -> Iterator[None]:
    """Gaps judged as first written: a mean of n people varies by 1/n, whatever they share."""
    kept, gaps.SHARED_VIEW = gaps.SHARED_VIEW, 0.0
    try:
        yield
    finally:
        gaps.SHARED_VIEW = kept


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


def sides(random, sizes: Sequence[int], questions: int, shift, shared: float):
    """Positions of the leadership roles and answers of two groups, around the same questions."""
    centre = random.uniform(2.2, 3.8, questions)

    def people(size: int, shifts) -> np.ndarray:
        view = centre + shifts + random.normal(0, shared, questions)
        return np.clip(np.rint(view + random.normal(0, OWN, (size, questions))), 1, 5)

    leaders = np.array([people(size, shift).mean(axis=0) for size in sizes])
    return leaders, [people(size, 0.0) for size in GROUPS]


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


def question_agreements(positions, sizes) -> np.ndarray:
    """Consensus between the roles on each question."""
    return np.array(LayerTable.read(positions, sizes).question_agreements())


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


def resampling_covers(random, kernel: Callable, counts: np.ndarray, truth: float) -> bool:
    """Whether the plain percentiles of resampled people hold the truth."""
    resampled = kernel(random.multinomial(counts.sum(), counts / counts.sum(), 500).astype(float))
    low, high = np.quantile(resampled, [0.025, 0.975])
    return bool(low - 1e-6 <= truth <= high + 1e-6)


def covers(measure: Callable, counts: np.ndarray, truth: float) -> bool | None:
    """Whether the interval holds the truth; None where there is none."""
    found = measure(counts) if measure is position else interval_from_counts(measure, counts)
    if found.interval is None:
        return None
    return found.interval[0] - 1e-6 <= truth <= found.interval[1] + 1e-6


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


def maps(random, repetitions: int) -> Iterator[Row]:
    """How often alpha is beyond chance and camps are reported, by what the members really think."""
    items = np.arange(1.0, 8)
    kinds = {
        "random rankings": (0, False),
        "one view, loose": (1.0, False),
        "one view, close": (3.0, False),
        "two opposed views, loose": (1.0, True),
        "two opposed views, close": (3.0, True),
    }
    for name, (strength, split) in kinds.items():
        for members in (4, 5, 7, 9, 12):
            alphas, tight, camps, sure = [], [], [], []
            for _ in range(repetitions):
                signs = np.where((np.arange(members) < members // 2) & split, -1, 1)
                view = strength * (items[:, None] - 4) / 2 * signs
                ranks = (view + random.normal(0, 1.6, (7, members))).argsort(axis=0).argsort(axis=0) + 1.0
                alphas.append(within_group_alpha(ranks, draws=200).p < 0.05)
                found = find_camps(ranks, draws=60)
                tight.append((found.p or 0.0) < 0.05)
                camps.append(found.found)
                sure.append(found.sure)
            yield [name, str(members), *map(percent, (alphas, tight, camps, sure))]


TABLES = (
    ("False clear gaps and coverage, no role differs", 1.0, gap_errors, (
        "Leadership", "Questions a layer", "Surveys with a false clear gap", "Interval covers",
        "The same, roles share views", "Interval covers then", "The same by the first rule")),
    ("Power: true gap called clear", 0.2, gap_power, (
        "Leadership", "Questions a layer", "0.5 points", "1 point", "1.5 points", "2 points")),
    ("Leadership against groups of 12 and 40", 0.4, group_gaps, (
        "Leadership", "Questions a layer", "Surveys with a false clear layer gap", "Interval covers",
        "The same, roles share views", "Interval covers then", "Surveys with a false blind spot",
        "1.5 points on one question found", "2 points found")),
    ("Verdicts", 1.0, verdicts, (
        "Leadership", "Questions a layer", "Random: Aligned", "Random: One apart", "Random: Two camps",
        "Random: either of the two", "One view: Aligned", "One 2 off: One apart", "Camps at ±1: Two camps")),
    ("Interval of a layer's agreement", 0.8, agreement_intervals, (
        "Leadership", "Questions", "t (used)", "Expanded percentile", "Plain percentile")),
    ("Intervals within a group", 0.4, within_intervals, (
        "Population", "People", "Position", "Consensus", "Average deviation", "rwg",
        "Consensus, resampling alone", "A, resampling alone")),
    ("Other intervals", 0.8, other_intervals, ("People", "Welch's gap", "Cliff's delta", "Shared points")),
    ("Consensus map", 0.2, maps, (
        "Members think", "Members", "Alpha beyond chance", "Tightness alone", "Camps reported",
        "Said without a doubt")),
)  # fmt: skip


def percent(hits: Sequence[float]) -> str:
    """A share as a per cent with one decimal."""
    return f"{100 * float(np.mean(hits)):.1f}" if len(hits) else "–"


def report(repetitions: int, seed: int, only: str = "") -> dict[str, str]:
    """The tables whose title holds `only`, as Markdown by title."""
    parts = {}
    for title, share, rows, header in TABLES:
        if only not in title:
            continue
        random = np.random.default_rng([seed, *title.encode()])
        runs = max(10, int(repetitions * share))
        print(f"{title} ({runs} runs a cell) ...", file=sys.stderr)
        lines = [f"## {title}", "", f"Per cent of {runs} simulated cases a cell.", ""]
        lines += ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
        lines += ["| " + " | ".join(row) + " |" for row in rows(random, runs)]
        parts[title] = "\n".join(lines)
    return parts


def merged(document: str, made: Mapping[str, str]) -> str:
    """The document with the tables made again in place of the old ones."""
    before, _, rest = document.partition(START)
    between, _, after = rest.partition(END)
    kept = {part.partition("\n")[0]: f"## {part.strip()}" for part in between.split("\n## ")[1:]}
    tables = {**kept, **made}
    text = "\n\n".join(tables[title] for title, *_ in TABLES if title in tables)
    return f"{before}{START}\n\n{text}\n\n{END}{after}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the study; write its tables into a document, or print them."""
    parser = argparse.ArgumentParser(
        description="Simulate surveys whose truth is known and judge the method."
    )
    parser.add_argument("--repetitions", type=int, default=1000)
    parser.add_argument("--only", default="", help="part of a table's title")
    parser.add_argument("--seed", type=int, default=20261120)
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    options = parser.parse_args(arguments)
    tables = report(options.repetitions, options.seed, options.only)
    if options.write is None:
        print("\n\n".join(tables.values()))
        return 0
    document = options.write.read_text(encoding="utf-8")
    options.write.write_text(merged(document, tables), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
