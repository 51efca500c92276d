"""A form with a typo, a strange role and a reversed statement is decided once; its next wave asks nothing."""

from dataclasses import replace

import pytest

from alignment_model.errors import QUESTION
from alignment_model.intake import load_mapping, mapping_to_toml, to_responses
from tests.intake.builders import AGREEMENT, codes, read

HEADINGS = [
    "Id",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "What is your role?",
    "Our aims are clear.",
    "AI worries me.",
]


def wave(*people):
    return [
        HEADINGS,
        *[[n, "1/2/26 9:00", "1/2/26 9:05", "anonymous", None, *p] for n, p in enumerate(people, 1)],
    ]


FIRST = wave(
    ("CEO", "Strongy agre", "Disagree"), ("CFO", "Neutral", "Agree"), ("Head of wizardry", "Agree", "Neutral"),
    ("Manager", "Disagree", "Strongly agree"), ("Manager", "Agree", "Agree"),
)  # fmt: skip
SECOND = wave(
    ("CEO", "Agree", "Agree"),
    ("Head of wizardry", "Agree", "Disagree"),
    ("Manager", "Strongly agree", "Agree"),
)


def decided():
    mapping = read(FIRST).proposed_mapping()
    levels = tuple(level.replace("Neither agree nor disagree", "Neutral") for level in AGREEMENT)
    columns = [
        replace(
            choice,
            labels=levels,
            reversed=choice.column == "AI worries me.",
            read_as={"Strongy agre": "Strongly agree"},
        )
        for choice in mapping.columns
    ]
    roles = replace(mapping.role, values={**mapping.role.values, "Head of wizardry": "Other executive"})
    return replace(mapping, role=roles, columns=tuple(columns))


def test_the_first_wave_asks_what_only_a_person_knows():
    found = read(FIRST, read(FIRST).proposed_mapping())
    asked = {problem.code for problem in found.problems if problem.severity == QUESTION}
    assert asked == {"role.unknown", "direction.doubtful", "label.doubtful"}


def test_once_decided_nothing_is_asked():
    found = read(FIRST, decided())
    assert codes(found) == []
    responses = to_responses(found, survey="s", wave="w")
    assert [question.reversed for question in responses.questionnaire.questions] == [False, True]
    assert responses.respondents[0].answers["own_our_aims_are_clear"] == 5


def test_the_next_wave_of_the_form_asks_nothing_even_from_the_file():
    found = read(SECOND, load_mapping(mapping_to_toml(decided())))
    assert codes(found) == [] and found.form == decided().form


def test_the_form_is_known_again_whatever_the_order_of_its_columns():
    turned = [list(reversed(row)) for row in SECOND]
    assert read(turned).form == read(FIRST).form


@pytest.mark.parametrize("heading", ["Our aims are clear.", "OUR AIMS ARE CLEAR"])
def test_columns_are_found_again_by_their_heading(heading):
    rows = [[*row[:6], row[7], row[6]] for row in SECOND]
    rows[0][7] = heading
    assert codes(read(rows, decided())) == []


def test_a_column_that_went_missing_is_said():
    rows = [row[:7] for row in SECOND]
    assert codes(read(rows, decided())) == ["mapping.no_such_column"]
