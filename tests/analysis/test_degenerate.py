"""Surveys that are hardly there still get an analysis that says something true."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.analysis import Analysis, analyse
from alignment_model.analysis.model import NOT_ENOUGH, UNKNOWN_WORD
from alignment_model.framework import Layer
from alignment_model.measures.resampling import TOO_FEW_QUESTIONS
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import Question, Questionnaire, Scale
from alignment_model.responses import Attribution, Respondent, ResponseSet
from alignment_model.sample import sample_organisation
from tests.findings.organisation import organisation

POLICY = PrivacyPolicy()


def analysed(wave: ResponseSet) -> Analysis:
    return analyse(wave, policy=POLICY)


def only(*roles: str) -> ResponseSet:
    wave = organisation()
    return replace(wave, respondents=tuple(p for p in wave.respondents if p.role in roles))


def test_nobody_answered() -> None:
    analysis = analysed(only())
    assert analysis.respondents == 0 and analysis.roles == ()
    assert analysis.headline.startswith("Nobody can tell yet how far leadership agrees")
    assert all(layer.agreement.word == UNKNOWN_WORD for layer in analysis.layers)


def test_one_respondent_has_positions_but_no_agreement() -> None:
    analysis = analysed(only("CEO"))
    assert analysis.layers[0].positions["CEO"].value == 4.0
    assert analysis.layers[0].positions["CEO"].interval_reason == "only one respondent"
    assert analysis.overall.value.reason == "only one leadership role gave an answer"
    assert "Only one leadership role answered (the CEO)" in " ".join(analysis.notes)
    assert analysis.conversations == ()


def test_three_leaders_alone_are_judged_and_told_who_is_missing() -> None:
    analysis = analysed(only("CEO", "CFO", "CTO"))
    assert analysis.overall.value.value == 1.0
    assert "No managers answered, so leadership cannot be compared with them." in analysis.notes
    assert not [gap for gap in analysis.gaps if gap.kind == "groups"]


def test_managers_alone_have_positions_and_nothing_is_said_of_leadership() -> None:
    analysis = analysed(only("Manager"))
    assert analysis.layers[0].leadership_position.reason == "no leadership role answered"
    assert analysis.layers[0].positions["Manager"].value == 4.0
    assert analysis.number is not None and analysis.number.median.reason


def test_when_everybody_says_dont_know_that_is_what_is_shown() -> None:
    wave = organisation()
    codes = frozenset(question.code for question in wave.questionnaire.scaled)
    analysis = analysed(
        replace(wave, respondents=tuple(replace(p, answers={}, dont_know=codes) for p in wave.respondents))
    )
    assert analysis.question("TC1").dont_know_rate["Manager"].value == 1.0
    assert analysis.question("TC1").hidden["CEO"] == "Nobody answered"
    assert "No scaled question has an answer that may be shown." in analysis.notes
    assert all(pattern.word == NOT_ENOUGH or pattern.score for pattern in analysis.patterns)


def test_everybody_the_same_is_full_agreement_and_nobody_stands_apart() -> None:
    analysis = analysed(organisation())
    assert analysis.overall.value.value == 1.0
    assert analysis.headline == "Leadership agrees on all 4 layers; no role stands apart."
    assert analysis.most_divisive == "" and analysis.conversations == ()


def test_no_register_is_said_and_its_signals_are_missing_with_that_reason() -> None:
    analysis = analysed(organisation({"without": ["register"]}))
    assert analysis.register is None
    missing = [signal for pattern in analysis.patterns for signal in pattern.signals_missing]
    register = [signal for signal in missing if signal.source == "register"]
    assert register and all(s.measured.reason == "no initiative register was given" for s in register)


def test_hidden_managers_are_missing_from_patterns_with_the_reason() -> None:
    wave = sample_organisation(managers=4, employees=0)
    analysis = analysed(wave)
    signals = [s for p in analysis.patterns for s in p.signals_missing if s.source == "managers"]
    assert signals and all("fewer than 5 people" in s.sentence for s in signals)


def _custom(levels: int, questions: int) -> Questionnaire:
    return Questionnaire(
        "custom",
        "Custom",
        "1",
        (Layer("mood", "Mood", 1),),
        (Scale("own", tuple(map(str, range(1, levels + 1)))),),
        tuple(Question(f"Q{i}", f"Question {i}", scale="own", layer="mood") for i in range(questions)),
        custom=True,
    )


def _answering(asked: Questionnaire, positions: dict[str, list[int]]) -> ResponseSet:
    people = tuple(
        Respondent(f"{role}{i}", role, {q.code: level for q in asked.questions})
        for role, all_levels in positions.items()
        for i, level in enumerate(all_levels)
    )
    return ResponseSet(asked, people, attribution=Attribution(frozenset({"CEO", "CFO", "CTO"})))


def test_seven_levels_stand_on_their_own_scale_as_questions_and_on_five_as_a_layer() -> None:
    asked = _custom(7, 4)
    analysis = analysed(_answering(asked, {"CEO": [7], "CFO": [4], "Manager": [4] * 6}))
    assert analysis.question("Q0").positions["CEO"].value == 7
    assert analysis.layers[0].positions["CEO"].value == 5 and analysis.layers[0].positions["CFO"].value == 3
    gap = next(gap for gap in analysis.gaps if gap.kind == "leadership")
    assert gap.difference.value == 2.0
    assert analysis.layers[0].agreement.practical_limit == 7 / 6 * 4 / 6


def test_one_question_a_layer_has_no_interval_and_says_so() -> None:
    analysis = analysed(_answering(_custom(5, 1), {"CEO": [4], "CFO": [2]}))
    assert analysis.layers[0].agreement.value.interval_reason == TOO_FEW_QUESTIONS
    assert "Mood has fewer than 4 questions, so its agreement has no interval." in analysis.notes


def test_executives_managers_and_staff_on_one_question_have_positions_and_gaps_with_intervals() -> None:
    groups = {"Other executive": [5, 4, 4, 3, 4, 5], "Manager": [2, 3, 2, 3, 1], "Employee": [2, 2, 3, 4, 1]}
    analysis = analysed(_answering(_custom(5, 1), groups))
    assert set(analysis.question("Q0").distributions) == set(groups)
    pairs = {(gap.from_role, gap.to_role): gap for gap in analysis.gaps}
    assert set(pairs) == {("Leadership", "Manager"), ("Leadership", "Employee"), ("Manager", "Employee")}
    assert all(gap.difference.interval and gap.cliffs_delta for gap in pairs.values())
    assert analysis.overall.word == UNKNOWN_WORD and analysis.patterns[0].word == NOT_ENOUGH


def test_a_role_the_framework_does_not_know_is_a_group_of_its_own() -> None:
    analysis = analysed(_answering(_custom(5, 4), {"CEO": [4], "Plant heads": [2] * 5}))
    assert analysis.role("Plant heads").shown and not analysis.role("Plant heads").leadership
    assert [(gap.from_role, gap.to_role) for gap in analysis.gaps] == [("Leadership", "Plant heads")]


def test_a_layer_without_questions_says_so() -> None:
    asked = replace(_custom(5, 4), layers=(Layer("mood", "Mood", 1), Layer("none", "Nothing", 2)))
    analysis = analysed(_answering(asked, {"CEO": [4], "CFO": [4]}))
    assert analysis.layer("none").agreement.value.reason == "no question belongs to this layer"
    assert analysis.overall.value.value == 1.0
