"""Theory and reality: what was designed against what works today, per domain and role."""

from __future__ import annotations

import numpy as np

from alignment_model.analysis.model import TheoryRealityResult
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.people import mean_of_people
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import consensus_of_positions
from alignment_model.questionnaire import DESIGNED, WORKING, Question
from alignment_model.wording import points

GAP_LEVELS = 9  # gaps run from -4 to 4
Pairs = dict[str, tuple[Question, Question]]


def theory_reality_result(evidence: Evidence) -> TheoryRealityResult | None:
    """Designed, working and the gap between; None when no domain was asked both ways."""
    pairs = domain_pairs(evidence)
    if not pairs:
        return None
    shown = evidence.counts.shown
    gap = {role: {domain: _gap(evidence, role, pair) for domain, pair in pairs.items()} for role in shown}
    return TheoryRealityResult(
        designed={
            role: {d: _five_point(evidence, pair[0], role) for d, pair in pairs.items()} for role in shown
        },
        working={
            role: {d: _five_point(evidence, pair[1], role) for d, pair in pairs.items()} for role in shown
        },
        gap=gap,
        agreement_on_gap=_agreement(evidence, gap, list(pairs)),
        sentence=_sentence(evidence, gap, list(pairs)),
    )


def domain_pairs(evidence: Evidence) -> Pairs:
    """Per domain the question "as designed" and the question "as it works today"."""
    designed = {question.part: question for question in evidence.questionnaire.of_kind(DESIGNED)}
    working = {question.part: question for question in evidence.questionnaire.of_kind(WORKING)}
    return {part: (question, working[part]) for part, question in designed.items() if part in working}


def _five_point(evidence: Evidence, question: Question, role: str) -> Statistic:
    found = evidence.position(question.code, role)
    levels = evidence.questionnaire.levels_of(question.code)
    if found.value is None or levels == 5:
        return found
    interval = found.interval and tuple(1 + (end - 1) * 4 / (levels - 1) for end in found.interval)
    value = 1 + (found.value - 1) * 4 / (levels - 1)
    return Statistic.of(value, n=found.n, interval=interval, interval_reason=found.interval_reason)


def _gap(evidence: Evidence, role: str, pair: tuple[Question, Question]) -> Statistic:
    """Per respondent, then per role."""
    hidden = [evidence.counts.hidden.get((question.code, role)) for question in pair]
    if any(hidden):
        return Statistic.none(next(filter(None, hidden)), n=0)
    people = evidence.people(role, pair)
    gaps = people[:, 0] - people[:, 1]
    both = int((~np.isnan(gaps)).sum())
    if reason := evidence.too_few(role, both):
        return Statistic.none(reason, n=0)
    return mean_of_people(gaps, least=-4.0, most=4.0)


def _agreement(evidence: Evidence, gap: dict[str, dict[str, Statistic]], domains: list[str]) -> Statistic:
    """Consensus of the leadership roles on the gap, mean over the domains; n = domains."""
    found = []
    for domain in domains:
        known = [s.value + 5 for role in evidence.leadership if (s := gap[role][domain]).value is not None]
        found.append(consensus_of_positions(known, GAP_LEVELS))
    values = [statistic.value for statistic in found if statistic.value is not None]
    if not values:
        return Statistic.none("fewer than two leadership roles answered", n=0)
    return Statistic.of(float(np.mean(values)), n=len(values))


def _sentence(evidence: Evidence, gap: dict[str, dict[str, Statistic]], domains: list[str]) -> str:
    names = {domain.code: domain.name.lower() for domain in load_framework().domains}
    means = {}
    for domain in domains:
        known = [s.value for role in evidence.leadership if (s := gap[role][domain]).value is not None]
        if known:
            means[domain] = float(np.mean(known))
    if not means:
        return "Nobody can tell yet how far reality is from the design: no leadership role answered."
    widest = max(means, key=means.__getitem__)
    if means[widest] < 0.05:
        return "Leadership sees reality level with the design in every domain."
    return (
        f"Leadership sees reality farthest behind the design in {names.get(widest, widest)}: "
        f"{points(means[widest])} points."
    )
