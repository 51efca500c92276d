"""Header rows: how many, forward-filled, doubled, broken over lines, with mark-up."""

from alignment_model.intake.cells import Sheet
from alignment_model.intake.recognition.headings.header_rows import plain_header_rows
from alignment_model.intake.recognition.headings.headers import headers_of
from tests.intake.builders import read

PEOPLE = [["Manager", "Agree", "Disagree", 3], ["CEO", "Agree", "Agree", 4]] * 5


def test_one_row_is_one_row_even_with_a_wrong_first_answer():
    rows = [["Role", "A", "B", "C"], ["Manager", "Agree", "Disagree", "lots"], *PEOPLE]
    assert plain_header_rows(Sheet("", rows)) == 1


def test_groups_are_filled_to_the_right_and_unnamed_is_blank():
    rows = [["Role", "How true?", "Unnamed: 2", ""], ["Response", "It is clear", "It is funded", "It is led"]]
    headers = headers_of([[("" if cell.startswith("Unnamed") else cell) for cell in row] for row in rows])
    assert [(h.group, h.item) for h in headers[1:]] == [
        ("How true?", "It is clear"),
        ("How true?", "It is funded"),
        ("How true?", "It is led"),
    ]
    assert headers[0].text == "Role"


def test_rows_of_titles_above_the_table_belong_to_its_header():
    rows = [
        ["Leadership survey 2026", "", ""],
        ["", "", ""],
        ["Role", "Plan", "Trust"],
        *[row[:3] for row in PEOPLE],
    ]
    found = read(rows)
    assert found.header_rows == 3 and found.respondents == 10


def test_markup_entities_breaks_and_odd_spaces_are_cleaned():
    found = read([["Role", "Is it<br>clear &amp;\u00a0fair\n to all?"], *[row[:2] for row in PEOPLE]])
    assert found.columns[1].header == "Is it clear & fair to all?"


def test_the_same_heading_twice_gives_two_columns_told_apart():
    found = read([["Role", "Other", "Other", "C"], *PEOPLE])
    assert [column.occurrence for column in found.columns] == [1, 1, 2, 1]


def test_statements_stand_apart_from_the_question_they_share():
    one = headers_of([["Role", "How far do you agree? [It is clear]", "How far do you agree? [ It is led ]"]])
    two = headers_of(
        [
            [
                "Role",
                "Please answer the questions below:.It is clear.",
                "Please answer the questions below:.It is led.",
            ]
        ]
    )
    assert [h.item for h in one[1:]] == ["It is clear", "It is led"]
    assert [h.item for h in two[1:]] == ["It is clear.", "It is led."]


def test_parts_questions_and_statements_are_three_header_rows():
    rows = [
        ["", "Part one", "", "Part two", ""],
        ["Role", "Aims", "", "Data", ""],
        ["", "clear", "led", "ready", "clean"],
        *[["Manager", "Agree", "Disagree", "Agree", "Neutral"]] * 5,
    ]
    assert plain_header_rows(Sheet("", rows)) == 3
    texts = [header.text for header in headers_of(rows[:3])]
    assert texts == ["Role", "Aims – clear", "Aims – led", "Data – ready", "Data – clean"]


def test_a_row_of_options_under_the_questions_is_a_header_row():
    rows = [["Name", "Role", "Our aims are clear", "Tools"], ["", "", "1-5", "tick"]]
    rows += [[f"P{n}", "Manager", 1 + n % 5, "x"] for n in range(6)]
    assert plain_header_rows(Sheet("", rows)) == 2


def test_somebody_without_a_name_is_no_header_row():
    rows = [["Name", "Role", "Aims", "Data"], ["", "", "Agree", "Agree"]]
    rows += [[f"P{n}", "Manager", "Agree", "Disagree"] for n in range(3)] + [
        ["P9", "CEO", "Disagree", "Agree"]
    ] * 2
    assert plain_header_rows(Sheet("", rows)) == 1
