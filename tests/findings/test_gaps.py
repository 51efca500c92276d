"""Gaps carry a word only as strong as their doubt allows, and all that is shown together is adjusted together."""

from __future__ import annotations

import pytest

from alignment_model.findings.gaps import layer_gaps, question_gaps
from tests.findings.making import evidence

HIGH, LOW = [5, 4, 5, 4, 5, 4], [2, 2, 1, 2, 2, 1]


def crowd(row: list[int], n: int) -> list[list[int]]:
    """Much the same row for everybody: every second person one level off on one question."""
    return [
        [min(5, level + (i % 2)) if q == i % len(row) else level for q, level in enumerate(row)]
        for i in range(n)
    ]


def test_a_leader_far_from_the_others_on_every_question_has_a_clear_gap() -> None:
    gaps = layer_gaps(evidence({"CEO": [HIGH], "CTO": [[5, 4, 4, 4, 5, 4]], "CFO": [LOW]}))
    found = {(gap.from_role, gap.to_role): gap for gap in gaps}
    assert found["CEO", "CFO"].word == "clear"
    assert found["CEO", "CFO"].difference.value == pytest.approx(17 / 6)
    assert found["CEO", "CTO"].word == "none"


def test_leadership_is_compared_with_each_group_and_groups_with_each_other() -> None:
    gaps = layer_gaps(
        evidence({"CEO": [HIGH], "CFO": [HIGH], "Manager": crowd(LOW, 8), "Employee": crowd(LOW, 8)})
    )
    between = [(gap.from_role, gap.to_role) for gap in gaps if gap.kind == "groups"]
    assert between == [("Leadership", "Manager"), ("Leadership", "Employee"), ("Manager", "Employee")]
    assert next(gap for gap in gaps if gap.to_role == "Manager").word == "clear"


def test_people_in_two_groups_also_have_cliffs_delta_with_an_interval() -> None:
    gaps = layer_gaps(evidence({"Manager": crowd(LOW, 8), "Employee": [*crowd(LOW, 4), *crowd(HIGH, 5)]}))
    assert gaps[0].cliffs_delta is not None and gaps[0].cliffs_delta.interval is not None


def test_adjusted_p_is_never_below_the_gaps_own() -> None:
    gaps = layer_gaps(
        evidence({"CEO": [HIGH], "CTO": [[4, 4, 3, 5, 2, 4]], "CFO": [LOW], "Manager": crowd(LOW, 6)})
    )
    pairs = [(gap.adjusted_p, gap.difference.p) for gap in gaps if gap.difference.p is not None]
    assert pairs and all(adjusted is not None and adjusted >= own for adjusted, own in pairs)


def test_exactly_parallel_answers_have_a_gap_but_no_doubt_to_judge_it_by() -> None:
    gap = layer_gaps(evidence({"CEO": [[5] * 6], "CFO": [[3] * 6]}))[0]
    assert gap.difference.value == 2.0 and gap.difference.interval is None
    assert gap.difference.interval_reason and gap.word == "possible"


def test_a_question_leaders_see_clearly_better_than_managers_is_a_blind_spot() -> None:
    shown = question_gaps(
        evidence({"CEO": [[5, 3]], "CFO": [[5, 3]], "CTO": [[4, 3]], "Manager": crowd([2, 3], 12)})
    )
    assert [(gap.question, gap.group, gap.kind) for gap in shown] == [("Q0", "Manager", "blind spot")]
    assert (shown[0].difference.value or 0) > 1


def test_what_managers_see_clearly_better_is_a_hidden_strength() -> None:
    shown = question_gaps(evidence({"CEO": [[2]], "CFO": [[2]], "CTO": [[1]], "Manager": crowd([5], 12)}))
    assert [gap.kind for gap in shown] == ["hidden strength"]


def test_question_gaps_are_on_the_questions_own_scale() -> None:
    shown = question_gaps(
        evidence({"CEO": [[7]], "CFO": [[7]], "CTO": [[6]], "Manager": [[1]] * 6 + [[2]] * 6}, levels=7)
    )
    assert shown[0].difference.value == pytest.approx(20 / 3 - 1.5)
