"""Sentences on value, the chain, theory and reality, and the number: the same on the pages and in the report."""

from __future__ import annotations

from alignment_model import wording
from alignment_model.analysis.model import (
    Analysis,
    ChainResult,
    NumberResult,
    TheoryRealityResult,
    ValueResult,
)
from alignment_model.findings import words
from alignment_model.framework import Framework


def shared_by_chance(value: ValueResult) -> list[str]:
    """What chance alone would share, and the interval of what all share."""
    found = []
    if value.null_band is not None:
        band = value.null_band
        found.append(
            f"As many people spreading 100 points at random would share {band.low:.0f} to {band.high:.0f}."
        )
    if value.common.interval:
        low, high = value.common.interval
        found.append(f"With other people of the same roles it would lie between {low:.0f} and {high:.0f}.")
    elif value.common.known and value.common.interval_reason:
        found.append(f"There is no interval: {value.common.interval_reason}.")
    return found


def closest_and_farthest(value: ValueResult) -> str:
    """Which two leadership roles share most, which least."""
    known = {pair: found.value for pair, found in value.overlaps.items() if found.value is not None}
    if len(known) < 2:
        return "Points any two leadership roles share"
    most, least = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    return words.opened(
        f"{words.role_phrases(most)} share most ({known[most]:.0f} points), "
        f"{words.role_phrases(least)} least ({known[least]:.0f})"
    )


def activity_against_outcome(analysis: Analysis, chain: ChainResult) -> str:
    """How much stronger the evidence for activity is than for outcome, over the leadership roles."""
    known = [
        (found.value, role.code)
        for role in analysis.shown_roles
        if role.leadership
        and (found := chain.activity_outcome_gap.get(role.code))
        and found.value is not None
    ]
    if not known:
        return "No leadership role answered both for activity and for outcome."
    (low, _), (high, widest) = min(known), max(known)
    if high < 0.5:
        return "No leadership role sees clearly more evidence for activity than for outcome."
    if low >= 0.5:
        return (
            f"Every leadership role sees more evidence for activity than for outcome, "
            f"{words.role_phrase(widest)} most: {wording.points(high)} steps of 4."
        )
    return words.opened(
        f"{words.role_phrase(widest)} {words.verb([widest], 'sees', 'see')} most evidence for activity without "
        f"outcome: {wording.points(high)} steps of 4."
    )


def agreement_on_gap(analysis: Analysis, result: TheoryRealityResult, framework: Framework) -> str:
    """How far leaders agree on how wide the gap is."""
    found = result.agreement_on_gap
    if found.value is None:
        return f"How far leaders agree on the gap itself cannot be said: {found.reason}."
    said = (
        f"Agreement on the size of the gap is {found.value:.2f} from 0 to 1, the mean over "
        f"{wording.count(found.n or 0, 'domain')}."
    )
    apart = {domain.name: _apart(analysis, result, domain.code) for domain in framework.domains}
    widest = max(apart, key=apart.__getitem__, default="")
    if not widest or apart[widest] < 0.5:
        return said
    distance = wording.points(apart[widest])
    return f"Leaders differ most on {widest.lower()}: their gaps lie {distance} points apart. {said}"


def _apart(analysis: Analysis, result: TheoryRealityResult, domain: str) -> float:
    known = [
        gap.value
        for role in analysis.shown_roles
        if role.leadership and (gap := result.gap.get(role.code, {}).get(domain)) and gap.value is not None
    ]
    return max(known) - min(known) if known else 0.0


def ends_per_domain(analysis: Analysis, result: TheoryRealityResult, framework: Framework) -> list[str]:
    """Per domain, which leadership role sees the widest gap and which the narrowest."""
    leaders = [role.code for role in analysis.shown_roles if role.leadership]
    found = []
    for domain in framework.domains:
        known = {
            role: gap.value
            for role in leaders
            if (gap := result.gap.get(role, {}).get(domain.code)) and gap.value is not None
        }
        if len(known) < 2:
            continue
        most, least = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
        if known[most] - known[least] < 0.5:
            found.append(f"{domain.name}: all leadership roles see about the same gap.")
        else:
            found.append(
                f"{domain.name}: {words.role_phrase(most)} {words.verb([most], 'sees', 'see')} "
                f"{_gap(known[most])}, {words.role_phrase(least)} {_gap(known[least])}."
            )
    return found


def _gap(value: float) -> str:
    if abs(value) < 0.05:
        return "none"
    size = wording.points(abs(value))
    return f"reality {size} points {'behind' if value > 0 else 'ahead of'} the design"


def spread_sentence(number: NumberResult) -> str:
    """The median and the range, as a finance committee would ask."""
    if number.spread.value is None or number.median.value is None:
        return f"There is no range yet: {number.spread.reason or number.median.reason}."
    return (
        f"The median of {wording.count(number.median.n or 0, 'leadership role')} is "
        f"{_per_cent(number.median.value)}; {wording.points(number.spread.value)} percentage points lie between "
        "the lowest and the highest."
    )


def _per_cent(value: float) -> str:
    sign = wording.MINUS if value < -0.05 else "+" if value > 0.05 else ""
    return f"{sign}{abs(value):.1f} %"


def confidence_sentence(analysis: Analysis, number: NumberResult) -> str:
    """Who is surest of a number, who least."""
    known = {
        role.code: found.value
        for role in analysis.shown_roles
        if role.leadership and (found := number.confidence.get(role.code)) and found.value is not None
    }
    if len(known) < 2:
        return ""
    most, least = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    if known[most] - known[least] < 0.5:
        return f"All leadership roles are about equally sure of their number: {wording.points(known[most])} of 5."
    return words.opened(
        f"{words.role_phrase(most)} {words.verb([most], 'is', 'are')} surest of the number "
        f"({wording.points(known[most])} of 5), {words.role_phrase(least)} least ({wording.points(known[least])})."
    )
