"""The role column is found by its answers, and every answer means one role or is asked."""

import pytest

from alignment_model.intake.roles import role_meaning
from tests.intake.builders import only, read


@pytest.mark.parametrize(
    ("answer", "role"),
    [
        ("ceo", "CEO"), ("CFO (Chief Financial Officer)", "CFO"), ("Chief technology officer", "CTO"),
        ("Board member", "Board"), ("COO", "Other executive"), ("Vice President, Sales", "Other executive"),
        ("Manager / Team lead", "Manager"), ("Mitarbeiterin", "Employee"), ("Staff", "Employee"),
        ("Executive", "Other executive"),
    ],
)  # fmt: skip
def test_aliases_mean_their_role(answer, role):
    assert (role_meaning(answer).role, role_meaning(answer).certainty) == (role, "sure")


@pytest.mark.parametrize(("answer", "role"), [("Managr", "Manager"), ("Head of wizardry", "Manager")])
def test_likely_roles_are_only_proposed(answer, role):
    assert (role_meaning(answer).role, role_meaning(answer).certainty) == (role, "likely")


@pytest.mark.parametrize("answer", ["Astronaut", "Manager / Employee and CEO", "7"])
def test_other_answers_are_unknown_or_likely_never_sure(answer):
    assert role_meaning(answer).certainty != "sure"


def test_the_column_with_known_roles_wins_over_another_that_is_called_role():
    rows = [["Role", "Role group"], *[["Wizard", "Manager"], ["Bard", "Staff"], ["Druid", "Executive"]] * 4]
    assert read(rows).role.header == "Role group"


def test_a_column_is_found_by_its_answers_alone():
    rows = [["Colour", "You are"], *[["red", "Manager"], ["blue", "CEO"], ["red", "Employee"]] * 4]
    assert read(rows).role.header == "You are"


def test_a_single_choice_spread_over_columns_is_one_role():
    rows = [["Respondent ID", "Collector ID", "Your role", "", "", "Plan"],
            ["", "", "CEO", "Manager", "Employee", "Response"],
            *[[n, 1, *["CEO" if n == 0 else "", "Manager" if n in (1, 2) else "", "Employee" if n > 2 else ""], "Agree"]
              for n in range(6)]]  # fmt: skip
    found = read(rows)
    assert found.role.counts == {"CEO": 1, "Manager": 2, "Employee": 3} and found.role.index == 2


def test_the_role_stands_in_the_contract():
    rows = [["Role", "Plan"], ["CEO", "Agree"], ["Manager", "Agree"], ["Manager", "Disagree"]]
    assert read(rows).as_dict()["role"] == {"index": 0, "header": "Role", "counts": {"CEO": 1, "Manager": 2}}


def test_roles_that_differ_in_capitals_only_are_asked_about_once():
    rows = [["Role", "We share one plan"], ["Astronaut", 4], ["ASTRONAUT", 3], ["Manager", 2]]
    found = read(rows)
    assert only(found, "role.unknown").count("2 people") == 1
