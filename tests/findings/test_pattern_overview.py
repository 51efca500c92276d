"""One sentence over all patterns: true when some, all or none can be judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model.analysis import analyse
from alignment_model.analysis.model import NOT_ENOUGH, NOT_SEEN, PRESENT, WATCH, PatternFinding
from alignment_model.findings.patterns.overview import none_seen, not_judged, patterns_sentence
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from tests.findings.making import survey
from tests.findings.organisation import organisation


def patterns(*words: str) -> list[PatternFinding]:
    return [
        PatternFinding(f"p{i}", f"P{i}", word, 0.5, 1.0, Statistic.of(1.0), (), (), (), "", "", "")
        for i, word in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((PRESENT, WATCH, PRESENT), "P0 and P2: the evidence is there"),
        ((NOT_SEEN, WATCH), "P1: worth watching"),
        ((PRESENT,) * 4, "4 patterns: the evidence is there"),
        ((NOT_SEEN, NOT_SEEN), "No pattern of misalignment stands out"),
        (
            (NOT_SEEN, NOT_SEEN, NOT_ENOUGH),
            "No pattern is seen among the 2 that can be judged; 1 cannot be judged yet",
        ),
        (
            (NOT_SEEN, NOT_ENOUGH, NOT_ENOUGH),
            "The one pattern that can be judged is not seen; 2 cannot be judged yet",
        ),
        (
            (NOT_ENOUGH,),
            "Nobody can tell yet: too little of the evidence that patterns rest on could be measured",
        ),
    ],
)
def test_the_sentence_says_what_is_there_and_what_nobody_can_judge(
    words: tuple[str, ...], sentence: str
) -> None:
    assert patterns_sentence(patterns(*words)) == sentence


def test_a_survey_of_other_questions_is_not_said_to_have_too_few_answers() -> None:
    asked = analyse(survey({"CEO": [[4, 4]], "CFO": [[4, 3]]}), policy=PrivacyPolicy())
    assert (
        none_seen(asked.patterns)
        == "This survey asks nothing that patterns are made of, so no pattern can be judged"
    )


def test_those_that_cannot_be_judged_are_counted_beside_those_that_can() -> None:
    assert not_judged(patterns(PRESENT, NOT_ENOUGH)).startswith("1 of 2 patterns cannot be judged")
    assert not_judged(patterns(PRESENT)) == "" and not_judged(patterns(NOT_ENOUGH)) == ""


def test_what_is_missing_says_who_is_missing_and_why() -> None:
    few = organisation({"without": ["Manager"]})
    found = analyse(few, policy=PrivacyPolicy()).patterns[0]
    assert any("no answers from managers" in signal.sentence for signal in found.signals_missing)


def test_of_many_patterns_those_that_score_highest_are_named() -> None:
    scores = (0.7, 0.996, 0.8, 1.0)
    found = [replace(item, score=score) for item, score in zip(patterns(*[PRESENT] * 4), scores)]
    assert patterns_sentence(found) == "4 patterns, P1 and P3 most of all: the evidence is there"
