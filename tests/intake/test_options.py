"""Options of one list that stand in a column each: grouped, counted, importable, and usable as the role."""

import pytest

from alignment_model.intake import ColumnChoice, ColumnMapping, RoleChoice, proposed_mapping, to_responses
from tests.intake.builders import codes, read

LEVELS = ("Not at all", "Partly", "Fully")
PEOPLE = ("CEO", "CFO", "Manager", "Manager", "Employee", "Employee")
TOOLS = [
    ["Which tools? [Chat]", "Which tools? [Code]", "Why?"],
    ["x", "x", "It helps"],
    ["x", "", "It is quick"],
    ["", "x", "It is there"],
    ["", "", "I use none"],
]
EVERYBODY = RoleChoice("", {"": "Manager"})


def spread(answers, options, question="Are we ready?"):
    """Rows of a single choice spread over columns with yes and no, as LimeSurvey writes it."""
    heading = [f"{question} [{option}]" for option in options]
    return [heading, *[["Yes" if option == answer else "No" for option in options] for answer in answers]]


def beside(*tables):
    return [[cell for part in row for cell in part] for row in zip(*tables)]


def test_a_spread_choice_is_grouped_and_counted():
    found = read(spread(["Partly", "Fully", "Partly", ""], LEVELS))
    (group,) = found.groups
    assert (group.question, group.kind, group.columns) == ("Are we ready?", "choice", (0, 1, 2))
    assert (group.options, group.counts, group.blank) == (LEVELS, (0, 2, 1), 1)
    told = found.as_dict()["columns"][1]["option"]
    assert told == {
        "label": "Partly",
        "chosen": 2,
        "question": "Are we ready?",
        "kind": "choice",
        "columns": [0, 1, 2],
    }


def test_a_list_of_options_is_grouped_and_counted():
    (group,) = read(TOOLS).groups
    assert (group.kind, group.options, group.counts, group.blank) == ("multi", ("Chat", "Code"), (2, 2), 1)


def test_a_spread_choice_whose_options_are_a_scale_is_proposed_as_a_question():
    found = read(spread(["Partly", "Fully", "Not at all"] * 12, LEVELS))
    (choice,) = [choice for choice in proposed_mapping(found).columns if not choice.ignore]
    assert (choice.text, choice.labels, choice.reversed) == ("Are we ready?", LEVELS, False)


@pytest.mark.parametrize("name", ["Are we ready?", "Are we ready? – Partly"])
def test_a_spread_choice_is_imported_as_one_answer(name):
    mapping = ColumnMapping(role=EVERYBODY, columns=(ColumnChoice(name, layer="societal_trust", reversed=False,
                                                                  labels=LEVELS),))  # fmt: skip
    found = read(spread(["Partly", "Fully", "Partly", ""], LEVELS), mapping)
    (column,) = found.matched
    assert (column.levels, column.counts, column.blank) == (LEVELS, (0, 2, 1), 1)
    people = to_responses(found, survey="s", wave="w").respondents
    assert [list(person.answers.values()) for person in people] == [[2], [3], [2], []]


def test_an_option_of_a_list_is_imported_as_chosen_or_not():
    choice = ColumnChoice("Which tools? – Chat", layer="technology_capability", reversed=False)
    found = read(TOOLS, ColumnMapping(role=EVERYBODY, columns=(choice,)))
    (column,) = found.matched
    assert (column.levels, column.counts, column.blank) == (("Not chosen", "Chosen"), (1, 2), 1)


def test_a_spread_choice_is_the_role():
    roles = ("CEO", "CFO", "Manager", "Employee")
    rows = beside(
        spread(PEOPLE, roles, "What is your role?"), [["We share one plan"], *[["Agree"]] * len(PEOPLE)]
    )
    found = read(rows)
    assert dict(found.role.counts) == {"CEO": 1, "CFO": 1, "Manager": 2, "Employee": 2}
    assert found.role.mapped["CFO"] == "CFO" and "role.missing" not in codes(found)


def test_a_role_ticked_twice_by_mistake_is_asked_about():
    roles = ("CEO", "Manager", "Employee")
    rows = spread(["Manager", "Employee"] * 60, roles, "What is your role?")
    rows[5] = ["Yes", "Yes", "No"]
    found = read(rows)
    assert found.role.mapped["CEO; Manager"] is None and codes(found).count("role.unknown") == 1


def test_a_question_that_is_no_list_is_named_as_missing():
    mapping = ColumnMapping(role=EVERYBODY, columns=(ColumnChoice("Are we late?", layer="societal_trust"),))
    assert "mapping.no_such_column" in codes(read(spread(["Partly", "Fully"], LEVELS), mapping))
