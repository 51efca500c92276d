"""What a reader asks for beyond the analysis itself, worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model import analysis as analysing
from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.analysis.model import ConsensusMapResult, OpenAnswer
from alignment_model.errors import UsageError
from alignment_model.findings.chasm import Chasm, chasm
from alignment_model.findings.consensus_map import map_of, map_topics
from alignment_model.findings.question_detail import QuestionDetail, question_detail
from alignment_model.findings.spread_in_money import SpreadInMoney, spread_in_money
from alignment_model.findings.terms import MarkedAnswer, marked
from alignment_model.findings.trends import Trend
from alignment_model.privacy import PrivacyPolicy
from alignment_model.settings import Settings
from alignment_model.store import Store
from alignment_model.workflows.analysing import SEED
from alignment_model.workflows.rules import pattern_rules


def look_at_question(analysis: Analysis, code: str) -> QuestionDetail:
    """One question with its intervals, its null band and what it feeds."""
    return question_detail(analysis, code, SEED)


def look_at_chasm(analysis: Analysis) -> Chasm:
    """Leadership against managers and employees."""
    return chasm(analysis)


def look_at_money(analysis: Analysis, cost_base: float) -> SpreadInMoney | None:
    """The leadership roles' expectations in money; None without two of them.

    Raises
    ------
    UsageError
        When the cost base is no amount that can be meant.
    """
    return None if analysis.number is None else spread_in_money(analysis.number, cost_base)


def look_at_terms(answers: Sequence[OpenAnswer]) -> tuple[tuple[MarkedAnswer, ...], tuple[str, ...]]:
    """The answers to one open question with shared and unshared terms marked, and the shared terms."""
    return marked(answers)


def map_choices(analysis: Analysis) -> dict[str, str]:
    """What a consensus map can be made of: topic to name."""
    return map_topics(analysis)


def look_at_map(analysis: Analysis, topic: str, everyone: bool) -> ConsensusMapResult | None:
    """One consensus map, of the leadership roles or of all shown roles."""
    if not everyone and analysis.consensus_map is not None and analysis.consensus_map.topic == topic:
        return analysis.consensus_map
    return map_of(analysis, topic, everyone=everyone, seed=SEED)


def compare_stored_waves(
    store: Store, survey: str, before: str, after: str, settings: Settings, *, linked: bool = False
) -> Trend:
    """What changed between two stored waves; `linked` says that one id is one person in both.

    Raises
    ------
    NotFoundError, UsageError
        When a wave is not there, or both are the same.
    """
    if before == after:
        raise UsageError("Choose two different waves to compare.")
    (first, *first_replaced), (second, *second_replaced) = (
        stores.read_versions(store, survey, wave) for wave in (before, after)
    )
    return analysing.compare_waves(
        first,
        second,
        policy=PrivacyPolicy.of_attribution(second.attribution, settings.minimum_group),
        rules=pattern_rules(store),
        seed=SEED,
        linked=linked,
        replaced=(first_replaced, second_replaced),
    )
