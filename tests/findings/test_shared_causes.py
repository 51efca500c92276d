"""Patterns that appear together, and the questions they share."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.analysis.model import NOT_SEEN, PRESENT, PatternFinding, Signal
from alignment_model.findings.shared_causes import shared_causes
from alignment_model.measures.statistic import Statistic


def signal(*questions: str) -> Signal:
    return Signal("s", "label", "leadership", Statistic.of(2.0), "points", 3.2, 2.2, 1.0, 1.0, "", questions)


def pattern(code: str, *signals: Signal) -> PatternFinding:
    return PatternFinding(code, code, PRESENT, 0.9, 1.0, Statistic.of(1.0), signals, (), (), "", "", "")


def test_questions_that_speak_for_both_patterns_are_named() -> None:
    found = shared_causes(
        [pattern("a", signal("Q1", "Q2")), pattern("b", signal("Q2")), pattern("c", signal("Q9"))]
    )
    assert (found[0].first, found[0].second, found[0].questions) == ("a", "b", ("Q2",))
    assert [pair.questions for pair in found[1:]] == [(), ()]


def test_a_pattern_that_is_not_seen_appears_with_none() -> None:
    quiet = replace(pattern("b", signal("Q2")), word=NOT_SEEN)
    assert shared_causes([pattern("a", signal("Q2")), quiet]) == ()
