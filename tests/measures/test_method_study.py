"""The study that judges the method can be repeated, and its main promises hold in a small version."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from alignment_model.measures import consensus
from benchmarks.method_study.document import TABLES
from benchmarks.method_study.gap_tables import clear_gaps
from benchmarks.method_study.interval_tables import covers
from benchmarks.method_study.surveys import POPULATIONS

ROOT = Path(__file__).parents[2]


def test_the_same_seed_gives_the_same_survey():
    one, other = (clear_gaps(np.random.default_rng(3), (1, 1, 6), 6, 1.5, 0.0) for _ in range(2))
    assert one == other


def test_boards_that_share_their_views_do_not_raise_false_clear_gaps():
    random = np.random.default_rng(4)
    runs = [clear_gaps(random, (1, 1, 1, 9, 12), 6, 0, 0.5) for _ in range(60)]
    assert np.mean([false for false, _, _ in runs]) <= 0.1
    assert np.mean([c for _, _, covered in runs for c in covered]) >= 0.93


def test_intervals_of_close_groups_of_five_cover():
    random = np.random.default_rng(5)
    whole = np.rint(np.array(POPULATIONS["close"]) * 1_000_000)
    shares = POPULATIONS["close"]
    truth = consensus(whole).value
    hits = [covers(consensus, random.multinomial(5, shares), truth) for _ in range(60)]
    assert np.mean(hits) >= 0.9


def test_the_document_holds_every_table_of_the_study():
    document = (ROOT / "docs/analyst/method-study.md").read_text(encoding="utf-8")
    assert all(f"## {title}" in document for title, *_ in TABLES)
