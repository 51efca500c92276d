"""One question under the glass: what chance alone would show, and every group's agreement with its interval.

Made from what an analysis already shows, when somebody opens the question; nothing hidden is needed for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import (
    Analysis,
    Conversation,
    NullBand,
    PatternFinding,
    QuestionGap,
    QuestionResult,
    Signal,
    WithinGroup,
)
from alignment_model.measures.count_intervals import interval_from_counts
from alignment_model.measures.deviation import average_deviation, practical_limit
from alignment_model.measures.null_bands import null_agreement
from alignment_model.measures.rwg_index import rwg
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import consensus
from alignment_model.measures.van_der_eijk import van_der_eijk_a


@dataclass(frozen=True)
class QuestionDetail:
    """Everything about one question that stands beside its result.

    `null_band` and `p` say what agreement the same roles would show by answering at random. `within` has an
    interval, or the reason for none, on every statistic. `feeds` are the patterns' signals it is part of.
    """

    result: QuestionResult
    null_band: NullBand | None
    p: float | None
    practical_limit: float
    within: Mapping[str, WithinGroup]
    gaps: tuple[QuestionGap, ...]
    feeds: tuple[tuple[PatternFinding, tuple[Signal, ...]], ...]
    conversation: Conversation | None


def question_detail(analysis: Analysis, code: str, seed: int = 0) -> QuestionDetail:
    """One scaled question in detail; StopIteration when there is none of this code."""
    result = analysis.question(code)
    band, p = _chance(analysis, result, seed)
    return QuestionDetail(
        result=result,
        null_band=band,
        p=p,
        practical_limit=practical_limit(result.levels),
        within={role: _within(counts) for role, counts in _counts(result).items() if sum(counts)},
        gaps=tuple(gap for gap in analysis.question_gaps if gap.question == code),
        feeds=tuple(
            (pattern, signals)
            for pattern in analysis.patterns
            if (signals := _fed(pattern, result.question.feeds))
        ),
        conversation=next((talk for talk in analysis.conversations if talk.question == code), None),
    )


def _chance(analysis: Analysis, result: QuestionResult, seed: int) -> tuple[NullBand | None, float | None]:
    found = [result.positions.get(role.code) for role in analysis.shown_roles if role.leadership]
    sizes = [position.n or 1 for position in found if position is not None and position.known]
    if not result.agreement.known or len(sizes) < 2:
        return None, None
    null = null_agreement(sizes, 1, result.levels, seed)
    if null is None:
        return None, None
    return NullBand(null.low, null.median, null.high), null.p_value(result.agreement.value or 0.0)


def _counts(result: QuestionResult) -> dict[str, tuple[int, ...]]:
    """People per level with a reversed question turned round."""
    step = -1 if result.question.reversed else 1
    return {role: shown.counts[::step] for role, shown in result.distributions.items()}


def _within(counts: Sequence[int]) -> WithinGroup:
    return WithinGroup(
        interval_from_counts(consensus, counts),
        _told(interval_from_counts(van_der_eijk_a, counts)),
        interval_from_counts(average_deviation, counts),
        _told(interval_from_counts(rwg, counts)),
    )


def _told(found: Statistic) -> Statistic:
    """A value without an interval always says why."""
    if found.known and found.interval is None and not found.interval_reason:
        return found.with_interval(None, "no interval tried for this measure can be trusted")
    return found


def _fed(pattern: PatternFinding, feeds: Sequence[str]) -> tuple[Signal, ...]:
    signals = (*pattern.signals_for, *pattern.signals_against, *pattern.signals_missing)
    return tuple(signal for signal in signals if signal.code in feeds)
