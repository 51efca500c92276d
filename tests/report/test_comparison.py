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
    assert not {layer["name"], gone["name"]} & {item.part for item in found.differences}


def test_a_clear_move_and_a_changed_word_are_found(report_of) -> None:
    before = report_of("usual").data
    after = deepcopy(before)
    role, position = next(iter(after["layers"][0]["position_details"].items()))
    low, high = position["interval"]
    position.update(value=position["value"] + 9, interval=[low + 9, high + 9])
    after["patterns"][0]["word"] = "Another"
    found = cp.compare_reports(before, after)
    clear = [item for item in found.differences if item.verdict in (cp.HIGHER, cp.LOWER, cp.CHANGED)]
    assert {(item.kind, item.verdict) for item in clear} == {
        (cp.POSITION, cp.HIGHER),
        (cp.PATTERN, cp.CHANGED),
    }
    assert role


def test_an_office_is_called_as_everywhere_else(report_of) -> None:
    before = deepcopy(report_of("usual").data)
    before["names"]["roles"] |= {"CEO": "Chief executive", "Manager": "Manager"}
    after = deepcopy(before)
    after["roles"] = [role for role in after["roles"] if role["role"] != "CEO"]
    found = cp.compare_reports(before, after)
    assert {"CEO", "Managers"} <= {item.what for item in found.of(cp.POSITION)}
    assert "CEO" in {item.what for item in found.apart}
    assert not any("Chief executive" in f"{item.what}" for item in (*found.differences, *found.apart))


THEMES = (cp.VALUE, cp.CHAIN, cp.THEORY, cp.NUMBER, cp.REGISTER)


def moved(found: dict[str, Any], by: float) -> None:
    low, high = found["interval"]
    found.update(value=found["value"] + by, interval=[low + by, high + by])


def test_each_theme_says_what_changed_and_whether_clearly(report_of) -> None:
    before = report_of("usual").data
    after = deepcopy(before)
    outcome = next(iter(after["value"]["points"]["CEO"]))
    stage = next(iter(after["chain"]["evidence"]["CFO"]))
    domain = next(iter(after["theory_reality"]["gap"]["CTO"]))
    moved(after["value"]["points"]["CEO"][outcome], 70)
    moved(after["chain"]["evidence"]["CFO"][stage], -9)
    moved(after["theory_reality"]["gap"]["CTO"][domain], 9)
    moved(after["number"]["effect"]["Board"], -90)
    after["chain"]["breaks"]["CEO"] = None
    after["register"]["spend"] += 1.0
    found = cp.compare_reports(before, after)
    names = after["names"]
    told = {
        (item.kind, item.part, item.what): (item.verdict, item.why)
        for item in found.differences
        if item.verdict in (cp.HIGHER, cp.LOWER, cp.CHANGED)
    }
    apart = "The intervals do not overlap"
    assert told == {
        (cp.VALUE, names["outcomes"][outcome], "CEO"): (cp.HIGHER, apart),
        (cp.CHAIN, names["stages"][stage], "CFO"): (cp.LOWER, apart),
        (cp.CHAIN, "Where it breaks", "CEO"): (cp.CHANGED, "Productivity became It does not break"),
        (cp.THEORY, names["domains"][domain], "CTO, designed minus working"): (cp.HIGHER, apart),
        (cp.NUMBER, "Expected effect, per cent", "Board"): (cp.LOWER, apart),
        (cp.REGISTER, "", "Spent"): (cp.HIGHER, "Counted, not estimated"),
    }


def test_every_number_of_a_theme_both_reports_hold_is_compared(report_of) -> None:
    data = report_of("usual").data
    found = cp.compare_reports(data, data)
    kinds = {kind: found.of(kind) for kind in THEMES}
    roles, points = len(data["value"]["points"]), data["value"]["points"]["CEO"]
    assert len(kinds[cp.VALUE]) == 1 + len(data["value"]["overlaps"]) + roles * len(points)
    assert len(kinds[cp.CHAIN]) == roles * (2 + len(data["chain"]["evidence"]["CEO"]))
    assert len(kinds[cp.THEORY]) == 1 + 3 * roles * len(data["theory_reality"]["gap"]["CEO"])
    assert len(kinds[cp.NUMBER]) == 2 + 2 * roles
    assert not found.apart


@pytest.mark.parametrize("kind", THEMES)
def test_a_theme_only_one_has_is_named_and_one_neither_has_is_not(report_of, kind: str) -> None:
    before = report_of("usual").data
    after = {**before, kind: None}
    for pair in ((before, after), (after, before)):
        found = cp.compare_reports(*pair)
        assert not found.of(kind)
        assert [item.why for item in found.apart] == ["Only one of the two has it"]
    assert not cp.compare_reports(after, after).apart


def test_themes_asked_another_way_are_not_compared(report_of) -> None:
    before = deepcopy(report_of("usual").data)
    after = deepcopy(before)
    after["other_questions"][0]["text"] = "Another question on adoption"
    after["names"]["outcomes"] = dict.fromkeys(after["names"]["outcomes"], "Another outcome")
    after["currency"] = "USD"
    found = cp.compare_reports(before, after)
    said = {item.what: item.why for item in found.apart}
    assert said == {
        "What value means to each role": "The two spread their points over different outcomes",
        "The value chain": "The two asked different questions, or on different scales",
        "Money in the initiative register": "EUR against USD",
    }
    assert {item.what for item in found.of(cp.REGISTER)} == {
        "Initiatives",
        "Pilots that reached production",
        "Median age of current pilots, months",
    }


def test_what_was_counted_needs_no_interval() -> None:
    assert cp.judge_counted(1, 2) == (cp.HIGHER, "Counted, not estimated")
    assert cp.judge_counted(2, 1)[0] == cp.LOWER
    assert cp.judge_counted(2, 2)[0] == cp.SAME
    assert cp.judge_counted(None, 2)[0] == cp.UNKNOWN
