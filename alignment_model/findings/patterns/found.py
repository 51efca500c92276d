"""The patterns of misalignment: score, coverage, word and stability, with evidence for, against and missing.

Score = weighted mean of the signals that can be computed; coverage = their weight of all weight. Present:
score at least .6, two signals of different kinds at least .5, and the core signals at least .5 on average. Watch:
.4 to .6, or .6 without them.
Not enough evidence: coverage below .6. Stability: share of resamples in which the word stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_model.analysis.model import (
    NOT_ENOUGH,
    NOT_SEEN,
    PRESENT,
    WATCH,
    PatternFinding,
    RegisterResult,
    Signal,
)
from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.patterns.resamples import RESAMPLES, Resamples
from alignment_model.findings.patterns.rules import PatternRule, PatternRules, SignalRule
from alignment_model.findings.patterns.signal_sentences import (
    missing_reason,
    pattern_sentence,
    signal_sentence,
)
from alignment_model.findings.patterns.signals import measure_signal, questions_of, roles_of
from alignment_model.findings.register import NO_REGISTER
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic

PRESENT_FROM, WATCH_FROM, ENOUGH, COUNTS_FROM = 0.6, 0.4, 0.6, 0.5
KINDS = 2
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class _Measured:
    rule: SignalRule
    values: Floats  # observed first, then resampled; NaN where unknown
    strengths: Floats
    statistic: Statistic


def pattern_findings(
    evidence: Evidence, register: RegisterResult | None, rules: PatternRules, draws: int = RESAMPLES
) -> tuple[PatternFinding, ...]:
    """All patterns, in the order of the rules; `draws` resamples for their stability."""
    resamples = Resamples(evidence, draws)
    return tuple(pattern_finding(resamples, register, rule) for rule in rules.patterns)


def pattern_finding(
    resamples: Resamples, register: RegisterResult | None, rule: PatternRule
) -> PatternFinding:
    """One pattern with everything that speaks for it, against it, and what is missing."""
    measured = [_measure(resamples, register, signal) for signal in rule.signals]
    scores, kinds, coverage = judge(measured)
    words = [
        word_of(score, count, coverage, core) for score, count, core in zip(scores, kinds, core_of(measured))
    ]
    signals = [_signal(resamples.evidence, item) for item in measured]
    text = load_framework().pattern(rule.code)
    score = None if np.isnan(scores[0]) else float(scores[0])
    known = [signal for signal in signals if signal.strength is not None]
    strongest_first = sorted(known, key=lambda signal: -(signal.strength or 0.0) * signal.weight)
    return PatternFinding(
        code=rule.code,
        name=text.name,
        word=words[0],
        score=score,
        coverage=coverage,
        stability=_stability(words, measured),
        signals_for=tuple(s for s in strongest_first if (s.strength or 0.0) >= COUNTS_FROM - ROUNDING),
        signals_against=tuple(
            s for s in reversed(strongest_first) if (s.strength or 0.0) < COUNTS_FROM - ROUNDING
        ),
        signals_missing=tuple(signal for signal in signals if signal.strength is None),
        sentence=pattern_sentence(text, words[0], score, coverage, signals),
        question=text.question,
        imperative=text.imperative,
    )


def judge(measured: list[_Measured]) -> tuple[Floats, Floats, float]:
    """Scores and number of kinds of strong signals, one a resample, and the coverage."""
    strengths = np.array([item.strengths for item in measured])
    weights = np.array([item.rule.weight for item in measured])[:, None]
    known = ~np.isnan(strengths)
    weight = np.where(known, weights, 0.0).sum(axis=0)
    sums = np.where(known, strengths * weights, 0.0).sum(axis=0)
    scores = np.divide(sums, weight, out=np.full(sums.shape, np.nan), where=weight > 0)
    sources = [item.rule.source for item in measured]
    strong = np.where(known, strengths, 0.0) >= COUNTS_FROM - ROUNDING
    kinds = sum(
        strong[[i for i, other in enumerate(sources) if other == source]].any(axis=0).astype(int)
        for source in sorted(set(sources))
    )
    return scores, np.asarray(kinds), float(weight[0] / weights.sum())


def core_of(measured: list[_Measured]) -> NDArray[np.bool_]:
    """Whether the core is strong, one a resample: the mean of its signals, those nobody can measure left out; a core
    of which nothing can be measured is not."""
    core = np.array([item.strengths for item in measured if item.rule.core])
    if not len(core):
        return np.ones(measured[0].strengths.shape, dtype=bool)
    known = ~np.isnan(core)
    sums, n = np.where(known, core, 0.0).sum(axis=0), known.sum(axis=0)
    return sums / np.maximum(n, 1) >= COUNTS_FROM - ROUNDING


def word_of(score: float, kinds: int, coverage: float, core: bool = True) -> str:
    """The word for a score, the number of kinds of strong signals behind it, the coverage, and the core.

    >>> word_of(0.7, 2, 1.0), word_of(0.7, 1, 1.0), word_of(0.7, 2, 1.0, core=False)
    ('Present', 'Watch', 'Watch')
    >>> word_of(0.7, 2, 0.5)
    'Not enough evidence'
    """
    if coverage < ENOUGH - ROUNDING:
        return NOT_ENOUGH
    if score >= PRESENT_FROM - ROUNDING and kinds >= KINDS and core:
        return PRESENT
    return WATCH if score >= WATCH_FROM - ROUNDING else NOT_SEEN


def strength_of(values: Floats, rule: SignalRule) -> Floats:
    """How much of the way from `none` to `full` a value has gone, 0 to 1; NaN stays."""
    return np.clip((values - rule.none) / (rule.full - rule.none), 0.0, 1.0)


def _measure(resamples: Resamples, register: RegisterResult | None, rule: SignalRule) -> _Measured:
    if rule.metric:
        statistic = Statistic.none(NO_REGISTER) if register is None else register.metrics[rule.metric]
        values = np.full(1 + resamples.draws, np.nan if statistic.value is None else statistic.value)
    else:
        values = measure_signal(resamples, rule)
        statistic = _statistic(resamples.evidence, rule, values)
    return _Measured(rule, values, strength_of(values, rule), statistic)


def _statistic(evidence: Evidence, rule: SignalRule, values: Floats) -> Statistic:
    if np.isnan(values[0]):
        return Statistic.none(missing_reason(evidence, rule), n=0)
    people = sum(role.n for role in evidence.counts.roles if role.code in roles_of(evidence, rule))
    found = Statistic.of(values[0], n=people)
    resampled = values[1:][~np.isnan(values[1:])]
    if resampled.size == 0 or np.ptp(resampled) < ROUNDING:
        return found.with_interval(None, "one question answered by single people, or all alike")
    low, high = np.quantile(resampled, [0.025, 0.975])
    return found.with_interval((min(low, values[0]), max(high, values[0])))


def _signal(evidence: Evidence, item: _Measured) -> Signal:
    rule = item.rule
    strength = None if np.isnan(item.strengths[0]) else float(item.strengths[0])
    return Signal(
        code=rule.code,
        label=rule.label,
        source=rule.source,
        measured=item.statistic,
        unit=rule.unit,
        none=rule.none,
        full=rule.full,
        weight=rule.weight,
        strength=strength,
        sentence=signal_sentence(rule, item.statistic, strength),
        questions=tuple(question.code for question in questions_of(evidence, rule)),
    )


def _stability(words: list[str], measured: list[_Measured]) -> Statistic:
    if words[0] == NOT_ENOUGH:
        return Statistic.none("not enough evidence to resample", n=0)
    moves = any(
        np.ptp(item.values[~np.isnan(item.values)]) > ROUNDING
        for item in measured
        if not item.statistic.reason
    )
    share = sum(word == words[0] for word in words[1:]) / (len(words) - 1)
    caution = None if moves else "nothing here could be resampled, so this says little"
    return Statistic.of(share, n=len(words) - 1, caution=caution)
