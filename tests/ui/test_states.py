"""What each page of the framework says at its top, in every state a survey can be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model.responses import Attribution
from alignment_model.ui import registry
from tests.findings.making import survey
from tests.findings.organisation import organisation
from tests.ui.states import AT, opened, sentence_of, stored, words_of

PAGES = (
    "overview",
    "layers",
    "executives_and_managers",
    "value",
    "value_chain",
    "theory_and_reality",
    "the_number",
    "initiatives",
    "trends",
    "gaps",
    "question",
    "consensus_map",
    "patterns",
    "conversations",
    "commitments",
    "open_answers",
    "present",
    "snapshots",
    "board_pack",
    "links",
    "compare",
)
NOBODY = Attribution(frozenset(), True, "Ann", AT)
BENT = {
    "points": {"CEO": [60, 40, 0, 0, 0, 0, 0, 0]},
    "effect": {"CEO": -20, "CFO": 0},
    "roles": {
        "CFO": {"VC2": 2, "TR_CULTURE_W": 1, "ST1": 1, "ST2": 1, "ST3": 2, "ST4": 1, "ST5": 2, "ST6": 1}
    },
    "managers": {"PB1": 1},
}
STATES = {
    "full": (BENT, None),
    "small": ({**BENT, "without": ["Other executive", "Manager", "Employee"]}, None),
    "protected": (BENT, NOBODY),
    "no managers": ({**BENT, "without": ["Manager", "Employee"]}, None),
    "no register": ({**BENT, "without": ["register"]}, None),
    "custom": ({"Plants": [[1, 1, 2, 1], [2, 1, 1, 2]] * 3, "Offices": [[5, 4, 5, 5], [4] * 4] * 3}, NOBODY),
}


SAME = "all stand at the same place, closer than random answers would bring them"
ONE = "only one leadership role may be shown"
CULTURE = (
    "Leadership sees reality farthest behind the design, {} points, in culture; "
    "its roles differ most there, by 3.0"
)
APART = (
    "Leadership agrees on technology capability, leadership alignment and organisational capability; the CFO stands "
    "2.7 points lower than the others on societal trust, clearly"
)
LEVEL = "stand at 4.0; they agree more than chance would give"
RANK = "rank the outcomes of AI alike, more than chance would give"
FULL = {
    "overview": APART,
    "layers": f"The 4 leadership roles agree on technology capability: {SAME}",
    "executives_and_managers": (
        "Leadership stands clearly above managers on 1 question: “AI makes daily work better” (3.0 points)"
    ),
    "value": "40 of 100 points are common to all 4 leadership roles, no more than chance would give",
    "value_chain": "The CEO, the CTO and the other executives see the value chain break at productivity, the CFO at "
    "adoption",
    "theory_and_reality": CULTURE.format(0.8),
    "the_number": "Expectations run from −20 % (the CEO) to 0 % (the CFO)",
    "initiatives": "Every live and pilot initiative has a measured outcome",
    "trends": "Q1 is the first wave: it starts with agreement at 0.89 and 1 pattern present or worth watching",
    "gaps": "The CEO clearly stands 2.7 points above the CFO on societal trust",
    "question": f"On “Works as well as when tested” all 4 leadership roles {LEVEL}",
    "consensus_map": f"The 4 leadership roles {RANK}; agreement would rise most without the CEO, by 0.11",
    "patterns": "Executive-manager chasm: the evidence is there",
    "conversations": "2 conversations, 50 minutes: start with “Employees trust the tools”, where the CFO stands farthest "
    "from the others",
    "commitments": "Nothing has been agreed yet",
    "open_answers": "No leadership role wrote anything that may be shown",
    "present": "13 slides are ready for the room, 50 minutes of conversation among them",
    "snapshots": "Nothing is frozen yet: the numbers of Test, Q1 move with every import",
    "board_pack": "3 audiences can each have a pack of Test, Q1",
    "links": "Nothing is frozen yet, so there is nothing a link could show",
    "compare": "Nothing is frozen yet, so nothing can be set side by side",
}
FEWER = {"patterns": "No pattern is seen among the 4 that can be judged; 9 cannot be judged yet"}
NO_TWO = "Nobody can tell which question divides leadership: there are not two roles to compare"
ALONE = {"executives_and_managers": "Nobody below leadership answered, so there is nothing to compare with"}
NO_REGISTER = {"initiatives": "No initiative register was given, so nothing is known of spend and outcomes"}
SAID = {
    "full": FULL,
    "small": FULL
    | ALONE
    | FEWER
    | {
        "layers": f"The 3 leadership roles agree on technology capability: {SAME}",
        "value": "40 of 100 points are common to all 3 leadership roles, no more than chance would give",
        "value_chain": "The CEO and the CTO see the value chain break at productivity, the CFO at adoption",
        "theory_and_reality": CULTURE.format("1.0"),
        "trends": "Q1 is the first wave: it starts with agreement at 0.87 and no pattern seen",
        "question": f"On “Works as well as when tested” all 3 leadership roles {LEVEL}",
        "consensus_map": f"The 3 leadership roles {RANK}; agreement would rise most without the CEO, by 0.13",
    },
    "protected": FULL
    | {
        "overview": f"Nobody can tell yet how far leadership agrees ({ONE}); no role stands apart",
        "layers": f"Nobody can tell yet how far leadership agrees on technology capability: {ONE}",
        "executives_and_managers": "On no question does leadership stand clearly a whole point above or below managers "
        "or employees",
        "value": f"The other executives put 5 outcomes first (20 of 100 points each); {ONE}",
        "value_chain": "The other executives see the value chain break at productivity",
        "theory_and_reality": "The other executives see reality level with the design in every domain",
        "the_number": f"The other executives expect −5 %; {ONE}",
        "trends": "Q1 is the first wave: it starts with 1 pattern present or worth watching",
        "gaps": "No two roles that can be compared stand apart on any layer",
        "question": "Only one leadership role can be shown on “Works as well as when tested”: the other "
        "executives, at 4.0",
        "consensus_map": f"The 3 roles {RANK}",
        "conversations": f"{NO_TWO}; 1 pattern asks for one",
        "present": "5 slides are ready for the room",
    },
    "no managers": FULL
    | ALONE
    | FEWER
    | {"trends": "Q1 is the first wave: it starts with agreement at 0.89 and no pattern seen"},
    "no register": FULL | NO_REGISTER,
    "custom": FULL
    | NO_REGISTER
    | {
        "overview": "Plants stand 3.0 points lower than Offices on “Trust”, clearly; nobody can tell yet how far "
        "leadership agrees (no leadership role answered)",
        "layers": "Nobody can tell yet how far leadership agrees on “Trust”: no leadership role answered",
        "executives_and_managers": "No leadership role answered; the others are compared with each other",
        "value": "This survey did not ask anybody to spread 100 points over what AI is for",
        "value_chain": "This survey did not ask how strong the evidence is along the value chain",
        "theory_and_reality": "This survey did not ask about design and reality",
        "the_number": "This survey did not ask for the expected effect on operating cost",
        "trends": "W is the first wave: the next is set against where 2 roles stand now",
        "gaps": "Offices clearly stand 3.0 points above Plants on “Trust”",
        "question": "No leadership role answered “Statement 0”",
        "consensus_map": "The 2 roles rank the questions on “Trust” no more alike than chance would give",
        "patterns": "This survey asks nothing that patterns are made of, so no pattern can be judged",
        "conversations": NO_TWO,
        "open_answers": "This survey asked nothing to be answered in one's own words",
        "present": "1 slide is ready for the room",
        "snapshots": "Nothing is frozen yet: the numbers of S, W move with every import",
        "board_pack": "3 audiences can each have a pack of S, W",
    },
}


def visited(state: str) -> Iterator[tuple[str, AppTest]]:
    """Every page of the state, one after the other in one session."""
    case, attribution = STATES[state]
    wave = survey(case) if state == "custom" else organisation(case)
    stored(wave, attribution) if attribution else stored(wave)
    app = opened("overview")
    for code in PAGES:
        entry = registry.page(code)
        yield code, app if entry.default else app.switch_page(entry.file).run()


@pytest.mark.parametrize("state", STATES)
def test_every_page_says_what_holds_in_this_state(state: str) -> None:
    for code, app in visited(state):
        assert not app.exception and not app.error, code
        assert sentence_of(app) == SAID[state][code], code
        words = words_of(app)
        assert not {"nan", "None", "nan.", "{}"} & set(words.split()), code
        if state == "protected":
            assert not any(f"The {office} stand" in words for office in ("CEO", "CFO", "CTO")), code


def test_who_leadership_is_and_who_is_hidden_is_told_where_it_matters() -> None:
    pages = {code: words_of(app) for code, app in visited("protected")}
    assert "Leadership here is the other executives alone" in pages["executives_and_managers"]
    hidden = "Hidden, fewer than 5 people: the CEO (1 person), the CFO (1 person) and the CTO (1 person)."
    assert hidden in pages["overview"]


def test_an_empty_picture_is_never_drawn() -> None:
    wave = organisation()
    codes = frozenset(question.code for question in wave.questionnaire.scaled)
    people = tuple(replace(person, answers={}, dont_know=codes) for person in wave.respondents)
    stored(replace(wave, respondents=people))
    for code in ("value", "value_chain", "theory_and_reality", "the_number"):
        app = opened(code)
        assert sentence_of(app).startswith("Nobody can tell yet"), code
        assert not app.get("vega_lite_chart"), code


def test_a_register_says_why_its_shares_have_no_interval() -> None:
    stored(organisation())
    assert "a count of what is there, not a sample of it" in words_of(opened("initiatives"))


def test_agreement_on_the_gap_says_why_it_reads_high() -> None:
    stored(organisation(BENT))
    words = words_of(opened("theory_and_reality"))
    assert "Leaders differ most on culture: their gaps lie 3.0 points apart." in words
    assert "A gap can lie anywhere from −4 to +4" in words


def test_three_waves_stand_side_by_side() -> None:
    for wave, month in (("Q1", 3), ("Q2", 6), ("Q3", 9)):
        levels = {"OC1": 2 if wave == "Q1" else 4}
        stored(replace(organisation({"managers": levels}), wave=wave, wave_date=date(2026, month, 9)))
    app = opened("trends", wave="Q3")
    assert not app.exception
    assert "Where everybody stands, layer by layer, over 3 waves" in words_of(app)
    register = next(table.value for table in app.dataframe if "What" in table.value and "Q2" in table.value)
    assert list(register.columns) == ["What", "Q1", "Q2", "Q3"]
    patterns = next(table.value for table in app.dataframe if "Pattern" in table.value)
    assert {"Q1", "Q2", "Q3"} <= set(patterns.columns)
