"""The analysis of one wave as one frozen object: everything pages, reports and the command line show.

Positions are on the question's own scale 1..K with reversed questions flipped, so that higher always speaks
for the layer. Only what may be shown is in here: suppression happened where the counts were made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alignment_model.framework import Layer
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import Question
from alignment_model.responses import Initiative

CLEAR, POSSIBLE, NONE = "clear", "possible", "none"
PRESENT, WATCH, NOT_SEEN, NOT_ENOUGH = "Present", "Watch", "Not seen", "Not enough evidence"
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


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """Money in initiatives that lack one thing (`missing`), and which initiatives these are."""

    missing: str
    label: str
    spent: float
    committed: float
    initiatives: tuple[str, ...]


@dataclass(frozen=True)
class RegisterResult:
    """The initiative register, counted."""

    initiatives: tuple[Initiative, ...]
    spend: float
    committed: float
    without_outcome: tuple[MoneyLine, ...]
    pilot_conversion: Statistic
    pilot_age_months: Statistic
    announced_unmeasured: tuple[str, ...]
    duplicates: tuple[tuple[str, ...], ...]
    metrics: Mapping[str, Statistic]  # the register metrics patterns use, by name


@dataclass(frozen=True)
class ValueResult:
    """What value means to each role: mean points per outcome, and what is common."""

    points: Mapping[str, Mapping[str, Statistic]]  # role -> outcome -> points of 100
    common: Statistic  # points all leadership roles share
    overlaps: Mapping[tuple[str, str], Statistic]
    only: Mapping[str, tuple[str, ...]]  # role -> outcomes no other role values
    sentence: str = ""
    null_band: NullBand | None = None


@dataclass(frozen=True)
class ChainResult:
    """Evidence 0..4 per stage and role, and where each role sees the chain break."""

    evidence: Mapping[str, Mapping[str, Statistic]]  # role -> stage -> 0..4
    breaks: Mapping[str, str]  # role -> stage code, "" when it does not break
    activity_outcome_gap: Mapping[str, Statistic]
    sentence: str = ""


@dataclass(frozen=True)
class TheoryRealityResult:
    """Designed against working today, per domain and role (1..5), and agreement on the gap itself."""

    designed: Mapping[str, Mapping[str, Statistic]]  # role -> domain -> position
    working: Mapping[str, Mapping[str, Statistic]]
    gap: Mapping[str, Mapping[str, Statistic]]
    agreement_on_gap: Statistic
    sentence: str = ""


@dataclass(frozen=True)
class NumberResult:
    """The expected net effect on operating cost, per role, with its confidence."""

    effect: Mapping[str, Statistic]
    confidence: Mapping[str, Statistic]
    median: Statistic
    spread: Statistic  # highest minus lowest leadership role, percentage points
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """One open answer of a leadership role that may be shown word for word."""

    question: str
    role: str
    text: str


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


@dataclass(frozen=True)
class Analysis:
    """Everything known about one wave that may be shown."""

    survey: str
    wave: str
    wave_date: str
    custom: bool
    currency: str
    respondents: int
    roles: tuple[RoleSummary, ...]
    overall: Agreement
    layers: tuple[LayerResult, ...]
    other_questions: tuple[QuestionResult, ...]  # scaled questions outside the layers
    gaps: tuple[Gap, ...]
    question_gaps: tuple[QuestionGap, ...]
    patterns: tuple[PatternFinding, ...]
    register: RegisterResult | None
    value: ValueResult | None
    chain: ChainResult | None
    theory_reality: TheoryRealityResult | None
    number: NumberResult | None
    open_answers: tuple[OpenAnswer, ...]
    conversations: tuple[Conversation, ...]
    headline: str  # the sentence that matters most
    most_divisive: str  # question code
    notes: tuple[str, ...] = ()  # reasons in words that concern the whole
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def layer(self, code: str) -> LayerResult:
        """The layer with this code; StopIteration when there is none."""
        return next(layer for layer in self.layers if layer.code == code)

    def role(self, code: str) -> RoleSummary:
        """The role with this code; StopIteration when nobody holds it."""
        return next(role for role in self.roles if role.code == code)

    @property
    def shown_roles(self) -> tuple[RoleSummary, ...]:
        """Roles numbers may be shown about, in office order."""
        return tuple(role for role in self.roles if role.shown)

    @property
    def questions(self) -> tuple[QuestionResult, ...]:
        """All scaled questions, the layers' first."""
        return tuple(question for layer in self.layers for question in layer.questions) + self.other_questions

    def question(self, code: str) -> QuestionResult:
        """The result of one scaled question; StopIteration when there is none."""
        return next(result for result in self.questions if result.question.code == code)
