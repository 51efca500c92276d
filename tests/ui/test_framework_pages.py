"""The pages of the framework in every state: full, three leaders only, protected, and a survey of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alignment_model.questionnaire import TEXT
from alignment_model.responses import Respondent, ResponseSet
from alignment_model.ui import registry
from tests.findings.making import survey
from tests.findings.organisation import organisation
from tests.ui.states import opened, sentence_of, stored, words_of

PAGES = [
    page
    for page in registry.PAGES
    if page.section in ("Understand", "Discuss") and page.code not in ("overview", "present")
]
EACH = pytest.mark.parametrize("code", [page.code for page in PAGES])


def with_words(responses: ResponseSet, **texts: str) -> ResponseSet:
    """The same people, some of whom say why they deploy AI."""
    code = responses.questionnaire.of_kind(TEXT)[0].code
    people = tuple(
        replace(person, answers=dict(person.answers) | {code: texts[person.role]})
        if person.role in texts
        else person
        for person in responses.respondents
    )
    return replace(responses, respondents=people)


def leaders_only() -> ResponseSet:
    """Three leaders, no managers, no register."""
    return organisation({"without": ["Other executive", "Manager", "Employee", "register"]})


def healthy(app) -> None:
    assert not app.exception
    assert not app.error
    assert not {"nan", "none", "nan.", "{}"} & set(words_of(app).lower().split())


@EACH
def test_three_leaders_without_managers_or_register_are_told_something_true(code: str) -> None:
    stored(leaders_only())
    app = opened(code)
    healthy(app)
    assert sentence_of(app)


@EACH
def test_a_survey_of_ones_own_says_what_it_did_not_ask(code: str) -> None:
    stored(survey({"CEO": [[5, 4]], "CFO": [[1, 2]], "Manager": [[3, 3]] * 6}))
    app = opened(code)
    healthy(app)
    assert sentence_of(app)


@EACH
def test_a_group_that_is_too_small_never_appears_as_a_number(code: str) -> None:
    few = organisation({"without": ["Employee"]})
    people = [person for person in few.respondents if person.role != "Manager"]
    people += [person for person in few.respondents if person.role == "Manager"][:3]
    stored(replace(few, respondents=tuple(people)))
    healthy(opened(code))


def test_a_single_respondent_is_no_team() -> None:
    stored(replace(leaders_only(), respondents=leaders_only().respondents[:1]))
    for page in PAGES:
        healthy(opened(page.code))


def test_any_question_opens_from_its_link() -> None:
    stored(organisation({"roles": {"CFO": {"PB1": 1}}}))
    app = opened("question", question="PB1")
    assert "AI makes daily work better" in sentence_of(app)
    assert app.selectbox(key="pick_question").value == "PB1"


def test_a_link_to_a_question_nobody_asked_opens_another() -> None:
    stored(organisation())
    app = opened("question", question="nothing")
    healthy(app)
    assert app.query_params["question"] != ["nothing"]


def test_every_statistic_inside_a_group_has_an_interval_or_a_reason() -> None:
    stored(organisation())
    app = opened("question", question="LA1")
    table = next(frame.value for frame in app.dataframe if "Consensus" in frame.value)
    assert set(table["Group"]) == {"Other executives", "Managers", "Employees"}
    assert all("(" in cell for cell in table["Position"])
    alone = "The CEO (4.0), the CFO (4.0) and the CTO (4.0) answered alone, so there is nothing to measure inside."
    assert alone in words_of(app)


def test_the_number_is_worth_money_when_a_cost_base_is_given() -> None:
    stored(organisation({"effect": {"CEO": -20, "CFO": 0}}))
    app = opened("the_number")
    app.number_input[0].set_value(200_000_000.0).run()
    assert "EUR 40.0 million lie between" in words_of(app)


def test_terms_two_leaders_share_are_marked() -> None:
    stored(with_words(leaders_only(), CEO="To lead our market.", CFO="To leave markets that lose money."))
    app = opened("open_answers")
    assert "they share “market”" in sentence_of(app)
    assert ":blue-background[market]" in app.header[1].value
    assert "Only here: leave, lose, money." in words_of(app)


def test_what_a_small_board_wrote_is_never_quoted() -> None:
    base = leaders_only()
    board = tuple(Respondent(f"b{i}", "Board", {}) for i in range(6))
    team = with_words(replace(base, respondents=(*base.respondents, *board)), Board="secret", CEO="To win.")
    stored(team)
    app = opened("open_answers")
    assert "secret" not in words_of(app)
    assert "The board: what a group wrote is shown from 10 of its people on." in words_of(app)


def test_a_map_never_has_a_member_of_a_group_alone() -> None:
    stored(organisation())
    app = opened("consensus_map", map="value")
    assert "Nobody of a group is ever drawn alone." in words_of(app)
    rows = next(frame.value for frame in app.dataframe if "Without" in frame.value)
    assert set(rows["Without"]) <= {"CEO", "CFO", "CTO", "Other executives"}


def test_waves_are_compared_and_what_cannot_be_is_said() -> None:
    first = organisation()
    later = replace(
        organisation({"managers": {"OC1": 2}, "without": ["Employee"]}), wave="Q2", wave_date=date(2026, 6, 8)
    )
    stored(first)
    stored(later)
    app = opened("trends", wave="Q2")
    healthy(app)
    assert sentence_of(app) == "Between Q1 and Q2 nothing moved clearly"
    table = next(frame.value for frame in app.dataframe if "Why" in frame.value)
    assert "answered only in the first wave" in set(table["Why"])


def test_one_wave_shows_what_the_next_is_set_against() -> None:
    stored(organisation())
    app = opened("trends")
    assert sentence_of(app) == "Q1 is the first wave: it starts with agreement at 1.00 and no pattern seen"
    layers = next(frame.value for frame in app.dataframe if "Layer" in frame.value)
    assert list(layers["Managers"]) == ["4.0"] * 4
