"""Checked responses: what intake hands to the store, and what the analysis reads from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from alignment_model.questionnaire import Questionnaire

STAGES = ("Idea", "Pilot", "Production", "Stopped")
Answer = int | float | str


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person's answers.

    `answers` maps question code to a level 1..K, a number, points or text; a question that is not in it
    was left blank. `dont_know` holds the codes answered "don't know". The two never overlap.
    """

    id: str
    role: str
    answers: Mapping[str, Answer]
    dont_know: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Initiative:
    """One line of the initiative register; empty means it was left blank. Money in the survey's unit."""

    name: str
    owner_function: str = ""
    accountable_owner: str = ""
    purpose: str = ""
    stage: str = "Idea"
    started: date | None = None
    spend_to_date: float | None = None
    committed_spend: float | None = None
    announced: bool | None = None
    value_metric: str = ""
    baseline: str = ""
    adoption: float | None = None  # share of intended users who use it, in per cent
    outcome_measured: bool | None = None
    value_expected: float | None = None
    value_realised: float | None = None

    def __post_init__(self) -> None:
        if self.stage not in STAGES:
            raise ValueError(f"'{self.stage}' is not a stage; use one of {', '.join(STAGES)}.")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Which roles are shown by name of role, and who confirmed that respondents were told."""

    attributed_roles: frozenset[str]
    confirmed: bool = False
    confirmed_by: str = ""
    confirmed_at: str = ""  # ISO 8601, UTC


@dataclass(frozen=True)
class ResponseSet:
    """One wave's checked responses with the questionnaire they answer. Nothing here is suppressed yet."""

    questionnaire: Questionnaire
    respondents: tuple[Respondent, ...]
    initiatives: tuple[Initiative, ...] = ()
    attribution: Attribution = field(default_factory=lambda: Attribution(frozenset({"CEO", "CFO", "CTO"})))
    survey: str = ""
    wave: str = ""
    wave_date: date | None = None
    currency: str = ""

    @property
    def sizes(self) -> dict[str, int]:
        """Respondents per role."""
        return dict(Counter(respondent.role for respondent in self.respondents))
