"""Counts are made once, suppressed there, and are enough to make again from stored rows."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.counts import CountRow, count, count_rows, counts_from_rows, people_by_role, shown_texts
from alignment_model.framework import Layer
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import TEXT, Question, Questionnaire, Scale
from alignment_model.responses import Attribution, Respondent, ResponseSet
from alignment_model.sample import sample_organisation

POLICY = PrivacyPolicy()
ASKED = Questionnaire(
    "test",
    "Test",
    "1",
    (Layer("l", "Layer", 1),),
    (Scale("five", tuple("12345")),),
    (
        Question("A", "We agree.", scale="five", layer="l"),
        Question("B", "We do not agree.", scale="five", layer="l", reversed=True),
        Question("T", "In a word?", kind=TEXT),
    ),
)


def people(role: str, levels: list[int | None], code: str = "A") -> tuple[Respondent, ...]:
    return tuple(
        Respondent(f"{role}{i}", role, {} if level is None else {code: level})
        for i, level in enumerate(levels)
    )


def answered(*groups: tuple[Respondent, ...]) -> ResponseSet:
    return ResponseSet(ASKED, tuple(person for group in groups for person in group))


def test_levels_dont_know_and_blank_are_counted_apart() -> None:
    group = (*people("Manager", [1, 4, 4, 5, 5, None]), Respondent("m", "Manager", {}, frozenset({"A"})))
    counts, _ = count(answered(group), POLICY)
    cell = counts.cell("A", "Manager")
    assert cell is not None
    assert (cell.levels, cell.dont_know, cell.blank) == ((1, 0, 0, 2, 2), 1, 1)


def test_counts_are_as_asked_and_the_matrix_has_reversed_questions_flipped() -> None:
    counts, matrix = count(answered(people("Manager", [1, 1, 1, 1, 2], "B")), POLICY)
    cell, flipped = counts.cell("B", "Manager"), counts.oriented("B", "Manager")
    assert cell is not None and cell.levels == (4, 1, 0, 0, 0)
    assert flipped is not None and flipped.tolist() == [0, 0, 0, 1, 4]
    assert sorted(matrix.of("Manager", ["B"])[:, 0].tolist()) == [4, 5, 5, 5, 5]


def test_a_question_too_few_of_a_protected_role_answered_is_hidden_for_that_role() -> None:
    counts, matrix = count(answered(people("Manager", [4, 4, 4, 4, None, None]), people("CEO", [3])), POLICY)
    assert counts.cell("A", "Manager") is None
    assert counts.hidden["A", "Manager"] == "Hidden: fewer than 5 people"
    assert np.isnan(matrix.of("Manager", ["A"])).all()
    assert counts.cell("A", "CEO") is not None


def test_that_nearly_everybody_did_not_know_is_told_though_the_few_answers_are_not() -> None:
    unknown = tuple(Respondent(f"u{i}", "Manager", {}, frozenset({"A"})) for i in range(8))
    counts, _ = count(answered(people("Manager", [4, 4]), unknown), POLICY)
    assert counts.cell("A", "Manager") is None
    assert counts.dont_know["A", "Manager"] == (8, 10)


def test_a_hidden_role_is_in_no_form() -> None:
    counts, matrix = count(answered(people("Board", [1, 2, 3, 4]), people("CEO", [3])), POLICY)
    assert counts.shown == ("CEO",) and matrix.roles == ("CEO",)
    assert not any(role == "Board" for _, role in (*counts.cells, *counts.dont_know))
    assert len(matrix.values) == 1


def test_an_office_counts_as_other_executive_unless_it_is_attributed() -> None:
    wave = answered(people("COO", [3]), people("Other executive", [4, 4, 4, 4]))
    assert {role: len(group) for role, group in people_by_role(wave, POLICY).items()} == {
        "Other executive": 5
    }
    told = replace(wave, attribution=Attribution(frozenset({"COO"})))
    apart = people_by_role(told, PrivacyPolicy(frozenset({"COO"})))
    assert set(apart) == {"COO", "Other executive"}


def test_a_group_that_differs_from_an_earlier_version_by_one_person_is_hidden() -> None:
    before = answered(people("Manager", [1, 2, 3, 4, 5, 5]))
    after = answered(people("Manager", [1, 2, 3, 4, 5, 5, 5]))
    counts, matrix = count(after, POLICY, earlier=[before])
    assert counts.shown == () and matrix.values.size == 0
    assert "earlier version" in counts.roles[0].reason
    assert count(after, POLICY, earlier=[after])[0].shown == ("Manager",)


def test_a_group_that_was_hidden_before_is_shown_once_it_is_large_enough() -> None:
    before = answered(people("Manager", [1, 2, 3, 4]))
    after = answered(people("Manager", [1, 2, 3, 4, 5]))
    assert count(after, POLICY, earlier=[before])[0].shown == ("Manager",)


def test_five_newcomers_are_shown_but_not_on_the_question_only_four_of_them_answered() -> None:
    both = [{"A": level, "B": level} for level in (1, 2, 3, 4, 5)]
    new = [{"A": 5, "B": 5}] * 4 + [{"A": 5}]
    old = tuple(Respondent(f"o{i}", "Manager", answers) for i, answers in enumerate(both))
    come = tuple(Respondent(f"n{i}", "Manager", answers) for i, answers in enumerate(new))
    counts, matrix = count(answered(old, come), POLICY, earlier=[answered(old)])
    assert counts.cell("A", "Manager") is not None
    assert counts.cell("B", "Manager") is None and ("B", "Manager") not in counts.dont_know
    assert np.isnan(matrix.of("Manager", ["B"])).all()


def test_other_words_in_a_comment_hide_nobody() -> None:
    before = answered(tuple(Respondent(f"{i}", "Manager", {"A": 3, "T": "old"}) for i in range(6)))
    after = answered(tuple(Respondent(f"{i}", "Manager", {"A": 3, "T": "new"}) for i in range(6)))
    assert count(after, POLICY, earlier=[before])[0].shown == ("Manager",)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_counts_and_matrix_do_not_depend_on_the_order_of_rows(seed: int) -> None:
    wave = sample_organisation(managers=8, employees=6, board=3)
    mixed = list(wave.respondents)
    random.Random(seed).shuffle(mixed)
    first, second = count(wave, POLICY), count(replace(wave, respondents=tuple(mixed)), POLICY)
    assert first[0] == second[0]
    assert np.array_equal(first[1].values, second[1].values, equal_nan=True)


def test_counts_are_made_again_from_stored_rows() -> None:
    counts, _ = count(sample_organisation(managers=6, employees=5, board=3, executives=5), POLICY)
    rows = count_rows(counts)
    again = counts_from_rows(rows, counts.questionnaire, counts.roles, POLICY)
    assert again.cells == counts.cells and again.dont_know == counts.dont_know
    scaled = {question.code for question in counts.questionnaire.scaled}
    assert {key: why for key, why in again.hidden.items() if key[0] in scaled} == {
        key: why for key, why in counts.hidden.items() if key[0] in scaled
    }


def test_stored_rows_hold_nothing_about_a_hidden_role_but_that_it_is_hidden() -> None:
    counts, _ = count(answered(people("Board", [1, 2, 3, 4]), people("CEO", [3])), POLICY)
    assert {row for row in count_rows(counts) if row.role == "Board"} == {
        CountRow("A", "Board", "hidden", 0),
        CountRow("B", "Board", "hidden", 0),
    }


def test_open_answers_of_groups_under_ten_and_of_people_below_leadership_are_not_quoted() -> None:
    def said(role: str, n: int) -> tuple[Respondent, ...]:
        return tuple(Respondent(f"{role}{i}", role, {"T": f"word {i:02d}"}) for i in range(n))

    wave = answered(said("CEO", 1), said("Board", 9), said("Other executive", 10), said("Manager", 30))
    texts = shown_texts(wave, POLICY, count(wave, POLICY)[0])
    assert set(texts) == {("T", "CEO"), ("T", "Other executive")}


def test_33_thousand_respondents_are_counted() -> None:
    rng = random.Random(1)
    wave = answered(people("Employee", [rng.randint(1, 5) for _ in range(33_000)]))
    counts, _ = count(wave, POLICY)
    cell = counts.cell("A", "Employee")
    assert cell is not None and cell.n == 33_000
