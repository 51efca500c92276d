"""Two frozen reports side by side, from their data alone: what differs, whether clearly, what cannot be compared.

Two numbers differ clearly when their 95 % intervals do not overlap. That is stricter than the page of trends,
which has the answers and pairs question by question; of two frozen reports nobody has more than the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

POSITION, AGREEMENT, GAP, PATTERN = "position", "agreement", "gap", "pattern"
HIGHER, LOWER, UNCLEAR, UNKNOWN, SAME = (
    "clearly higher",
    "clearly lower",
    "not clear",
    "cannot be said",
    "same",
)
WORD = "another word"
TINY = 1e-9
Data = Mapping[str, Any]
Value = float | str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing both reports say: what stood before, what after, and whether that differs clearly and why."""

    kind: str
    layer: str
    what: str
    before: Value
    after: Value
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that cannot be compared, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that can be said of two reports together."""

    differences: tuple[Difference, ...]
    apart: tuple[Apart, ...]

    def of(self, kind: str) -> tuple[Difference, ...]:
        """The differences of one kind."""
        return tuple(item for item in self.differences if item.kind == kind)


def compare_reports(before: Data, after: Data) -> Comparison:
    """What differs between two reports' data (`Report.data`), on the layers, roles and rules they share."""
    apart = [*_layers_apart(before, after), *_roles_apart(before, after)]
    layers = _shared_layers(before, after)
    found = [item for one, other in layers for item in _layer(one, other, after["names"])]
    codes = {one["layer"]: one["name"] for one, _ in layers}
    found += _gaps(before, after, codes)
    if before["provenance"].get("rules_digest") == after["provenance"].get("rules_digest"):
        found += _patterns(before, after)
    else:
        apart.append(Apart("All patterns", "The two were judged by different thresholds"))
    return Comparison(tuple(found), tuple(apart))


def judge(before: Data, after: Data) -> tuple[str, str]:
    """Verdict and reason for two statistics (value, interval, reasons) of the same thing."""
    one, other = before["value"], after["value"]
    if one is None or other is None:
        return UNKNOWN, str((before if one is None else after)["reason"] or "No number in one of them")
    if abs(one - other) < TINY:
        return SAME, ""
    if before["interval"] is None or after["interval"] is None:
        missing = before if before["interval"] is None else after
        return UNKNOWN, f"No interval: {missing['interval_reason'] or 'none was computed'}"
    if after["interval"][0] > before["interval"][1]:
        return HIGHER, "The intervals do not overlap"
    if after["interval"][1] < before["interval"][0]:
        return LOWER, "The intervals do not overlap"
    return UNCLEAR, "The intervals overlap"


def _asked(layer: Data) -> list[tuple[Any, ...]]:
    asked = (
        (item["question"], item["text"], item["levels"], item["reversed"]) for item in layer["questions"]
    )
    return sorted(asked)


def _shared_layers(before: Data, after: Data) -> list[tuple[Data, Data]]:
    later = {layer["layer"]: layer for layer in after["layers"]}
    pairs = ((layer, later.get(layer["layer"])) for layer in before["layers"])
    return [(one, other) for one, other in pairs if other is not None and _asked(one) == _asked(other)]


def _layers_apart(before: Data, after: Data) -> Iterator[Apart]:
    sides = [{layer["layer"]: layer for layer in data["layers"]} for data in (before, after)]
    for code in sorted(sides[0].keys() | sides[1].keys()):
        found = [side.get(code) for side in sides]
        name = next(layer["name"] for layer in found if layer is not None)
        if found[0] is None or found[1] is None:
            yield Apart(name, "Only one of the two has this layer")
        elif _asked(found[0]) != _asked(found[1]):
            yield Apart(name, "The two asked different questions, or on different scales")


def _roles_apart(before: Data, after: Data) -> Iterator[Apart]:
    sides = [{role["role"]: role for role in data["roles"]} for data in (before, after)]
    for code in sorted(sides[0].keys() | sides[1].keys()):
        found = [side.get(code) for side in sides]
        if any(role is None for role in found):
            yield Apart(_role(after, before, code), "Only one of the two has answers of this role")
        elif not all(role["shown"] for role in found if role):
            hidden = next(role for role in found if role and not role["shown"])
            yield Apart(_role(after, before, code), str(hidden["reason"]))


def _role(first: Data, second: Data, code: str) -> str:
    return first["names"]["roles"].get(code) or second["names"]["roles"].get(code) or code


def _layer(one: Data, other: Data, names: Data) -> Iterator[Difference]:
    verdict, why = judge(one["agreement"], other["agreement"])
    words = one["agreement"]["word"], other["agreement"]["word"]
    if words[0] != words[1] and verdict in (UNCLEAR, UNKNOWN):
        verdict, why = WORD, f"{words[0]} became {words[1]}"
    values = one["agreement"]["value"], other["agreement"]["value"]
    yield Difference(AGREEMENT, one["name"], "Leadership", *values, verdict, why)
    for role in one["position_details"]:
        if role in other["position_details"]:
            pair = one["position_details"][role], other["position_details"][role]
            ends = pair[0]["value"], pair[1]["value"]
            yield Difference(POSITION, one["name"], names["roles"].get(role, role), *ends, *judge(*pair))


def _gaps(before: Data, after: Data, layers: Mapping[str, str]) -> Iterator[Difference]:
    later = {(gap["layer"], gap["from"], gap["to"]): gap for gap in after["gaps"]}
    for gap in before["gaps"]:
        other = later.get((gap["layer"], gap["from"], gap["to"]))
        if other is None or gap["layer"] not in layers:
            continue
        pair = {**gap, "value": gap["difference"]}, {**other, "value": other["difference"]}
        verdict, why = judge(*pair)
        if gap["word"] != other["word"] and verdict in (UNCLEAR, UNKNOWN):
            verdict, why = WORD, f"{gap['word']} became {other['word']}"
        what = f"{_role(after, before, gap['from'])} against {_role(after, before, gap['to'])}"
        values = gap["difference"], other["difference"]
        yield Difference(GAP, layers[gap["layer"]], what, *values, verdict, why)


def _patterns(before: Data, after: Data) -> Iterator[Difference]:
    later = {pattern["pattern"]: pattern for pattern in after["patterns"]}
    for pattern in before["patterns"]:
        other = later.get(pattern["pattern"])
        if other is None:
            continue
        words = pattern["word"], other["word"]
        yield Difference(PATTERN, "", other["name"], *words, SAME if words[0] == words[1] else WORD, "")
