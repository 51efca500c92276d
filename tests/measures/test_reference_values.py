"""Every reference value, made with R or printed in the article, to its tolerance."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model import measures as m
from tests.measures.reference import expected, members, table

TOY = expected("toy_within_group_5pt")
FROM_COUNTS = {
    "rwg_multilevel_truncated_at_0": m.rwg,
    "rwg_raw": lambda counts: m.rwg(counts, truncated=False),
    "awg_multilevel": m.a_wg,
    "ad_mean": m.average_deviation,
    "ad_median": lambda counts: m.average_deviation(counts, "median"),
    "agreement_A": m.van_der_eijk_a,
    "polarization_agrmt": m.polarisation,
    "consensus_Cns": m.consensus,
    "leik": m.leik,
    "lsquared": m.l_squared,
    "dsquared": m.d_squared,
    "BerryMielke": m.berry_mielke,
    "entropy": m.entropy,
    "mean": m.position,
}


@pytest.mark.parametrize("key", FROM_COUNTS)
@pytest.mark.parametrize("case", TOY["expected"])
def test_measures_of_counts_give_what_r_gives(case, key):
    known = TOY["expected"][case]
    found = FROM_COUNTS[key](known["freq_1to5"])
    if known[key] is None:
        assert found.reason
    else:
        assert found.value == pytest.approx(known[key], abs=TOY["tolerance"])


def test_the_published_example_of_van_der_eijk_and_its_consensus():
    counts = (30, 40, 210, 130, 530, 50, 10)
    assert m.van_der_eijk_a(counts).value == pytest.approx(0.6113333, abs=5e-8)
    assert m.consensus(counts).value == pytest.approx(0.7256876, abs=5e-8)


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorffs_own_data(metric):
    known = expected("krippendorff_canonical")
    found = m.krippendorff_alpha(table("krippendorff_canonical_units_x_raters").T, metric)
    assert found.value == pytest.approx(known["expected"][metric], abs=1e-9)
    assert found.n == 11


@pytest.mark.parametrize("form", ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"])
def test_shrout_and_fleiss_six_forms_with_interval_and_p(form):
    known = expected("icc_shrout_fleiss")["expected"][form]
    found = m.icc(table("shrout_fleiss_1979").T, form)
    assert found.value == pytest.approx(known["icc"], abs=1e-9)
    assert found.interval == pytest.approx(known["ci95"], abs=1e-9)
    assert found.p == pytest.approx(known["p"], abs=1e-9)


@pytest.mark.parametrize(
    ("case", "name", "corrected"),
    [
        ("irr_video_correct", "irr_video", True),
        ("irr_video_uncorrected", "irr_video", False),
        ("irr_anxiety_correct", "irr_anxiety", True),
        ("tarakci_tmt", "tarakci2014_tmt_ranks", True),
    ],
)
def test_kendalls_w_with_and_without_ties(case, name, corrected):
    known = expected("kendall_w")["expected"][case]
    found = m.kendall_w(table(name).T, corrected=corrected)
    test = m.kendall_w_test(table(name).T, corrected=corrected)
    assert (found.value, found.p) == pytest.approx((known["W"], known["p"]), abs=1e-9)
    assert test.chi_square == pytest.approx(known["chisq"], abs=1e-8)
    assert found.n == known["raters"]


@pytest.mark.parametrize("case", ["effsize_doc", "hollander_wolfe_permeability", "ordinal_ties"])
def test_cliffs_delta_and_mann_whitney(case):
    known = expected("cliffs_delta_mannwhitney")["expected"][case]
    x, y = known["x"], known["y"]
    delta = m.cliffs_delta(x, y)
    assert delta.value == pytest.approx(known["cliffs_delta"], abs=1e-9)
    assert delta.interval == pytest.approx(known["ci_cliff_effsize"], abs=1e-9)
    assert m.mann_whitney(x, y).value == known["U_x"]
    assert m.mann_whitney(x, y).p == pytest.approx(known["exact_coin"], abs=1e-9)
    for key, continuity in (("asymptotic_continuity", True), ("asymptotic_no_continuity", False)):
        found = m.mann_whitney(x, y, method="asymptotic", continuity=continuity)
        assert found.p == pytest.approx(known[key]["p"], abs=1e-9)


def test_the_top_team_map():
    known = expected("scm_tarakci2014")["expected"]
    found = m.consensus_map(table("tarakci2014_tmt_ranks"), members=members(), ranks=True)
    assert found.alpha.value == pytest.approx(known["alpha_2d"], abs=1e-8)
    assert found.alpha_all.value == pytest.approx(known["alpha_all_dims"], abs=1e-8)
    assert found.explained == pytest.approx(known["variance_accounted_2d"], abs=1e-8)
    lengths = dict(zip(found.members, np.linalg.norm(found.vectors, axis=1)))
    assert lengths == pytest.approx(known["member_vector_length"], abs=1e-8)
    w = known["identity_check_alpha_all_dims_squared_equals"]
    assert found.alpha_all.value**2 == pytest.approx(w, abs=1e-8)


def test_the_top_team_holds_two_camps_that_share_little():
    found = m.find_camps(table("tarakci2014_tmt_ranks"), members())
    assert found.camps == (("TMT1", "TMT2", "TMT3", "TMT4"), ("TMT5", "TMT6", "TMT7", "TMT9"))
    assert [round(a.value, 2) for a in found.alphas] == [0.87, 0.84]
    assert round(found.correlation, 2) == 0.19
    assert "alpha 0.87 and 0.84" in found.sentence
    assert "r 0.19" in found.sentence


def test_the_published_group_correlations_fit_in_two_dimensions():
    distances = 1 - table("tarakci2014_between_group_similarity")
    points, stress = m.metric_scaling(distances)
    found = np.linalg.norm(points[:, None] - points[None], axis=-1)
    assert stress < 0.15
    assert np.corrcoef(found.ravel(), distances.ravel())[0, 1] > 0.95


@pytest.mark.parametrize(("size", "mean"), [(2, 0.69), (3, 0.50), (5, 0.35), (9, 0.24)])
def test_alpha_of_random_rankings_of_seven_items_is_far_from_zero(size, mean):
    ranks = np.repeat(np.arange(1.0, 8)[:, None], size, axis=1)
    band = m.consensus_map(ranks).null_band
    chances = -np.diff(np.append(band.upper_tail, 0))
    assert float(band.values @ chances) == pytest.approx(mean, abs=0.02)
