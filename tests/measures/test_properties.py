"""Laws that hold for any answers: bounds, order of people irrelevant, turning the scale round changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from alignment_model import measures as m

SYMMETRIC = {
    m.consensus: (0, 1),
    m.average_deviation: (0, 3),
    m.van_der_eijk_a: (-1, 1),
    m.polarisation: (0, 1),
    m.leik: (0, 1),
    m.l_squared: (0, 1),
    m.berry_mielke: (0, 1),
    m.entropy: (0, 3),
    m.rwg: (0, 1),
    m.a_wg: (-1, 1),
}
counts = st.lists(st.integers(0, 30), min_size=2, max_size=7).filter(any)
tables = st.tuples(st.integers(2, 6), st.integers(1, 7)).flatmap(
    lambda shape: arrays(float, shape, elements=st.sampled_from([1.0, 2.0, 2.5, 3.0, 4.0, 5.0, np.nan]))
)
scores = st.tuples(st.integers(3, 7), st.integers(2, 7)).flatmap(
    lambda shape: arrays(float, shape, elements=st.integers(0, 40).map(float))
)
settings.register_profile("measures", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("measures")


@pytest.mark.parametrize("measure", SYMMETRIC, ids=lambda measure: measure.__name__)
@given(counts)
def test_measures_of_counts_keep_their_bounds_and_do_not_care_which_end_is_up(measure, given_counts):
    found, turned = measure(given_counts), measure(given_counts[::-1])
    low, high = SYMMETRIC[measure]
    assert found.known == turned.known
    if found.known:
        assert low - 1e-9 <= found.value <= high + 1e-9
        assert found.value == pytest.approx(turned.value, abs=1e-9)


@given(counts)
def test_twice_the_people_with_the_same_shares_agree_as_much(given_counts):
    for measure in (m.consensus, m.average_deviation, m.van_der_eijk_a, m.leik):
        doubled = [2 * n for n in given_counts]
        assert measure(given_counts).value == pytest.approx(measure(doubled).value, abs=1e-9)


@given(counts)
def test_an_interval_holds_its_value_and_stays_in_bounds(given_counts):
    for measure in (m.consensus, m.average_deviation, m.rwg):
        found = m.interval_from_counts(measure, given_counts)
        if found.interval:
            low, high = SYMMETRIC[measure]
            assert low <= found.interval[0] <= found.value <= found.interval[1] <= high


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_roles_and_questions_does_not_matter(table, shuffle):
    roles, questions = list(range(len(table))), list(range(table.shape[1]))
    shuffle.shuffle(roles)
    shuffle.shuffle(questions)
    sizes = np.arange(1, len(table) + 1)
    moved = table[np.ix_(roles, questions)]
    one, other = m.layer_agreement(table, 5, sizes), m.layer_agreement(moved, 5, sizes[roles])
    assert one.agreement.known == other.agreement.known
    if one.agreement.known:
        assert one.agreement.value == pytest.approx(other.agreement.value, abs=1e-9)
        assert one.p == pytest.approx(other.p, abs=1e-9)
        assert one.null_band == other.null_band
    names = [f"r{i}" for i in range(len(table))]
    first, second = (
        m.verdict(table, sizes, 5, names),
        m.verdict(moved, sizes[roles], 5, [names[i] for i in roles]),
    )
    assert (first.word, first.who) == (second.word, second.who)
    assert {frozenset(camp) for camp in first.camps} == {frozenset(camp) for camp in second.camps}


@given(tables)
def test_turning_the_scale_round_keeps_agreement_and_turns_gaps(table):
    one, turned = m.layer_agreement(table), m.layer_agreement(6 - table)
    if one.agreement.known:
        assert one.agreement.value == pytest.approx(turned.agreement.value, abs=1e-9)
        assert one.average_deviation.value == pytest.approx(turned.average_deviation.value, abs=1e-9)
    for gap, other in zip(m.leadership_gaps(table), m.leadership_gaps(6 - table)):
        assert gap.statistic.known == other.statistic.known
        if gap.difference is not None:
            assert gap.difference == pytest.approx(-other.difference, abs=1e-9)
            assert (gap.p is None) == (other.p is None)


@given(tables)
def test_reliability_does_not_depend_on_the_order_of_people(table):
    for measure in (m.krippendorff_alpha, m.kendall_w, m.icc):
        one, other = measure(table), measure(table[::-1])
        assert one.known == other.known
        if one.known:
            assert one.value == pytest.approx(other.value, abs=1e-7)
            assert one.value <= 1 + 1e-9


@given(scores, st.randoms(use_true_random=False))
def test_the_map_does_not_depend_on_the_order_of_items_and_members(table, shuffle):
    items, members = list(range(len(table))), list(range(table.shape[1]))
    shuffle.shuffle(items)
    shuffle.shuffle(members)
    one = m.consensus_map(table, draws=50)
    other = m.consensus_map(table[np.ix_(items, members)], draws=50)
    assert one.alpha_all.known == other.alpha_all.known
    if one.alpha_all.known:
        assert one.alpha_all.value == pytest.approx(other.alpha_all.value, abs=1e-9)
        assert 0 <= one.alpha.value <= one.alpha_all.value + 1e-9
        assert one.alpha_all.p == pytest.approx(other.alpha_all.p, abs=1e-9)


@given(scores)
def test_the_map_drops_level_and_spread_and_keeps_lengths_below_one(table):
    one, other = m.consensus_map(table, draws=20), m.consensus_map(3 * table + 7, draws=20)
    assert one.members == other.members
    assert all(np.hypot(*vector) <= 1 + 1e-9 for vector in one.vectors)
    if one.alpha_all.known:
        assert one.alpha_all.value == pytest.approx(other.alpha_all.value, abs=1e-9)


@given(arrays(float, (4, 6), elements=st.integers(0, 50).map(float)))
def test_shared_points_lie_between_nothing_and_everything(table):
    ground = m.common_ground(table)
    if ground.known:
        assert 0 <= ground.value <= 100 + 1e-9
        for row in table[table.sum(axis=1) > 0]:
            assert m.overlap(row, row).value == pytest.approx(100)


@given(counts, counts)
def test_cliffs_delta_turns_its_sign_with_the_groups(first, second):
    if len(first) == len(second):
        one, other = m.cliffs_delta_of_counts(first, second), m.cliffs_delta_of_counts(second, first)
        assert one.value == pytest.approx(-other.value, abs=1e-9)
        assert one.interval is None or -1 <= one.interval[0] <= one.value <= one.interval[1] <= 1
