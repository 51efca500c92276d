"""The second way to make organisations: from a seed, complete, dirty as answers are, with what was planted in it."""

from __future__ import annotations

import pytest

from alignment_model.analysis import analyse
from alignment_model.framework import PATTERN_CODES
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION, load_questionnaire
from benchmarks.mechanisms import MECHANISMS, merged
from benchmarks.second_generator import Case, organisation

SIZES = {"CEO": 1, "CFO": 1, "CTO": 1, "Other executive": 5, "Manager": 40}


def test_every_pattern_has_a_mechanism_on_questions_that_are_asked() -> None:
    asked = {question.code for question in load_questionnaire().scaled}
    assert tuple(MECHANISMS) == PATTERN_CODES
    for mechanism in MECHANISMS.values():
        for pushed in (mechanism.pushes, mechanism.leaders_only, mechanism.managers_only, mechanism.apart):
            assert set(pushed) <= asked


def test_an_organisation_comes_from_its_seed_and_people_leave_things_out() -> None:
    once, again = organisation(3, Case(), SIZES), organisation(3, Case(), SIZES)
    assert once.respondents == again.respondents and once.initiatives == again.initiatives
    assert once.sizes == SIZES and 8 <= len(once.initiatives) <= 20
    points = [question.code for question in once.questionnaire.of_kind(ALLOCATION)]
    assert all(sum(person.answers[code] for code in points) == 100 for person in once.respondents)
    scaled = len(once.questionnaire.scaled)
    answered = [sum(code not in points for code in person.answers) for person in once.respondents]
    assert min(answered) < scaled and any(person.dont_know for person in once.respondents)


def test_nothing_planted_pushes_nothing_and_several_patterns_push_as_the_strongest_does() -> None:
    assert not merged([]).pushes and merged([]).stuck == 0
    both = merged([MECHANISMS["ai_theatre"], MECHANISMS["activity_without_outcome"]])
    assert both.pushes["PB12"] == -1.4 and both.announcing == 0.5


@pytest.mark.parametrize("planted", ["trust_ceiling", "executive_manager_chasm"])
def test_what_is_planted_is_found_and_what_is_not_is_not(planted: str) -> None:
    found = analyse(organisation(5, Case((planted,)), SIZES), policy=PrivacyPolicy()).patterns
    assert [finding.code for finding in found if finding.word == "Present"] == [planted]
