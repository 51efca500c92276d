"""Sentences and rows of the Initiatives page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, MoneyLine, RegisterResult
from alignment_model.findings import words
from alignment_model.measures.statistic import Statistic

NAME_SHOWN = 48  # characters of an initiative's name inside a sentence
NAMED = 3  # initiatives a cell names
COUNT_NOT_SAMPLE = (
    "A register is a count of what is there, not a sample of it, so its shares carry no interval. "
    "They are as sure as the register is complete."
)


def sentence(analysis: Analysis, register: RegisterResult) -> str:
    """How much money has no measured outcome."""
    active = [item for item in register.initiatives if item.stage in ("Pilot", "Production")]
    if not active:
        return (
            f"{wording.count(len(register.initiatives), 'initiative')} in the register, none live or in pilot"
        )
    line = next(line for line in register.without_outcome if line.missing == "outcome_measured")
    lacking, amount = len(line.initiatives), line.spent + line.committed
    if not lacking:
        only = len(active) == 1
        return f"{'The only' if only else 'Every'} live {'or' if only else 'and'} pilot initiative has a measured outcome"
    share = register.metrics["no_outcome_share"].value or 0.0
    if amount <= 0:
        have = "has" if lacking == 1 else "have"
        return f"{lacking} of {wording.count(len(active), 'live and pilot initiative')} {have} no measured outcome"
    return (
        f"{wording.percent(share)} of the money in live and pilot initiatives has no measured outcome: "
        f"{wording.money(amount, analysis.currency)}"
    )


def what_there_is(analysis: Analysis, register: RegisterResult) -> str:
    """How many initiatives, and the money in all of them."""
    return (
        f"{wording.count(len(register.initiatives), 'initiative')}; {wording.money(register.spend, analysis.currency)} "
        f"spent, {wording.money(register.committed, analysis.currency)} committed."
    )


def missing_title(register: RegisterResult) -> str:
    """What is lacking most, by money or, where none is known, by number."""
    lines = [line for line in register.without_outcome if line.missing != "any" and line.initiatives]
    if not lines:
        return "Every live and pilot initiative has metric, baseline, owner and measured outcome."
    most = max(lines, key=lambda line: (line.spent + line.committed, len(line.initiatives)))
    without = {"outcome_measured": "a measured outcome"}.get(most.missing, most.label.removeprefix("No "))
    article = "" if without.startswith("a ") else "an " if without[0] in "aeiou" else "a "
    most_of_it = "Most money lacks" if most.spent + most.committed else "Most often lacking:"
    return f"{most_of_it} {article}{without} ({wording.count(len(most.initiatives), 'initiative')})."


def missing_rows(analysis: Analysis, register: RegisterResult) -> list[dict[str, Any]]:
    """Money in live and pilot initiatives by what they lack, with its share of all money there."""
    total = sum(
        (item.spend_to_date or 0.0) + (item.committed_spend or 0.0)
        for item in register.initiatives
        if item.stage in ("Pilot", "Production")
    )
    return [
        {
            "What is missing": line.label,
            "Share of the money": 100 * (line.spent + line.committed) / total if total else None,
            "Initiatives": len(line.initiatives),
            "Spent": wording.money(line.spent, analysis.currency),
            "Committed": wording.money(line.committed, analysis.currency),
            "Which": _named(line),
        }
        for line in register.without_outcome
    ]


def _named(line: MoneyLine) -> str:
    """The first few by name; the register below has them all."""
    names = [words.quoted(name, NAME_SHOWN)[1:-1] for name in line.initiatives]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED + 1 else []
    return wording.listing([*names[:NAMED], *more] if more else names) or "none"


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
    few, known = round(low.value * (low.n or 0)), low.n or 0
    if known == 1:
        used = "fewer than" if few else "at least"
        return (
            f"The one live initiative whose adoption is known is used by {used} 40 % of its intended users."
        )
    used, whose = ("are", "their") if few > 1 else ("is", "its")
    return (
        f"{few or 'Not one'} of {known} live initiatives whose adoption is known {used} used by fewer than 40 % "
        f"of {whose} intended users."
    )


def announced(register: RegisterResult) -> str:
    """How much of what was announced has no measured outcome, by name."""
    names = [words.quoted(name, NAME_SHOWN)[1:-1] for name in register.announced_unmeasured]
    total = sum(item.announced is True for item in register.initiatives)
    if not total:
        return "No initiative is said to be announced."
    if not names:
        all_of = (
            "The one announced initiative has" if total == 1 else f"All {total} announced initiatives have"
        )
        return f"{all_of} a measured outcome."
    have = "has" if len(names) == 1 else "have"
    many = f"{len(names)} of {wording.count(total, 'announced initiative')}"
    if len(names) == total:
        many = "The one announced initiative" if total == 1 else f"All {total} announced initiatives"
    return f"{many} {have} no measured outcome: {wording.listing(names)}."


def duplicates(register: RegisterResult) -> list[str]:
    """Groups that may be one initiative twice."""
    return [
        f"{wording.listing([words.quoted(name, NAME_SHOWN)[1:-1] for name in group])}: much the same purpose, "
        "different owners."
        for group in register.duplicates
    ]
