"""Two independent implementations of each measure: plain loops in brute.py on 10,000 random inputs, and other packages.

Other packages are compared on 10,000 inputs each by `benchmarks/compare_with_others.py`; here on fewer.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from alignment_model import measures as m
from alignment_model.measures.intraclass import _mean_squares, _single
from alignment_model.measures.map_vectors import alpha, standardise
from benchmarks.compare_with_others import compare
from benchmarks.peers import COMPARISONS
from tests.measures import brute

TRIALS = 10_000
CLOSE = {"abs": 1e-9, "rel": 1e-9}


INPUTS = 60
ROOT = Path(__file__).parents[2]


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(20261120)


def random_counts(random: np.random.Generator) -> np.ndarray:
    levels = int(random.integers(3, 8))
    return random.multinomial(int(random.integers(2, 40)), random.dirichlet(np.full(levels, 0.7)))


def random_ratings(random: np.random.Generator, gaps: float = 0.2) -> np.ndarray:
    ratings = random.integers(1, 6, (int(random.integers(2, 6)), int(random.integers(2, 9)))).astype(float)
    ratings[random.random(ratings.shape) < gaps] = np.nan
    return ratings


def test_counts_measures_agree_with_raw_answers(random):
    for _ in range(TRIALS):
        counts = random_counts(random)
        answers = np.repeat(np.arange(1, counts.size + 1), counts)
        levels = counts.size
        found = [
            m.consensus(counts).value,
            m.average_deviation(counts).value,
            m.average_deviation(counts, "median").value,
            m.rwg(counts, truncated=False).value,
            m.position(counts).value,
        ]
        wanted = [
            brute.consensus(answers, levels),
            np.abs(answers - answers.mean()).mean(),
            np.abs(answers - np.median(answers)).mean(),
            1 - answers.var(ddof=1) / ((levels**2 - 1) / 12),
            answers.mean(),
        ]
        assert np.allclose(found, wanted, atol=1e-9)


def test_van_der_eijks_a_agrees_with_peeling_by_hand(random):
    for _ in range(TRIALS):
        counts = random_counts(random)
        assert abs(m.van_der_eijk_a(counts).value - brute.van_der_eijk(counts.tolist())) < 1e-9


def test_other_dispersions_agree_with_pairs_and_cumulative_shares(random):
    for _ in range(TRIALS):
        counts = random_counts(random)
        answers = np.repeat(np.arange(1, counts.size + 1), counts)
        below = [(answers <= level).mean() for level in range(1, counts.size)]
        leik = 2 * sum(min(f, 1 - f) for f in below) / (counts.size - 1)
        pairs = np.abs(np.subtract.outer(answers, answers)).sum() / 2
        half = len(answers) // 2
        most = half * (len(answers) - half) * (counts.size - 1)
        shares = counts / counts.sum()
        found = [m.leik(counts).value, m.berry_mielke(counts).value, m.entropy(counts).value]
        assert np.allclose(found, [leik, pairs / most, stats.entropy(shares, base=2)], atol=1e-9)


def test_iccs_agree_with_variance_components(random):
    forms = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]
    for trial in range(TRIALS):
        table, form = random.normal(size=random.integers(2, 8, 2)) + random.normal() * 2, forms[trial % 6]
        found = m.icc(table.T, form)
        single = _single(_mean_squares(table), form[:4])
        if found.known and abs(1 + (table.shape[1] - 1) * single) > 1e-3:
            assert found.value == pytest.approx(brute.icc(table, form), abs=1e-7, rel=1e-7)


def test_cronbachs_alpha_agrees_with_the_covariance_matrix(random):
    for _ in range(TRIALS):
        table = random.normal(size=(int(random.integers(3, 12)), int(random.integers(2, 7))))
        covariance, k = np.cov(table.T), table.shape[1]
        wanted = k / (k - 1) * (1 - np.trace(covariance) / covariance.sum())
        assert m.cronbach_alpha(table).value == pytest.approx(wanted, **CLOSE)


def test_gwets_ac2_agrees_with_pairs_counted_one_by_one(random):
    largest = 10
    credit = {
        "identity": lambda k, m: float(k == m),
        "linear": lambda k, m: 1 - abs(k - m) / 4,
        "quadratic": lambda k, m: 1 - (k - m) ** 2 / 16,
        "ordinal": lambda k, m: 1 - abs(k - m) * (abs(k - m) + 1) / 2 / largest,
    }
    for trial in range(TRIALS):
        ratings, kind = random_ratings(random, 0.15), list(credit)[trial % 4]
        found = m.gwet_ac2(ratings, 5, kind)
        if found.known:
            assert abs(found.value - brute.gwet(ratings, 5, credit[kind])) < 1e-9


def test_cliffs_delta_agrees_with_every_pair(random):
    for _ in range(TRIALS):
        x, y = (random.integers(1, 6, int(random.integers(1, 15))) for _ in range(2))
        counts = [np.bincount(a - 1, minlength=5) for a in (x, y)]
        wanted = brute.cliffs_delta(x, y)
        assert abs(m.cliffs_delta(x, y).value - wanted) < 1e-9
        assert abs(m.cliffs_delta_of_counts(*counts).value - wanted) < 1e-9


def test_exact_mann_whitney_agrees_with_every_permutation(random):
    for _ in range(150):
        x, y = random.integers(1, 5, int(random.integers(1, 5))), random.integers(1, 5, 4)
        if len(np.unique([*x, *y])) > 1:
            found = m.mann_whitney(x, y)
            assert (found.value, found.p) == pytest.approx(brute.mann_whitney_exact(x, y), abs=1e-9)


def test_alpha_in_all_dimensions_squared_is_w_and_in_two_dimensions_is_the_svd(random):
    for _ in range(TRIALS):
        items, people = int(random.integers(3, 9)), int(random.integers(2, 10))
        ranks = random.permuted(np.repeat(np.arange(1.0, items + 1)[:, None], people, axis=1), axis=0)
        z = standardise(ranks)
        assert abs(alpha(z, None) ** 2 - m.kendall_w(ranks.T).value) < 1e-9
        _, d, v = np.linalg.svd(z, full_matrices=False)
        if d.size < 3 or d[1] - d[2] > 1e-6:
            mean = (v[:2].T * d[:2] / np.sqrt(items)).mean(axis=0)
            assert abs(alpha(z) - np.linalg.norm(mean)) < 1e-9


@pytest.mark.parametrize(("people", "questions", "levels"), [(2, 2, 5), (3, 2, 3), (4, 1, 5), (2, 3, 3)])
def test_the_chance_band_agrees_with_listing_every_answer(people, questions, levels):
    every = np.array(brute.exact_null([1] * people, questions, levels))
    band = m.null_agreement([1] * people, questions, levels)
    assert band.draws is None
    for observed in np.unique(every.round(9)):
        assert band.p_value(observed) == pytest.approx((every >= observed - 1e-8).mean(), abs=1e-9)


def test_the_chance_band_of_groups_agrees_with_simulation(random):
    band = m.null_agreement([1, 1, 1, 6, 5], 6, 5)
    positions = np.stack([random.integers(1, 6, (4000, 6, n)).mean(axis=2) for n in (1, 1, 1, 6, 5)], axis=1)
    drawn = [m.layer_agreement(p, 5, [1, 1, 1, 6, 5]).agreement.value for p in positions[:600]]
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx(
        (band.low, band.median, band.high), abs=0.02
    )


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: f"{one.measure}, {one.what}, {one.peer}")
def test_other_packages_compute_the_same(comparison):
    tally = compare(comparison, INPUTS)
    assert not tally.disagreements
    assert tally.inputs == INPUTS


def test_the_document_holds_every_comparison_on_ten_thousand_inputs():
    document = (ROOT / "docs/analyst/other-implementations.md").read_text(encoding="utf-8")
    for one in COMPARISONS:
        row = next(
            line for line in document.splitlines() if f"`{one.measure}` | {one.what} | {one.peer}" in line
        )
        inputs, _, disagreements = row.strip(" |").split(" | ")[-3:]
        assert (inputs, disagreements) == ("10,000", "0"), row
