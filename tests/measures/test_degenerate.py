"""Nothing to measure gives a sentence, never NaN and never a warning (warnings are errors here)."""

from __future__ import annotations

import math

import numpy as np
import pytest

from alignment_model import measures as m

NAN = float("nan")
COUNTS = {
    "nobody": [0, 0, 0, 0, 0],
    "one respondent": [0, 0, 1, 0, 0],
    "all alike": [0, 0, 7, 0, 0],
    "all at the top": [0, 0, 0, 0, 9],
    "two levels, one used": [4, 0],
    "two levels": [3, 2],
    "two ends": [3, 0, 0, 0, 3],
    "ties everywhere": [2, 2, 2, 2, 2],
}
TABLES = {
    "all missing": [[NAN] * 4] * 3,
    "nobody": np.empty((0, 4)),
    "no questions": np.empty((3, 0)),
    "one person": [[1, 2, 3, 4]],
    "one question": [[1], [2], [3]],
    "all alike": [[3, 3, 3, 3]] * 3,
    "one constant person": [[1, 2, 3, 4], [2, 2, 2, 2], [1, 3, 3, 5]],
    "all constant people": [[1] * 4, [2] * 4, [3] * 4],
    "parallel people": [[1, 2, 3, 4], [2, 3, 4, 5]],
    "same people": [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]],
    "opposed people": [[1, 2, 4, 5], [5, 4, 2, 1]],
    "two levels": [[1, 2, 1, 2], [2, 2, 1, 1], [1, 1, 2, 2]],
    "no overlap": [[1, 2, NAN, NAN], [NAN, NAN, 3, 4]],
    "one missing each": [[NAN, 2, 3, 4], [1, NAN, 3, 4], [1, 2, NAN, 4]],
}
OF_COUNTS = [
    m.a_wg, m.average_deviation, m.berry_mielke, m.consensus, m.d_squared, m.entropy, m.l_squared, m.leik,
    m.polarisation, m.position, m.rwg, m.van_der_eijk_a,
    lambda c: m.average_deviation(c, "median"),
    lambda c: m.rwg(c, "slight skew"),
    lambda c: m.rwg_j([c, c]),
    lambda c: m.rwg_j([c], truncated=False),
    lambda c: m.rwg_j_lindell([c, c]),
    lambda c: m.cliffs_delta_of_counts(c, c),
    lambda c: m.cliffs_delta_of_counts(c, c[::-1]),
    lambda c: m.interval_from_counts(m.consensus, c),
    lambda c: m.interval_from_counts(m.rwg, c),
    lambda c: m.interval_from_counts(m.van_der_eijk_a, c),
]  # fmt: skip
OF_TABLES = [
    m.cronbach_alpha, m.gwet_ac2, m.icc, m.kendall_w, m.krippendorff_alpha, m.kruskal_wallis,
    m.icc_between_groups, m.within_group_alpha, m.common_ground,
    lambda t: m.icc(t, "ICC1k"),
    lambda t: m.icc(t, "ICC2k"),
    lambda t: m.icc(t, "ICC3"),
    lambda t: m.icc(t, "ICC3k"),
    lambda t: m.icc_between_groups(t, "ICC(2)"),
    lambda t: m.gwet_ac2(t, 5, "identity"),
    lambda t: m.krippendorff_alpha(t, "ratio"),
    lambda t: m.kendall_w(t, corrected=False),
    lambda t: m.mann_whitney(np.ravel(t), np.ravel(t)[:2]),
    lambda t: m.welch_gap(np.ravel(t), np.ravel(t)[:2]).statistic,
    lambda t: m.cliffs_delta(np.ravel(t), np.ravel(t)[:2]),
    lambda t: m.mean_position(np.ravel(t)),
    lambda t: m.between_group_r(t, t),
    lambda t: m.alpha_difference(t, t),
    lambda t: m.alpha_difference(t, t, paired=True),
    lambda t: m.overlap(t, t),
    lambda t: m.layer_agreement(t).agreement,
    lambda t: m.layer_agreement(t).average_deviation,
    lambda t: m.consensus_map(t).alpha,
    lambda t: m.consensus_map(t).average_deviation,
    lambda t: m.mixed_gap(t, None, t).statistic,
    lambda t: m.mixed_gap(t, None, t, role=0).statistic if len(t) else m.Statistic.none("nobody"),
]  # fmt: skip


def sound(found: m.Statistic) -> bool:
    """A finite value, or a reason in words."""
    numbers = [x for x in (found.value, found.p, *(found.interval or ())) if x is not None]
    ordered = found.interval is None or found.interval[0] <= found.interval[1]
    return bool((found.reason or numbers) and all(map(math.isfinite, numbers)) and ordered)


@pytest.mark.parametrize("case", COUNTS)
def test_measures_of_counts_always_give_a_value_or_a_reason(case):
    assert all(sound(measure(COUNTS[case])) for measure in OF_COUNTS)


@pytest.mark.parametrize("case", TABLES)
def test_measures_of_tables_always_give_a_value_or_a_reason(case):
    table = np.asarray(TABLES[case], dtype=float)
    for place, measure in enumerate(OF_TABLES):
        assert sound(measure(table)), place


@pytest.mark.parametrize("case", TABLES)
def test_maps_verdicts_and_gaps_stand_on_any_table(case):
    table = np.asarray(TABLES[case], dtype=float)
    found = m.verdict(table)
    assert (found.word is None) == bool(found.reason)
    assert all(sound(gap.statistic) for gap in m.leadership_gaps(table))
    assert all(sound(statistic) for _, statistic in m.leave_one_out(table))
    camps = m.find_camps(table, draws=20)
    assert camps.found or camps.sentence.endswith(f"{camps.reason}.")
    pairs = m.group_map({"first": table, "second": table[:, ::-1]})
    assert np.isfinite(np.array(pairs.points)).all()
    assert np.isfinite(m.valued_alone(table)).all()


@pytest.mark.parametrize("form", ["ICC1k", "ICC2k", "ICC3k"])
def test_an_interval_end_that_divides_by_nothing_is_a_reason(form):
    table = [[5, 5, 5, 5, 9], [5] * 5, [5, 5, 5, 5, 1], [5] * 5, [5, 5, 6, 5, 5]]
    assert sound(m.icc(table, form))


def test_the_reasons_can_stand_on_a_screen():
    assert m.krippendorff_alpha([[3, 3], [3, 3]]).reason == "everyone chose the same answer"
    assert m.rwg([0, 0, 1, 0, 0]).reason == "only one respondent"
    assert m.within_group_alpha([[1], [2], [3]]).reason.startswith("only one member")
    assert m.consensus([0, 0, 1, 0, 0]).caution.startswith("only one respondent")
    assert m.consensus_map([[1, 2], [2, 2], [3, 2]], members=["CEO", "CFO"]).left_out == (
        ("CFO", "gave every item the same, so has no direction"),
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: m.consensus([1]), "at least two levels"),
        (lambda: m.consensus([1, -1]), "from zero up"),
        (lambda: m.consensus([1, NAN]), "from zero up"),
        (lambda: m.counts_from_answers([7], 5), "from 1 to 5"),
        (lambda: m.consensus_of_positions([0, 3], 5), "between 1 and 5"),
        (lambda: m.layer_agreement([[6, 1], [1, 1]]), "between 1 and the number of levels"),
        (lambda: m.verdict([[1, 2]], roles=["CEO", "CFO"]), "one name per row"),
        (lambda: m.layer_agreement([1, 2, 3]), "rows and columns"),
        (lambda: m.krippendorff_alpha([[-1, 1], [1, 1]], "ratio"), "one sign"),
        (lambda: m.overlap([50, 50], [40, 30, 30]), "same outcomes"),
        (lambda: m.consensus_map([[1, 2], [2, 1]], members=["a", "a"]), "all different"),
        (lambda: m.benjamini_hochberg([1.2]), "between 0 and 1"),
        (lambda: m.rwg([1, 1, 1], [0.5, 0.5]), "each of the 3 levels"),
    ],
)
def test_wrong_use_is_an_error_that_says_what_is_wanted(call, message):
    with pytest.raises(ValueError, match=message):
        call()
