"""The five conversations: where moving one role to the others' median would raise agreement most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alignment_model.analysis.model import (
    CLEAR,
    NOT_ENOUGH,
    NOT_SEEN,
    Conversation,
    Gap,
    LayerResult,
    PatternFinding,
)
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.gaps import WITHIN_LEADERSHIP
from alignment_model.findings.patterns.rules import PatternRules
from alignment_model.findings.words import quoted, role_phrase, role_phrases, verb
from alignment_model.framework import LAYER_CODES, load_framework
from alignment_model.measures.tastle_wierman import consensus_of_positions
from alignment_model.questionnaire import Question

HOW_MANY, PER_LAYER, PER_PATTERN = 5, 2, 1
CLEAR_COUNTS = 1.5  # a clear gap is preferred to a leverage up to a third larger
LONG, SHORT = 25, 15  # minutes; the two with the most leverage get the longer slot
IMPERATIVES = dict(
    zip(
        LAYER_CODES, ("define_value", "align_leadership", "invest_in_capability", "measure_beyond_technology")
    )
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    question: Question
    layer: str
    leverage: float
    farthest: str
    positions: dict[str, float]
    clear: bool
    patterns: tuple[str, ...]

    @property
    def preference(self) -> float:
        return self.leverage * (CLEAR_COUNTS if self.clear else 1.0)


def conversations(
    evidence: Evidence,
    layers: Sequence[LayerResult],
    gaps: Iterable[Gap],
    patterns: Sequence[PatternFinding],
    rules: PatternRules,
) -> tuple[Conversation, ...]:
    """At most five, ranked by leverage: at most two a layer and one a pattern, clear gaps preferred."""
    apart = {
        (gap.layer, role)
        for gap in gaps
        if gap.kind == WITHIN_LEADERSHIP and gap.word == CLEAR
        for role in (gap.from_role, gap.to_role)
    }
    fed = _patterns_fed(patterns, rules)
    candidates = [found for layer in layers for found in _candidates(evidence, layer, apart, fed)]
    chosen = sorted(_choose(candidates), key=lambda item: (-item[0].leverage, item[0].question.code))
    served = _imperatives_fed(rules)
    return tuple(_conversation(rank, item, pattern, served) for rank, (item, pattern) in enumerate(chosen, 1))


def leverage(positions: Sequence[float], levels: int, questions: int) -> tuple[float, int]:
    """Rise of the layer's agreement if the role farthest from the others moved to their median; which role.

    >>> rise, who = leverage([4.0, 4.0, 1.0], 5, 1)
    >>> round(rise, 2), who
    (0.61, 2)
    """
    at = np.asarray(positions, dtype=float)
    medians = np.array([np.median(np.delete(at, i)) for i in range(at.size)])
    farthest = int(np.argmax(np.round(np.abs(at - medians), 9)))
    moved = at.copy()
    moved[farthest] = medians[farthest]
    rise = consensus_of_positions(moved, levels).value - consensus_of_positions(at, levels).value
    return float(rise) / questions, farthest


def _candidates(
    evidence: Evidence, layer: LayerResult, apart: set[tuple[str, str]], fed: dict[str, tuple[str, ...]]
) -> list[_Candidate]:
    found = []
    judged = sum(result.agreement.known for result in layer.questions)
    for result in layer.questions:
        stands = {r: s.value for r in evidence.leadership if (s := result.positions[r]).value is not None}
        if len(stands) < 2:
            continue
        rise, place = leverage(list(stands.values()), result.levels, judged)
        farthest = list(stands)[place]
        if rise > 1e-6:
            clear = (layer.code, farthest) in apart
            patterns = tuple(
                dict.fromkeys(p for signal in result.question.feeds for p in fed.get(signal, ()))
            )
            found.append(_Candidate(result.question, layer.code, rise, farthest, stands, clear, patterns))
    return found


def _patterns_fed(patterns: Sequence[PatternFinding], rules: PatternRules) -> dict[str, tuple[str, ...]]:
    """The patterns found, by the signals that feed them."""
    scores = {p.code: p.score or 0.0 for p in patterns if p.word not in (NOT_SEEN, NOT_ENOUGH)}
    ordered = sorted(scores, key=lambda code: -scores[code])
    return {s.code: (code,) for code in reversed(ordered) for s in rules.pattern(code).signals}


def _imperatives_fed(rules: PatternRules) -> dict[str, str]:
    """The imperative that answers the first pattern a signal belongs to, seen or not, by signal."""
    answers = {pattern.code: load_framework().pattern(pattern.code).imperative for pattern in rules.patterns}
    return {s.code: answers[pattern.code] for pattern in rules.patterns for s in pattern.signals}


def _choose(candidates: Sequence[_Candidate]) -> list[tuple[_Candidate, str]]:
    layers: Counter[str] = Counter()
    used: Counter[str] = Counter()
    chosen: list[tuple[_Candidate, str]] = []
    for item in sorted(candidates, key=lambda c: (-c.preference, c.question.code)):
        free = [code for code in item.patterns if used[code] < PER_PATTERN]
        if len(chosen) == HOW_MANY or layers[item.layer] == PER_LAYER or (item.patterns and not free):
            continue
        pattern = free[0] if free else ""
        layers[item.layer] += 1
        used[pattern] += 1
        chosen.append((item, pattern))
    return chosen


def _conversation(rank: int, item: _Candidate, pattern: str, served: Mapping[str, str]) -> Conversation:
    """The imperative is that of the pattern, else of what the question feeds, else of its layer."""
    fed = [served[signal] for signal in item.question.feeds if signal in served]
    by_layer = IMPERATIVES.get(item.layer, "align_leadership")
    text = load_framework().pattern(pattern) if pattern else None
    return Conversation(
        rank=rank,
        question=item.question.code,
        layer=item.layer,
        leverage=item.leverage,
        farthest=item.farthest,
        positions=item.positions,
        prompt=text.question if text else _prompt(item),
        minutes=LONG if rank <= 2 else SHORT,
        imperative=text.imperative if text else next(iter(fed), by_layer),
        pattern=pattern,
    )


def _prompt(item: _Candidate) -> str:
    others = [role for role in item.positions if role != item.farthest]
    one = f"{verb([item.farthest], 'does', 'do')} {role_phrase(item.farthest)}"
    rest = f"{role_phrases(others)} {verb(others, 'does', 'do')}"
    return f"On {quoted(item.question.text)}: what {one} see that {rest} not?"
