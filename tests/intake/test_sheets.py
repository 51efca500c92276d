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


@pytest.mark.parametrize(
    "rows", [SURVEY_TOOL, CROSSTAB, SHARES, LONG], ids=["tool", "crosstab", "shares", "long"]
)
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
