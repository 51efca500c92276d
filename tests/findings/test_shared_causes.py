"""Patterns that appear together, and what they share."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.analysis.model import NOT_ENOUGH, NOT_SEEN, PRESENT, WATCH, PatternFinding, Signal
from alignment_model.findings.patterns.shared_causes import SharedCause, alone, seen_together, shared_causes
from alignment_model.measures.statistic import Statistic


def signal(*questions: str, source: str = "leadership", label: str = "label") -> Signal:
    return Signal("s", label, source, Statistic.of(2.0), "points", 3.2, 2.2, 1.0, 1.0, "", questions)


def pattern(code: str, *signals: Signal, score: float = 0.9) -> PatternFinding:
    return PatternFinding(code, code, PRESENT, score, 1.0, Statistic.of(1.0), signals, (), (), "", "", "")


def test_a_question_that_speaks_for_two_patterns_is_named_once() -> None:
    found = shared_causes(
        [
            pattern("a", signal("Q1", "Q2"), signal("Q2")),
            pattern("b", signal("Q2")),
            pattern("c", signal("Q9")),
        ]
    )
    assert found == (SharedCause("question", "Q2", ("a", "b")),)


def test_a_number_of_the_register_is_shared_by_its_label_and_other_labels_are_not() -> None:
    idle = signal(source="register", label="Live initiatives few people use")
    found = shared_causes([pattern("a", idle), pattern("b", idle), pattern("c", signal(label=idle.label))])
    assert found == (SharedCause("register", "Live initiatives few people use", ("a", "b")),)


def test_what_speaks_against_a_pattern_is_no_shared_cause() -> None:
    against = replace(pattern("b"), signals_against=(signal("Q1"),))
    assert shared_causes([pattern("a", signal("Q1")), against]) == ()


def test_themes_of_the_sources_are_told_from_what_is_measured() -> None:
    found = shared_causes([pattern("ai_pilot_trap"), pattern("ai_theatre")])
    assert found == (SharedCause("theme", "leadership_first", ("ai_pilot_trap", "ai_theatre")),)
    assert not found[0].measured
    assert alone([pattern("ai_pilot_trap"), pattern("ai_theatre")]) == ("ai_pilot_trap", "ai_theatre")


def test_the_present_come_before_the_watched_and_the_rest_is_not_there() -> None:
    found = [
        replace(pattern("watched", score=0.95), word=WATCH),
        pattern("weaker", score=0.7),
        pattern("stronger", score=0.8),
        replace(pattern("quiet", signal("Q2")), word=NOT_SEEN),
        replace(pattern("unknown", signal("Q2")), word=NOT_ENOUGH),
    ]
    assert [finding.code for finding in seen_together(found)] == ["stronger", "weaker", "watched"]


def test_a_pattern_that_is_not_seen_appears_with_none() -> None:
    quiet = replace(pattern("b", signal("Q2")), word=NOT_SEEN)
    assert shared_causes([pattern("a", signal("Q2")), quiet]) == ()
