"""The five words, and who they are about."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures import verdict

ROLES = ["CEO", "CFO", "CTO", "Board", "Other executive"]
SIZES = [1, 1, 1, 6, 5]
BASE = np.array([3.0, 2, 4, 3, 3, 2])


def rows(*shifts: float) -> np.ndarray:
    return np.clip(np.array([BASE + shift for shift in shifts]), 1, 5)


def test_one_shared_position_is_aligned():
    found = verdict(rows(0, 0, 0.2, 0.1, 0), SIZES, 5, ROLES)
    assert found.word == "Aligned"
    assert found.p < 0.05
    assert found.highest == "CTO"


def test_one_role_far_from_the_others_stands_apart():
    found = verdict(rows(0, 0.1, 0, -1.6, 0), SIZES, 5, ROLES)
    assert (found.word, found.who) == ("One apart", ("Board",))
    assert found.distance == pytest.approx(-1.425)
    assert found.lowest == "Board"


def test_two_tight_groups_are_camps_the_higher_first():
    found = verdict(rows(1, -1, 1, -1, 1), SIZES, 5, ROLES)
    assert found.word == "Two camps"
    assert [set(camp) for camp in found.camps] == [{"CEO", "CTO", "Other executive"}, {"CFO", "Board"}]
    assert found.distance == pytest.approx(2, abs=0.2)


def test_close_answers_that_chance_would_also_give_are_mixed():
    found = verdict([[3, 4], [2, 4]], None, 5, ["CEO", "CFO"])
    assert found.word == "Mixed"
    assert found.p >= 0.05


def test_spread_answers_are_divided():
    table = [[1, 5, 2, 4, 3, 5], [5, 1, 4, 2, 1, 3], [3, 3, 5, 1, 5, 1], [2, 4, 1, 5, 2, 4]]
    assert verdict(table).word == "Divided"


def test_distances_scale_with_the_number_of_levels():
    five, nine = rows(0, 0, 0, 0, -1.4), 1 + (rows(0, 0, 0, 0, -1.4) - 1) * 2
    assert verdict(five, SIZES, 5).word == verdict(nine, SIZES, 9).word == "One apart"


def test_questions_with_different_scales_are_brought_to_one():
    levels = [5, 7, 5, 7, 5, 7]
    table = np.array([[3, 4, 3, 4, 3, 4.0], [3, 4, 3, 4, 3, 4], [3, 4, 3, 4, 3, 4], [5, 7, 5, 7, 5, 7]])
    found = verdict(table, None, levels, ["CEO", "CFO", "CTO", "Board"])
    assert (found.who, found.distance) == (("Board",), pytest.approx(2))


def test_a_role_that_did_not_answer_is_not_judged():
    table = rows(0, 0, 0, 0, -2)
    table[4] = np.nan
    assert verdict(table, SIZES, 5, ROLES).word == "Aligned"
