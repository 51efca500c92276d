"""What value means, the chain, theory and reality, and the number, in two reports that both asked for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from alignment_model.report.comparison.model import (
    CHAIN,
    NUMBER,
    ONE_ONLY,
    OTHERWISE_ASKED,
    THEORY,
    VALUE,
    Apart,
    Data,
    Found,
    in_words,
    measured,
    role_name,
)
from alignment_model.report.names import spelled

LEADERS = "All leadership roles"
NOWHERE = "It does not break"
SIDES = {
    "designed": ("as designed", "points"),
    "working": ("as it works today", "points"),
    "gap": ("designed minus working", "signed"),
}
NAMED = {
    VALUE: "What value means to each role",
    CHAIN: "The value chain",
    THEORY: "Theory and reality",
    NUMBER: "The number",
}


def value(before: Data, after: Data) -> Found:
    """Points per outcome and role, what two roles share, and what all share."""
    pair = before.get(VALUE), after.get(VALUE)
    if None in pair:
        yield from _one_only(pair, VALUE)
        return
    if _outcomes(before) != _outcomes(after):
        yield Apart(NAMED[VALUE], "The two spread their points over different outcomes")
        return
    one, other = pair
    yield measured(VALUE, "", LEADERS, one["common"], other["common"], "integer")
    yield from _overlaps(before, after)
    yield from _grid(VALUE, "outcomes", (before, one["points"]), (after, other["points"]), "", "integer")


def _outcomes(data: Data) -> Mapping[str, str]:
    """The outcomes points were spread over, as the report calls them."""
    held = {code for by_outcome in data[VALUE]["points"].values() for code in by_outcome}
    return {code: data["names"]["outcomes"].get(code, code) for code in held}


def _overlaps(before: Data, after: Data) -> Found:
    later = {frozenset(item["roles"]): item["points"] for item in after[VALUE]["overlaps"]}
    for item in before[VALUE]["overlaps"]:
        other = later.get(frozenset(item["roles"]))
        if other is not None:
            what = " and ".join(role_name(after, before, role) for role in item["roles"])
            yield measured(VALUE, "", f"{what} share", item["points"], other, "integer")


def chain(before: Data, after: Data) -> Found:
    """Evidence per stage and role, where each role sees the chain break, and activity against outcome."""
    pair = before.get(CHAIN), after.get(CHAIN)
    if None in pair:
        yield from _one_only(pair, CHAIN)
        return
    if _asked(before, "evidence") != _asked(after, "evidence"):
        yield Apart(NAMED[CHAIN], OTHERWISE_ASKED)
        return
    one, other = pair
    yield from _breaks(before, after)
    yield from _by_role(
        CHAIN,
        "Activity minus outcome",
        (before, one["activity_outcome_gap"]),
        (after, other["activity_outcome_gap"]),
        "signed",
    )
    yield from _grid(CHAIN, "stages", (before, one["evidence"]), (after, other["evidence"]))


def _breaks(before: Data, after: Data) -> Found:
    later = after[CHAIN]["breaks"]
    for role, stage in before[CHAIN]["breaks"].items():
        if role in later:
            stages = (_part(data, "stages", code) for data, code in ((before, stage), (after, later[role])))
            yield in_words(CHAIN, "Where it breaks", role_name(after, before, role), *stages)


def theory_reality(before: Data, after: Data) -> Found:
    """Designed, working and the gap between them, per domain and role; and agreement on the gap."""
    pair = before.get(THEORY), after.get(THEORY)
    if None in pair:
        yield from _one_only(pair, THEORY)
        return
    if _asked(before, "designed", "working") != _asked(after, "designed", "working"):
        yield Apart(NAMED[THEORY], OTHERWISE_ASKED)
        return
    one, other = pair
    agreement = one["agreement_on_gap"], other["agreement_on_gap"]
    yield measured(THEORY, "Agreement on the gap", LEADERS, *agreement, "agreement")
    for side, (said, form) in SIDES.items():
        yield from _grid(THEORY, "domains", (before, one[side]), (after, other[side]), said, form)


def number(before: Data, after: Data) -> Found:
    """The expected effect on operating cost and the confidence in it, per role; median and spread."""
    pair = before.get(NUMBER), after.get(NUMBER)
    if None in pair:
        yield from _one_only(pair, NUMBER)
        return
    one, other = pair
    for key, said, form in (("median", "Median", "signed"), ("spread", "Spread", "points")):
        yield measured(NUMBER, f"{said}, per cent", LEADERS, one[key], other[key], form)
    for key, said, form in (
        ("effect", "Expected effect, per cent", "signed"),
        ("confidence", "Confidence, 1 to 5", "points"),
    ):
        yield from _by_role(NUMBER, said, (before, one[key]), (after, other[key]), form)


def _one_only(pair: Collection[Any], kind: str) -> Found:
    """That only one of the two asked for it; nothing when none did."""
    if any(side is not None for side in pair):
        yield Apart(NAMED[kind], ONE_ONLY)


def _asked(data: Data, *kinds: str) -> list[tuple[Any, ...]]:
    """What was asked, on which scale, for the questions of these kinds."""
    return sorted(
        (item["question"], item["text"], item["levels"], item["part"] or "")
        for item in data["other_questions"]
        if item["kind"] in kinds
    )


Side = tuple[Data, Mapping[str, Any]]  # the report's data, and the part of it that is compared


def _by_role(kind: str, part: str, before: Side, after: Side, form: str = "points") -> Found:
    for role, found in before[1].items():
        if role in after[1]:
            yield measured(kind, part, role_name(after[0], before[0], role), found, after[1][role], form)


def _grid(kind: str, parts: str, before: Side, after: Side, said: str = "", form: str = "points") -> Found:
    """Role by part (outcome, stage, domain); `said` tells several grids of one kind apart."""
    for role, by_part in before[1].items():
        who = role_name(after[0], before[0], role)
        for code, found in by_part.items():
            other = after[1].get(role, {}).get(code)
            if other is not None:
                name = _part(after[0], parts, code)
                yield measured(kind, name, f"{who}, {said}" if said else who, found, other, form)


def _part(data: Data, parts: str, code: str | None) -> str:
    return NOWHERE if code is None else data["names"][parts].get(code) or spelled(code)
