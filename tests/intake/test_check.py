"""Every kind of bad answer gives its sentence, with its cell, and nothing is taken."""

from datetime import datetime

import pytest

from alignment_model.errors import InputError
from alignment_model.intake import to_responses
from alignment_model.intake.check import meant_range
from alignment_model.questionnaire import load_questionnaire
from tests.intake.builders import codes, filled_template, only, read

FIRST_POINTS = 2 + [q.kind for q in load_questionnaire().questions].index("allocation")
NUMBER = 2 + [q.kind for q in load_questionnaire().questions].index("number")


def with_cell(row, column, value, **marks):
    rows = filled_template()
    rows[row][column] = value
    found = read(rows, name="Responses", **marks)
    if found.errors or found.questions:
        with pytest.raises(InputError):
            to_responses(found, survey="s", wave="w")
    return found


def test_a_filled_template_has_no_problem():
    found = read(filled_template(), name="Responses")
    assert found.problems == ()
    assert (found.tool, found.header_rows, found.respondents) == ("template", 2, 8)


def test_text_in_a_rating_is_named_with_its_cell():
    assert only(with_cell(4, 5, "lots"), "answer.not_on_scale") == (
        "Responses!F5: found 'lots', which is not an answer to 'Older systems hold AI back', expected 1 to 5, "
        "or a label from 'Strongly disagree' to 'Strongly agree', or 'Don't know'. "
        "Correct the cell, or empty it if the question was not answered."
    )


def test_seven_on_a_five_point_scale_is_named_with_its_cell():
    assert only(with_cell(11 - 4, 5, 7), "answer.not_on_scale").startswith("Responses!F8: found '7'")


def test_every_wrong_cell_is_listed_not_only_the_first():
    rows = filled_template()
    rows[3][5] = rows[4][5] = rows[5][6] = 9
    found = read(rows, name="Responses")
    assert [problem.cell for problem in found.errors] == ["F4", "F5", "G6"]


def test_many_cells_with_one_wrong_answer_are_named_once():
    rows = filled_template(40)
    for row in rows[2:]:
        row[5] = 9
    assert "here and in 39 more cells" in only(read(rows, name="Responses"), "answer.not_on_scale")


def test_a_formula_without_a_result_is_named_with_its_cell():
    found = with_cell(4, 5, None, formulas=frozenset({(4, 5)}))
    assert only(found, "cell.formula").startswith("Responses!F5: found a formula without a result")


def test_an_excel_error_is_named_once():
    found = with_cell(4, 5, "#N/A", errors=frozenset({(4, 5)}))
    assert only(found, "cell.error") == (
        "Responses!F5: found an error in the sheet, expected an answer. Correct the cell."
    )
    assert len(found.errors) == 1


def test_a_merged_heading_is_named_with_its_cells():
    found = read(filled_template(), name="Responses", merged=((1, 5, 1, 6),))
    assert only(found, "header.merged").startswith("Responses!F2: found cells merged over F2 to G2")


def test_codes_merged_over_their_neighbours_are_named_too():
    found = read(filled_template(), name="Responses", merged=((0, 5, 0, 7),))
    assert only(found, "header.merged").startswith("Responses!F1: found cells merged over F1 to H1")


def test_merged_answers_are_named():
    found = read(filled_template(), name="Responses", merged=((3, 5, 4, 5),))
    assert only(found, "cell.merged").startswith("Responses!F4: found cells merged over F4 to F5")


def test_an_unknown_role_is_a_question_about_its_people():
    found = with_cell(3, 1, "Astronaut")
    assert only(found, "role.unknown") == (
        "Responses!B4: found the role 'Astronaut' (1 person), expected one of our roles. "
        "Say which role it is, or leave these people out."
    )


def test_a_missing_role_is_an_error():
    assert only(with_cell(3, 1, None), "role.blank").startswith("Responses!B4: found no role")


def test_no_role_column_is_an_error():
    rows = [[value for place, value in enumerate(row) if place != 1] for row in filled_template()]
    assert "no column that says each person's role" in only(read(rows), "role.missing")


def test_the_same_respondent_twice_is_an_error():
    assert only(with_cell(4, 0, "R1"), "respondent.duplicate").startswith(
        "Responses!A5: found respondent 'R1' again (first in row 3)"
    )


def test_points_that_do_not_add_up_are_an_error():
    found = with_cell(3, FIRST_POINTS, 40)
    assert only(found, "allocation.total").startswith("Responses!AP4: found 127.5 points in all in this row")


def test_points_missing_hundred_by_rounding_are_scaled():
    rows = filled_template()
    rows[2][FIRST_POINTS] = 13.0
    responses = to_responses(read(rows, name="Responses"), survey="s", wave="w")
    points = [responses.respondents[0].answers[q.code] for q in responses.questionnaire.of_kind("allocation")]
    assert sum(points) == pytest.approx(100)


def test_negative_points_are_an_error():
    assert "found '-5'" in only(with_cell(3, FIRST_POINTS, -5), "answer.not_on_scale")


def test_a_number_that_is_words_is_an_error():
    assert "expected a number from -100 to 100 %" in only(
        with_cell(3, NUMBER, "a few"), "answer.not_on_scale"
    )


def test_a_date_in_a_rating_is_named_as_damage():
    found = with_cell(3, 5, datetime(2026, 1, 5))
    assert "found the date '2026-01-05'" in only(found, "cell.date_damage")
    assert "probably '1-5'" in only(found, "cell.date_damage")


def test_a_range_that_became_a_date_is_named_in_any_column():
    rows = [
        ["Role", "Team size"],
        ["CEO", "6-10"],
        ["CFO", "11-50"],
        ["Manager", "5-Jan"],
        ["Manager", "6-10"],
    ]
    assert "B4: found the date '5-Jan'" in only(read(rows), "cell.date_damage")


def test_a_clear_typo_is_read_and_said():
    found = with_cell(3, 5, "Stronly disagree")
    assert only(found, "answer.read_as").endswith("It is read as 'Strongly disagree'.")
    assert found.importable


def test_a_doubtful_typo_is_asked():
    assert only(with_cell(3, 5, "Agre"), "answer.doubtful").endswith("Say which answer it is.")


def test_two_columns_for_one_question_clash():
    rows = filled_template()
    for row, value in zip(rows, ["TC1", rows[1][2], *[4] * 8]):
        row.append(value)
    assert "found question 'TC1' a second time" in only(read(rows), "question.twice")


def test_an_unknown_heading_is_a_warning():
    rows = [
        [*row, value] for row, value in zip(filled_template(), ["Shoe size", "Shoe size", *range(36, 44)])
    ]
    found = read(rows, name="Responses")
    assert codes(found) == ["column.unknown"] and found.importable


def test_a_scale_with_other_levels_is_an_error_of_the_column():
    text = load_questionnaire().questions[0].text
    seven = ["Completely disagree", "Mostly disagree", "Somewhat disagree", "Neutral", "Somewhat agree"]
    rows = [
        ["Role", text],
        *[["Manager", label] for label in [*seven, "Mostly agree", "Completely agree"] * 5],
    ]
    assert "a scale of 7 levels" in only(read(rows), "scale.other")


@pytest.mark.parametrize(("found", "meant"), [("5-Jan", "1-5"), ("Oct-49", "10-49"), ("1949-10-01", "10-49")])
def test_a_damaged_range_is_guessed(found, meant):
    assert meant_range(found) == meant
