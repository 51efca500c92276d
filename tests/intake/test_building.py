"""Recognised answers become checked responses, all or none."""

import pytest

from alignment_model.errors import InputError
from alignment_model.intake import ColumnChoice, ColumnMapping, RoleChoice, load_mapping, to_responses
from alignment_model.responses import Attribution
from tests.intake.builders import AGREEMENT, filled_template, read

TRUST = (
    "Highly distrust",
    "Somewhat distrust",
    "Neither trust nor distrust",
    "Somewhat trust",
    "Highly trust",
)
MAPPING = """
title = "Trust in AI tools"

[role]
column = "Group"

[role.values]
"Executive" = "Other executive"
"Manager" = "Manager"
"Staff" = "Employee"
"Student/other" = ""

[[questions]]
column = "How much do you trust what it says?"
layer = "societal_trust"
labels = ["Highly distrust", "Somewhat distrust", "Neither trust nor distrust", "Somewhat trust", "Highly trust"]
"""


def survey():
    groups = ["Executive", "Manager", "Staff", "Staff", "Student/other"]
    rows = [["Respondent ID", "Group", "How much do you trust what it says?"]]
    return rows + [[n, groups[n % 5], TRUST[n % 5]] for n in range(50)]


def build(rows, mapping=None, **more):
    return to_responses(read(rows, mapping), survey="s", wave="w", **more)


def test_the_template_becomes_responses_of_our_questionnaire():
    responses = build(filled_template())
    assert not responses.questionnaire.custom
    assert responses.sizes == {"CEO": 1, "CFO": 1, "CTO": 1, "Board": 1, "Manager": 2, "Employee": 2}
    assert responses.respondents[0].id == "R1" and responses.respondents[0].answers["TC1"] == 4


def test_dont_know_blank_and_not_applicable_stay_apart():
    rows = filled_template()
    rows[2][2], rows[3][2], rows[4][2] = "Don’t know", None, "N/A"
    people = build(rows).respondents
    assert ["TC1" in person.answers for person in people[:3]] == [False] * 3
    assert [person.dont_know for person in people[:3]] == [frozenset({"TC1"}), frozenset(), frozenset()]


def test_an_open_answer_of_na_is_kept():
    rows = filled_template()
    place = rows[0].index("TEXT_WHY") if "TEXT_WHY" in rows[0] else len(rows[0]) - 1
    rows[2][place] = "None"
    assert "None" in build(rows).respondents[0].answers.values()


def test_a_survey_of_other_questions_becomes_a_custom_questionnaire():
    responses = build(survey(), load_mapping(MAPPING))
    assert responses.questionnaire.custom and responses.questionnaire.title == "Trust in AI tools"
    assert responses.sizes == {"Other executive": 10, "Manager": 10, "Employee": 20}
    question = responses.questionnaire.questions[0]
    assert question.layer == "societal_trust" and responses.questionnaire.levels_of(question.code) == 5
    assert [layer.code for layer in responses.questionnaire.layers] == ["societal_trust"]


def test_people_who_are_left_out_are_not_in_the_responses():
    assert len(build(survey(), load_mapping(MAPPING)).respondents) == 40


def test_without_a_mapping_other_questions_are_asked_about():
    with pytest.raises(InputError) as caught:
        build(survey())
    assert {problem.code for problem in caught.value.problems} == {"role.unknown", "questions.none_ours"}


def test_own_questions_stand_beside_ours():
    rows = [[*row, value] for row, value in zip(filled_template(), ["Team", "Team", *["Agree"] * 8])]
    own = ColumnChoice("Team", text="My team is heard", group="Our team", labels=AGREEMENT, reversed=False)
    responses = build(rows, ColumnMapping(columns=(own,)))
    questionnaire = responses.questionnaire
    assert questionnaire.custom and "TC1" in questionnaire and questionnaire.layers[-1].name == "Our team"
    assert responses.respondents[0].answers["own_my_team_is_heard"] == 4


def test_an_office_counts_as_other_executive_unless_it_is_attributed():
    rows = filled_template()
    rows[2][1] = "COO"
    assert build(rows).respondents[0].role == "Other executive"
    apart = Attribution(frozenset({"CEO", "COO"}))
    assert build(rows, attribution=apart).respondents[0].role == "COO"


def test_attribution_comes_from_the_mapping_else_the_usual_roles():
    assert build(filled_template()).attribution.attributed_roles == {"CEO", "CFO", "CTO"}
    mapping = ColumnMapping(attributed_roles=("CEO",))
    assert build(filled_template(), mapping).attribution.attributed_roles == {"CEO"}


def test_a_survey_of_one_group_needs_no_role_column():
    rows = [["Plan"], *[[answer] for answer in AGREEMENT]]
    rows = [[n, *row] if n else ["Id", *row] for n, row in enumerate(rows)]
    mapping = ColumnMapping(
        role=RoleChoice("", {"": "Manager"}),
        columns=(ColumnChoice("Plan", group="G", reversed=False, labels=AGREEMENT),),
    )
    assert build(rows, mapping).sizes == {"Manager": 5}


def test_nothing_is_taken_while_anything_is_wrong():
    rows = filled_template()
    rows[2][5] = 9
    with pytest.raises(InputError, match="F3: found"):
        build(rows)
