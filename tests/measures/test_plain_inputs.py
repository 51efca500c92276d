"""Lists, tuples, arrays and frames all do, and the names of other packages are understood or refused in words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from alignment_model import measures as m

RATINGS = [[1, 2, 3, 4, 5, 3], [1, 2, 4, 4, 5, 3], [2, 2, 3, 5, 5, None]]
COUNTS = [1, 2, 0, 4, 3]
SHARES = [0.1, 0.2, 0.0, 0.4, 0.3]


@pytest.mark.parametrize("kind", [list, tuple, np.array, pd.Series])
def test_counts_may_come_in_any_sequence(kind):
    assert m.consensus(kind(COUNTS)) == m.consensus(COUNTS)
    assert m.rwg(kind(COUNTS)) == m.rwg(COUNTS)


@pytest.mark.parametrize("kind", [lambda rows: rows, lambda rows: np.array(rows, dtype=float), pd.DataFrame])
def test_ratings_may_come_in_any_table(kind):
    for measure in (m.krippendorff_alpha, m.icc, m.kendall_w, m.gwet_ac2, m.cronbach_alpha):
        assert measure(kind(RATINGS)) == measure(RATINGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            lambda: m.krippendorff_alpha(RATINGS, "interval"),
            lambda: m.krippendorff_alpha(RATINGS, level="interval"),
        ),
        (
            lambda: m.krippendorff_alpha(RATINGS, "nominal"),
            lambda: m.krippendorff_alpha(reliability_data=RATINGS, level_of_measurement="nominal"),
        ),
        (lambda: m.icc(RATINGS, "ICC2"), lambda: m.icc(RATINGS, form="ICC(2,1)")),
        (lambda: m.icc(RATINGS, "ICC1k"), lambda: m.icc(RATINGS, form="ICC(1,3)")),
        (lambda: m.icc(RATINGS, "ICC3k"), lambda: m.icc(RATINGS, kind="ICC(C,k)")),
        (lambda: m.gwet_ac2(RATINGS, 5), lambda: m.gwet_ac2(RATINGS, categories=[1, 2, 3, 4, 5])),
        (lambda: m.gwet_ac2(RATINGS, 5, "identity"), lambda: m.gwet_ac2(RATINGS, weights="unweighted")),
        (lambda: m.kendall_w(RATINGS, corrected=False), lambda: m.kendall_w(RATINGS, correct=False)),
        (lambda: m.average_deviation(COUNTS, "median"), lambda: m.average_deviation(COUNTS, centre="median")),
        (lambda: m.rwg(COUNTS, "slight skew"), lambda: m.rwg(COUNTS, ranvar=1.34)),
        (
            lambda: m.rwg_j([[1, 0, 3], [0, 2, 2]]),
            lambda: m.rwg_j([[1, 2], [3, 2], [3, 3], [3, 3]], levels=3),
        ),
        (lambda: m.kruskal_wallis([[1, 2], [2, 3]]), lambda: m.kruskal_wallis({"a": [1, 2], "b": [2, 3]})),
        (lambda: m.cliffs_delta([1, 2], [2, 3]), lambda: m.cliffs_delta(x=[1, 2], y=[2, 3])),
        (
            lambda: m.mann_whitney([1, 2], [2, 3], method="asymptotic", continuity=False),
            lambda: m.mann_whitney([1, 2], [2, 3], method="asymptotic", use_continuity=False),
        ),
    ],
)
def test_other_names_for_the_same_thing_are_understood(one, other):
    assert one() == other()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: m.krippendorff_alpha(RATINGS, "ordnal"), "metric is one of nominal, ordinal"),
        (lambda: m.icc(RATINGS, "ICC4"), "form is one of ICC1"),
        (lambda: m.icc_between_groups([[1, 2], [3]], "ICC(3)"), "form is one of 1, 2"),
        (lambda: m.gwet_ac2(RATINGS, 5, "cubic"), "weights is one of identity"),
        (lambda: m.gwet_ac2(RATINGS, 4), "ratings are one of 1, 2, 3, 4"),
        (lambda: m.average_deviation(COUNTS, "mode"), "about is one of mean, median"),
        (lambda: m.rwg(COUNTS, "skewed"), "null is one of uniform"),
        (lambda: m.mann_whitney([1], [2], alternative="more"), "alternative is one of two-sided"),
        (lambda: m.cronbach_alpha(RATINGS, "casewise"), "missing is one of listwise"),
    ],
)
def test_an_unknown_word_is_refused_with_those_that_are_known(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_shares_give_the_same_agreement_but_no_number_of_people():
    for measure in (m.consensus, m.van_der_eijk_a, m.leik, m.average_deviation, m.entropy):
        found = measure(SHARES)
        assert found.value == pytest.approx(measure(COUNTS).value)
        assert (found.n, found.caution) == (None, None)
    for measure in (m.rwg, m.a_wg, m.berry_mielke):
        assert measure(SHARES).reason == "shares do not say how many people answered"


def test_two_answer_options_have_no_agreement_a():
    for measure in (m.van_der_eijk_a, m.polarisation):
        assert measure([3, 2]).reason == "A needs at least three answer options"
