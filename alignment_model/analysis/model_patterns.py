"""Patterns of misalignment with their evidence, and the conversations they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model.measures.statistic import Statistic

PRESENT, WATCH, NOT_SEEN, NOT_ENOUGH = "Present", "Watch", "Not seen", "Not enough evidence"


@dataclass(frozen=True, slots=True)
class Signal:
    """One measured quantity behind a pattern; `strength` 0..1, None when it could not be measured."""

    code: str
    label: str
    source: str  # leadership, managers, employees, agreement, register
    measured: Statistic
    unit: str
    none: float
    full: float
    weight: float
    strength: float | None
    sentence: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternFinding:
    """One pattern of misalignment with the evidence for it, against it, and what is missing."""

    code: str
    name: str
    word: str
    score: float | None
    coverage: float
    stability: Statistic
    signals_for: tuple[Signal, ...]
    signals_against: tuple[Signal, ...]
    signals_missing: tuple[Signal, ...]
    sentence: str
    question: str
    imperative: str

    @property
    def known_score(self) -> float | None:
        """The score where there is evidence enough to judge by it, else None: nobody is to read more into it."""
        return None if self.word == NOT_ENOUGH else self.score


@dataclass(frozen=True, slots=True)
class Conversation:
    """One of the five conversations: what to talk about, who stands where, what to ask, how long."""

    rank: int
    question: str
    layer: str
    leverage: float  # rise of the layer's agreement if the farthest role moved to the others' median
    farthest: str
    positions: Mapping[str, float]
    prompt: str
    minutes: int
    imperative: str
    pattern: str = ""
