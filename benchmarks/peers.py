"""The comparisons: what we compute, what another package computes, and the inputs both are given."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import krippendorff
import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from irrCAC.raw import CAC
from scipy import stats

from alignment_model import measures as m
from alignment_model.measures.statistic import Statistic

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pingouin

NAN = float("nan")
METRICS = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS = ("identity", "ordinal", "linear", "quadratic", "radical", "ratio")
FORMS = ("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k")
ALTERNATIVES = ("two-sided", "greater", "less")
Numbers = Sequence[float]


@dataclass(frozen=True)
class Comparison:
    """One measure and one peer. `ours` is None where we give a reason; both return the same numbers."""

    measure: str
    what: str
    peer: str
    call: str
    inputs: st.SearchStrategy
    ours: Callable[[Any], Numbers | None]
    theirs: Callable[[Any], Numbers]
    tolerance: float = 1e-9


def ratings(raters: tuple[int, int], items: tuple[int, int], levels: Sequence[float]) -> st.SearchStrategy:
    """Tables of raters x items on these levels."""
    shapes = st.tuples(st.integers(*raters), st.integers(*items))
    return shapes.flatmap(lambda shape: arrays(float, shape, elements=st.sampled_from(levels)))


FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)
WITH_GAPS = ratings((2, 6), (2, 9), (*FIVE, *FIVE, NAN))
COMPLETE = ratings((2, 6), (3, 8), tuple(float(x) for x in range(1, 11)))
ANSWERS = st.lists(st.sampled_from(FIVE), min_size=1, max_size=14)
LONG = st.lists(st.sampled_from(FIVE), min_size=2, max_size=40)
UNTIED = st.lists(st.integers(0, 400), min_size=3, max_size=14, unique=True).map(
    lambda values: (values[: 1 + len(values) // 3], values[1 + len(values) // 3 :])
)
SHARES = st.lists(st.integers(0, 30), min_size=2, max_size=7).filter(any)


def numbers(found: Statistic, *, interval: bool = False, p: bool = False) -> list[float] | None:
    """The value, and where asked its interval and p; None where one of them is missing."""
    if found.value is None or (interval and found.interval is None) or (p and found.p is None):
        return None
    return [found.value, *(found.interval or () if interval else ()), *([found.p] if p else [])]


def our_iccs(table: np.ndarray) -> list[float] | None:
    """Six values, their intervals and p, where all are defined and not a rounding error from undefined."""
    found = [numbers(m.icc(table, form), interval=True, p=True) for form in FORMS]
    if any(one is None for one in found):
        return None
    flat = [number for one in found for number in one]
    return flat if max(map(abs, flat)) < 1e3 else None


def pingouin_iccs(table: np.ndarray) -> list[float]:
    """The same numbers in pingouin's order, without its rounding."""
    long = pd.DataFrame(table.T).melt(ignore_index=False, var_name="rater").reset_index()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kept = pingouin.options.pop("round.column.CI95", None)
        rows = pingouin.intraclass_corr(long, targets="index", raters="rater", ratings="value")
        pingouin.options["round.column.CI95"] = kept
    return [x for _, row in rows.iterrows() for x in (row["ICC"], *row["CI95"], row["pval"])]


def pingouin_cronbach(given: tuple[np.ndarray, str]) -> list[float]:
    """Alpha, by pairwise or listwise deletion."""
    return [pingouin.cronbach_alpha(pd.DataFrame(given[0]), nan_policy=given[1])[0]]


def our_gwet(given: tuple[np.ndarray, str]) -> list[float] | None:
    """AC2 with its standard error and interval on the values that occur."""
    found = m.gwet_ac2(given[0], None, given[1])
    told = numbers(found, interval=True)
    return None if told is None or max(map(abs, told)) > 1e6 else [*told, found.error or 0.0]


def their_gwet(given: tuple[np.ndarray, str]) -> list[float]:
    """The same by irrCAC, which wants items x raters, and beside pandas 3 the values that occur."""
    values = np.unique(given[0][~np.isnan(given[0])]).tolist()
    found = CAC(pd.DataFrame(given[0].T), weights=given[1], categories=values, digits=12).gwet()["est"]
    return [found["coefficient_value"], *found["confidence_interval"], found["se"]]


def irrcac_krippendorff(table: np.ndarray) -> list[float]:
    """Alpha with quadratic weights is alpha for interval data."""
    found = CAC(pd.DataFrame(table.T), weights="quadratic", digits=12).krippendorff()["est"]
    return [found["coefficient_value"]]


def of_metric(metric: str) -> Comparison:
    """Krippendorff's alpha on one metric."""
    return Comparison(
        "krippendorff_alpha", f"{metric} alpha, missing answers", "krippendorff", "alpha", WITH_GAPS,
        lambda table: numbers(m.krippendorff_alpha(table, metric, draws=0)),
        lambda table: [krippendorff.alpha(reliability_data=table, level_of_measurement=metric)],
    )  # fmt: skip


def mann_whitney(
    method: str, what: str, inputs: st.SearchStrategy, theirs: Any, sides: Sequence[str] = ALTERNATIVES
) -> Comparison:
    """U and p, for each alternative, with and without continuity correction."""
    options = st.tuples(inputs, st.sampled_from(sides), st.booleans())
    return Comparison(
        "mann_whitney", what, "scipy", "stats.mannwhitneyu", options,
        lambda g: numbers(
            m.mann_whitney(*g[0], alternative=g[1], method=method, continuity=g[2]), p=True),
        lambda g: list(
            stats.mannwhitneyu(*g[0], alternative=g[1], method=theirs, use_continuity=g[2])),
    )  # fmt: skip


def friedman(table: np.ndarray) -> list[float]:
    """W = chi² / (m (n - 1)), and the same p."""
    chi, p = stats.friedmanchisquare(*table.T)
    return [chi / (table.shape[0] * (table.shape[1] - 1)), p]


def welch(given: Sequence[Sequence[float]]) -> list[float]:
    """Difference, interval and p."""
    found = stats.ttest_ind(*given, equal_var=False)
    interval = found.confidence_interval()
    return [np.mean(given[0]) - np.mean(given[1]), interval.low, interval.high, found.pvalue]


def paired(table: np.ndarray) -> list[float]:
    """Difference, interval and p of the paired t test."""
    found = stats.ttest_rel(*table)
    interval = found.confidence_interval()
    return [float((table[0] - table[1]).mean()), interval.low, interval.high, found.pvalue]


def one_sample(answers: Sequence[float]) -> list[float]:
    """Mean and its t interval."""
    interval = stats.ttest_1samp(answers, 0).confidence_interval()
    return [float(np.mean(answers)), interval.low, interval.high]


def our_position(answers: Sequence[float]) -> list[float] | None:
    """Position with its interval, where no end of the scale cuts it."""
    found = numbers(m.position(m.counts_from_answers(answers, 5)), interval=True)
    return None if found is None or found[1] <= 1 or found[2] >= 5 else found


def between(groups: Sequence[Sequence[float]]) -> list[float]:
    """ICC(1), ICC(2) and p from scipy's analysis of variance, with the mean group size."""
    f, p = stats.f_oneway(*groups)
    size = sum(map(len, groups)) / len(groups)
    return [(f - 1) / (f + size - 1), 1 - 1 / f, p]


def our_between(groups: Sequence[Sequence[float]]) -> list[float] | None:
    """The same by ours."""
    one, two = m.icc_between_groups(groups, "ICC(1)"), m.icc_between_groups(groups, "ICC(2)")
    if one.value is None or two.value is None or one.p is None or abs(two.value) > 1e6:
        return None
    return [one.value, two.value, one.p]


COMPARISONS: tuple[Comparison, ...] = (
    *map(of_metric, METRICS),
    Comparison(
        "krippendorff_alpha", "interval alpha, complete answers", "irrCAC", "raw.CAC.krippendorff",
        ratings((2, 6), (2, 9), FIVE),
        lambda table: numbers(m.krippendorff_alpha(table, "interval", draws=0)), irrcac_krippendorff,
    ),
    Comparison(
        "gwet_ac2", "AC1 and AC2 with six weights, error, interval, missing answers", "irrCAC", "raw.CAC.gwet",
        st.tuples(WITH_GAPS, st.sampled_from(WEIGHTS)), our_gwet, their_gwet, 1e-6,
    ),
    Comparison(
        "icc", "six forms, intervals, p", "pingouin", "intraclass_corr", COMPLETE, our_iccs, pingouin_iccs,
        1e-6,
    ),
    Comparison(
        "icc_between_groups", "ICC(1), ICC(2), p", "scipy", "stats.f_oneway",
        st.lists(LONG, min_size=2, max_size=5), our_between, between, 1e-7,
    ),
    Comparison(
        "cronbach_alpha", "alpha, missing answers listwise and pairwise", "pingouin", "cronbach_alpha",
        st.tuples(ratings((3, 12), (2, 6), (*FIVE, *FIVE, *FIVE, NAN)),
                  st.sampled_from(("listwise", "pairwise"))),
        lambda g: numbers(m.cronbach_alpha(*g)), pingouin_cronbach, 1e-8,
    ),
    Comparison(
        "kendall_w", "W corrected for ties, p", "scipy", "stats.friedmanchisquare", ratings((2, 7), (3, 7), FIVE),
        lambda table: numbers(m.kendall_w(table), p=True), friedman,
    ),
    mann_whitney("exact", "exact U and p, no ties", UNTIED, "exact"),
    # two-sided, scipy doubles the smaller tail; we, as R's coin, count what lies at least as far out
    mann_whitney("exact", "exact U and one-sided p, with ties", st.tuples(*[st.lists(
        st.sampled_from(FIVE), min_size=2, max_size=5)] * 2), stats.PermutationMethod(n_resamples=10_000),
        ALTERNATIVES[1:]),
    mann_whitney("asymptotic", "normal p, with ties", st.tuples(LONG, LONG), "asymptotic"),
    Comparison(
        "kruskal_wallis", "H corrected for ties, p", "scipy", "stats.kruskal",
        st.lists(ANSWERS, min_size=2, max_size=5),
        lambda groups: numbers(m.kruskal_wallis(groups), p=True), lambda groups: list(stats.kruskal(*groups)),
    ),
    Comparison(
        "cliffs_delta", "delta", "pingouin", "compute_effsize(eftype='CLES')", st.tuples(LONG, LONG),
        lambda g: numbers(m.cliffs_delta(*g)),
        lambda g: [2 * pingouin.compute_effsize(*map(np.array, g), eftype="CLES") - 1],
    ),
    Comparison(
        "entropy", "bits", "scipy", "stats.entropy(base=2)", SHARES, lambda c: numbers(m.entropy(c)),
        lambda c: [float(stats.entropy(c, base=2))],
    ),
    Comparison(
        "position", "mean, interval", "scipy", "stats.ttest_1samp", LONG, our_position, one_sample,
    ),
    Comparison(
        "welch_gap", "gap, interval, p", "scipy", "stats.ttest_ind(equal_var=False)", st.tuples(LONG, LONG),
        lambda g: numbers(m.welch_gap(*g).statistic, interval=True, p=True), welch, 1e-8,
    ),
    Comparison(
        "leadership_gaps", "gap of two roles, interval, p", "scipy", "stats.ttest_rel",
        ratings((2, 2), (3, 10), FIVE),
        lambda table: numbers(m.leadership_gaps(table)[0].statistic, interval=True, p=True), paired, 1e-7,
    ),
    Comparison(
        "benjamini_hochberg", "adjusted p", "scipy", "stats.false_discovery_control",
        st.lists(st.floats(0, 1), min_size=1, max_size=12), m.benjamini_hochberg,
        lambda p: list(stats.false_discovery_control(p)),
    ),
)  # fmt: skip
