"""What can be said of two frozen reports together, and how two numbers are judged.

Two numbers differ clearly when their 95 % intervals do not overlap. That is stricter than the page of trends,
which has the answers and pairs question by question; of two frozen reports nobody has more than the numbers.
What was counted, such as money in the register, has no interval and needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alignment_model.privacy import protects
from alignment_model.report.names import short_name

AGREEMENT, POSITION, GAP, PATTERN = "agreement", "position", "gap", "pattern"
VALUE, CHAIN, THEORY, NUMBER, REGISTER = "value", "chain", "theory_reality", "number", "register"
HIGHER, LOWER, UNCLEAR, UNKNOWN, SAME = (
    "clearly higher",
    "clearly lower",
    "not clear",
    "cannot be said",
    "same",
)
CHANGED = "verdict changed"
TINY = 1e-9
ONE_ONLY = "Only one of the two has it"
OTHERWISE_ASKED = "The two asked different questions, or on different scales"
Data = Mapping[str, Any]
Value = float | str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing both reports say: what stood before, what after, and whether that differs clearly and why.

    `part` is the layer, outcome, stage or domain it belongs to, or empty; `form` says how its numbers are
    shown, in the words of `report.formats`.
    """

    kind: str
    part: str
    what: str
    before: Value
    after: Value
    verdict: str
    why: str
    form: str = "points"


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that cannot be compared, and why."""

    what: str
    why: str


Found = Iterator[Difference | Apart]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that can be said of two reports together."""

    differences: tuple[Difference, ...]
    apart: tuple[Apart, ...]

    def of(self, kind: str) -> tuple[Difference, ...]:
        """The differences of one kind."""
        return tuple(item for item in self.differences if item.kind == kind)


def judge(before: Data, after: Data) -> tuple[str, str]:
    """Verdict and reason for two statistics (value, interval, reasons) of the same thing."""
    one, other = before["value"], after["value"]
    if one is None or other is None:
        return UNKNOWN, str((before if one is None else after)["reason"] or "No number in one of them")
    if abs(one - other) < TINY:
        return SAME, ""
    if before["interval"] is None or after["interval"] is None:
        reason = (before if before["interval"] is None else after)["interval_reason"] or "none was computed"
        return UNKNOWN, reason if protects(reason) else f"No interval: {reason}"
    if after["interval"][0] > before["interval"][1]:
        return HIGHER, "The intervals do not overlap"
    if after["interval"][1] < before["interval"][0]:
        return LOWER, "The intervals do not overlap"
    return UNCLEAR, "The intervals overlap"


def judge_counted(one: float | None, other: float | None) -> tuple[str, str]:
    """Verdict and reason for two numbers that were counted: any difference is one."""
    if one is None or other is None:
        return UNKNOWN, "No number in one of them"
    if abs(one - other) < TINY:
        return SAME, ""
    return (HIGHER if other > one else LOWER), "Counted, not estimated"


def measured(kind: str, part: str, what: str, before: Data, after: Data, form: str = "points") -> Difference:
    """Two statistics of the same thing, judged by their intervals."""
    return Difference(kind, part, what, before["value"], after["value"], *judge(before, after), form)


def in_words(kind: str, part: str, what: str, before: str, after: str) -> Difference:
    """Two words for the same thing."""
    same = before == after
    return Difference(
        kind, part, what, before, after, SAME if same else CHANGED, "" if same else f"{before} became {after}"
    )


def role_name(first: Data, second: Data, code: str) -> str:
    """A role as it is called in sentences: by the names of the first, else of the second.

    >>> role_name({"names": {"roles": {"CEO": "Chief executive"}}}, {"names": {"roles": {}}}, "CEO")
    'CEO'
    """
    return short_name(code, first["names"]["roles"].get(code) or second["names"]["roles"].get(code) or code)
