"""Two waves are compared on what they share; the rest says why it cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.analysis import compare_waves
from alignment_model.findings.trends import Trend
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import ResponseSet
from alignment_model.sample import sample_organisation
from tests.findings.organisation import organisation

POLICY = PrivacyPolicy()


def compared(before: ResponseSet, after: ResponseSet, **options: bool) -> Trend:
    return compare_waves(before, replace(after, wave="Q2"), policy=POLICY, **options)


def reworded(wave: ResponseSet, code: str, **changes: object) -> ResponseSet:
    asked = wave.questionnaire
    questions = tuple(replace(q, **changes) if q.code == code else q for q in asked.questions)
    return replace(wave, questionnaire=replace(asked, questions=questions))


def test_the_same_answers_twice_moved_nothing() -> None:
    trend = compared(organisation(), organisation())
    assert trend.sentence == "Between Q1 and Q2 nothing moved clearly."
    assert all(change.difference.value == 0 for change in trend.positions)
    assert trend.not_comparable == ()


def test_a_group_that_moved_on_every_question_of_a_layer_moved_clearly() -> None:
    asked = [q.code for q in organisation().questionnaire.in_layer("societal_trust")]
    trend = compared(sample(1), sample(1, {code: 1 for code in asked}))
    change = next(c for c in trend.positions if (c.layer, c.role) == ("societal_trust", "Manager"))
    assert change.word == "clear" and (change.difference.value or 0) < -1
    assert any("Managers stand" in sentence and "societal trust" in sentence for sentence in trend.moved)


def sample(seed: int, managers: dict[str, int] | None = None) -> ResponseSet:
    """A sample organisation without patterns, in which managers may all answer some questions alike."""
    wave = replace(sample_organisation(seed=seed, patterns=[], employees=0), wave="Q1")
    answer = {
        code: wave.questionnaire.levels_of(code) + 1 - level
        if wave.questionnaire.question(code).reversed
        else level
        for code, level in (managers or {}).items()
    }
    people = (
        replace(p, answers=dict(p.answers) | answer, dont_know=p.dont_know - set(answer))
        if p.role == "Manager"
        else p
        for p in wave.respondents
    )
    return replace(wave, respondents=tuple(people))


def test_a_single_question_that_a_group_answers_otherwise_is_told_as_it_was_answered() -> None:
    trend = compared(sample(2), sample(2, {"PB3": 1}))
    change = next(c for c in trend.question_changes if (c.question, c.role) == ("PB3", "Manager"))
    assert change.word == "clear" and change.after == 1.0
    assert any("higher than before to “Unapproved tools in use”" in sentence for sentence in trend.moved)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "Something else."}, "the wording changed"),
        ({"reversed": True}, "the direction of the question changed"),
        ({"scale": "confidence"}, "the answers to choose from changed"),
        ({"layer": "societal_trust"}, "it moved to another layer"),
    ],
)
def test_a_question_asked_otherwise_cannot_be_compared(changes: dict[str, object], reason: str) -> None:
    trend = compared(organisation(), reworded(organisation(), "TC1", **changes))
    assert "TC1" not in trend.questions
    assert [(item.code, item.reason) for item in trend.not_comparable] == [("TC1", reason)]


def test_a_question_asked_once_only_cannot_be_compared() -> None:
    wave = organisation()
    asked = replace(
        wave.questionnaire, questions=tuple(q for q in wave.questionnaire.questions if q.code != "TC1")
    )
    people = tuple(
        replace(p, answers={c: a for c, a in p.answers.items() if c != "TC1"}) for p in wave.respondents
    )
    trend = compared(wave, replace(wave, questionnaire=asked, respondents=people))
    assert trend.not_comparable[0].reason == "asked only in the first wave"


def test_a_role_that_answered_once_only_cannot_be_compared() -> None:
    trend = compared(organisation(), organisation({"without": ["Manager"]}))
    assert [(item.code, item.reason) for item in trend.not_comparable] == [
        ("Manager", "answered only in the first wave")
    ]
    assert not [change for change in trend.positions if change.role == "Manager"]


def test_a_group_of_which_too_few_answered_otherwise_is_left_out() -> None:
    before = organisation()
    people = list(before.respondents)
    place = next(i for i, person in enumerate(people) if person.role == "Manager")
    people[place] = replace(people[place], answers=dict(people[place].answers) | {"TC1": 1})
    trend = compared(before, replace(before, respondents=tuple(people)))
    assert trend.not_comparable[0].reason == "too few answers differ between the waves to show what changed"
    assert not [change for change in (*trend.positions, *trend.question_changes) if change.role == "Manager"]


def test_people_who_answered_twice_are_compared_person_by_person() -> None:
    waves = [sample_organisation(wave=name) for name in ("2026 Q1", "2026 Q2")]
    apart, linked = (compare_waves(*waves, policy=POLICY, linked=how) for how in (False, True))
    number = {
        how: next(c.difference.n for c in trend.positions if c.role == "Manager")
        for how, trend in (("apart", apart), ("linked", linked))
    }
    assert number == {"apart": 6, "linked": 40}


def test_patterns_and_register_are_compared() -> None:
    trend = compare_waves(*(sample_organisation(wave=f"2026 Q{i}") for i in (1, 3)), policy=POLICY)
    trap = next(change for change in trend.patterns if change.code == "ai_pilot_trap")
    assert (trap.before, trap.after) == ("Present", "Not seen") and (trap.difference.value or 0) < 0
    before, after = trend.register["pilot_conversion"]
    assert before is not None and after is not None and after > before


@given(st.integers(0, 1000), st.integers(0, 1000))
@settings(max_examples=4, deadline=None)
def test_going_back_is_the_way_there_turned_round(first: int, second: int) -> None:
    waves = [sample_organisation(seed=seed, patterns=[], employees=0, board=0) for seed in (first, second)]
    there, back = compare_waves(*waves, policy=POLICY), compare_waves(*waves[::-1], policy=POLICY)
    for one, other in zip(there.positions, back.positions):
        assert one.difference.value == pytest.approx(-(other.difference.value or 0.0))
