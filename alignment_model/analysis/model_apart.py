"""What has its own kind of question or sheet: register, points, value chain, theory and reality, number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alignment_model.analysis.model_alignment import NullBand
from alignment_model.measures.statistic import Statistic
from alignment_model.responses import Initiative


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
    names: Mapping[str, str] = field(default_factory=dict)  # outcome -> what it is called

    def name(self, outcome: str) -> str:
        """What an outcome is called: its own code when it has no name."""
        return self.names.get(outcome, outcome)


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
