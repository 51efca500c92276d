"""Values of R packages (tests/reference/make_r_values.R), of irrCAC, and values printed in articles and manuals."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model import measures as m
from tests.measures.reference import expected

R = expected("r_packages")
PUBLISHED = expected("published")
CLOSE = {"abs": R["tolerance"], "rel": R["tolerance"]}


def cases(kind: str) -> list:
    """The cases of one kind, each with its number."""
    return [pytest.param(case["input"], case["expected"], id=f"{kind}{i}") for i, case in enumerate(R[kind])]


def table(rows: list) -> np.ndarray:
    """Rows with null where missing."""
    return np.array(rows, dtype=float)


@pytest.mark.parametrize(("given", "known"), cases("within"))
def test_one_question_in_one_group_gives_what_multilevel_gives(given, known):
    counts = m.counts_from_answers(given["x"], given["K"])
    assert m.rwg(counts).value == pytest.approx(known["rwg"], **CLOSE)
    assert m.rwg(counts, null=(given["K"] ** 2 - 1) / 12).value == pytest.approx(known["rwg"], **CLOSE)
    if given["K"] == 5:
        assert m.rwg(counts, "slight_skew").value == pytest.approx(known["rwg_slight_skew"], **CLOSE)
    assert m.average_deviation(counts).value == pytest.approx(known["ad_mean"], **CLOSE)
    assert m.average_deviation(counts, "median").value == pytest.approx(known["ad_median"], **CLOSE)
    if known["awg"] is None:
        assert m.a_wg(counts).reason
    else:
        assert m.a_wg(counts).value == pytest.approx(known["awg"], **CLOSE)


@pytest.mark.parametrize(("given", "known"), cases("many"))
def test_several_questions_in_one_group_give_what_multilevel_gives(given, known):
    assert m.rwg_j(given, levels=5).value == pytest.approx(known["rwg_j"], **CLOSE)
    assert m.rwg_j_lindell(given, levels=5).value == pytest.approx(known["lindell"], **CLOSE)


@pytest.mark.parametrize(("given", "known"), cases("icc"))
def test_six_iccs_with_interval_and_p_give_what_psych_gives(given, known):
    for form, numbers in known.items():
        found = m.icc(given, form)
        assert found.value == pytest.approx(numbers["icc"], **CLOSE), form
        assert found.interval == pytest.approx(numbers["ci95"], **CLOSE), form
        assert found.p == pytest.approx(numbers["p"], **CLOSE), form


@pytest.mark.parametrize(("given", "known"), cases("alpha"))
def test_cronbachs_alpha_gives_what_psych_gives(given, known):
    found = m.cronbach_alpha(table(given), missing="pairwise")
    assert found.value == pytest.approx(known["alpha"], **CLOSE)


@pytest.mark.parametrize(("given", "known"), cases("groups"))
def test_groups_of_unequal_size_give_what_multilevel_and_r_give(given, known):
    assert m.icc_between_groups(given).value == pytest.approx(known["icc1"], **CLOSE)
    assert m.icc_between_groups(given, "ICC(2)").value == pytest.approx(known["icc2"], **CLOSE)
    for found in (m.kruskal_wallis(given), m.kruskal_wallis(*given)):
        assert (found.value, found.p) == pytest.approx((known["H"], known["kruskal_p"]), **CLOSE)


@pytest.mark.parametrize(("given", "known"), cases("tests"))
def test_two_groups_give_what_r_and_coin_give(given, known):
    x, y = given
    for side in ("two-sided", "greater", "less"):
        exact = m.mann_whitney(x, y, alternative=side)
        assert (exact.value, exact.p) == pytest.approx((known["W"], known["exact"][side]), **CLOSE)
        for key, continuity in (("corrected", True), ("uncorrected", False)):
            found = m.mann_whitney(x, y, alternative=side, method="asymptotic", continuity=continuity)
            assert found.p == pytest.approx(known[key][side], **CLOSE)
    gap = m.welch_gap(x, y)
    assert (gap.p, *gap.interval) == pytest.approx((known["welch_p"], *known["welch_ci95"]), **CLOSE)


@pytest.mark.parametrize(("given", "known"), cases("friedman"))
def test_kendalls_w_gives_what_rs_friedman_test_gives(given, known):
    test = m.kendall_w_test(given)
    assert m.kendall_w(given).value == pytest.approx(known["W"], **CLOSE)
    assert (test.chi_square, test.p) == pytest.approx((known["chi_square"], known["p"]), **CLOSE)


def test_benjamini_hochberg_gives_what_r_gives():
    known = R["benjamini_hochberg"]
    assert m.benjamini_hochberg(known["input"]) == pytest.approx(known["expected"], **CLOSE)


@pytest.mark.parametrize("case", PUBLISHED["counts"], ids=lambda case: case["call"])
def test_printed_values_of_counts(case):
    found = getattr(m, case["measure"])(case["counts"])
    assert found.value == pytest.approx(case["value"], abs=case["tolerance"])


@pytest.mark.parametrize("case", PUBLISHED["ratings"], ids=lambda case: case["source"])
def test_printed_values_of_ratings(case):
    found = getattr(m, case["measure"])(table(case["ratings"]), **case["options"])
    assert found.value == pytest.approx(case["value"], abs=case["tolerance"])


@pytest.mark.parametrize("weights", PUBLISHED["ac2"]["expected"])
def test_gwets_ac2_with_its_error_gives_what_irrcac_gives(weights):
    known = PUBLISHED["ac2"]["expected"][weights]
    found = m.gwet_ac2(table(PUBLISHED["ac2"]["ratings"]), categories=[1, 2, 3, 4, 5], weights=weights)
    assert found.value == pytest.approx(known["coefficient_value"], abs=1e-9)
    assert found.error == pytest.approx(known["se"], abs=1e-9)
    assert found.interval == pytest.approx(known["confidence_interval"], abs=1e-9)
    assert found.p == pytest.approx(known["p_value"], abs=1e-9)
