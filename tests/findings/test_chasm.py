"""Executives and managers."""

from __future__ import annotations

from alignment_model.analysis import analyse
from alignment_model.findings.chasm import Chasm, chasm
from alignment_model.privacy import PrivacyPolicy
from tests.findings.organisation import organisation


def found(case=None) -> Chasm:
    return chasm(analyse(organisation(case), policy=PrivacyPolicy()))


def test_managers_far_below_are_named_with_the_widest_question() -> None:
    result = found({"managers": {"PB1": 1, "PB13": 2}, "roles": {"CEO": {"PB1": 5}}})
    theme = next(theme for theme in result.themes if theme.code == "adoption")
    assert "Managers stand" in theme.sentence and "below leadership" in theme.sentence


def test_the_same_view_is_said_to_be_the_same() -> None:
    assert "within half a point" in found().themes[0].sentence
    assert found().sentence.startswith("On no question does leadership stand clearly")


def test_dont_know_is_counted_by_group_most_first() -> None:
    result = found({"dont_know": {"OC1": 10, "OC2": 4}})
    assert [row.question for row in result.unknown[:2]] == ["OC1", "OC2"]
    assert dict(result.unknown[0].groups)["Manager"] == 0.5


def test_without_groups_the_sentence_says_what_is_missing() -> None:
    assert found({"without": ["Manager", "Employee"]}).sentence.startswith("Nobody below leadership")
    leaders = ["CEO", "CFO", "CTO", "Other executive"]
    assert found({"without": leaders}).sentence.startswith("No leadership role answered")
