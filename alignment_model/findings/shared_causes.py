"""Which patterns appear together because the same questions speak for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from alignment_model.analysis.model import PRESENT, WATCH, PatternFinding


@dataclass(frozen=True, slots=True)
class SharedCause:
    """Two patterns that are present or worth watching, and the questions that feed signals of both."""

    first: str
    second: str
    questions: tuple[str, ...]


def shared_causes(findings: Sequence[PatternFinding]) -> tuple[SharedCause, ...]:
    """Pairs of patterns seen at once, those with most questions in common first; pairs with none come last."""
    seen = [finding for finding in findings if finding.word in (PRESENT, WATCH)]
    pairs = [
        SharedCause(a.code, b.code, tuple(sorted(_questions_for(a) & _questions_for(b))))
        for a, b in combinations(seen, 2)
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair.questions)))


def _questions_for(finding: PatternFinding) -> set[str]:
    return {question for signal in finding.signals_for for question in signal.questions}
