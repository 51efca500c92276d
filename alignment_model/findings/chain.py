"""The value chain: evidence 0 to 4 per stage and role, and the stage at which each role sees it break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from alignment_model.analysis.model import ChainResult
from alignment_model.findings.evidence import Evidence, row_means
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import opened, role_phrase, role_phrases, verb
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import EVIDENCE, Question
from alignment_model.wording import count

TRACKED = 2.0
DROP = 1.0
MOST_NAMED = 7  # leadership roles a sentence names one by one; more are counted


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
    leaders = [role for role in evidence.leadership if role in breaks]
    if not leaders:
        return f"Nobody can tell yet where the value chain breaks: {too_few_leaders(evidence, 0)}."
    return breaks_sentence({role: breaks[role] for role in leaders})


def breaks_sentence(breaks: Mapping[str, str]) -> str:
    """Who of the leadership roles sees the chain break at which stage; "" is no break.

    >>> breaks_sentence({"CEO": "adoption", "CFO": "", "CTO": "adoption"})
    'The CEO and the CTO see the value chain break at adoption, the CFO nowhere.'
    """
    at: dict[str, list[str]] = {}
    for role, stage in breaks.items():
        at.setdefault(stage, []).append(role)
    broken = sorted((stage for stage in at if stage), key=lambda stage: -len(at[stage]))
    if not broken:
        who = "No leadership role sees" if len(breaks) > 1 else _no_break(next(iter(breaks)))
        return f"{who} the value chain break."
    first = broken[0]
    if len(at) == 1 and len(breaks) > 1:
        return f"All {count(len(breaks), 'leadership role')} see the value chain break at {_stage(first)}."
    many = len(breaks) > MOST_NAMED
    who = f"{len(at[first])} of {count(len(breaks), 'leadership role')}" if many else role_phrases(at[first])
    see = "see" if many and len(at[first]) > 1 else verb(at[first], "sees", "see")
    parts = [f"{who} {see} the value chain break at {_stage(first)}"]
    parts += [f"{_who(at[stage], many)} at {_stage(stage)}" for stage in broken[1:]]
    if "" in at:
        parts.append(f"{_who(at[''], many)} nowhere")
    return opened(", ".join(parts) + ".")


def _no_break(role: str) -> str:
    return opened(f"{role_phrase(role)} {verb([role], 'does', 'do')} not see")


def _who(roles: Sequence[str], many: bool) -> str:
    return str(len(roles)) if many else role_phrases(roles)


def _stage(code: str) -> str:
    return next((stage.name.lower() for stage in load_framework().stages if stage.code == code), code)
