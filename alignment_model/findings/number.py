"""The number: the effect on operating cost each role expects, and how sure it is of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from alignment_model.analysis.model import NumberResult
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import opened, role_phrase, role_phrases, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import NUMBER, RATING, Question
from alignment_model.wording import change, count


def number_result(evidence: Evidence) -> NumberResult | None:
    """The first number that was asked for; None when none was."""
    question = next(iter(evidence.questionnaire.of_kind(NUMBER)), None)
    if question is None:
        return None
    effect = {role: _effect(evidence, question, role) for role in evidence.counts.shown}
    known = {role: effect[role].value for role in evidence.leadership if effect[role].known}
    sure = _confidence_question(evidence, question)
    reason = too_few_leaders(evidence, len(known), "gave a number")
    return NumberResult(
        effect=effect,
        confidence={} if sure is None else {role: evidence.position(sure.code, role) for role in effect},
        median=_median(known, reason),
        spread=_spread(known, reason),
        sentence=_sentence(known, question.unit, reason),
    )


def _effect(evidence: Evidence, question: Question, role: str) -> Statistic:
    hidden = evidence.counts.hidden.get((question.code, role))
    if hidden:
        return Statistic.none(hidden, n=0)
    return mean_of_people(evidence.matrix.of(role, [question.code])[:, 0])


def _confidence_question(evidence: Evidence, question: Question) -> Question | None:
    same = [q for q in evidence.questionnaire.of_kind(RATING) if q.section and q.section == question.section]
    return same[0] if same else None


def _median(known: dict[str, float], reason: str) -> Statistic:
    if not known:
        return Statistic.none(reason, n=0)
    return Statistic.of(float(np.median(list(known.values()))), n=len(known))


def _spread(known: dict[str, float], reason: str) -> Statistic:
    if len(known) < 2:
        return Statistic.none(reason, n=len(known))
    return Statistic.of(max(known.values()) - min(known.values()), n=len(known))


def _sentence(known: dict[str, float], unit: str, reason: str) -> str:
    if not known:
        return f"Nobody can tell yet what effect leaders expect: {reason}."
    return effects_sentence(known, unit, reason)


def effects_sentence(known: Mapping[str, float], unit: str, reason: str = "") -> str:
    """What the leadership roles expect, with everybody named who stands at either end.

    >>> effects_sentence({"CEO": -17.0, "CFO": -2.0, "CTO": -17.0}, "%")
    'Expectations run from −17 % (the CEO and the CTO) to −2 % (the CFO).'
    """
    low, high = min(known.values()), max(known.values())
    said = {role: change(value, unit, high - low) for role, value in known.items()}
    if len(known) == 1:
        only = next(iter(known))
        return opened(f"{role_phrase(only)} {verb([only], 'expects', 'expect')} {said[only]}; {reason}.")
    if len(set(said.values())) == 1:
        who = f"all {count(len(known), 'leadership role')}" if len(known) > 2 else role_phrases(list(known))
        return opened(f"{who} expect {next(iter(said.values()))}.")
    return f"Expectations run from {_end(known, said, low)} to {_end(known, said, high)}."


def _end(known: Mapping[str, float], said: Mapping[str, str], value: float) -> str:
    text = next(said[role] for role, found in known.items() if found == value)
    return f"{text} ({role_phrases([role for role in known if said[role] == text])})"
