"""The spread of expectations in money, checked again in the core."""

from __future__ import annotations

import math

import pytest

from alignment_model.analysis import analyse
from alignment_model.errors import UsageError
from alignment_model.findings.spread_in_money import spread_in_money
from alignment_model.privacy import PrivacyPolicy
from tests.findings.organisation import organisation


def number(effect):
    found = analyse(organisation({"effect": effect}), policy=PrivacyPolicy()).number
    assert found is not None
    return found


def test_the_ends_are_leadership_roles_with_their_money() -> None:
    found = spread_in_money(number({"CEO": -20, "CFO": 2, "Manager": -80}), 1000)
    assert found is not None
    assert (found.lowest_role, found.lowest, found.highest_role, found.highest) == ("CEO", -200, "CFO", 20)
    assert found.spread == 220


@pytest.mark.parametrize("amount", [0, -1, math.nan, math.inf, 1e14])
def test_an_amount_that_cannot_be_meant_is_refused(amount: float) -> None:
    with pytest.raises(UsageError, match="above 0"):
        spread_in_money(number({}), amount)
