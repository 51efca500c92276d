"""One scaled question: where each role stands, how each answered, how far leadership agrees."""

from __future__ import annotations

from functools import lru_cache

from alignment_model.analysis.model import Distribution, QuestionResult, WithinGroup
from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence
from alignment_model.measures.deviation import average_deviation, average_deviation_of_positions
from alignment_model.measures.rwg_index import rwg
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import consensus, consensus_of_positions
from alignment_model.measures.van_der_eijk import van_der_eijk_a
from alignment_model.questionnaire import Question


def question_result(evidence: Evidence, question: Question) -> QuestionResult:
    """Everything that may be shown about one scaled question, on its own scale 1..K."""
    scale = evidence.questionnaire.scale_of(question)
    shown = evidence.counts.shown
    stands = [evidence.position(question.code, role).value for role in evidence.leadership]
    known = [value for value in stands if value is not None]
    return QuestionResult(
        question=question,
        levels=scale.levels,
        labels=scale.labels,
        positions={role: evidence.position(question.code, role) for role in shown},
        distributions=_distributions(evidence, question),
        hidden={
            role.code: evidence.counts.hidden[question.code, role.code]
            for role in evidence.counts.roles
            if (question.code, role.code) in evidence.counts.hidden
        },
        agreement=consensus_of_positions(known, scale.levels),
        average_deviation=average_deviation_of_positions(known),
        spread=_spread(known),
        within={
            role: within_group(array)
            for role in shown
            if (array := _array(evidence, question, role)) is not None
        },
        dont_know_rate=_dont_know(evidence, question),
    )


def within_group(array: Floats) -> WithinGroup:
    """Agreement inside one role on one question, from its counts per level."""
    return _within_group(tuple(array.tolist()))


@lru_cache(maxsize=16_384)
def _within_group(array: tuple[float, ...]) -> WithinGroup:
    """Single people and small groups give the same few counts over and over."""
    return WithinGroup(consensus(array), van_der_eijk_a(array), average_deviation(array), rwg(array))


def _array(evidence: Evidence, question: Question, role: str) -> Floats | None:
    return evidence.counts.oriented(question.code, role)


def _distributions(evidence: Evidence, question: Question) -> dict[str, Distribution]:
    cells = ((role, evidence.counts.cell(question.code, role)) for role in evidence.counts.shown)
    return {role: Distribution(cell.levels, cell.dont_know, cell.blank) for role, cell in cells if cell}


def _dont_know(evidence: Evidence, question: Question) -> dict[str, Statistic]:
    found = {}
    for role in evidence.counts.shown:
        unknown, answered = evidence.counts.dont_know.get((question.code, role), (0, 0))
        if answered:
            found[role] = Statistic.of(unknown / answered, n=answered)
    return found


def _spread(known: list[float]) -> Statistic:
    if len(known) < 2:
        return Statistic.none("fewer than two leadership roles answered", n=len(known))
    return Statistic.of(max(known) - min(known), n=len(known))
