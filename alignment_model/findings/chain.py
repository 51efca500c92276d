"""The value chain: evidence 0 to 4 per stage and role, and the stage at which each role sees it break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from alignment_model.analysis.model import ChainResult
from alignment_model.findings.evidence import Evidence, row_means
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import opened, role_phrases, verb
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import EVIDENCE, Question

TRACKED = 2.0
DROP = 1.0


def chain_result(evidence: Evidence) -> ChainResult | None:
    """Evidence per stage; None when it was not asked."""
    questions = stage_questions(evidence)
    if not questions:
        return None
    found = {role: _stages(evidence, role, questions) for role in evidence.counts.shown}
    breaks = {
        role: first_break(stages) for role, stages in found.items() if any(s.known for s in stages.values())
    }
    return ChainResult(
        evidence=found,
        breaks=breaks,
        activity_outcome_gap={role: _gap(evidence, role, questions) for role in found},
        sentence=_sentence(evidence, breaks),
    )


def stage_questions(evidence: Evidence) -> list[Question]:
    """The evidence questions in the order of the stages."""
    order = {stage.code: i for i, stage in enumerate(load_framework().stages)}
    return sorted(evidence.questionnaire.of_kind(EVIDENCE), key=lambda q: order.get(q.part, len(order)))


def first_break(stages: Mapping[str, Statistic]) -> str:
    """The first stage below "tracked", or at least a whole step below the stage before; "" when none is.

    >>> of = Statistic.of
    >>> first_break({"adoption": of(3.5), "productivity": of(2.4), "throughput": of(1.0)})
    'productivity'
    """
    before = None
    for stage, evidence in stages.items():
        if evidence.value is None:
            continue
        dropped = before is not None and before - evidence.value >= DROP - 1e-9
        if evidence.value < TRACKED - 1e-9 or dropped:
            return stage
        before = evidence.value
    return ""


def _stages(evidence: Evidence, role: str, questions: Sequence[Question]) -> dict[str, Statistic]:
    return {question.part: _as_evidence(evidence, question, role) for question in questions}


def _as_evidence(evidence: Evidence, question: Question, role: str) -> Statistic:
    found = evidence.position(question.code, role)
    if found.value is None:
        return found
    step = 4 / (evidence.questionnaire.levels_of(question.code) - 1)
    interval = found.interval and tuple((end - 1) * step for end in found.interval)
    return Statistic.of(
        (found.value - 1) * step, n=found.n, interval=interval, interval_reason=found.interval_reason
    )


def _gap(evidence: Evidence, role: str, questions: Sequence[Question]) -> Statistic:
    """Mean of the activity stages minus mean of the outcome stages; the interval is over people."""
    kinds = {stage.code: stage.kind for stage in load_framework().stages}
    sides = [[q for q in questions if kinds.get(q.part) == kind] for kind in ("activity", "outcome")]
    means = [evidence.five_point(side, role) if side else np.array([]) for side in sides]
    if any(mean.size == 0 or np.isnan(mean).all() for mean in means):
        return Statistic.none("activity and outcome were not both answered", n=0)
    value = float(np.nanmean(means[0]) - np.nanmean(means[1]))
    both = np.hstack([evidence.people(role, side) for side in sides])
    complete = both[~np.isnan(both).any(axis=1)]
    if reason := evidence.too_few(role, len(complete)):
        return Statistic.of(value).with_interval(None, reason)
    split = len(sides[0])
    doubt = mean_of_people(row_means(complete[:, :split]) - row_means(complete[:, split:]))
    if doubt.interval is None:
        return Statistic.of(value, n=doubt.n).with_interval(None, doubt.interval_reason or doubt.reason)
    half = (doubt.interval[1] - doubt.interval[0]) / 2
    return Statistic.of(value, n=doubt.n, interval=(value - half, value + half))


def _sentence(evidence: Evidence, breaks: Mapping[str, str]) -> str:
    names = {stage.code: stage.name.lower() for stage in load_framework().stages}
    leaders = [role for role in evidence.leadership if role in breaks]
    if not leaders:
        return "Nobody can tell yet where the value chain breaks: no leadership role answered."
    at = {
        stage: [role for role in leaders if breaks[role] == stage]
        for stage in dict.fromkeys(breaks[r] for r in leaders)
    }
    if list(at) == [""]:
        return "No leadership role sees the value chain break before financial results."
    ordered = sorted(at.items(), key=lambda item: -len(item[1]))
    parts = [_part(stage, roles, names) for stage, roles in ordered]
    return opened("; ".join(parts) + ".")


def _part(stage: str, roles: list[str], names: Mapping[str, str]) -> str:
    if not stage:
        return f"{role_phrases(roles)} {verb(roles, 'sees', 'see')} no break"
    return f"{role_phrases(roles)} {verb(roles, 'sees', 'see')} the chain break at {names.get(stage, stage)}"
