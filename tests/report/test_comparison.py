"""Two reports side by side: clear only what the intervals say, and nothing compared that is not the same."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.report import comparison as cp

NUMBERS = st.floats(1, 5, allow_nan=False)


def statistic(value: float | None, interval: list[float] | None = None) -> dict[str, Any]:
    return {
        "value": value,
        "interval": interval,
        "interval_reason": "only one respondent",
        "reason": "Nobody answered",
    }


@given(NUMBERS, NUMBERS, st.floats(0.01, 2))
def test_turned_around_higher_becomes_lower_and_nothing_else_changes(
    a: float, b: float, width: float
) -> None:
    one, other = (statistic(value, [value - width, value + width]) for value in (a, b))
    there, back = cp.judge(one, other)[0], cp.judge(other, one)[0]
    turned = {cp.HIGHER: cp.LOWER, cp.LOWER: cp.HIGHER}
    assert back == turned.get(there, there)
    assert there != cp.HIGHER or b - a > 2 * width - 1e-9


def test_what_has_no_number_or_no_interval_is_never_clear_and_says_why() -> None:
    assert cp.judge(statistic(None), statistic(3.0)) == (cp.UNKNOWN, "Nobody answered")
    assert cp.judge(statistic(1.0), statistic(5.0)) == (cp.UNKNOWN, "No interval: only one respondent")
    assert cp.judge(statistic(3.0), statistic(3.0))[0] == cp.SAME


@pytest.mark.parametrize("kind", ["usual", "hidden groups", "no statistics", "nothing but notes"])
def test_a_report_compared_with_itself_differs_nowhere(report_of, kind: str) -> None:
    data = report_of(kind).data
    verdicts = {item.verdict for item in cp.compare_reports(data, data).differences}
    assert verdicts <= {cp.SAME, cp.UNKNOWN}


def test_layers_roles_and_rules_that_are_not_the_same_are_named_and_left_out(report_of) -> None:
    before = report_of("usual").data
    after = deepcopy(before)
    layer, gone = after["layers"][0], after["layers"].pop()
    layer["questions"][0]["text"] = "Another question"
    after["provenance"]["rules_digest"] = "other"
    after["roles"][-1].update(shown=False, reason="Hidden: fewer than 5 people")
    found = cp.compare_reports(before, after)
    said = {item.what: item.why for item in found.apart}
    assert "different questions" in said[layer["name"]]
    assert "Only one" in said[gone["name"]]
    assert "different thresholds" in said["All patterns"]
    assert "Hidden: fewer than 5 people" in said.values()
    assert not found.of(cp.PATTERN)
    assert not {layer["name"], gone["name"]} & {item.layer for item in found.differences}


def test_a_clear_move_and_a_changed_word_are_found(report_of) -> None:
    before = report_of("usual").data
    after = deepcopy(before)
    role, position = next(iter(after["layers"][0]["position_details"].items()))
    low, high = position["interval"]
    position.update(value=position["value"] + 9, interval=[low + 9, high + 9])
    after["patterns"][0]["word"] = "Another"
    found = cp.compare_reports(before, after)
    clear = [item for item in found.differences if item.verdict in (cp.HIGHER, cp.LOWER, cp.WORD)]
    assert {(item.kind, item.verdict) for item in clear} == {(cp.POSITION, cp.HIGHER), (cp.PATTERN, cp.WORD)}
    assert role
