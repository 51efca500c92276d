"""The number: the effect on operating cost each role expects, and how sure it is of it."""

from __future__ import annotations

import numpy as np

from alignment_model.analysis.model import NumberResult
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import role_phrase
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import NUMBER, RATING, Question
from alignment_model.wording import MINUS


def number_result(evidence: Evidence) -> NumberResult | None:
    """The first number that was asked for; None when none was."""
    question = next(iter(evidence.questionnaire.of_kind(NUMBER)), None)
    if question is None:
        return None
    effect = {role: _effect(evidence, question, role) for role in evidence.counts.shown}
    known = {role: effect[role].value for role in evidence.leadership if effect[role].known}
    sure = _confidence_question(evidence, question)
    return NumberResult(
        effect=effect,
        confidence={} if sure is None else {role: evidence.position(sure.code, role) for role in effect},
        median=_median(known),
        spread=_spread(known),
        sentence=_sentence(known, question.unit),
    )


def _effect(evidence: Evidence, question: Question, role: str) -> Statistic:
    hidden = evidence.counts.hidden.get((question.code, role))
    if hidden:
        return Statistic.none(hidden, n=0)
    return mean_of_people(evidence.matrix.of(role, [question.code])[:, 0])


def _confidence_question(evidence: Evidence, question: Question) -> Question | None:
    same = [q for q in evidence.questionnaire.of_kind(RATING) if q.section and q.section == question.section]
    return same[0] if same else None


def _median(known: dict[str, float]) -> Statistic:
    if not known:
        return Statistic.none("no leadership role gave a number", n=0)
    return Statistic.of(float(np.median(list(known.values()))), n=len(known))


def _spread(known: dict[str, float]) -> Statistic:
    if len(known) < 2:
        return Statistic.none("fewer than two leadership roles gave a number", n=len(known))
    return Statistic.of(max(known.values()) - min(known.values()), n=len(known))


def _sentence(known: dict[str, float], unit: str) -> str:
    if not known:
        return "Nobody can tell yet what effect leaders expect: no leadership role gave a number."
    low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    if len(known) == 1:
        return f"Only {role_phrase(low)} gave a number: {_signed(known[low], unit)}."
    if known[high] - known[low] < 0.5:
        return f"All leadership roles expect about {_signed(known[low], unit)}."
    return (
        f"Expectations run from {_signed(known[low], unit)} ({role_phrase(low)}) "
        f"to {_signed(known[high], unit)} ({role_phrase(high)})."
    )


def _signed(value: float, unit: str) -> str:
    rounded = round(value)
    sign = MINUS if rounded < 0 else "+" if rounded > 0 else ""
    return f"{sign}{abs(rounded)} {unit}".strip()
