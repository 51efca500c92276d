"""The verdict on a layer in words: who, how far, how sure."""

from __future__ import annotations

import pytest

from alignment_model.findings.layers import layer_results
from tests.findings.making import evidence

SAME = [4, 4, 5, 4, 4, 5]


def sentence(**rows: list[int]) -> str:
    layers, _ = layer_results(evidence({role.replace("_", " "): [row] for role, row in rows.items()}))
    return layers[0].agreement.sentence


def test_leaders_who_stand_together_agree() -> None:
    assert sentence(CEO=SAME, CFO=SAME, CTO=[4, 4, 4, 4, 4, 5]) == (
        "The 3 leadership roles agree on “Trust”: 0.1 points from their middle on average, "
        "closer than random answers would bring them."
    )


def test_one_role_far_from_tight_others_stands_apart() -> None:
    layers, _ = layer_results(
        evidence({"CEO": [SAME], "CFO": [[2, 2, 3, 2, 2, 2]], "CTO": [SAME], "Board": [SAME] * 5})
    )
    found = layers[0]
    assert found.agreement.word == "One apart" and found.agreement.who == ("CFO",)
    assert found.agreement.sentence.startswith("On “Trust”, the CFO stands 2.2 points lower than the others")
    assert (found.highest, found.lowest) == ("CEO", "CFO")


def test_two_tight_groups_are_two_camps_named_in_office_order() -> None:
    low = [2, 2, 2, 2, 2, 2]
    layers, _ = layer_results(
        evidence({"CEO": [SAME], "CFO": [low], "CTO": [[4, 5, 5, 4, 4, 5]], "Board": [low] * 5})
    )
    assert layers[0].agreement.word == "Two camps"
    assert "the CEO and the CTO stand" in layers[0].agreement.sentence
    assert set(layers[0].agreement.who) == {"CEO", "CFO", "CTO", "Board"}


def test_leaders_at_opposite_ends_are_divided() -> None:
    assert sentence(CEO=[5, 1, 5, 1, 5, 1], CFO=[1, 5, 1, 5, 1, 5]).startswith(
        "Leadership is divided on “Trust”: 2.0"
    )


def test_closeness_that_chance_could_give_is_not_agreement() -> None:
    assert "no closer than random answers could be" in sentence(CEO=[4], CFO=[3])


def test_one_leader_alone_gives_no_agreement_and_the_reason() -> None:
    assert sentence(CEO=SAME) == (
        "Nobody can tell yet how far leadership agrees on “Trust”: only one leadership role gave an answer."
    )


def test_roles_weigh_the_same_whatever_their_size() -> None:
    layers, _ = layer_results(evidence({"CEO": [[5] * 6], "Board": [[2] * 6] * 9}))
    assert layers[0].leadership_position.value == pytest.approx(3.5)
    assert layers[0].score.value == pytest.approx(62.5)


def test_the_question_that_divides_most_is_named() -> None:
    layers, _ = layer_results(evidence({"CEO": [[4, 4, 5, 4]], "CFO": [[4, 4, 1, 4]]}))
    assert layers[0].most_divisive == "Q2"


def test_the_overall_sentence_names_each_layers_word() -> None:
    _, overall = layer_results(evidence({"CEO": [SAME], "CFO": [SAME]}))
    assert overall.sentence == "Leadership agrees on “Trust”."


def test_within_a_group_rwg_and_alpha_stand_with_their_reasons() -> None:
    layers, _ = layer_results(
        evidence({"CEO": [SAME], "Manager": [[4, 4, 3, 4, 5, 4], [3, 4, 4, 4, 4, 4]] * 3})
    )
    assert layers[0].within["Manager"]["rwg_j"].known
    assert layers[0].within["CEO"]["rwg_j"].reason == "no question has two respondents"
    assert layers[0].questions[0].within["CEO"].rwg.reason == "only one respondent"
