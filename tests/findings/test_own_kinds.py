"""Points, chain, theory and reality, the number, and open answers: each says something true of what there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model.analysis import Analysis, analyse
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION
from tests.findings.organisation import organisation


def analysed(**case: object) -> Analysis:
    return analyse(organisation(case), policy=PrivacyPolicy())


def test_roles_who_spread_alike_share_all_points() -> None:
    value = analysed().value
    assert value is not None and value.common.value == 100
    assert (
        value.sentence == "All 100 points are common to all 4 leadership roles, more than chance would give."
    )


def test_points_in_common_are_the_smallest_share_of_each_outcome() -> None:
    value = analysed(points={"CEO": [50, 50, 0, 0, 0, 0, 0, 0], "CFO": [0, 60, 40, 0, 0, 0, 0, 0]}).value
    assert value is not None
    assert value.overlaps["CEO", "CFO"].value == 50
    assert value.common.value == pytest.approx(20)
    assert value.only["CEO"] == ("growth",) and value.only["CTO"] == ()


def test_points_that_do_not_add_to_a_hundred_count_by_their_shares() -> None:
    value = analysed(points={"CEO": [10, 10, 0, 0, 0, 0, 0, 0]}).value
    assert value is not None and value.points["CEO"]["growth"].value == 50


def test_an_outcome_of_a_survey_of_ones_own_keeps_the_name_it_was_asked_by() -> None:
    wave = organisation()
    first, second, *_ = wave.questionnaire.of_kind(ALLOCATION)
    own = replace(first, part="P4", short="", text="A fuller order book")
    asked = tuple(own if question == first else question for question in wave.questionnaire.questions)
    value = analyse(
        replace(wave, questionnaire=replace(wave.questionnaire, questions=asked)), policy=PrivacyPolicy()
    ).value
    assert value is not None
    assert value.name("P4") == "A fuller order book"
    assert value.name(second.part or second.code) == "Lower cost and financial return"


def test_one_leadership_role_says_what_it_puts_first_and_why_nothing_is_compared() -> None:
    value = analysed(
        points={"CEO": [60, 40, 0, 0, 0, 0, 0, 0]}, without=["CFO", "CTO", "Other executive"]
    ).value
    assert value is not None
    assert value.sentence == (
        "The CEO puts “Growth and market position” first (60 of 100 points); only one leadership role spread its points."
    )


def test_the_chain_breaks_where_evidence_falls_below_tracked() -> None:
    chain = analysed(roles={"CFO": {"VC3": 2}}).chain
    assert chain is not None
    assert chain.breaks["CFO"] == "productivity" and chain.breaks["CEO"] == "productivity"
    assert chain.evidence["CFO"]["productivity"].value == 1


def test_the_chain_breaks_where_evidence_drops_by_a_step() -> None:
    chain = analysed(leadership={"VC1": 5, "VC2": 5, "VC3": 5, "VC4": 4, "VC5": 4, "VC6": 4}).chain
    assert chain is not None and chain.breaks["CEO"] == "throughput"
    assert chain.activity_outcome_gap["CEO"].value == 1.0


def test_a_chain_that_holds_says_so() -> None:
    chain = analysed(leadership={f"VC{i}": 4 for i in range(1, 7)}).chain
    assert chain is not None
    assert chain.sentence == "No leadership role sees the value chain break."


def test_theory_and_reality_part_where_the_gap_is_widest() -> None:
    found = analysed(leadership={"TR_CULTURE_W": 2}).theory_reality
    assert found is not None and found.gap["CEO"]["culture"].value == 2
    assert found.sentence == "Leadership sees reality farthest behind the design, 2.0 points, in culture."
    assert found.agreement_on_gap.value == 1.0


def test_designed_working_and_the_gap_rest_on_the_same_people() -> None:
    found = analysed(dont_know={"TR_CULTURE_W": 6}, managers={"TR_CULTURE_D": 5}).theory_reality
    assert found is not None
    three = [table["Manager"]["culture"] for table in (found.designed, found.working, found.gap)]
    assert [(number.value, number.n) for number in three] == [(5.0, 14), (4.0, 14), (1.0, 14)]


def test_the_number_has_a_median_and_a_spread() -> None:
    number = analysed(effect={"CEO": -20, "CFO": 2}).number
    assert number is not None
    assert (number.median.value, number.spread.value) == (-5, 22)
    assert number.sentence == "Expectations run from −20 % (the CEO) to +2 % (the CFO)."
    assert number.confidence["CEO"].value == 4


def test_one_number_for_all_is_one_number() -> None:
    number = analysed().number
    assert number is not None and number.sentence == "All 4 leadership roles expect −5 %."
