"""A pattern is never just a lamp: score, coverage, word, stability, and evidence on every side."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.analysis import analyse
from alignment_model.analysis.model import PatternFinding
from alignment_model.findings.patterns.found import strength_of, word_of
from alignment_model.findings.patterns.rules import SignalRule, load_pattern_rules, pattern_rules_from_dict
from alignment_model.privacy import PrivacyPolicy
from alignment_model.sample import sample_organisation
from tests.findings.organisation import organisation

TRAPPED = {
    "leadership": {"TC3": 2, "PB2": 2},
    "managers": {"TC3": 2, "PB2": 2, "TC1": 2},
    "register": {str(place): {"stage": "Pilot"} for place in range(1, 6)},
}


def found(code: str, case: dict[str, object] | None = None) -> PatternFinding:
    analysis = analyse(organisation(case), policy=PrivacyPolicy())
    return next(pattern for pattern in analysis.patterns if pattern.code == code)


def rule(none: float, full: float) -> SignalRule:
    return SignalRule("s", "S", "managers", "position", none, full, 1.0, "a reason", "points", "managers")


@pytest.mark.parametrize(("none", "full"), [(3.2, 2.2), (2.2, 3.2)])
def test_strength_is_linear_between_the_thresholds_either_way_round(none: float, full: float) -> None:
    steps = np.array([none - (full - none), none, (none + full) / 2, full, full + (full - none)])
    assert strength_of(steps, rule(none, full)).tolist() == pytest.approx([0, 0, 0.5, 1, 1])


@pytest.mark.parametrize(
    ("score", "kinds", "coverage", "word"),
    [
        (0.6, 2, 0.6, "Present"),
        (0.6, 1, 1.0, "Watch"),
        (0.59, 3, 1.0, "Watch"),
        (0.4, 0, 1.0, "Watch"),
        (0.39, 2, 1.0, "Not seen"),
        (1.0, 3, 0.59, "Not enough evidence"),
    ],
)
def test_the_word_follows_score_kinds_and_coverage(
    score: float, kinds: int, coverage: float, word: str
) -> None:
    assert word_of(score, kinds, coverage) == word


def test_the_score_is_the_weighted_mean_of_what_could_be_measured() -> None:
    pattern = found("ai_pilot_trap", TRAPPED | {"without": ["Manager"]})
    known = (*pattern.signals_for, *pattern.signals_against)
    weight = sum(signal.weight for signal in known)
    assert pattern.score == pytest.approx(sum((s.strength or 0) * s.weight for s in known) / weight)
    everything = sum(signal.weight for signal in load_pattern_rules().pattern("ai_pilot_trap").signals)
    assert pattern.coverage == pytest.approx(weight / everything)


def test_every_signal_is_for_against_or_missing_and_says_its_number() -> None:
    pattern = found("ai_pilot_trap", TRAPPED)
    rules = load_pattern_rules().pattern("ai_pilot_trap").signals
    signals = (*pattern.signals_for, *pattern.signals_against, *pattern.signals_missing)
    assert sorted(signal.code for signal in signals) == sorted(signal.code for signal in rules)
    assert "Leaders say pilots reach daily use: 2.0 of 5" in pattern.signals_for[0].sentence
    assert all(signal.measured.known for signal in (*pattern.signals_for, *pattern.signals_against))


def test_managers_who_did_not_answer_are_a_missing_signal_with_that_reason() -> None:
    pattern = found("shadow_ai", {"without": ["Manager"]})
    missing = {signal.code: signal.sentence for signal in pattern.signals_missing}
    assert missing["used_for_show"].endswith("nobody can tell (no answers from managers).")
    assert pattern.word == "Not enough evidence" and pattern.stability.reason


def test_a_clear_pattern_keeps_its_word_in_nearly_all_resamples() -> None:
    analysis = analyse(sample_organisation(patterns=["ai_theatre"]), policy=PrivacyPolicy())
    pattern = next(item for item in analysis.patterns if item.code == "ai_theatre")
    assert pattern.word == "Present" and (pattern.stability.value or 0) > 0.9
    assert pattern.stability.n is not None and pattern.stability.n <= 200


def test_the_sentence_says_how_many_signals_speak_for_it_and_which_most() -> None:
    pattern = found("ai_pilot_trap", TRAPPED)
    assert pattern.sentence.startswith("AI pilot trap is present: ")
    assert "signals speak for it (score" in pattern.sentence and "most of all" in pattern.sentence


def test_an_edited_rule_is_used_and_recorded() -> None:
    rules = load_pattern_rules()
    tables = rules.as_dict()
    for signal in tables["patterns"][0]["signals"]:
        signal["none"], signal["full"] = signal["full"] + 100, signal["full"] + 99
    edited = pattern_rules_from_dict(tables)
    analysis = analyse(organisation(), policy=PrivacyPolicy(), rules=edited)
    assert analysis.patterns[0].score == 1.0
    assert analysis.provenance["rules_digest"] == edited.digest != rules.digest
