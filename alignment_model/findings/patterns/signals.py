"""What each signal measures, observed and resampled: one function a measure, NaN where nobody can tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from alignment_model.counts.forms import Floats
from alignment_model.findings.chain import stage_questions
from alignment_model.findings.evidence import EMPLOYEE, MANAGER, Evidence
from alignment_model.findings.patterns.resamples import Resamples
from alignment_model.findings.patterns.rules import SignalRule
from alignment_model.findings.theory_reality import domain_pairs
from alignment_model.framework import load_framework
from alignment_model.questionnaire import NUMBER, SCALED_KINDS, Question


def measure_signal(resamples: Resamples, rule: SignalRule) -> Floats:
    """The signal's quantity, shape (1 + resamples,): observed first, then resampled; NaN where unknown."""
    return MEASURES[rule.measure](resamples, rule)


def roles_of(evidence: Evidence, rule: SignalRule) -> tuple[str, ...]:
    """The shown roles whose answers a signal reads."""
    wanted = {"leadership": evidence.leadership, "managers": (MANAGER,), "employees": (EMPLOYEE,)}
    return tuple(role for role in wanted.get(rule.roles, ()) if role in evidence.counts.shown)


def questions_of(evidence: Evidence, rule: SignalRule) -> tuple[Question, ...]:
    """The scaled questions that feed a signal."""
    return tuple(q for q in evidence.questionnaire.feeding(rule.code) if q.kind in SCALED_KINDS)


def weighted(table: Floats, weights: Floats) -> Floats:
    """Weighted mean over the last axis, NaN left out; NaN where nothing is known."""
    known = ~np.isnan(table)
    spread = np.broadcast_to(weights, table.shape)
    total = np.where(known, spread, 0.0).sum(axis=-1)
    sums = np.where(known, table * spread, 0.0).sum(axis=-1)
    return np.divide(sums, total, out=np.full(total.shape, np.nan), where=total > 0)


def over_roles(table: Floats) -> Floats:
    """Mean over the last axis (roles), each weighing the same, NaN left out."""
    return weighted(table, np.ones(table.shape[-1]))


def _position_of(resamples: Resamples, rule: SignalRule, roles: Sequence[str]) -> Floats:
    questions = questions_of(resamples.evidence, rule)
    if not questions or not roles:
        return resamples.unknown
    weights = resamples.question_weights(rule.code, len(questions))
    return over_roles(weighted(resamples.positions(questions, roles), weights[:, None, :]))


def _position(resamples: Resamples, rule: SignalRule) -> Floats:
    return _position_of(resamples, rule, roles_of(resamples.evidence, rule))


def _gap(resamples: Resamples, rule: SignalRule) -> Floats:
    evidence = resamples.evidence
    managers = (MANAGER,) if MANAGER in evidence.counts.shown else ()
    leaders = _position_of(resamples, rule, evidence.leadership)
    return leaders - _position_of(resamples, rule, managers)


def _disagreement(resamples: Resamples, rule: SignalRule) -> Floats:
    evidence = resamples.evidence
    questions = questions_of(evidence, rule)
    if not questions or len(evidence.leadership) < 2:
        return resamples.unknown
    table = np.swapaxes(resamples.positions(questions, evidence.leadership), 1, 2)
    apart = np.abs(table - over_roles(table)[..., None])
    deviation = np.where((~np.isnan(table)).sum(axis=-1) > 1, over_roles(apart), np.nan)
    return weighted(deviation, resamples.question_weights(rule.code, len(questions)))


def _dont_know(resamples: Resamples, rule: SignalRule) -> Floats:
    evidence = resamples.evidence
    questions = questions_of(evidence, rule)
    shares = [resamples.dont_know(questions, role) for role in roles_of(evidence, rule)]
    return over_roles(np.stack(shares, axis=-1)) if shares and questions else resamples.unknown


def _chain_gap(resamples: Resamples, rule: SignalRule) -> Floats:
    kinds = {stage.code: stage.kind for stage in load_framework().stages}
    questions = stage_questions(resamples.evidence)
    roles = roles_of(resamples.evidence, rule)
    sides = []
    for kind in ("activity", "outcome"):
        of_kind = [question for question in questions if kinds.get(question.part) == kind]
        if not of_kind or not roles:
            return resamples.unknown
        weights = resamples.question_weights(f"{rule.code} {kind}", len(of_kind))
        sides.append(weighted(resamples.positions(of_kind, roles), weights[:, None, :]))
    return over_roles(sides[0] - sides[1])


def _theory_gap(resamples: Resamples, rule: SignalRule) -> Floats:
    pairs = domain_pairs(resamples.evidence)
    chosen = [pair for part, pair in pairs.items() if not rule.part or part == rule.part]
    roles = roles_of(resamples.evidence, rule)
    if not chosen or not roles:
        return resamples.unknown
    designed = resamples.positions([pair[0] for pair in chosen], roles)
    working = resamples.positions([pair[1] for pair in chosen], roles)
    weights = resamples.question_weights(rule.code, len(chosen))
    return over_roles(weighted(designed - working, weights[:, None, :]))


def _overlap(resamples: Resamples, rule: SignalRule) -> Floats:
    codes = [question.code for question in resamples.evidence.outcomes]
    shares = []
    for role in roles_of(resamples.evidence, rule):
        rows = resamples.evidence.matrix.of(role, codes)
        rows = rows[~np.isnan(rows).any(axis=1)]
        rows = rows[rows.sum(axis=1) > 0]
        if codes and len(rows):
            shares.append(resamples.means(100 * rows / rows.sum(axis=1, keepdims=True), role, "points"))
    return np.min(shares, axis=0).sum(axis=-1) if len(shares) > 1 else resamples.unknown


def _effect_range(resamples: Resamples, rule: SignalRule) -> Floats:
    numbers = resamples.evidence.questionnaire.of_kind(NUMBER)
    found = []
    for role in roles_of(resamples.evidence, rule):
        rows = resamples.evidence.matrix.of(role, [question.code for question in numbers[:1]])
        rows = rows[~np.isnan(rows).any(axis=1)]
        if numbers and len(rows):
            found.append(resamples.means(rows, role, "number")[:, 0])
    return np.ptp(found, axis=0) if len(found) > 1 else resamples.unknown


MEASURES: dict[str, Callable[[Resamples, SignalRule], Floats]] = {
    "position": _position,
    "gap": _gap,
    "disagreement": _disagreement,
    "dont_know": _dont_know,
    "chain_gap": _chain_gap,
    "theory_gap": _theory_gap,
    "overlap": _overlap,
    "effect_range": _effect_range,
}
