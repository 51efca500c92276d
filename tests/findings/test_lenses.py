"""Ten stakeholders: who answered for each, who gives it most points, and nothing of a hidden role."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.analysis import Analysis, analyse
from alignment_model.findings.lenses import NO_POINT, NOBODY, absent, lens_views
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION
from tests.findings.organisation import organisation

FRAMEWORK = load_framework()


def analysed(**case: object) -> Analysis:
    return analyse(organisation(case), policy=PrivacyPolicy())


def by_lens(analysis: Analysis) -> dict[str, tuple[str, str]]:
    return {view.lens.code: (view.answered, view.gives_most) for view in lens_views(analysis, FRAMEWORK)}


def test_each_stakeholder_has_who_answered_and_who_gives_it_most() -> None:
    found = by_lens(analysed(points={"CEO": [100, 0, 0, 0, 0, 0, 0, 0]}))
    assert list(found) == [lens.code for lens in FRAMEWORK.lenses]
    assert found["ceos"] == ("The CEO", "The CEO, 100 of 100")
    assert found["customers"][0] == NOBODY


def test_who_is_not_there_is_named_once() -> None:
    views = lens_views(analysed(), FRAMEWORK)
    assert absent(views).startswith("Nobody here answered for boards, customers, ")
    assert absent(tuple(view for view in views if view.speakers)).startswith("Every stakeholder")


def test_a_hidden_role_speaks_for_nobody_and_gives_nobody_points() -> None:
    analysis = analysed()
    hidden = replace(analysis.role("CEO"), shown=False, reason="Hidden: fewer than 5 people")
    roles = tuple(hidden if role.code == "CEO" else role for role in analysis.roles)
    points = {**analysis.value.points, "CEO": {"growth": Statistic.of(100.0)}}
    analysis = replace(analysis, roles=roles, value=replace(analysis.value, points=points))
    view = next(view for view in lens_views(analysis, FRAMEWORK) if view.lens.code == "ceos")
    assert view.answered == "Hidden: fewer than 5 people"
    assert "CEO" not in view.gives_most and view.points != 100


def test_nobody_gives_a_point_where_nobody_does() -> None:
    first = [100, 0, 0, 0, 0, 0, 0, 0]
    analysis = analysed(points=dict.fromkeys(("CEO", "CFO", "CTO", "Board", "Other executive"), first))
    caring = {lens for outcome in FRAMEWORK.value_outcomes[:1] for lens in outcome.lenses}
    points = {role: row for role, row in analysis.value.points.items() if role not in ("Manager", "Employee")}
    analysis = replace(analysis, value=replace(analysis.value, points=points))
    assert {code for code, said in by_lens(analysis).items() if said[1] != NO_POINT} == caring


def test_a_survey_with_outcomes_of_its_own_calls_them_as_it_did_and_has_no_lenses() -> None:
    responses = organisation({})
    asked = responses.questionnaire
    own = tuple(
        replace(question, part="", text=f"Our own outcome {number}", short="")
        if question.kind == ALLOCATION
        else question
        for number, question in enumerate(asked.questions)
    )
    analysis = analyse(
        replace(responses, questionnaire=replace(asked, questions=own, custom=True)), policy=PrivacyPolicy()
    )
    codes = [question.code for question in own if question.kind == ALLOCATION]
    assert [analysis.value.names[code] for code in codes] == [
        question.text for question in own if question.kind == ALLOCATION
    ]
    assert lens_views(analysis, FRAMEWORK) == ()
    assert not set(codes) & set(analysis.consensus_map.map.items)
