"""Five conversations at most, where moving one role would raise agreement most."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.analysis import analyse
from alignment_model.findings.conversations import leverage
from alignment_model.framework import load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.sample import sample_organisation
from tests.findings.organisation import organisation

stands = st.lists(st.floats(1, 5), min_size=2, max_size=8)


@given(stands)
def test_moving_the_farthest_of_three_to_the_others_median_never_lowers_agreement(
    at: list[float],
) -> None:
    rise, who = leverage(at[:3], 5, 1)
    assert rise >= -1e-9 and 0 <= who < len(at)


@given(st.integers(0, 10**6))
@settings(max_examples=5, deadline=None)
def test_ranked_by_leverage_at_most_two_a_layer_and_one_a_pattern(seed: int) -> None:
    wave = sample_organisation(seed=seed, employees=0)
    found = analyse(wave, policy=PrivacyPolicy()).conversations
    assert [item.rank for item in found] == list(range(1, len(found) + 1)) and len(found) <= 5
    assert [item.leverage for item in found] == sorted((item.leverage for item in found), reverse=True)
    assert max(Counter(item.layer for item in found).values(), default=0) <= 2
    assert max(Counter(item.pattern for item in found if item.pattern).values(), default=0) <= 1


def test_a_conversation_names_the_farthest_role_positions_question_and_imperative() -> None:
    analysis = analyse(organisation({"roles": {"CFO": {"OC6": 1}}}), policy=PrivacyPolicy())
    (talk,) = analysis.conversations
    assert (talk.question, talk.farthest, talk.layer) == ("OC6", "CFO", "organisational_capability")
    assert talk.positions == {"CEO": 4.0, "CFO": 1.0, "CTO": 4.0, "Other executive": 4.0}
    assert talk.prompt.endswith(
        "what does the CFO see that the CEO, the CTO and the other executives do not?"
    )
    assert talk.minutes > 0
    assert talk.imperative in {imperative.code for imperative in load_framework().imperatives}


def test_a_question_that_feeds_a_found_pattern_asks_that_patterns_question() -> None:
    analysis = analyse(sample_organisation(), policy=PrivacyPolicy())
    for talk in analysis.conversations:
        if talk.pattern:
            assert talk.prompt == load_framework().pattern(talk.pattern).question


def test_a_question_serves_the_imperative_of_what_it_feeds_also_when_that_pattern_is_not_seen() -> None:
    data, aims = (
        analyse(organisation({"roles": {"CFO": {code: 1}}}), policy=PrivacyPolicy()).conversations[0]
        for code in ("TC2", "LA1")
    )
    assert (data.question, data.pattern, data.imperative) == ("TC2", "", "invest_in_capability")
    assert (aims.question, aims.pattern, aims.imperative) == ("LA1", "", "define_value")


def test_two_questions_of_one_pattern_get_one_conversation() -> None:
    apart = {"TC2": 1, "OC1": 1}
    waiting = {"PB8": 1, "TC2": 2, "OC1": 2}
    case = {"leadership": waiting, "managers": waiting, "roles": {"CFO": apart, "CEO": {"TC2": 4, "OC1": 4}}}
    analysis = analyse(organisation(case), policy=PrivacyPolicy())
    about = [talk.question for talk in analysis.conversations if talk.pattern == "capital_misallocation"]
    assert len(about) == 1
    assert {"TC2", "OC1"} > {talk.question for talk in analysis.conversations}


def test_a_clear_gap_goes_before_a_somewhat_larger_leverage_without_one() -> None:
    clear = {"OC1": 2, "OC2": 2, "OC3": 2, "OC4": 2, "OC5": 2, "OC6": 2}
    analysis = analyse(organisation({"roles": {"CFO": clear, "CTO": {"TC1": 1}}}), policy=PrivacyPolicy())
    chosen = {talk.question for talk in analysis.conversations}
    assert "TC1" in chosen and len(chosen & set(clear)) == 2
