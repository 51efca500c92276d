"""A cell of endless text is a comment, whatever it is made of: it costs no more than its length."""

import os

import pytest

from tests.intake.hostile.mutating import outcome

LENGTH = 100_000
SECONDS = 5
PIECES = [
    "a",
    "a ",
    "1-",
    "(",
    "[",
    "a [",
    "<b ",
    "1 = a ",
    "a1",
    "a;",
    "a\n",
    "a@",
    "a - ",
    "neither ",
    "{relevancestatus",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "table", ["Role,Q1,Q2\nCEO,4,{}\nCFO,5,ok\n", "Role,Q1,{}\nCEO,4,Agree\nCFO,5,Disagree\n"]
)
def test_endless_text_in_a_heading_or_an_answer_is_recognised_in_time(piece, table):
    started = os.times().user
    endless = '"x' + piece * (LENGTH // len(piece)) + '"'
    assert outcome(table.replace("{}", endless).encode(), "recognise") == "accepted"
    assert os.times().user - started < SECONDS
