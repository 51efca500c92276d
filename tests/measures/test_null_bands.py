"""The chance band: repeatable, and the same whatever the order."""

from __future__ import annotations

from alignment_model.measures import null_agreement
from alignment_model.measures.null_bands import _band, _question_null


def test_the_order_of_roles_does_not_matter_and_results_repeat():
    one = null_agreement([1, 9, 1, 40], 6)
    assert one == null_agreement([40, 1, 1, 9], 6)
    _band.cache_clear()
    _question_null.cache_clear()
    assert one == null_agreement([1, 9, 1, 40], 6)


def test_missing_answers_and_mixed_scales_are_counted_per_question():
    band = null_agreement([[1, 1, 0], [1, 1, 1], [0, 6, 1]], 3, [5, 7, 5])
    assert 0 < band.low < band.high < 1
    assert null_agreement([[1, 0], [0, 1]], 2) is None


def test_more_agreement_is_less_likely_by_chance():
    band = null_agreement([1, 1, 1, 1, 1], 6)
    chances = [band.p_value(x / 20) for x in range(21)]
    assert chances[0] == 1.0
    assert chances == sorted(chances, reverse=True)
    assert band.p_value(band.high) <= 0.06
