"""The sentence that matters most says who, how far and how sure."""

from __future__ import annotations

import pytest

from alignment_model.analysis import analyse
from alignment_model.privacy import PrivacyPolicy
from tests.findings.organisation import organisation

TRUST = ("ST1", "ST2", "ST3", "ST4", "ST5", "ST6")


def headline(**case: object) -> str:
    return analyse(organisation(case), policy=PrivacyPolicy()).headline


def test_a_role_that_stands_apart_is_named_with_its_distance_and_layer() -> None:
    levels = dict(zip(TRUST, (1, 2, 2, 1, 2, 2)))
    assert headline(roles={"CFO": levels}) == (
        "Leadership agrees on technology capability, leadership alignment and organisational capability; "
        "the CFO stands 2.3 points lower than the others on societal trust, clearly."
    )


def test_camps_are_named() -> None:
    low = dict.fromkeys(TRUST, 2)
    said = headline(roles={"CFO": low, "CTO": low})
    assert (
        "on societal trust there are two camps: the CEO and the other executives stand 2.0 points higher"
        in said
    )


def test_when_leaders_agree_the_gap_to_managers_is_told() -> None:
    levels = dict(zip(TRUST, (1, 2, 2, 1, 2, 2)))
    assert headline(managers=levels).startswith(
        "Leadership agrees on all 4 layers; managers stand 2.3 points lower"
    )


def test_a_gap_among_leaders_who_agree_is_not_passed_over_for_a_smaller_one_to_groups() -> None:
    assert headline(roles={"CFO": dict(zip(TRUST, (3, 3, 4, 3, 3, 4)))}) == (
        "Leadership agrees on all 4 layers; "
        "the CFO stands 0.7 points lower than the CEO on societal trust, clearly."
    )


@pytest.mark.parametrize(
    "without", [["CFO", "CTO", "Other executive"], ["CEO", "CFO", "CTO", "Other executive"]]
)
def test_without_two_leaders_nobody_can_tell(without: list[str]) -> None:
    assert headline(without=without).startswith("Nobody can tell yet how far leadership agrees")
