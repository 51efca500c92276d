"""Sentences of the register's and the chasm's pages: one, many, none, and nothing known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from alignment_model.analysis import Analysis, analyse
from alignment_model.findings.chasm import chasm
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import Initiative
from alignment_model.ui.reading import chasm as reading_chasm
from alignment_model.ui.reading import register as reading_register
from tests.findings.organisation import WAVE_DATE, organisation

PILOT = Initiative(
    "One", "Sales", "Ann", "Sell", "Pilot", WAVE_DATE, 60.0, 40.0, True, "Hours", "Last year", 70.0, True
)
LIVE = replace(PILOT, name="Live", stage="Production", adoption=20.0)


def registered(*items: Initiative) -> Analysis:
    return analyse(replace(organisation(), initiatives=items), policy=PrivacyPolicy())


def said(write, *items: Initiative) -> str:  # type: ignore[no-untyped-def]
    analysis = registered(*items)
    assert analysis.register is not None
    return write(analysis.register)


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([replace(PILOT, stage="Idea")], "1 initiative in the register, none live or in pilot"),
        ([PILOT], "The only live or pilot initiative has a measured outcome"),
        ([PILOT, LIVE], "Every live and pilot initiative has a measured outcome"),
        (
            [replace(PILOT, outcome_measured=False), LIVE],
            "50 % of the money in live and pilot initiatives has no measured outcome: EUR 100",
        ),
        (
            [replace(PILOT, outcome_measured=False, spend_to_date=None, committed_spend=None), LIVE],
            "1 of 2 live and pilot initiatives has no measured outcome",
        ),
    ],
)
def test_the_registers_sentence(items: list[Initiative], sentence: str) -> None:
    analysis = registered(*items)
    assert analysis.register is not None
    assert reading_register.sentence(analysis, analysis.register) == sentence


@pytest.mark.parametrize(
    ("adoption", "sentence"),
    [
        (
            [20.0],
            "The one live initiative whose adoption is known is used by fewer than 40 % of its intended users.",
        ),
        (
            [60.0],
            "The one live initiative whose adoption is known is used by at least 40 % of its intended users.",
        ),
        (
            [60.0, 20.0],
            "1 of 2 live initiatives whose adoption is known is used by fewer than 40 % of its intended users.",
        ),
        (
            [20.0, 20.0],
            "2 of 2 live initiatives whose adoption is known are used by fewer than 40 % of their intended users.",
        ),
        ([None], ""),
    ],
)
def test_how_much_live_initiatives_are_used(adoption: list[float | None], sentence: str) -> None:
    items = [replace(LIVE, name=f"Live {i}", adoption=share) for i, share in enumerate(adoption)]
    assert said(reading_register.adoption, *items) == sentence


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([replace(PILOT, announced=False)], "No initiative is said to be announced."),
        ([PILOT], "The one announced initiative has a measured outcome."),
        ([PILOT, LIVE], "All 2 announced initiatives have a measured outcome."),
        (
            [replace(PILOT, outcome_measured=None), LIVE],
            "1 of 2 announced initiatives has no measured outcome: One.",
        ),
    ],
)
def test_what_was_announced(items: list[Initiative], sentence: str) -> None:
    assert said(reading_register.announced, *items) == sentence


def test_what_is_lacking_most_is_said_with_its_article() -> None:
    assert said(reading_register.missing_title, PILOT).startswith(
        "Every live and pilot initiative has metric"
    )
    bare = replace(PILOT, accountable_owner="", name="Bare")
    assert (
        said(reading_register.missing_title, bare) == "Most money lacks an accountable owner (1 initiative)."
    )
    free = replace(bare, value_metric="", accountable_owner="Ann", spend_to_date=None, committed_spend=None)
    assert said(reading_register.missing_title, free) == "Most often lacking: a value metric (1 initiative)."


def unknown(case: Mapping[str, object]) -> str:
    analysis = analyse(organisation(case), policy=PrivacyPolicy())
    return reading_chasm.unknown_sentence(analysis, chasm(analysis))


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ({}, "Nobody who may be shown answered “don't know”"),
        ({"dont_know": {"OC1": 1}}, "On no question did more than a few in any group answer “don't know”"),
        ({"dont_know": {"OC1": 10}}, "50 % of managers answered “don't know” to “Users have been trained”"),
        (
            {"dont_know": {"OC1": 10, "OC2": 10}},
            "50 % of managers answered “don't know” to each of 2 questions",
        ),
    ],
)
def test_what_people_do_not_know(case: Mapping[str, object], sentence: str) -> None:
    assert unknown(case) == sentence
