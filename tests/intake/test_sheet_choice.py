"""The sheet of people is read wherever it stands; where several may be meant, a person chooses."""

import pytest

from alignment_model.errors import QUESTION, WARNING
from alignment_model.intake.cells import Sheet
from alignment_model.intake.recognition.sheet_choice import choose_sheet

PEOPLE = [
    ["Role", "We share one plan", "We know our costs"],
    *[["Manager", 4, 2], ["Employee", 3, 5], ["Manager", 1, 1]] * 3,
]
MANAGERS = [PEOPLE[0], *[["Manager", 4, 4]] * 5]
PIVOT = [["Row Labels", *[f"Q{n}" for n in range(40)]], *[[role, *[3.2] * 40] for role in ("CEO", "Manager")]]
CROSSTAB = [["Unit", *[f"G{n}" for n in range(40)]], *[[f"Unit {n}", *[1] * 40] for n in range(30)]]
CODES = [["Variable", "Text"], *[[f"V{n}", f"Question number {n}"] for n in range(200)]]
FORMS = [["ID", "Start time", "Completion time", "Email", "Name", "We share one plan"], [1, 2, 3, "a", "", 4]]


def choice(wanted="", hidden=(), **sheets):
    return choose_sheet([Sheet(name, rows, name in hidden) for name, rows in sheets.items()], wanted)


@pytest.mark.parametrize("beside", [PIVOT, CROSSTAB, CODES], ids=["pivot", "crosstab", "codes"])
def test_people_are_found_beside_a_larger_table_that_is_none(beside):
    found = choice(Analysis=beside, Raw=PEOPLE)
    assert (found.sheet.name, found.problems) == ("Raw", ())


def test_what_a_survey_tool_wrote_goes_before_a_larger_table():
    assert choice(Costs=CODES, Export=FORMS).sheet.name == "Export"


def test_the_same_form_on_two_sheets_is_asked_about():
    found = choice(Leaders=PEOPLE, Managers=MANAGERS)
    (problem,) = found.problems
    assert (found.sheet.name, problem.code, problem.severity) == ("Leaders", "sheet.several", QUESTION)
    assert "'Leaders' (9 rows) and 'Managers' (5 rows)" in problem.sentence


def test_a_person_who_has_chosen_is_not_asked_again():
    found = choice("managers", Leaders=PEOPLE, Managers=MANAGERS)
    assert (found.sheet.name, found.problems, found.names) == ("Managers", (), ("Leaders", "Managers"))


def test_another_table_of_people_is_named():
    other = [["Role", "Tools used", "Hours"], *[["Employee", "some", 4]] * 4]
    (problem,) = choice(Answers=PEOPLE, Tools=other).problems
    assert (problem.code, problem.severity, problem.sheet) == ("sheet.other", WARNING, "Tools")


def test_hidden_sheets_are_read_only_when_somebody_says_so():
    found = choice(Answers=PEOPLE, Old=PEOPLE, hidden=["Old"])
    assert (found.sheet.name, found.problems) == ("Answers", ())
    assert choice("Old", Answers=PEOPLE, Old=PEOPLE, hidden=["Old"]).sheet.hidden


def test_a_workbook_whose_tables_are_all_hidden_is_asked_about():
    found = choice(Cover=[["Survey"]], Data=PEOPLE, hidden=["Data"])
    assert (found.sheet, [problem.code for problem in found.problems]) == (None, ["sheet.hidden"])
    assert "'Data'" in found.problems[0].found


def test_a_sheet_that_is_not_there_is_said_and_the_answers_are_read():
    found = choice("Form1", Sheet1=PEOPLE)
    assert (found.sheet.name, [problem.code for problem in found.problems]) == ("Sheet1", ["mapping.sheet"])


def test_a_workbook_without_a_table_says_so():
    assert [problem.code for problem in choice(Notes=[["hello"]]).problems] == ["sheet.none"]
