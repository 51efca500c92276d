"""Camps behind one alpha, and the other questions put to a map."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures import alpha_difference, consensus_map, find_camps, group_map, leave_one_out
from tests.measures.reference import members, table

UP, DOWN = np.arange(1.0, 8), np.arange(7.0, 0, -1)


def noisy(base: np.ndarray, people: int, seed: int, noise: float = 0.8) -> np.ndarray:
    return base[:, None] + np.random.default_rng(seed).normal(0, noise, (len(base), people))


def test_opposed_halves_are_two_camps_that_pull_apart():
    found = find_camps(np.hstack([noisy(UP, 4, 1), noisy(DOWN, 3, 2)]), list("abcdefg"), draws=200)
    assert found.camps == (("a", "b", "c", "d"), ("e", "f", "g"))
    assert found.correlation < -0.9
    assert "pull in opposite directions" in found.sentence


def test_one_shared_view_holds_no_camps():
    assert not find_camps(noisy(UP, 8, 3), draws=200).found


def test_random_rankings_seldom_hold_camps():
    random = np.random.default_rng(4)
    tables = [random.permuted(np.repeat(UP[:, None], 8, axis=1), axis=0) for _ in range(25)]
    assert sum(find_camps(t, draws=60).found for t in tables) <= 3


def test_camps_do_not_depend_on_the_order_of_members_and_items():
    scores, names = table("tarakci2014_tmt_ranks"), members()
    turned = find_camps(scores[::-1, ::-1], names[::-1], draws=200)
    assert turned == find_camps(scores, names, draws=200)


def test_leaving_the_lone_voice_out_raises_agreement_most():
    name, rise = leave_one_out(table("tarakci2014_tmt_ranks"), members())[0]
    assert name == "TMT8"
    assert rise.value == pytest.approx(0.108, abs=0.001)


def test_a_tight_group_differs_from_a_loose_one_beyond_chance():
    found = alpha_difference(noisy(UP, 6, 5, 0.5), noisy(UP, 6, 6, 6))
    assert found.value > 0.3
    assert found.p < 0.05
    assert alpha_difference(noisy(UP, 6, 7), noisy(UP, 6, 8)).p > 0.05


def test_two_waves_of_the_same_members_are_compared_within_members():
    before, after = noisy(UP, 7, 9, 8), noisy(UP, 7, 10, 0.5)
    found = alpha_difference(after, before, paired=True)
    assert found.value > 0
    assert found.p < 0.05


def test_the_axis_to_the_right_is_the_common_view_with_the_most_important_item_farthest():
    found = consensus_map(noisy(DOWN, 5, 11), ranks=True)
    assert np.mean(found.vectors, axis=0) == pytest.approx((found.alpha.value, 0), abs=1e-9)
    assert int(np.argmax(found.prototype)) == 6


def test_groups_that_think_alike_lie_near_each_other():
    found = group_map({"CEO": UP[:, None], "Board": noisy(UP, 4, 12), "Managers": noisy(DOWN, 9, 13)})
    ceo, board, managers = np.array(found.points)
    assert np.linalg.norm(ceo - board) < 0.2 < np.linalg.norm(ceo - managers)
    assert found.stress < 0.1
