"""What holds of every analysis: order is irrelevant, hidden groups leave no trace, nothing is NaN."""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from alignment_model.analysis import Analysis, analyse
from alignment_model.measures.remembering import forget
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import TEXT, load_questionnaire
from alignment_model.responses import Respondent, ResponseSet
from alignment_model.sample import sample_organisation
from tests.findings.organisation import turned

POLICY = PrivacyPolicy()
ASKED = load_questionnaire()
levels = st.integers(1, 5)
slow = settings(max_examples=8, deadline=None)


def everything(value: Any) -> Iterator[Any]:
    """Every plain value and statistic in a tree of dataclasses, mappings and sequences."""
    yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from everything(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from everything(item)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from everything(item)


def hidden_group(role: str, answers: list[list[int]], word: str = "secret") -> tuple[Respondent, ...]:
    codes = [question.code for question in ASKED.scaled]
    words = {question.code: word for question in ASKED.of_kind(TEXT)}
    return tuple(
        Respondent(f"{role} {i}", role, dict(zip(codes, own * len(codes))) | words)
        for i, own in enumerate(answers)
    )


def without_participation(analysis: Analysis, role: str) -> Analysis:
    """The analysis with everything that may tell how many of a role took part set aside."""
    return replace(
        analysis,
        respondents=0,
        roles=tuple(item for item in analysis.roles if item.code != role),
        notes=tuple(note for note in analysis.notes if "people)" not in note and "person)" not in note),
    )


@given(st.integers(0, 2**32 - 1))
@slow
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    wave = sample_organisation(managers=9, employees=7, board=5, executives=0)
    people, items = list(wave.respondents), list(wave.initiatives)
    random.Random(seed).shuffle(people)
    random.Random(seed).shuffle(items)
    mixed = replace(wave, respondents=tuple(people), initiatives=tuple(items))
    assert analyse(mixed, policy=POLICY) == analyse(wave, policy=POLICY)


@given(
    st.lists(st.lists(levels, min_size=1, max_size=3), min_size=2, max_size=4), st.lists(levels, min_size=1)
)
@slow
def test_what_a_hidden_group_answers_changes_no_number(answers: list[list[int]], one: list[int]) -> None:
    base = sample_organisation(managers=8, employees=0, board=0, executives=0)
    few = replace(base, respondents=base.respondents + hidden_group("Board", [one]))
    more = replace(base, respondents=base.respondents + hidden_group("Board", answers))
    first, second = analyse(few, policy=POLICY), analyse(more, policy=POLICY)
    assert without_participation(first, "Board") == replace(
        without_participation(second, "Board"), provenance=first.provenance
    )


@given(st.sampled_from(["Board", "Manager", "Employee"]), st.lists(levels, min_size=1, max_size=4))
@slow
def test_nothing_in_the_analysis_is_about_a_hidden_group(role: str, own: list[int]) -> None:
    sizes = {"Board": 0, "Manager": 6, "Employee": 6} | {role: 0}
    base = sample_organisation(
        managers=sizes["Manager"], employees=sizes["Employee"], board=sizes["Board"], executives=5
    )
    analysis = analyse(
        replace(base, respondents=base.respondents + hidden_group(role, [own] * 3)), policy=POLICY
    )
    rest = replace(analysis, roles=(), notes=())
    keys = [item for part in everything(rest) if isinstance(part, dict) for item in part]
    allowed = [result.hidden for result in analysis.questions]
    assert sum(key == role or (isinstance(key, tuple) and role in key) for key in keys) == len(allowed)
    assert "secret" not in [item for item in everything(rest) if isinstance(item, str)]
    assert not [gap for gap in analysis.gaps if role in (gap.from_role, gap.to_role)]


@given(st.integers(0, 10**6), st.integers(0, 7), st.integers(0, 7), st.integers(0, 6), st.integers(0, 6))
@slow
def test_every_statistic_is_a_finite_value_or_a_reason(
    seed: int, managers: int, employees: int, board: int, executives: int
) -> None:
    wave = sample_organisation(
        seed=seed, managers=managers, employees=employees, board=board, executives=executives
    )
    for item in everything(analyse(wave, policy=POLICY)):
        assert not isinstance(item, float) or math.isfinite(item)
        assert not isinstance(item, Statistic) or (item.value is None) == bool(item.reason)


@given(st.integers(0, 10**6))
@slow
def test_bounds_hold(seed: int) -> None:
    analysis = analyse(sample_organisation(seed=seed, managers=6, employees=5), policy=POLICY)
    for layer in analysis.layers:
        assert 0 <= (layer.agreement.value.value or 0) <= 1
        assert 0 <= (layer.score.value or 0) <= 100
        assert all(1 <= (position.value or 1) <= 5 for position in layer.positions.values())
    for pattern in analysis.patterns:
        assert pattern.score is None or 0 <= pattern.score <= 1
        assert 0 <= pattern.coverage <= 1
    assert sum(item.leverage > 0 for item in analysis.conversations) == len(analysis.conversations) <= 5


def test_turning_a_question_and_its_answers_round_changes_no_position() -> None:
    wave = sample_organisation(managers=6, employees=0, board=0)
    questions = tuple(replace(q, reversed=not q.reversed) if q.scale else q for q in ASKED.questions)
    mirrored = replace(ASKED, questions=questions)
    people = tuple(
        replace(person, answers={c: _mirrored(c, answer) for c, answer in person.answers.items()})
        for person in wave.respondents
    )
    other = ResponseSet(
        mirrored, people, wave.initiatives, survey=wave.survey, wave=wave.wave, wave_date=wave.wave_date
    )
    first, second = analyse(wave, policy=POLICY), analyse(other, policy=POLICY)
    assert [layer.positions for layer in first.layers] == [layer.positions for layer in second.layers]
    assert first.gaps == second.gaps and first.headline == second.headline
    assert [p.score for p in first.patterns] == [p.score for p in second.patterns]


def _mirrored(code: str, answer: Any) -> Any:
    question = ASKED.question(code)
    if not question.scale:
        return answer
    return turned(ASKED, code, answer) if question.reversed else ASKED.levels_of(code) + 1 - answer


def test_the_same_seed_gives_the_same_analysis() -> None:
    wave = sample_organisation(managers=6, employees=5)
    once = analyse(wave, policy=POLICY, seed=3)
    forget()
    assert analyse(wave, policy=POLICY, seed=3) == once


@given(st.integers(0, 10**6), st.floats(0.3, 0.8))
@example(902, 0.5)
@slow
def test_no_number_about_a_protected_group_rests_on_fewer_people_than_the_minimum(
    seed: int, kept: float
) -> None:
    wave = sample_organisation(seed=seed, managers=7, employees=6, board=0, executives=0)
    chance = random.Random(seed)
    thinned = tuple(
        replace(person, answers={c: a for c, a in person.answers.items() if chance.random() < kept})
        for person in wave.respondents
    )
    analysis = analyse(replace(wave, respondents=thinned), policy=POLICY)
    for part in everything(analysis):
        if isinstance(part, dict):
            for key, value in part.items():
                if key in ("Manager", "Employee"):
                    assert all(
                        item.n is None or item.n >= POLICY.minimum
                        for item in everything(value)
                        if isinstance(item, Statistic) and item.known and not _counts_questions(value)
                    )


def _counts_questions(value: Any) -> bool:
    """A layer's rwg(j) counts its questions, not people."""
    return isinstance(value, dict) and "rwg_j" in value
