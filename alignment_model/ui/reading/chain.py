"""Sentences and rows of the pages Value chain, Theory and reality, and The number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ChainResult, NumberResult, TheoryRealityResult
from alignment_model.charts.drawing.names import role_name
from alignment_model.findings import words
from alignment_model.findings.spread_in_money import SpreadInMoney
from alignment_model.findings.theme_sentences import activity_against_outcome as activity_against_outcome
from alignment_model.findings.theme_sentences import agreement_on_gap as agreement_on_gap
from alignment_model.findings.theme_sentences import confidence_sentence as confidence_sentence
from alignment_model.findings.theme_sentences import ends_per_domain as ends_per_domain
from alignment_model.findings.theme_sentences import spread_sentence as spread_sentence
from alignment_model.framework import Framework
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.reading.numbers import with_doubt


def any_known(table: Mapping[str, Mapping[str, Statistic]]) -> bool:
    """Whether any role has any value at all."""
    return any(found.known for row in table.values() for found in row.values())


def chain_rows(analysis: Analysis, chain: ChainResult, framework: Framework) -> list[dict[str, Any]]:
    """Evidence per role and stage with intervals, the break, and activity minus outcome."""
    names = {stage.code: stage.name for stage in framework.stages}
    rows = []
    for role in analysis.shown_roles:
        stages = chain.evidence.get(role.code)
        if stages is None:
            continue
        row: dict[str, Any] = {"Role": role_name(role)}
        row |= {names.get(code, code): with_doubt(found) for code, found in stages.items()}
        at = chain.breaks.get(role.code)
        row["Breaks at"] = "" if at is None else names.get(at, "nowhere") if at else "nowhere"
        row["Activity minus outcome"] = with_doubt(chain.activity_outcome_gap.get(role.code))
        rows.append(row)
    return rows


def stage_rows(framework: Framework) -> list[dict[str, Any]]:
    """What each stage means."""
    return [
        {"Stage": stage.name, "Kind": stage.kind.capitalize(), "Meaning": stage.meaning}
        for stage in framework.stages
    ]


def domain_rows(framework: Framework) -> list[dict[str, Any]]:
    """What each domain means."""
    return [{"Domain": domain.name, "Meaning": domain.meaning} for domain in framework.domains]


def gap_rows(analysis: Analysis, result: TheoryRealityResult, framework: Framework) -> list[dict[str, Any]]:
    """Designed, working and the gap with its interval, per domain and role."""
    return [
        {
            "Domain": domain.name,
            "Role": role_name(role),
            "As designed": with_doubt(result.designed[role.code].get(domain.code)),
            "As it works today": with_doubt(result.working[role.code].get(domain.code)),
            "Designed minus working": with_doubt(result.gap[role.code].get(domain.code)),
        }
        for domain in framework.domains
        for role in analysis.shown_roles
        if domain.code in result.gap.get(role.code, {})
    ]


def money_sentence(spread: SpreadInMoney, currency: str) -> str:
    """What the spread means in money a year."""
    base = wording.money(spread.cost_base, currency)
    if spread.spread < 0.5:
        return (
            f"On an operating cost of {base} a year all expect the same: {_change(spread.lowest, currency)}."
        )
    low = f"{words.role_phrase(spread.lowest_role)} {_expects(spread.lowest_role)} {_change(spread.lowest, currency)}"
    high = f"{words.role_phrase(spread.highest_role)} {_change(spread.highest, currency)}"
    return (
        f"On an operating cost of {base} a year {low}, {high}: "
        f"{wording.money(spread.spread, currency)} lie between two members of one team."
    )


def _expects(role: str) -> str:
    return words.verb([role], "expects", "expect")


def _change(amount: float, currency: str) -> str:
    if abs(amount) < 0.5:
        return "no change"
    return f"{wording.money(abs(amount), currency)} {'less' if amount < 0 else 'more'}"


def number_rows(analysis: Analysis, number: NumberResult) -> list[dict[str, Any]]:
    """Expected effect and confidence per role with intervals."""
    return [
        {
            "Role": role_name(role),
            "Expected effect on operating cost (%)": with_doubt(number.effect.get(role.code)),
            "Confidence (1 to 5)": with_doubt(number.confidence.get(role.code)),
        }
        for role in analysis.shown_roles
        if role.code in number.effect
    ]
