"""The sample organisation: believable, reproducible, with the patterns asked for and no others."""

from __future__ import annotations

from collections import Counter
from statistics import mean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.errors import UsageError
from alignment_model.framework import PATTERN_CODES, load_framework
from alignment_model.questionnaire import ALLOCATION, NUMBER, SCALED_KINDS, TEXT
from alignment_model.responses import ResponseSet
from alignment_model.sample import WAVES, sample_organisation
from alignment_model.sample.plants import APART, PLANTS
from alignment_model.sample.register import ORDINARY
from alignment_model.sample.value import COMMON, OWN, round_points

FIRST = sample_organisation()
QUIET = sample_organisation(patterns=[])


def position(responses: ResponseSet, role: str, code: str) -> float:
    """Mean answer of a role, turned round where agreeing speaks against the organisation."""
    question = responses.questionnaire.question(code)
    given = [
        person.answers[code]
        for person in responses.respondents
        if person.role == role and code in person.answers
    ]
    level = mean(float(value) for value in given)
    return 6 - level if question.reversed else level


def test_the_sizes_are_those_of_the_sample_and_ids_say_nothing() -> None:
    assert FIRST.sizes == {
        "CEO": 1,
        "CFO": 1,
        "CTO": 1,
        "Board": 6,
        "Other executive": 5,
        "Manager": 40,
        "Employee": 180,
    }
    assert [person.id for person in FIRST.respondents][:2] == ["R001", "R002"]
    assert len({person.id for person in FIRST.respondents}) == 234
    assert [person.role for person in FIRST.respondents[:3]] != ["CEO", "CFO", "CTO"]


@settings(deadline=None, max_examples=25)
@given(
    st.integers(0, 9),
    st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)),
    st.lists(st.sampled_from(PATTERN_CODES), max_size=13, unique=True),
    st.sampled_from([name for name, _ in WAVES]),
)
def test_every_answer_is_one_the_questionnaire_allows(
    seed: int, sizes: tuple[int, int, int, int], patterns: list[str], wave: str
) -> None:
    managers, employees, board, executives = sizes
    responses = sample_organisation(
        seed=seed,
        managers=managers,
        employees=employees,
        board=board,
        executives=executives,
        patterns=patterns,
        wave=wave,
    )
    asked = responses.questionnaire
    roles = {role.code for role in load_framework().roles}
    assert sum(responses.sizes.values()) == 3 + sum(sizes)
    for person in responses.respondents:
        assert person.role in roles
        assert not set(person.answers) & person.dont_know
        for code, value in person.answers.items():
            kind = asked.question(code).kind
            if kind in SCALED_KINDS:
                assert value in range(1, asked.levels_of(code) + 1)
            elif kind == NUMBER:
                assert -100 <= float(value) <= 100
            else:
                assert kind in (ALLOCATION, TEXT)
        points = [person.answers[q.code] for q in asked.of_kind(ALLOCATION) if q.code in person.answers]
        assert not points or (sum(points) == 100 and min(points) >= 0)


def test_the_same_seed_gives_the_same_organisation_and_another_another() -> None:
    assert sample_organisation(seed=5, employees=9) == sample_organisation(seed=5, employees=9)
    assert sample_organisation(seed=5, employees=9) != sample_organisation(seed=6, employees=9)


def test_some_do_not_know_and_some_leave_blank() -> None:
    scaled = len(FIRST.questionnaire.scaled)
    unknown = sum(len(person.dont_know) for person in FIRST.respondents)
    answered = sum(
        len(set(person.answers) & {q.code for q in FIRST.questionnaire.scaled})
        for person in FIRST.respondents
    )
    total = scaled * len(FIRST.respondents)
    assert 0.03 < unknown / total < 0.2
    assert 0.005 < (total - unknown - answered) / total < 0.05


def test_only_leaders_write_and_they_write_differently() -> None:
    writers = {person.role for person in FIRST.respondents if "WHY_DEPLOY" in person.answers}
    assert writers == {"CEO", "CFO", "CTO", "Board", "Other executive"}
    words = [person.answers["WHY_DEPLOY"] for person in FIRST.respondents if "WHY_DEPLOY" in person.answers]
    assert len(set(words)) == len(words)


def test_chief_executive_and_finance_chief_disagree_in_the_first_wave_and_less_in_the_last() -> None:
    codes = ("LA1", "LA3", "LA5")
    last = sample_organisation(wave="2026 Q3")
    apart = [
        mean(position(wave, "CEO", code) - position(wave, "CFO", code) for code in codes)
        for wave in (FIRST, last)
    ]
    assert apart[0] >= 2
    assert apart[1] < apart[0] - 0.5


def test_an_ordinary_organisation_stands_a_little_above_the_middle() -> None:
    for role in ("Manager", "Employee", "Board"):
        stands = [
            position(QUIET, role, q.code)
            for layer in QUIET.questionnaire.layers
            for q in QUIET.questionnaire.in_layer(layer.code)
        ]
        assert 3.2 < mean(stands) < 3.6


@pytest.mark.parametrize("pattern", PATTERN_CODES)
def test_a_planted_pattern_moves_its_own_questions_and_no_others(pattern: str) -> None:
    planted, plant = sample_organisation(patterns=[pattern]), PLANTS[pattern]
    for code in plant.managers:
        target, ordinary = plant.managers[code], position(QUIET, "Manager", code)
        moved = position(planted, "Manager", code) - ordinary
        assert moved * (target - ordinary) > 0 and abs(moved) > 0.4 * abs(target - ordinary), code
    touched = set(plant.managers) | set(plant.dont_know) | set(plant.apart) | set(plant.leadership)
    for question in QUIET.questionnaire.scaled:
        if question.code not in touched:
            assert (
                abs(position(planted, "Manager", question.code) - position(QUIET, "Manager", question.code))
                < 0.35
            )


def test_every_pattern_can_be_planted_in_leaders_and_managers() -> None:
    assert tuple(PLANTS) == PATTERN_CODES
    known = set(QUIET.questionnaire._by_code)
    for plant in PLANTS.values():
        assert plant.leadership and plant.managers
        assert set(plant.leadership) | set(plant.managers) | set(plant.employees) | set(plant.apart) <= known


def test_the_planted_patterns_ease_from_wave_to_wave() -> None:
    waves = [sample_organisation(wave=name) for name, _ in WAVES]
    for code in ("PB2", "PB5", "PB1", "ST1"):
        stands = [position(wave, "Manager", code) for wave in waves]
        assert stands[0] < stands[1] < stands[2], code


def test_people_keep_their_leaning_from_wave_to_wave() -> None:
    first, second = (sample_organisation(patterns=[], wave=name) for name, _ in WAVES[:2])
    codes = [question.code for question in first.questionnaire.scaled]

    def own(responses: ResponseSet) -> np.ndarray:
        people = [person for person in responses.respondents if person.role == "Manager"]
        return np.array([[float(person.answers.get(code, 3)) for code in codes] for person in people])

    same = np.corrcoef(
        (own(first) - own(first).mean(axis=0)).ravel(), (own(second) - own(second).mean(axis=0)).ravel()
    )
    assert [p.id for p in first.respondents] == [p.id for p in second.respondents]
    assert same[0, 1] > 0.3


def test_the_register_has_fourteen_initiatives_and_shows_what_is_planted() -> None:
    stages = Counter(initiative.stage for initiative in QUIET.initiatives)
    assert len(ORDINARY) == len(FIRST.initiatives) == 14
    assert stages == {"Production": 7, "Pilot": 4, "Idea": 2, "Stopped": 1}
    trapped = sample_organisation(patterns=["ai_pilot_trap"]).initiatives
    assert sum(initiative.stage == "Pilot" for initiative in trapped) >= 8
    aimless = sample_organisation(patterns=["momentum_without_direction"]).initiatives
    assert sum(not initiative.purpose for initiative in aimless) >= 6
    drifting = sample_organisation(patterns=["ethical_drift"]).initiatives
    assert sum(not initiative.accountable_owner for initiative in drifting) >= 7
    shown = sample_organisation(patterns=["ai_theatre"]).initiatives
    assert sum(bool(i.announced and not i.outcome_measured) for i in shown) >= 6
    apart = sample_organisation(patterns=["coordination_failure"]).initiatives
    assert max(Counter(initiative.purpose for initiative in apart).values()) >= 2


def test_leaders_value_different_things_only_where_that_is_planted() -> None:
    def shared(responses: ResponseSet) -> float:
        outcomes = [question.code for question in responses.questionnaire.of_kind(ALLOCATION)]
        return sum(min(position(responses, role, code) for role in APART) for code in outcomes)

    assert shared(FIRST) < 25
    assert shared(QUIET) > 45


def test_every_role_has_wishes_for_all_outcomes_and_they_add_up() -> None:
    assert len(COMMON) == len(load_framework().value_outcomes)
    for points in (COMMON, *OWN.values()):
        assert len(points) == len(COMMON) and sum(points) == 100


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=12))
def test_rounded_points_are_whole_steps_and_still_a_hundred(weights: list[float]) -> None:
    points = round_points(np.array(weights) / sum(weights) * 100)
    assert points.sum() == 100
    assert (points % 5 == 0).all() and (points >= 0).all()


def test_another_wave_name_is_kept_as_the_first_wave() -> None:
    spring = sample_organisation(wave="Spring", employees=0)
    assert (spring.wave, spring.wave_date) == ("Spring", WAVES[0][1])


def test_what_cannot_be_meant_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="'ai_pilots' is not a pattern; known are ai_pilot_trap"):
        sample_organisation(patterns=["ai_pilots"])
    with pytest.raises(UsageError, match="-1 is not a number of people for the role Manager"):
        sample_organisation(managers=-1)
