"""Who stands with whom: members are roles, camps are believed only when they are better than chance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model.analysis import Analysis, analyse
from alignment_model.findings.consensus_map import map_of, map_topics
from alignment_model.framework import Layer
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION, Question, Questionnaire, Scale, load_questionnaire
from alignment_model.responses import Attribution, Respondent, ResponseSet
from tests.findings.making import survey
from tests.findings.organisation import organisation
from tests.measures.reference import table

OFFICES = ("CEO", "CFO", "CTO", "COO", "CIO", "CDO", "CHRO", "CMO", "CRO")


def analysed(responses: ResponseSet) -> Analysis:
    return analyse(responses, policy=PrivacyPolicy.of_attribution(responses.attribution))


@pytest.fixture(scope="module")
def top_team() -> Analysis:
    """Seven priorities ranked by a top team of nine, as a survey of nine attributed offices."""
    ranks = table("tarakci2014_tmt_ranks")
    asked = Questionnaire(
        "team",
        "Team",
        "1",
        (Layer("aims", "Aims", 1),),
        (Scale("rank", tuple(str(level) for level in range(1, 8))),),
        tuple(Question(f"Q{i}", f"Priority {i}", scale="rank", layer="aims") for i in range(7)),
        custom=True,
    )
    people = tuple(
        Respondent(office, office, {f"Q{i}": int(ranks[i, place]) for i in range(7)})
        for place, office in enumerate(OFFICES)
    )
    told = Attribution(frozenset(OFFICES), True)
    return analysed(ResponseSet(asked, people, attribution=told, survey="S", wave="W"))


def test_the_published_top_team_is_two_camps_and_a_sentence_says_so(top_team: Analysis) -> None:
    found = map_of(top_team, "aims")
    assert found is not None and found.camps.found
    assert "two camps" in found.sentence
    assert "(alpha 0.87 and 0.84)" in found.sentence
    assert "(r 0.19)" in found.sentence
    assert all(office in found.sentence for office in OFFICES)


@pytest.fixture(scope="module")
def top_team_in_points() -> Analysis:
    """The same ranks as 100 points over seven outcomes; the eighth was not asked, or nobody gave it any."""
    ranks = table("tarakci2014_tmt_ranks")
    asked = load_questionnaire()
    outcomes = [question.code for question in asked.of_kind(ALLOCATION)][: len(ranks)]
    steps = (8 - ranks) / (8 - ranks).sum(axis=0) * 100
    people = tuple(
        Respondent(office, office, dict(zip(outcomes, steps[:, place].round(2).tolist())))
        for place, office in enumerate(OFFICES)
    )
    told = Attribution(frozenset(OFFICES), True)
    return analysed(ResponseSet(asked, people, attribution=told, survey="S", wave="W"))


def test_an_outcome_that_was_not_asked_is_no_point_everybody_agrees_on(top_team_in_points: Analysis) -> None:
    found = top_team_in_points.consensus_map
    assert found is not None and len(found.map.items) == 7
    assert "(alpha 0.87 and 0.84)" in found.sentence and "(r 0.19)" in found.sentence
    value = top_team_in_points.value
    assert value is not None and all(len(points) == 7 for points in value.points.values())


def test_an_outcome_everybody_gave_nought_stays() -> None:
    value = analysed(organisation()).value
    assert value is not None and len(value.points["CEO"]) == 8
    assert value.points["CEO"]["public_trust"].value == 0.0


def test_members_are_roles_and_never_people() -> None:
    shown = analysed(organisation())
    everyone = map_of(shown, "value", everyone=True)
    assert everyone is not None
    assert set(everyone.map.members) <= {role.code for role in shown.roles}
    assert shown.consensus_map is not None
    assert set(shown.consensus_map.map.members) <= {"CEO", "CFO", "CTO", "Other executive"}


def test_a_hidden_group_is_no_member_and_has_no_alpha() -> None:
    given = organisation()
    few = [p for p in given.respondents if p.role != "Other executive"]
    few += [p for p in given.respondents if p.role == "Other executive"][:3]
    shown = analysed(replace(given, respondents=tuple(few)))
    assert shown.consensus_map is not None
    assert "Other executive" not in shown.consensus_map.map.members
    groups = shown.group_maps["value"]
    assert "Other executive" not in groups.map.groups
    assert "Other executive" not in groups.inside
    assert all("Other executive" not in pair for *pair, _ in groups.differences)


def test_a_survey_without_points_has_no_map_of_value() -> None:
    shown = analysed(survey({"CEO": [[5, 4, 1]], "CFO": [[1, 2, 5]]}))
    assert shown.consensus_map is None
    assert map_of(shown, "value") is None
    assert list(map_topics(shown)) == ["trust"]


def test_one_role_says_why_there_is_no_alpha() -> None:
    found = map_of(analysed(survey({"CEO": [[5, 4, 1]]})), "trust")
    assert found is not None
    assert "only one member" in found.sentence


MANAGERS_APART = {"points": {"Manager": [0, 0, 20, 0, 20, 20, 20, 20]}}


def test_groups_are_placed_by_their_people_and_said_in_a_sentence() -> None:
    shown = analysed(organisation(MANAGERS_APART))
    found = shown.group_maps["value"]
    assert found.map.groups == ("CEO", "CFO", "CTO", "Other executive", "Manager", "Employee")
    assert found.sentence.startswith(
        "Of 6 roles, 10 pairs see the outcomes of AI most alike (r 1.00), 5 pairs least"
    )
    assert set(found.inside) == {"Other executive", "Manager", "Employee"}


def test_groups_that_all_see_it_alike_are_said_to_be_level() -> None:
    found = analysed(organisation()).group_maps["value"]
    assert found.sentence == "All 6 roles see the outcomes of AI equally alike (r 1.00)."


def test_few_who_answered_everything_are_too_few_for_a_map() -> None:
    given = organisation(MANAGERS_APART)
    employees = [person for person in given.respondents if person.role == "Employee"]
    silent = {id(person) for person in employees[:7]}
    people = tuple(
        replace(person, answers={c: a for c, a in person.answers.items() if not c.startswith("VAL_")})
        if id(person) in silent
        else person
        for person in given.respondents
    )
    found = analysed(replace(given, respondents=people)).group_maps["value"]
    assert "Employee" not in (*found.map.groups, *found.inside)
    assert "5" in dict(found.left_out)["Employee"]


def test_two_roles_are_no_map_of_groups() -> None:
    assert not analysed(survey({"CEO": [[5, 4, 1]], "CFO": [[1, 2, 5]]})).group_maps
