"""Shared and unshared terms in open answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alignment_model.analysis.model import OpenAnswer
from alignment_model.findings.terms import SHARED, marked


def answers(*texts: str) -> list[OpenAnswer]:
    return [OpenAnswer("WHY", role, text) for role, text in zip(("CEO", "CFO", "CTO"), texts)]


@given(st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_marking_never_changes_a_word(texts: list[str]) -> None:
    found, _ = marked(answers(*texts))
    assert ["".join(piece for piece, _ in answer.pieces) for answer in found] == texts


def test_singular_and_plural_are_one_term() -> None:
    found, shared = marked(answers("Cut costs.", "What it costs; the cost of doing nothing.", "Grow."))
    assert shared == ("costs",)
    assert [piece for piece, mark in found[1].pieces if mark == SHARED] == ["costs", "cost"]


def test_a_word_one_role_repeats_is_not_shared() -> None:
    assert marked(answers("Speed, speed, speed.", "Trust."))[1] == ()


def test_fillers_are_never_terms() -> None:
    assert marked(answers("We do it because they do.", "Because they do it too."))[1] == ()
