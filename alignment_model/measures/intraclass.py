"""Intraclass correlations: the six forms of Shrout & Fleiss, and ICC(1), ICC(2) between groups.

Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability.
Psychological Bulletin 86, 420-428. Intervals of the two-way random forms: McGraw, K. O. & Wong, S. P.
(1996). Forming inferences about some intraclass correlation coefficients. Psychological Methods 1, 30-46.
Between groups: Bliese, P. D. (2000). Within-group agreement, non-independence, and reliability.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtrc, fdtri

from alignment_model.measures.scales import Floats, read_groups, read_table
from alignment_model.measures.spellings import also, one_of
from alignment_model.measures.statistic import Interval, Statistic

Form = Literal["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]
FORMS = ("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k")
SAME_ANSWER = "everyone chose the same answer"
NO_ERROR = "the raters differ only in level, so there is no error to judge by"
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class _Squares:
    """Mean squares of an items x raters table: between items, within items, raters, residual."""

    items: int
    raters: int
    between: float
    within: float
    rater: float
    residual: float


@also(kind="form", type="form", data="ratings")
def icc(ratings: ArrayLike, form: Form | str = "ICC2") -> Statistic:
    """Intraclass correlation of raters over items, with 95 % interval and p of its F test.

    ratings: raters x items (people x questions), NaN where missing; items not rated by everyone are left
    out, as are raters who rated nothing. form: ICC1 one-way, ICC2 two-way agreement, ICC3 two-way
    consistency; with k, of the raters' mean; Shrout & Fleiss's "ICC(2,1)", "ICC(2,k)" and McGraw & Wong's
    "ICC(A,1)", "ICC(C,k)" are understood. n = items used. Values below 0 mean less alike than chance.

    Formulas, n items, k raters: ICC1 = (MSB - MSW) / (MSB + (k-1) MSW);
    ICC2 = (MSB - MSE) / (MSB + (k-1) MSE + k (MSJ - MSE) / n); ICC3 = (MSB - MSE) / (MSB + (k-1) MSE).

    >>> judges = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
    >>> round(icc(judges, "ICC2").value, 6)  # R: psych::ICC, Shrout & Fleiss 1979 print .29
    0.289764
    """
    form = form_of(form)
    table = complete_items(read_table(ratings, "ratings"))
    raters, items = table.shape
    if raters < 2 or items < 2:
        return Statistic.none("needs two people who answered the same two questions", n=items)
    squares = _mean_squares(table.T)
    if max(squares.between, squares.within) < NOTHING:
        return Statistic.none(SAME_ANSWER, n=items)
    single = form[:4]
    value = _single(squares, single)
    if value is None:
        return Statistic.none("the items do not differ, so there is nothing to tell apart", n=items)
    return _with_doubt(squares, form, value)


def icc_between_groups(
    groups: Sequence[ArrayLike] | Mapping[object, ArrayLike], form: Literal["ICC(1)", "ICC(2)"] = "ICC(1)"
) -> Statistic:
    """ICC(1): share of the variance that lies between groups; ICC(2): reliability of the group means.

    groups: one value a respondent for each group, in a sequence or by name (NaN left out; empty groups
    too). One-way analysis of
    variance with k the mean group size. n = groups used. The interval is from the F distribution.

    Formulas: ICC(1) = (MSB - MSW) / (MSB + (k-1) MSW); ICC(2) = (MSB - MSW) / MSB.

    >>> round(icc_between_groups([[1, 2, 2], [4, 5, 4]]).value, 6)  # by hand: MSB 32/3, MSW 1/3
    0.911765
    """
    form = one_of(re.sub(r"[^12]", "", form) or form, ("1", "2"), "form")
    known = read_groups(groups)
    total = sum(values.size for values in known)
    if len(known) < 2 or total <= len(known):
        return Statistic.none("needs two groups, one of them with two respondents", n=len(known))
    grand = np.concatenate(known).mean()
    between = sum(v.size * (v.mean() - grand) ** 2 for v in known) / (len(known) - 1)
    within = sum(((v - v.mean()) ** 2).sum() for v in known) / (total - len(known))
    if max(between, within) < NOTHING:
        return Statistic.none(SAME_ANSWER, n=len(known))
    size = total / len(known)
    if form == "2" and between < NOTHING:
        return Statistic.none("the group means do not differ at all", n=len(known))
    value = (between - within) / (between + (size - 1) * within) if form == "1" else 1 - within / between
    found = Statistic.of(value, n=len(known))
    if within < NOTHING:
        return found.with_interval(None, "nobody differs within the groups")
    degrees = (len(known) - 1, total - len(known))
    ends = _f_ends(between / within, degrees)
    convert = (lambda f: (f - 1) / (f + size - 1)) if form == "1" else (lambda f: 1 - 1 / f)
    p = float(fdtrc(*degrees, between / within))
    return Statistic.of(value, n=len(known), interval=(convert(ends[0]), convert(ends[1])), p=p)


def form_of(given: str) -> Form:
    """The form meant by any of its usual spellings.

    >>> form_of("ICC(1,1)"), form_of("ICC2"), form_of("ICC(3, k)"), form_of("icc(A,1)"), form_of("ICC(2,4)")
    ('ICC1', 'ICC2', 'ICC3k', 'ICC2', 'ICC2k')
    """
    text = re.sub(r"[\s(),_]", "", str(given)).upper().removeprefix("ICC")
    model = text[:1].replace("A", "2").replace("C", "3")
    mean = "" if text[1:] in ("", "1") else "k"
    if not re.fullmatch(r"K?|\d+", text[1:]):
        mean = text[1:]
    return one_of(f"ICC{model}{mean}", FORMS, "form")


def complete_items(table: Floats) -> Floats:
    """Raters who rated anything, and the items every one of them rated."""
    known = ~np.isnan(table)
    table = table[known.any(axis=1)]
    return table[:, ~np.isnan(table).any(axis=0)]


def _mean_squares(table: Floats) -> _Squares:
    items, raters = table.shape
    grand = table.mean()
    row, column = table.mean(axis=1), table.mean(axis=0)
    between = raters * ((row - grand) ** 2).sum()
    rater = items * ((column - grand) ** 2).sum()
    within = ((table - row[:, None]) ** 2).sum()
    residual = max(0.0, within - rater)
    return _Squares(
        items,
        raters,
        between / (items - 1),
        within / (items * (raters - 1)),
        rater / (raters - 1),
        residual / ((items - 1) * (raters - 1)),
    )


def _single(s: _Squares, form: str) -> float | None:
    """The single-rater form, which the mean-of-raters form follows by Spearman and Brown."""
    error = s.within if form == "ICC1" else s.residual
    extra = s.raters * (s.rater - s.residual) / s.items if form == "ICC2" else 0.0
    below = s.between + (s.raters - 1) * error + extra
    return (s.between - error) / below if below > NOTHING else None


def _with_doubt(s: _Squares, form: Form, single: float) -> Statistic:
    step_up = partial(_of_mean, raters=s.raters) if form.endswith("k") else float
    if form.endswith("k") and 1 + (s.raters - 1) * single < 1e-9:
        return Statistic.none("the raters' mean tells nothing apart", n=s.items)
    found = Statistic.of(step_up(single), n=s.items)
    error = s.within if form.startswith("ICC1") else s.residual
    if error < NOTHING:
        return found.with_interval(None, NO_ERROR)
    spare = s.items * (s.raters - 1) if form.startswith("ICC1") else (s.items - 1) * (s.raters - 1)
    degrees = (s.items - 1, spare)
    ratio = s.between / error
    if form.startswith("ICC2"):
        ends = _agreement_ends(s, single)
    else:
        low, high = _f_ends(ratio, degrees)
        ends = ((low - 1) / (low + s.raters - 1), (high - 1) / (high + s.raters - 1))
    interval = (step_up(ends[0]), step_up(ends[1]))
    p = float(fdtrc(*degrees, ratio))
    if not np.isfinite(interval).all():
        return found.with_interval(None, "the items do not differ enough for an interval")
    return Statistic.of(step_up(single), n=s.items, interval=interval, p=p)


def _of_mean(single: float, raters: int) -> float:
    """Spearman and Brown: the reliability of the mean of so many raters; NaN where that is not defined."""
    below = 1 + (raters - 1) * single
    return raters * single / below if abs(below) > NOTHING else float("nan")


def _f_ends(ratio: float, degrees: tuple[int, int]) -> Interval:
    low, high = fdtri(*degrees, 0.975), fdtri(degrees[1], degrees[0], 0.975)
    return float(ratio / low), float(ratio * high)


def _agreement_ends(s: _Squares, single: float) -> Interval:
    """McGraw & Wong's interval of the two-way random, absolute agreement form."""
    n, k, ratio = s.items, s.raters, s.rater / s.residual
    spread = n * (1 + (k - 1) * single) - k * single
    above = (k - 1) * (n - 1) * (k * single * ratio + spread) ** 2
    below = (n - 1) * k**2 * single**2 * ratio**2 + spread**2
    v = above / below if below > NOTHING else 0.0
    upper, lower = fdtri(n - 1, v, 0.975), fdtri(v, n - 1, 0.975)
    if not (upper > 0 and lower > 0):
        return float("nan"), float("nan")
    rest = k * s.rater + (k * n - k - n) * s.residual
    low = n * (s.between / upper - s.residual) / (rest + n * s.between / upper)
    high = n * (s.between - s.residual / lower) / (rest / lower + n * s.between)
    return float(low), float(high)
