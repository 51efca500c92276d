"""What the spread of the expected effects means in money, when somebody names the cost base."""

from __future__ import annotations

import math
from dataclasses import dataclass

from alignment_model.analysis.model import NumberResult
from alignment_model.errors import UsageError
from alignment_model.findings.evidence import is_leadership

LARGEST = 1e13


@dataclass(frozen=True, slots=True)
class SpreadInMoney:
    """A year's operating cost times the leadership roles' expectations; negative is a saving."""

    cost_base: float
    lowest: float
    highest: float
    lowest_role: str
    highest_role: str

    @property
    def spread(self) -> float:
        """How far apart the two budgets are."""
        return self.highest - self.lowest


def spread_in_money(number: NumberResult, cost_base: float) -> SpreadInMoney | None:
    """The lowest and the highest expectation of a leadership role in money a year; None with fewer than two.

    Raises
    ------
    UsageError
        When the cost base is no amount that can be meant.
    """
    if not math.isfinite(cost_base) or not 0 < cost_base <= LARGEST:
        raise UsageError("A year's operating cost is an amount above 0. Give it as a plain number.")
    known = {
        role: found.value
        for role, found in number.effect.items()
        if is_leadership(role) and found.value is not None
    }
    if len(known) < 2:
        return None
    low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    return SpreadInMoney(cost_base, cost_base * known[low] / 100, cost_base * known[high] / 100, low, high)
