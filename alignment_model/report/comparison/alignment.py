"""Agreement, positions, gaps and patterns of two reports, on the layers, roles and thresholds they share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alignment_model.report.comparison.model import (
    AGREEMENT,
    CHANGED,
    GAP,
    ONE_ONLY,
    OTHERWISE_ASKED,
    PATTERN,
    POSITION,
    UNCLEAR,
    UNKNOWN,
    Apart,
    Data,
    Difference,
    Found,
    in_words,
    judge,
    measured,
    role_name,
)


def roles_apart(before: Data, after: Data) -> Found:
    """Roles of which only one report may tell."""
    sides = [{role["role"]: role for role in data["roles"]} for data in (before, after)]
    for code in sorted(sides[0].keys() | sides[1].keys()):
        found = [side.get(code) for side in sides]
        name = role_name(after, before, code)
        if any(role is None for role in found):
            yield Apart(name, "Only one of the two has answers of this role")
        elif not all(role["shown"] for role in found if role):
            hidden = next(role for role in found if role and not role["shown"])
            yield Apart(name, str(hidden["reason"]))


def agreement_and_positions(before: Data, after: Data) -> Found:
    """Each layer both asked alike: how far leadership agrees, and where each role stands."""
    sides = [{layer["layer"]: layer for layer in data["layers"]} for data in (before, after)]
    for code in dict.fromkeys([*sides[0], *sides[1]]):
        one, other = (side.get(code) for side in sides)
        if one is None or other is None:
            yield Apart((one or other or {})["name"], ONE_ONLY)
        elif _asked(one) != _asked(other):
            yield Apart(one["name"], OTHERWISE_ASKED)
        else:
            yield _agreement(one, other)
            yield from _positions(before, after, one, other)


def _asked(layer: Data) -> list[tuple[Any, ...]]:
    asked = (
        (item["question"], item["text"], item["levels"], item["reversed"]) for item in layer["questions"]
    )
    return sorted(asked)


def _agreement(one: Data, other: Data) -> Difference:
    found = one["agreement"], other["agreement"]
    verdict, why = _or_changed_verdict(judge(*found), found[0]["word"], found[1]["word"])
    values = found[0]["value"], found[1]["value"]
    return Difference(AGREEMENT, one["name"], "Leadership", *values, verdict, why, "agreement")


def _positions(before: Data, after: Data, one: Data, other: Data) -> Found:
    for role, found in one["position_details"].items():
        if role in other["position_details"]:
            who = role_name(after, before, role)
            yield measured(POSITION, one["name"], who, found, other["position_details"][role])


def gaps(before: Data, after: Data) -> Found:
    """Each pair of roles on each layer both asked alike."""
    later = {(gap["layer"], gap["from"], gap["to"]): gap for gap in after["gaps"]}
    layers = _shared_layers(before, after)
    for gap in before["gaps"]:
        other = later.get((gap["layer"], gap["from"], gap["to"]))
        if other is None or gap["layer"] not in layers:
            continue
        pair = {**gap, "value": gap["difference"]}, {**other, "value": other["difference"]}
        verdict, why = _or_changed_verdict(judge(*pair), gap["word"], other["word"])
        what = f"{role_name(after, before, gap['from'])} against {role_name(after, before, gap['to'])}"
        values = gap["difference"], other["difference"]
        yield Difference(GAP, layers[gap["layer"]], what, *values, verdict, why, "signed")


def _shared_layers(before: Data, after: Data) -> Mapping[str, str]:
    later = {layer["layer"]: layer for layer in after["layers"]}
    return {
        layer["layer"]: layer["name"]
        for layer in before["layers"]
        if layer["layer"] in later and _asked(layer) == _asked(later[layer["layer"]])
    }


def _or_changed_verdict(judged: tuple[str, str], before: str, after: str) -> tuple[str, str]:
    """The verdict by the intervals; where they cannot tell, that the word is another one."""
    if before != after and judged[0] in (UNCLEAR, UNKNOWN):
        return CHANGED, f"{before} became {after}"
    return judged


def patterns(before: Data, after: Data) -> Found:
    """Each pattern's word, where both were judged by the same thresholds."""
    if before["provenance"].get("rules_digest") != after["provenance"].get("rules_digest"):
        yield Apart("All patterns", "The two were judged by different thresholds")
        return
    later = {pattern["pattern"]: pattern for pattern in after["patterns"]}
    for pattern in before["patterns"]:
        other = later.get(pattern["pattern"])
        if other is not None:
            yield in_words(PATTERN, "", other["name"], pattern["word"], other["word"])
