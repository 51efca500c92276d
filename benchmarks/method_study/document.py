"""The tables of the study, made and put into its document."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import numpy as np

from benchmarks.method_study.gap_tables import gap_errors, gap_power, group_gaps
from benchmarks.method_study.interval_tables import agreement_intervals, other_intervals, within_intervals
from benchmarks.method_study.map_tables import maps
from benchmarks.method_study.verdict_tables import verdicts

START, END = "<!-- tables start -->", "<!-- tables end -->"
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
