"""Agreement between the leadership roles on a layer and over all layers: the headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.null_bands import NullBand, band_of, mean_distribution
from alignment_model.measures.resampling import TOO_FEW_QUESTIONS, mean_of_means_interval
from alignment_model.measures.statistic import Interval, Statistic

FEWER_THAN_TWO_ROLES = "fewer than two leadership roles answered"


@dataclass(frozen=True)
class LayerAgreement:
    """How far the leadership roles agree on one layer.

    `agreement` is the mean consensus of the questions, with interval and p against random answers;
    `average_deviation` is in points of a scale of `unit` levels and compares with `practical_limit`;
    `questions` and `question_deviations` hold each question; `divides_most` is the column of the
    question with the least agreement.
    """

    agreement: Statistic
    average_deviation: Statistic
    practical_limit: float
    null_band: NullBand | None
    questions: tuple[Statistic, ...]
    question_deviations: tuple[Statistic, ...]
    divides_most: int | None
    unit: int

    @property
    def p(self) -> float | None:
        """Chance of at least this agreement from random answers."""
        return self.agreement.p


def layer_agreement(
    positions: ArrayLike,
    levels: int | Sequence[int] = 5,
    group_sizes: ArrayLike | None = None,
    seed: int = 0,
) -> LayerAgreement:
    """Agreement of the leadership roles on one layer.

    positions: roles x questions, each a mean answer 1..K, NaN where a role did not answer; questions
    with fewer than two roles are left out. levels: one number, or one per question. group_sizes:
    respondents per role, or per role and question; None means single people. n = questions used.
    The interval is t over the questions (at least 4). The order of roles and questions does not matter.

    >>> found = layer_agreement([[4, 4, 5, 4], [4, 4, 5, 4]])
    >>> found.agreement.value, found.average_deviation.value
    (1.0, 0.0)
    >>> layer_agreement([[4, 4, 5, 4]]).agreement.reason
    'fewer than two leadership roles answered'
    """
    table = LayerTable.read(positions, group_sizes, levels)
    agreements, deviations = table.question_agreements(), table.question_deviations()
    used = [value for value in agreements if value is not None]
    band = table.null_band(seed)
    return LayerAgreement(
        agreement=_agreement(used, band),
        average_deviation=_deviation(table, len(used)),
        practical_limit=table.limit,
        null_band=band,
        questions=_statistics(agreements, table),
        question_deviations=_statistics(deviations, table),
        divides_most=agreements.index(min(used)) if used else None,
        unit=table.unit,
    )


def overall_agreement(layers: Sequence[LayerAgreement]) -> tuple[Statistic, NullBand | None]:
    """Mean agreement of the layers, each weighing the same, and its null band.

    The interval rests on how questions differ within each layer (each needs at least 4). n = layers with a value.

    >>> one = layer_agreement([[4, 4, 5, 4], [4, 4, 5, 4]])
    >>> overall_agreement([one, one])[0].value
    1.0
    """
    known = [layer for layer in layers if layer.agreement.known]
    if not known:
        return Statistic.none(FEWER_THAN_TWO_ROLES, n=0), None
    value = float(np.mean([layer.agreement.value for layer in known]))
    bands = [layer.null_band for layer in known if layer.null_band is not None]
    band = mean_band(bands) if len(bands) == len(known) else None
    found = Statistic.of(value, n=len(known), p=None if band is None else band.p_value(value))
    interval = _interval([[q.value for q in layer.questions if q.value is not None] for layer in known])
    return found.with_interval(interval, None if interval else TOO_FEW_QUESTIONS), band


def _interval(layers: Sequence[Sequence[float]]) -> Interval | None:
    """The interval of the mean agreement, kept within 0 and 1."""
    ends = mean_of_means_interval(layers)
    return None if ends is None else (max(0.0, ends[0]), min(1.0, ends[1]))


def mean_band(bands: Sequence[NullBand]) -> NullBand:
    """What random answers would give the mean of several agreements that rest on different answers."""
    share = 1 / len(bands)
    parts = [((b.values, -np.diff(np.append(b.upper_tail, 0.0))), share, 1) for b in bands]
    distribution, slack = mean_distribution(parts)
    draws = max((b.draws for b in bands if b.draws is not None), default=None)
    return band_of(distribution, slack + max(b.slack for b in bands), draws)


def _agreement(used: list[float], band: NullBand | None) -> Statistic:
    if not used or band is None:
        return Statistic.none(FEWER_THAN_TWO_ROLES, n=0)
    value = float(np.mean(used))
    interval = _interval([used])
    reason = None if interval else TOO_FEW_QUESTIONS
    return Statistic.of(value, n=len(used), interval=interval, interval_reason=reason, p=band.p_value(value))


def _deviation(table: LayerTable, questions: int) -> Statistic:
    value = table.deviation()
    return Statistic.none(FEWER_THAN_TWO_ROLES, n=0) if value is None else Statistic.of(value, n=questions)


def _statistics(values: Sequence[float | None], table: LayerTable) -> tuple[Statistic, ...]:
    roles = (table.sizes > 0).sum(axis=0)
    return tuple(
        Statistic.none(FEWER_THAN_TWO_ROLES, n=int(n)) if value is None else Statistic.of(value, n=int(n))
        for value, n in zip(values, roles)
    )
