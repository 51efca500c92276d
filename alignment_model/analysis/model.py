"""The analysis of one wave as one frozen object: everything pages, reports and the command line show.

Positions of questions are on the question's own scale 1..K with reversed questions flipped, so that higher
always speaks for the layer; whatever is said of a layer (position, gap, average deviation and its limit) is on
the five-point equivalent, so that layers of any scale can stand side by side. Only what may be shown is in
here: suppression happened where the counts were made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alignment_model.analysis.model_alignment import (
    ALIGNED,
    CLEAR,
    DIVIDED,
    MIXED,
    NONE,
    ONE_APART,
    POSSIBLE,
    TWO_CAMPS,
    UNKNOWN_WORD,
    Agreement,
    Distribution,
    Gap,
    LayerResult,
    NullBand,
    QuestionGap,
    QuestionResult,
    RoleSummary,
    WithinGroup,
)
from alignment_model.analysis.model_apart import (
    ChainResult,
    MoneyLine,
    NumberResult,
    OpenAnswer,
    RegisterResult,
    TheoryRealityResult,
    ValueResult,
)
from alignment_model.analysis.model_map import ConsensusMapResult, GroupsOnMap
from alignment_model.analysis.model_patterns import (
    NOT_ENOUGH,
    NOT_SEEN,
    PRESENT,
    WATCH,
    Conversation,
    PatternFinding,
    Signal,
)

__all__ = [
    "ALIGNED",
    "CLEAR",
    "DIVIDED",
    "MIXED",
    "NONE",
    "NOT_ENOUGH",
    "NOT_SEEN",
    "ONE_APART",
    "POSSIBLE",
    "PRESENT",
    "TWO_CAMPS",
    "UNKNOWN_WORD",
    "WATCH",
    "Agreement",
    "Analysis",
    "ChainResult",
    "ConsensusMapResult",
    "GroupsOnMap",
    "Conversation",
    "Distribution",
    "Gap",
    "LayerResult",
    "MoneyLine",
    "NullBand",
    "NumberResult",
    "OpenAnswer",
    "PatternFinding",
    "QuestionGap",
    "QuestionResult",
    "RegisterResult",
    "RoleSummary",
    "Signal",
    "TheoryRealityResult",
    "ValueResult",
    "WithinGroup",
]


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
    consensus_map: ConsensusMapResult | None = None  # of the leadership roles, from the 100 points
    group_maps: Mapping[str, GroupsOnMap] = field(default_factory=dict)  # by topic: "value" or a layer's code
    open_questions: Mapping[str, str] = field(
        default_factory=dict
    )  # code -> its words, answered in one's own

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
