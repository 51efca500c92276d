"""What roles' hundred points share."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures import common_ground, overlap, overlap_null, valued_alone


def test_points_are_brought_to_a_hundred_and_roles_to_their_mean():
    assert overlap([5, 5], [100, 0]).value == 50
    assert overlap([[100, 0], [0, 100]], [50, 50]).value == 100


def test_single_people_have_no_interval_but_a_p():
    found = overlap([50, 30, 20], [20, 30, 50])
    assert found.interval_reason == "both are single people"
    assert 0 < found.p < 1


def test_groups_have_an_interval_that_does_not_depend_on_the_order_of_people():
    random = np.random.default_rng(1)
    board, ceo = random.dirichlet(np.ones(8), 9) * 100, random.dirichlet(np.ones(8)) * 100
    one, other = overlap(board, ceo), overlap(board[::-1], ceo)
    assert one.interval == pytest.approx(other.interval)
    assert one.interval[0] < one.value < one.interval[1]


def test_a_role_with_a_gap_in_its_numbers_is_left_out():
    found = common_ground([[50, 50], [np.nan, 100], [30, 70]])
    assert (found.n, found.value) == (2, 80)
    assert valued_alone([[50, 50], [np.nan, 100], [30, 70]]).tolist() == [[20, 0], [0, 0], [0, 20]]


def test_more_roles_share_less_by_chance():
    assert overlap_null((1, 1), 8).median > overlap_null((1, 1, 1, 1), 8).median
