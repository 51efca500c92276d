"""Rows that are not respondents are kept out with the reason; the person decides."""

import pytest

from alignment_model.intake import ColumnMapping
from tests.intake.builders import read

FORM = ["Respondent ID", "Role", "We share one plan"]


def rows(*extra):
    return [FORM, [1, "CEO", "Agree"], [2, "Manager", "Disagree"], [3, "Manager", "Neutral"], *extra]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (["Average", "", 3.4], "summary"),
        (["Mittelwert", "", 3.4], "summary"),
        (["test", "CEO", "Agree"], "test"),
        (FORM, "heading"),
    ],
)
def test_a_row_that_is_no_person_is_kept_out(extra, reason):
    found = read(rows(extra))
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(5, reason)]
    assert found.respondents == 3


def test_blank_rows_are_kept_out_and_trailing_ones_are_no_rows():
    found = read(rows([None, None, ""], [4, "CFO", "Agree"], [None, None, None]))
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(5, "blank")]


def test_a_person_can_keep_a_row():
    found = read(rows(["test", "CEO", "Agree"]), ColumnMapping(keep=("row 5",)))
    assert found.respondents == 4 and not found.excluded_rows


def test_a_person_can_leave_a_row_out():
    assert read(rows(), ColumnMapping(leave_out=("row 3",))).respondents == 2


def test_rows_without_an_answer_are_flagged_not_dropped():
    found = read([*rows(), [9, "", ""]])
    assert found.respondents == 4 and [note.reason for note in found.flagged_rows] == ["unanswered"]


def test_excluded_rows_stand_in_the_contract_with_their_sentence():
    found = read(rows(["Total", "", 3])).as_dict()["excluded_rows"]
    assert found == [{"row": 5, "reason": "it holds an average or a total, not a person's answers"}]


def test_a_last_row_of_averages_without_a_name_is_no_respondent():
    people = [[f"1/{n}/2026 9:00:00", 1 + n % 5, 1 + n % 3, "Yes"] for n in range(1, 10)]
    means = ["", sum(person[1] for person in people) / 9, sum(person[2] for person in people) / 9, ""]
    found = read([["Timestamp", "It is clear", "It is led", "Any more?"], *people, means])
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(11, "summary")]


def test_a_last_person_with_whole_numbers_is_a_respondent():
    people = [[n, 1 + n % 5, 1 + n % 3] for n in range(1, 10)]
    assert read([["Id", "It is clear", "It is led"], *people, [10, 3, 2]]).excluded_rows == ()


def test_averages_named_in_any_column_are_no_respondent():
    people = [[4, 3, "CEO"], [3, 3, "CFO"], [2, 1, "Manager"], [3, 3, "Manager"], [3, 2, "CTO"]]
    found = read([["It is clear", "It is led", "Role"], *people, [3, 2.4, "Mean"]])
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(7, "summary")]


def test_a_row_of_nothing_but_not_applicable_holds_no_answer():
    rows = [
        ["anonym_id", "trust_1", "trust_2"],
        *[[n, *(["NA", "NA"] if n == 2 else [n, n])] for n in range(1, 6)],
    ]
    assert [(note.row, note.reason, note.excluded) for note in read(rows).rows] == [(3, "unanswered", False)]
