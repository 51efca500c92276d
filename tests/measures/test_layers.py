"""Agreement on a layer and over all layers."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures import layer_agreement, overall_agreement

TABLE = [[4, 4, 5, 3, 4], [4, 2, 4, 3, 3], [3, 5, 4, 1, 4]]


def test_agreement_is_the_mean_of_the_questions_and_names_the_one_that_divides_most():
    found = layer_agreement(TABLE)
    assert found.agreement.value == pytest.approx(np.mean([q.value for q in found.questions]))
    assert found.divides_most == 1
    assert found.practical_limit == pytest.approx(5 / 6)


def test_an_interval_needs_four_questions():
    assert (
        layer_agreement(np.array(TABLE)[:, :3]).agreement.interval_reason
        == "fewer than 4 questions to judge by"
    )
    low, high = layer_agreement(TABLE).agreement.interval
    assert low < layer_agreement(TABLE).agreement.value < high


def test_questions_one_role_alone_answered_are_left_out_with_the_reason():
    table = np.array(TABLE, dtype=float)
    table[1:, 0] = np.nan
    found = layer_agreement(table)
    assert found.agreement.n == 4
    assert found.questions[0].reason == "fewer than two leadership roles answered"


def test_scales_of_different_length_have_a_limit_of_their_own():
    assert layer_agreement(TABLE, 7).practical_limit == pytest.approx(7 / 6)
    mixed = layer_agreement(TABLE, [5, 7, 5, 7, 5])
    assert mixed.unit == 5
    assert mixed.practical_limit == pytest.approx(
        np.mean([5 / 6, 7 / 6 * 4 / 6, 5 / 6, 7 / 6 * 4 / 6, 5 / 6])
    )


def test_larger_groups_agree_more_by_chance():
    single = layer_agreement(TABLE, 5, [1, 1, 1]).null_band
    groups = layer_agreement(TABLE, 5, [1, 9, 9]).null_band
    assert groups.median > single.median


def test_overall_is_the_mean_of_the_layers_with_a_narrower_chance_band():
    layer = layer_agreement(TABLE)
    overall, band = overall_agreement([layer, layer, layer_agreement([[3]])])
    assert overall.value == pytest.approx(layer.agreement.value)
    assert overall.n == 2
    assert band.high < layer.null_band.high
    assert overall.interval[0] > layer.agreement.interval[0]


def test_results_repeat():
    assert layer_agreement(TABLE) == layer_agreement(TABLE)
