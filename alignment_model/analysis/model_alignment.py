"""Who answered, where roles stand, how far they agree, and the gaps between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model.framework import Layer
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import Question

CLEAR, POSSIBLE, NONE = "clear", "possible", "none"
ALIGNED, MIXED, DIVIDED, ONE_APART, TWO_CAMPS = "Aligned", "Mixed", "Divided", "One apart", "Two camps"
UNKNOWN_WORD = "Nobody can tell yet"


@dataclass(frozen=True, slots=True)
class RoleSummary:
    """Who answered. `shown` is false when there are too few; `reason` then says so."""

    code: str
    name: str
    n: int
    attributed: bool
    shown: bool
    leadership: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Distribution:
    """How one role answered one question: `counts[i]` people chose level i+1 (as asked, not reversed)."""

    counts: tuple[int, ...]
    dont_know: int
    blank: int

    @property
    def n(self) -> int:
        """People who chose a level."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class NullBand:
    """Agreement that random answering by as many people would give: 5th, 50th and 95th percentile."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement between the leadership roles on a layer (or overall), with its doubt and its verdict.

    `value` is consensus 0..1; `word` one of Aligned, Mixed, Divided, One apart, Two camps, or
    "Nobody can tell yet". `who` are the roles the word is about, `camps` the two groups of roles.
    """

    value: Statistic
    average_deviation: Statistic
    practical_limit: float | None
    null_band: NullBand | None
    p: float | None
    word: str
    who: tuple[str, ...] = ()
    camps: tuple[tuple[str, ...], ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class WithinGroup:
    """Agreement inside one role on one question (or layer), from its counts."""

    consensus: Statistic
    van_der_eijk_a: Statistic
    average_deviation: Statistic
    rwg: Statistic


@dataclass(frozen=True)
class QuestionResult:
    """One scaled question: where each role stands, how each answered, how far leadership agrees."""

    question: Question
    levels: int
    labels: tuple[str, ...]
    positions: Mapping[str, Statistic]
    distributions: Mapping[str, Distribution]
    hidden: Mapping[str, str]  # role -> why nothing is shown
    agreement: Statistic  # consensus between leadership roles
    average_deviation: Statistic
    spread: Statistic  # highest minus lowest leadership position, scale points
    within: Mapping[str, WithinGroup]
    dont_know_rate: Mapping[str, Statistic]  # share 0..1 of those who did not leave it blank


@dataclass(frozen=True)
class LayerResult:
    """One layer: agreement, positions of all shown roles, and its questions."""

    layer: Layer
    agreement: Agreement
    positions: Mapping[str, Statistic]  # role -> 1..5 equivalent
    leadership_position: Statistic
    score: Statistic  # leadership position as 0..100
    highest: str  # role code, "" when there is none
    lowest: str
    most_divisive: str  # question code, "" when there is none
    within: Mapping[str, Mapping[str, Statistic]]  # role -> {"rwg_j": ..., "cronbach_alpha": ..., ...}
    questions: tuple[QuestionResult, ...]

    @property
    def code(self) -> str:
        """The layer's code."""
        return self.layer.code


@dataclass(frozen=True, slots=True)
class Gap:
    """How far `from_role` stands above `to_role` on a layer, in scale points (negative: below).

    Roles are role codes, or "Leadership" for the leadership roles together. `kind` is "leadership" (within
    leadership) or "groups" (leadership, managers, employees). The interval is the unadjusted 95 % one.
    """

    layer: str
    from_role: str
    to_role: str
    kind: str
    difference: Statistic
    adjusted_p: float | None
    word: str
    cliffs_delta: Statistic | None = None


@dataclass(frozen=True, slots=True)
class QuestionGap:
    """A question where leadership stands clearly apart from managers or employees.

    `kind` is "blind spot" (leadership higher) or "hidden strength" (leadership lower).
    """

    question: str
    group: str
    kind: str
    difference: Statistic
    word: str
