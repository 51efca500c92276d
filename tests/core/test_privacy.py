"""One module decides what is too few; whatever a hidden group answers, nothing that is shown moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.privacy import (
    DEFAULT_ATTRIBUTED,
    FLOOR,
    PrivacyPolicy,
    complementary,
    different_people,
)
from alignment_model.responses import Attribution

sizes = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=1)
minimums = st.integers(FLOOR, 12)


def test_no_setting_shows_a_group_of_two() -> None:
    with pytest.raises(ValueError, match="fewer than 3 are never shown"):
        PrivacyPolicy(minimum=2)


def test_comments_are_never_easier_to_show_than_numbers() -> None:
    with pytest.raises(ValueError, match="at least as many"):
        PrivacyPolicy(minimum=12, comment_minimum=10)


def test_attributed_roles_are_shown_however_few_and_protected_ones_from_the_minimum() -> None:
    policy = PrivacyPolicy()
    shown = {
        role.code: role.shown
        for role in policy.visibility({"CEO": 1, "Board": 4, "Manager": 5, "Employee": 0})
    }
    assert shown == {"CEO": True, "Board": False, "Manager": True, "Employee": False}


def test_a_hidden_role_says_why() -> None:
    policy = PrivacyPolicy(minimum=6)
    assert policy.reason("Board", 5) == "Hidden: fewer than 6 people"
    assert policy.reason("CEO", 0) == "Nobody answered"
    assert policy.reason("Board", 6) == ""


def test_only_roles_whose_respondents_were_told_are_attributed() -> None:
    told = PrivacyPolicy().told_to(Attribution(frozenset({"CEO", "Board"})))
    assert told.attributed == {"CEO"}


def test_the_policy_of_an_import_attributes_what_the_import_did() -> None:
    policy = PrivacyPolicy.of_attribution(Attribution(DEFAULT_ATTRIBUTED | {"COO"}), minimum=7)
    assert "COO" in policy.attributed and policy.minimum == 7


def test_comments_of_a_protected_role_need_ten_people() -> None:
    policy = PrivacyPolicy()
    assert not policy.comments_shown("Board", 9)
    assert policy.comments_shown("Board", 10)
    assert policy.comments_shown("CEO", 1)


@given(sizes, minimums)
def test_hidden_parts_of_a_total_are_never_one_part_nor_fewer_people_than_the_minimum(
    parts: dict[str, int], minimum: int
) -> None:
    hidden = complementary(parts, minimum)
    small = {part for part, n in parts.items() if 0 < n < minimum}
    assert small <= hidden
    answered = {part for part, n in parts.items() if n}
    if hidden and hidden != answered:
        assert sum(parts[part] for part in hidden) >= minimum and len(hidden) >= 2


@given(sizes, minimums)
def test_nothing_is_hidden_from_a_total_whose_parts_are_all_large(
    parts: dict[str, int], minimum: int
) -> None:
    large = {part: n + minimum for part, n in parts.items()}
    assert complementary(large, minimum) == frozenset()


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_the_order_of_people_and_of_versions_does_not_matter(first: list[int], second: list[int]) -> None:
    assert different_people(first, second) == different_people(second[::-1], first[::-1])


@given(st.lists(st.integers(0, 5), min_size=1), st.integers(0, 4))
@settings(max_examples=50)
def test_taking_people_out_counts_each_of_them(people: list[int], taken: int) -> None:
    assert different_people(people, people[taken:]) == min(taken, len(people))


def test_versions_that_differ_by_one_person_are_too_close_unless_attributed() -> None:
    policy = replace(PrivacyPolicy(), minimum=5)
    before, after = list("abcdefgh"), list("abcdefghi")
    assert policy.too_close("Manager", before, after)
    assert not policy.too_close("CEO", before, after)
    assert not policy.too_close("Manager", before, list("vwxyz") + before)
