"""Questions of the team's own: their codes, their direction, their groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.intake.mapping.own_questions import (
    LONGEST_CODE,
    doubtful_direction,
    group_layer,
    own_code,
)


@pytest.mark.parametrize(
    "text",
    [
        "I worry about my job",
        "AI is harmful here",
        "Decisions are too slow",
        "Our data is not ready",
        "Ich habe Angst vor KI",
    ],
)
def test_worry_harm_and_denial_leave_the_direction_open(text):
    assert doubtful_direction(text)


@pytest.mark.parametrize("text", ["Our data is ready", "I notice what AI does", "Leaders share one plan"])
def test_plain_statements_have_a_direction(text):
    assert not doubtful_direction(text)


@given(st.text(max_size=200))
def test_codes_are_short_and_the_same_each_time(text):
    assert own_code(text) == own_code(text) and len(own_code(text)) <= LONGEST_CODE


def test_two_questions_never_share_a_code():
    assert own_code("Plan", ["own_plan"]) == "own_plan_2"


def test_a_group_becomes_a_layer_of_its_own():
    assert (group_layer("Our team", 1).code, group_layer("Our team", 1).name) == (
        "group_our_team",
        "Our team",
    )
