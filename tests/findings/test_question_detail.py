"""One question under the glass."""

from __future__ import annotations

import pytest

from alignment_model.analysis import Analysis, analyse
from alignment_model.findings.question_detail import question_detail
from alignment_model.privacy import PrivacyPolicy
from tests.findings.making import survey
from tests.findings.organisation import organisation


def analysed(responses) -> Analysis:
    return analyse(responses, policy=PrivacyPolicy())


def test_every_statistic_has_an_interval_or_a_reason() -> None:
    detail = question_detail(analysed(organisation()), "LA1")
    for within in detail.within.values():
        for found in (within.consensus, within.van_der_eijk_a, within.average_deviation, within.rwg):
            assert found.interval or found.interval_reason or found.reason or found.caution


def test_a_reversed_question_is_turned_round_like_its_positions() -> None:
    detail = question_detail(analysed(organisation({"managers": {"PB3": 2}})), "PB3")
    assert detail.result.positions["Manager"].value == 2
    assert sum(detail.result.distributions["Manager"].counts) == 20


def test_chance_is_judged_for_the_roles_that_answered() -> None:
    alike = question_detail(analysed(survey({"CEO": [[5]], "CFO": [[5]], "CTO": [[5]]})), "Q0")
    assert alike.null_band is not None
    assert alike.p == pytest.approx(1 / 25)  # three people on five levels
    alone = question_detail(analysed(survey({"CEO": [[5]]})), "Q0")
    assert alone.null_band is None and alone.p is None


def test_it_names_the_patterns_it_feeds_once_each() -> None:
    detail = question_detail(analysed(organisation()), "LA1")
    codes = [pattern.code for pattern, _ in detail.feeds]
    assert len(codes) == len(set(codes)) == 2
    assert all(
        signal.code in detail.result.question.feeds for _, signals in detail.feeds for signal in signals
    )
