"""Within-group agreement rwg and its forms for several questions.

rwg = 1 - s² / σ²E: the observed variance against the one expected if people answered without agreeing.

James, L. R., Demaree, R. G. & Wolf, G. (1984). Estimating within-group interrater reliability with and
without response bias. Journal of Applied Psychology 69, 85-98.
Lindell, M. K., Brandt, C. J. & Whitney, D. J. (1999). A revised index of interrater agreement for
multi-item ratings of a single target. Applied Psychological Measurement 23, 127-135.
Skewed nulls: LeBreton, J. M. & Senter, J. L. (2008). Answers to 20 questions about interrater
reliability and interrater agreement. Organizational Research Methods 11, 815-852, table 2.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.scales import Floats, counts_from_answers, people, read_counts, read_table
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Statistic

PUBLISHED_VARIANCES = {
    "slight skew": {5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31},
    "moderate skew": {5: 0.90, 6: 1.26, 7: 2.14, 8: 2.79, 9: 4.73, 10: 5.09, 11: 6.32},
    "heavy skew": {5: 0.44, 6: 0.69, 7: 1.39, 8: 2.35, 9: 3.16, 10: 3.46, 11: 4.02},
    "triangular": {5: 1.32, 6: 1.45, 7: 2.10, 8: 2.81, 9: 3.00, 10: 2.89, 11: 3.32},
    "normal": {5: 1.04, 6: 1.25, 7: 1.40, 8: 1.73, 9: 1.58, 10: 1.45, 11: 1.40},
}
WORDS = ((0.30, "no agreement"), (0.50, "weak"), (0.70, "moderate"), (0.90, "strong"), (1.0, "very strong"))
NULLS = ("uniform", *PUBLISHED_VARIANCES)
Null = str | float | Sequence[float]


@also(ranvar="null", expected="null", truncate="truncated")
def rwg(counts: ArrayLike, null: Null = "uniform", *, truncated: bool = True) -> Statistic:
    """Agreement of one group on one question against a null of no agreement.

    counts: respondents per level 1..K; missing answers are not in them. null: "uniform"
    (σ² = (K² - 1) / 12), "slight skew", "moderate skew", "heavy skew", "triangular", "normal"
    (LeBreton & Senter's variances, 5 to 11 levels), the variance itself as one number (`ranvar` in R's
    multilevel), or the share expected on each level. Values below 0 become 0 unless truncated=False.
    n = respondents; fewer than two give a reason.

    >>> round(rwg([0, 0, 0, 3, 2]).value, 9)  # R: multilevel::rwg
    0.85
    >>> round(rwg([1, 0, 0, 0, 4], truncated=False).value, 9)
    -0.6
    >>> rwg([0, 0, 1, 0, 0]).reason
    'only one respondent'
    """
    array = read_counts(counts)
    if array.sum() < 2:
        return _too_few(array)
    expected = null_variance(array.size, null)
    if expected is None:
        return Statistic.none(_no_null(null, array.size))
    value = float(1 - _variances(array[None])[0] / expected)
    return Statistic.of(max(0.0, value) if truncated else value, n=people(array))


@also(ranvar="null", expected="null", truncate="truncated", counts="questions", ratings="questions")
def rwg_j(
    questions: Sequence[ArrayLike],
    null: Null = "uniform",
    *,
    levels: int | None = None,
    truncated: bool = True,
) -> Statistic:
    """rwg over J questions: J(1 - v) / (J(1 - v) + v), v the mean of s² / σ²E.

    questions: counts per level, one sequence a question (their levels may differ), or with levels=K a
    table of raters x items, whole answers 1..K, NaN where missing; a question with fewer than two
    respondents is left out. When v > 1 the index has no meaning; it is 0, or with truncated=False
    the raw value of the formula (a reason where its denominator is 0). n = questions used.

    >>> round(rwg_j([[0, 0, 0, 3, 2], [0, 0, 1, 3, 1]]).value, 6)  # by hand: 2(.8)/(2(.8)+.2)
    0.888889
    """
    ratio = _mean_ratio(_counts(questions, levels), null)
    if isinstance(ratio, Statistic):
        return ratio
    share, used = ratio
    if share > 1 and truncated:
        return Statistic.of(0.0, n=used, caution="answers vary more than chance would make them; set to 0")
    below = used * (1 - share) + share
    if abs(below) < 1e-12:
        return Statistic.none("the formula divides by nothing at this spread", n=used)
    return Statistic.of(used * (1 - share) / below, n=used)


@also(ranvar="null", expected="null", counts="questions", ratings="questions")
def rwg_j_lindell(
    questions: Sequence[ArrayLike], null: Null = "uniform", *, levels: int | None = None
) -> Statistic:
    """Lindell's r*wg(j) = 1 - mean of s² / σ²E: unlike rwg(j) it does not rise with the questions.

    questions: as in `rwg_j`. Negative values mean camps. n = questions used.

    >>> round(rwg_j_lindell([[0, 0, 0, 3, 2], [0, 0, 1, 3, 1]]).value, 9)  # by hand: 1 - mean(.15, .25)
    0.8
    """
    ratio = _mean_ratio(_counts(questions, levels), null)
    if isinstance(ratio, Statistic):
        return ratio
    share, used = ratio
    return Statistic.of(1 - share, n=used)


def null_variance(levels: int, null: Null = "uniform") -> float | None:
    """Variance expected without agreement; None where no variance is published for these levels."""
    if isinstance(null, str):
        name = one_of(null.replace("_", " "), NULLS, "null")
        return (levels**2 - 1) / 12 if name == "uniform" else PUBLISHED_VARIANCES[name].get(levels)
    if np.ndim(null) == 0:
        return float(null) if null > 0 else None
    shares = read_counts(null)
    if shares.size != levels or shares.sum() <= 0:
        raise ValueError(f"the null needs a share for each of the {levels} levels")
    shares = shares / shares.sum()
    points = np.arange(1, levels + 1)
    variance = float(shares @ points**2 - (shares @ points) ** 2)
    return variance if variance > 0 else None


def rwg_word(value: float) -> str:
    """LeBreton & Senter's word for an rwg, to be used only where rwg is shown.

    >>> rwg_word(0.85)
    'strong'
    """
    return next(word for limit, word in WORDS if round(value, 2) <= limit)


def _no_null(null: Null, levels: int) -> str:
    if isinstance(null, str):
        return f"no published {null} null for {levels} answer options"
    return "the null has no variance to compare with"


def _variances(table: Floats) -> Floats:
    points = np.arange(1, table.shape[-1] + 1)
    totals = table.sum(axis=-1)
    means = table @ points / totals
    return (table * (points - means[:, None]) ** 2).sum(axis=-1) / (totals - 1)


def _mean_ratio(questions: Sequence[ArrayLike], null: Null) -> tuple[float, int] | Statistic:
    ratios = []
    for array in map(read_counts, questions):
        expected = null_variance(array.size, null)
        if expected is None:
            return Statistic.none(_no_null(null, array.size))
        if array.sum() >= 2:
            ratios.append(float(_variances(array[None])[0]) / expected)
    if not ratios:
        return Statistic.none("no question has two respondents", n=0)
    return float(np.mean(ratios)), len(ratios)


def _counts(questions: Sequence[ArrayLike], levels: int | None) -> Sequence[ArrayLike]:
    """Counts per question: as given, or of a raters x items table."""
    if levels is None:
        return questions
    return [counts_from_answers(column, levels) for column in read_table(questions, "answers").T]


def _too_few(array: Floats) -> Statistic:
    total = people(array)
    if total is None:
        return Statistic.none("shares do not say how many people answered")
    return Statistic.none("only one respondent" if total else "nobody answered", n=total)
