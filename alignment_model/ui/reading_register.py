"""Sentences and rows of the Initiatives page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, MoneyLine, RegisterResult
from alignment_model.measures.statistic import Statistic


def sentence(analysis: Analysis, register: RegisterResult) -> str:
    """How much money has no agreed outcome."""
    share = register.metrics.get("no_outcome_share")
    n = wording.count(len(register.initiatives), "initiative")
    if share is None or share.value is None:
        return f"{n} in the register, none live or in pilot"
    line = next((line for line in register.without_outcome if line.missing == "outcome_measured"), None)
    if share.value <= 0 or line is None:
        return "Every live and pilot initiative has a measured outcome"
    amount = line.spent + line.committed
    if amount <= 0:
        return f"{wording.percent(share.value)} of the live and pilot initiatives have no measured outcome"
    return (
        f"{wording.percent(share.value)} of the money in live and pilot initiatives has no measured outcome: "
        f"{wording.money(amount, analysis.currency)}"
    )


def what_there_is(analysis: Analysis, register: RegisterResult) -> str:
    """How many initiatives, and the money in all of them."""
    return (
        f"{wording.count(len(register.initiatives), 'initiative')}; {wording.money(register.spend, analysis.currency)} "
        f"spent, {wording.money(register.committed, analysis.currency)} committed."
    )


def missing_rows(analysis: Analysis, register: RegisterResult) -> list[dict[str, Any]]:
    """Money in live and pilot initiatives by what they lack."""
    return [
        {
            "What is missing": line.label,
            "Initiatives": str(len(line.initiatives)),
            "Spent": wording.money(line.spent, analysis.currency),
            "Committed": wording.money(line.committed, analysis.currency),
            "Which": _named(line),
        }
        for line in register.without_outcome
    ]


def _named(line: MoneyLine) -> str:
    return ", ".join(line.initiatives) or "none"


def pilots(register: RegisterResult) -> list[str]:
    """How many pilots arrive, and how old those are that have not."""
    conversion, age = register.pilot_conversion, register.pilot_age_months
    found = []
    if conversion.value is None:
        found.append(f"Pilot conversion cannot be said: {conversion.reason}.")
    else:
        arrived = round(conversion.value * (conversion.n or 0))
        found.append(
            f"{arrived} of {wording.count(conversion.n or 0, 'initiative')} ever piloted reached production "
            f"({wording.percent(conversion.value)})."
        )
    if age.value is None:
        found.append(f"The age of the pilots cannot be said: {age.reason}.")
    else:
        one = age.n == 1
        found.append(
            f"The {'pilot is' if one else 'median pilot is'} {age.value:.0f} months old"
            f"{'' if one else f' ({age.n} pilots)'}."
        )
    return found


def adoption(register: RegisterResult) -> str:
    """How many live initiatives are little used."""
    low: Statistic | None = register.metrics.get("low_adoption_share")
    if low is None or low.value is None:
        return ""
    few = round(low.value * (low.n or 0))
    return (
        f"{few} of {wording.count(low.n or 0, 'live initiative')} with a known adoption "
        f"{'is' if few == 1 else 'are'} used by fewer than 40 % of the people meant."
    )


def announced(register: RegisterResult) -> str:
    """What was announced and has no measured outcome."""
    names = register.announced_unmeasured
    if not names:
        return "Nothing was announced that has no measured outcome."
    return f"Announced with no measured outcome: {wording.listing(list(names))}."


def duplicates(register: RegisterResult) -> list[str]:
    """Groups that may be one initiative twice."""
    return [
        f"{wording.listing(list(group))}: much the same purpose, different owners."
        for group in register.duplicates
    ]
