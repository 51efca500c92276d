"""Summaries are refused with a sentence; individual answers are not taken for one."""

import pytest

from tests.intake.builders import only, read

SURVEY_TOOL = [
    ["Q1. How clear are our aims?", "", ""], ["Answer Choices", "Responses", ""], ["Very clear", "45.45%", "10"],
    ["Not clear", "54.55%", "12"], ["", "Answered", "22"], ["", "Skipped", "0"],
]  # fmt: skip
CROSSTAB = [
    ["Answer", "CEO", "Manager", "Total"],
    ["Agree", 1, 5, 6],
    ["Disagree", 1, 2, 3],
    ["Total", 2, 7, 9],
]
SHARES = [
    ["", "CEO", "Manager"],
    ["Agree", "50%", "71%"],
    ["Disagree", "50%", "29%"],
    ["Neutral", "0%", "0%"],
]
LONG = [["Question", "Answer", "Count", "Share"], ["Aims", "Agree", 12, 0.4], ["Aims", "Disagree", 18, 0.6]]

COUNTED = [
    ["Statement", "Strongly disagree", "Disagree", "Agree", "Strongly agree"],
    ["Our aims are clear", 2, 4, 9, 5],
    ["Our data is ready", 5, 9, 4, 2],
]
MEANS = [
    ["Statement", "Mittelwert", "SD", "N"],
    ["Our aims are clear", 3.4, 1.1, 40],
    ["Our data is ready", 2.9, 1, 41],
]
BELOW_A_TITLE = [
    ["Field summary for aims", ""],
    ["Aims", ""],
    ["Answer", "Count"],
    ["Agree", 20],
    ["Disagree", 30],
]
NUMBERED = [
    ["#", "Answer", "%", "Count"],
    [1, "Agree", "40 %", 4],
    [2, "Disagree", "60 %", 6],
    ["", "Total", "100 %", 10],
]
SUMMARIES = {
    "tool": SURVEY_TOOL, "crosstab": CROSSTAB, "shares": SHARES, "long": LONG, "counted": COUNTED, "means": MEANS,
    "below a title": BELOW_A_TITLE, "numbered": NUMBERED,
}  # fmt: skip


@pytest.mark.parametrize("rows", SUMMARIES.values(), ids=SUMMARIES.keys())
def test_a_summary_is_refused_with_a_sentence(rows):
    found = read(rows)
    assert only(found, "file.summary") == (
        "the file: found a summary table of counts or shares, expected one row for each person who answered. "
        "Export the individual responses from the survey tool and upload that file."
    )
    assert found.respondents == 0


def test_people_with_numbers_only_are_no_summary():
    rows = [["Name", "A", "B", "C"], *[[f"P{n}", n % 5 + 1, 3, 4] for n in range(8)]]
    assert read(rows).respondents == 8


@pytest.mark.parametrize(
    "headings",
    [("Not at all", "Partly", "Fully"), ("Number", "Answer", "Why"), ("Respuesta", "Nombre", "Edad")],
)
def test_people_are_no_summary_whatever_their_headings(headings):
    rows = [headings, *[(n % 2, (n + 1) % 2, f"Word {n}" if headings[2] == "Why" else 0) for n in range(9)]]
    assert read(rows).respondents == 9


def test_a_list_of_measures_in_turn_is_a_summary():
    rows = [["Year", "Statement", "Measure", "1", "2", "3"]]
    for place in range(5):
        rows += [
            ["2026", f"Statement {place}", "Percentage", "20%", "30%", "50%"],
            ["2026", f"Statement {place}", "Count", 2, 3, 5],
        ]
    assert only(read(rows), "file.summary")


def test_one_row_an_answer_is_refused_with_the_way_out():
    rows = [["respondent_id", "role", "question", "answer"]]
    rows += [
        [person, "Manager", f"Question {place}", 1 + (person + place) % 5]
        for person in range(4)
        for place in range(3)
    ]
    assert "one row for each answer" in only(read(rows), "file.long")


def test_one_question_a_person_is_not_taken_for_one_row_an_answer():
    rows = [
        ["respondent_id", "role", "question", "answer"],
        *[[n, "Manager", f"Why {n}?", "Agree"] for n in range(9)],
    ]
    assert read(rows).respondents == 9
