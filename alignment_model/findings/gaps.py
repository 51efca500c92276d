"""How far roles stand apart, with doubt and word: inside leadership, and leadership to managers to employees.

All pairs on all layers are adjusted together (Benjamini-Hochberg), because they are shown together; so are
all questions of the blind spots. Layer gaps are on the five-point equivalent, question gaps on their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from alignment_model.analysis.model import CLEAR, Gap, QuestionGap
from alignment_model.findings.evidence import LEADERSHIP, Evidence, row_means
from alignment_model.measures import gaps as measured
from alignment_model.measures.cliff import cliffs_delta
from alignment_model.measures.multiple_testing import benjamini_hochberg, gap_word
from alignment_model.measures.question_gaps import question_gaps as on_questions
from alignment_model.measures.scales import common_scale
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import RATING, Question

WITHIN_LEADERSHIP, BETWEEN_GROUPS = "leadership", "groups"
BLIND_SPOT, HIDDEN_STRENGTH = "blind spot", "hidden strength"
ROUNDING = 1e-12
SMALLEST_BLIND_SPOT = 1.0  # points of a five-point scale


def layer_gaps(evidence: Evidence) -> tuple[Gap, ...]:
    """Every gap on every layer that has questions, in points of the five-point equivalent."""
    found: list[tuple[str, str, measured.Gap, Statistic | None]] = []
    for layer in sorted(evidence.questionnaire.layers, key=lambda item: item.order):
        questions = evidence.questionnaire.in_layer(layer.code)
        if questions:
            found += [
                (layer.code, WITHIN_LEADERSHIP, gap, None) for gap in _between_leaders(evidence, questions)
            ]
            found += [(layer.code, BETWEEN_GROUPS, gap, d) for gap, d in group_gaps(evidence, questions)]
    adjusted = benjamini_hochberg([gap.p for _, _, gap, _ in found])
    return tuple(
        Gap(layer, gap.first, gap.second, kind, as_statistic(gap), p, _word(gap, p, 5), delta)
        for (layer, kind, gap, delta), p in zip(found, adjusted)
    )


def _between_leaders(evidence: Evidence, questions: Sequence[Question]) -> list[measured.Gap]:
    if len(evidence.leadership) < 2:
        return []
    table = evidence.leaders(questions)
    unit = common_scale(table.positions, table.levels)[1]
    gaps = measured.leadership_gaps(table.positions, table.sizes, table.levels, table.roles)
    return [scaled(gap, 4 / (unit - 1)) for gap in gaps]


def group_gaps(
    evidence: Evidence, questions: Sequence[Question]
) -> list[tuple[measured.Gap, Statistic | None]]:
    """Leadership against each group, and groups against each other, with Cliff's delta between people."""
    found = []
    for group in evidence.groups:
        if len(evidence.leadership) == 1:
            found.append(_between_people(evidence, questions, evidence.leadership[0], group, LEADERSHIP))
        elif evidence.leadership:
            found.append((_leadership_to_group(evidence, questions, group), None))
    pairs = combinations(evidence.groups, 2)
    return found + [_between_people(evidence, questions, first, second, first) for first, second in pairs]


def _leadership_to_group(evidence: Evidence, questions: Sequence[Question], group: str) -> measured.Gap:
    table = evidence.leaders(questions)
    unit = common_scale(table.positions, table.levels)[1]
    answers = evidence.matrix.of(group, table.questions)
    gap = measured.mixed_gap(table.positions, table.sizes, answers, table.levels, names=(LEADERSHIP, group))
    return scaled(gap, 4 / (unit - 1))


def _between_people(
    evidence: Evidence, questions: Sequence[Question], first: str, second: str, name: str
) -> tuple[measured.Gap, Statistic]:
    """Welch's error about the mean of the paired question differences, and Cliff's delta."""
    ours, theirs = (row_means(evidence.people(role, questions)) for role in (first, second))
    gap = measured.welch_gap(ours, theirs, (name, second))
    apart = evidence.five_point(questions, first) - evidence.five_point(questions, second)
    shared = apart[~np.isnan(apart)]
    if shared.size == 0:
        return replace(
            gap, difference=None, p=None, interval=None, reason=gap.reason or "no shared question"
        ), (cliffs_delta(ours, theirs))
    centred = replace(gap, difference=float(shared.mean()), p=None, interval=None)
    if gap.error is not None and gap.degrees is not None:
        centred = measured.judged(centred, gap.error, gap.degrees)
    return centred, cliffs_delta(ours, theirs)


def scaled(gap: measured.Gap, factor: float) -> measured.Gap:
    """The same gap in points of another scale."""
    if gap.difference is None or factor == 1:
        return gap
    interval = None if gap.interval is None else (gap.interval[0] * factor, gap.interval[1] * factor)
    error = None if gap.error is None else gap.error * factor
    return replace(gap, difference=gap.difference * factor, error=error, interval=interval)


def as_statistic(gap: measured.Gap) -> Statistic:
    """A measured gap as a value with its unadjusted interval and p, or a reason."""
    if gap.difference is None:
        return Statistic.none(gap.reason or "the roles share no question", n=gap.n)
    difference = 0.0 if abs(gap.difference) < ROUNDING else gap.difference
    found = Statistic.of(difference, n=gap.n, p=gap.p)
    return found.with_interval(gap.interval, gap.doubt_reason if gap.interval is None else None)


def _word(gap: measured.Gap, adjusted: float | None, levels: int) -> str:
    return "none" if gap.difference is None else gap_word(gap.difference, adjusted, levels)


def question_gaps(evidence: Evidence) -> tuple[QuestionGap, ...]:
    """Blind spots (leadership clearly a point or more above a group) and hidden strengths, largest first."""
    if not evidence.leadership:
        return ()
    questions = evidence.questionnaire.of_kind(RATING)
    found = [
        (question, gap)
        for question, gap in _leadership_on_questions(evidence, questions)
        if gap.difference is not None
    ]
    adjusted = benjamini_hochberg([gap.p for _, gap in found])
    clear = [
        QuestionGap(
            question.code,
            gap.second,
            BLIND_SPOT if gap.difference > 0 else HIDDEN_STRENGTH,
            as_statistic(gap),
            CLEAR,
        )
        for (question, gap), p in zip(found, adjusted)
        if _is_far(gap, p, evidence.questionnaire.levels_of(question.code))
    ]
    return tuple(sorted(clear, key=lambda item: -abs(item.difference.value or 0.0)))


def _leadership_on_questions(
    evidence: Evidence, questions: Sequence[Question]
) -> list[tuple[Question, measured.Gap]]:
    """Leadership against every group on every question, on the question's own scale, question by question."""
    if len(evidence.leadership) == 1:
        return [
            (question, scaled(gap, (evidence.questionnaire.levels_of(question.code) - 1) / 4))
            for question in questions
            for gap, _ in group_gaps(evidence, [question])
            if gap.first == LEADERSHIP
        ]
    table = evidence.leaders(questions)
    by_group = [
        on_questions(
            table.positions,
            table.sizes,
            evidence.matrix.of(group, table.questions),
            table.levels,
            (LEADERSHIP, group),
        )
        for group in evidence.groups
    ]
    return [(question, gaps[q]) for q, question in enumerate(questions) for gaps in by_group]


def _is_far(gap: measured.Gap, adjusted: float | None, levels: int) -> bool:
    limit = SMALLEST_BLIND_SPOT * (levels - 1) / 4 - 1e-9
    return abs(gap.difference or 0.0) >= limit and _word(gap, adjusted, levels) == CLEAR
