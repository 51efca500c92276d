"""Gaps with their doubt."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures import gap_word, leadership_gaps, mixed_gap, welch_gap

TABLE = np.array([[4, 5, 4, 5, 4], [3, 4, 4, 4, 3], [2, 2, 3, 2, 2.5]])
SIZES = np.array([1, 1, 6])


def squared_error(worth: np.ndarray) -> float:
    """SE² of row 0 minus row 2 when a cell of role r has worth[r] times a single answer's variance."""
    weights = 1 / worth
    residual = TABLE - TABLE.mean(axis=1, keepdims=True)
    residual -= weights / weights.sum() @ residual
    variance = float((weights[:, None] * residual**2).sum() / (2 * 4))
    return variance * (worth[0] + worth[2]) / 5


def test_the_error_is_the_larger_of_the_two_way_tables():
    gap = leadership_gaps(TABLE, SIZES, roles=["CEO", "CFO", "Board"])[1]
    assert (gap.first, gap.second) == ("CEO", "Board")
    assert gap.difference == pytest.approx(2.1)
    larger = max(squared_error(1 / SIZES), squared_error(0.25 + 0.75 / SIZES))
    assert gap.error == pytest.approx(larger**0.5)
    assert gap.degrees == 8


def test_a_missing_cell_costs_one_degree_of_freedom_and_its_question():
    table = TABLE.copy()
    table[0, 0] = np.nan
    gap = leadership_gaps(table, SIZES)[0]
    assert (gap.n, gap.degrees) == (4, 7)
    assert gap.difference == pytest.approx(np.mean(TABLE[0, 1:] - TABLE[1, 1:]))


def test_parallel_answers_leave_no_spread_to_judge_by():
    gap = leadership_gaps([[4, 5, 4], [2, 3, 2]])[0]
    assert (gap.difference, gap.p) == (2, None)
    assert "exactly in parallel" in gap.doubt_reason
    assert gap_word(gap.difference, gap.p) == "possible"


def test_roles_without_a_shared_question_have_no_gap_but_a_reason():
    gap = leadership_gaps([[4, np.nan], [np.nan, 2]])[0]
    assert gap.statistic.reason == "the two roles share no question"


def test_the_mixed_gap_takes_the_larger_error():
    people = np.array([[2, 2, 3, 2, 2], [3, 2, 2, 3, 2], [1, 3, 2, 2, 3], [2, 2, 2, 1, 2.0]])
    together = mixed_gap(TABLE, SIZES, people)
    assert together.difference == pytest.approx(np.mean(TABLE.mean(axis=0) - people.mean(axis=0)))
    roles = TABLE.mean(axis=1)
    welch = (roles.var(ddof=1) / 3 + people.mean(axis=1).var(ddof=1) / 4) ** 0.5
    assert together.error >= welch - 1e-9
    one = mixed_gap(TABLE, SIZES, people, role=0)
    assert one.difference == pytest.approx(np.mean(TABLE[0] - people.mean(axis=0)))
    assert one.p < 0.05


def test_gaps_on_scales_of_different_length_are_five_point_equivalents():
    gap = leadership_gaps([[7, 5], [1, 1]], levels=[7, 5])[0]
    assert gap.difference == 4


def test_words_need_both_size_and_surety():
    assert [gap_word(d, p) for d, p in [(0.5, 0.049), (0.49, 0.01), (-0.6, 0.06), (0.4, 0.2)]] == [
        "clear",
        "possible",
        "possible",
        "none",
    ]
    assert gap_word(0.7, 0.01, levels=9) == "possible"


def test_a_single_respondent_has_a_gap_but_no_test():
    gap = welch_gap([4], [2, 3])
    assert (gap.difference, gap.p) == (1.5, None)
    assert gap.statistic.interval_reason == "one of the groups has a single respondent"
