"""Sentences on value, the chain, theory and reality, and the number: the same on the pages and in the report."""

from __future__ import annotations

from collections.abc import Mapping

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
    """Which two leadership roles share most, which least; pairs that share the same are counted."""
    known = {pair: found.value for pair, found in value.overlaps.items() if found.value is not None}
    if not known:
        return "No two leadership roles can be compared yet"
    rounded = {pair: round(points) for pair, points in known.items()}
    most, least = max(rounded.values()), min(rounded.values())
    if len(rounded) == 1:
        return words.opened(f"{words.role_phrases(next(iter(rounded)))} share {most} of 100 points")
    if most == least:
        return f"Every two leadership roles share {most} of 100 points"
    return words.opened(
        f"{_pairs(rounded, most)} share most ({most} points), {_pairs(rounded, least)} least ({least})"
    )


def _pairs(rounded: Mapping[tuple[str, str], int], points: int) -> str:
    at = [pair for pair, found in rounded.items() if found == points]
    others = f" (and {wording.count(len(at) - 1, 'other pair')})" if len(at) > 1 else ""
    return f"{words.role_phrases(at[0])}{others}"


def activity_against_outcome(analysis: Analysis, chain: ChainResult) -> str:
    """How much stronger the evidence for activity is than for outcome, over the leadership roles."""
    known = {
        role.code: found.value
        for role in analysis.shown_roles
        if role.leadership
        and (found := chain.activity_outcome_gap.get(role.code))
        and found.value is not None
    }
    if not known:
        return "No leadership role answered both for activity and for outcome."
    most, _ = words.at_ends(known)
    steps = f"{wording.points(known[most[0]])} of 4 steps"
    who, see = words.role_phrases(most), words.verb(most, "sees", "see")
    if known[most[0]] < 0.5:
        if len(known) == 1:
            return words.opened(f"{who} {see} about as much evidence for outcome as for activity.")
        return "No leadership role sees clearly more evidence for activity than for outcome."
    if len(known) > 1 and min(known.values()) >= 0.5:
        named = "all by the same" if len(most) == len(known) else f"{who} most"
        return f"Every leadership role sees more evidence for activity than for outcome, {named}: {steps}."
    return words.opened(f"{who} {see} most evidence for activity without outcome: {steps}.")


def agreement_on_gap(analysis: Analysis, result: TheoryRealityResult, framework: Framework) -> str:
    """How far leaders agree on how wide the gap is, with why the number reads high."""
    found = result.agreement_on_gap
    if found.value is None:
        return f"How far leaders agree on the gap itself cannot be said: {found.reason}."
    apart = {domain.name.lower(): _apart(analysis, result, domain.code) for domain in framework.domains}
    widest = max(apart.values(), default=0.0)
    said = (
        f"Agreement on the size of the gap is {found.value:.2f} from 0 to 1, the mean over "
        f"{wording.count(found.n or 0, 'domain')}."
    )
    if widest < 0.5:
        return f"Leaders see about the same gap in every domain. {said}"
    at, _ = words.at_ends(apart)
    distance = wording.points(widest)
    return (
        f"Leaders differ most on {wording.listing(at)}: their gaps lie {distance} points apart. {said} "
        "A gap can lie anywhere from −4 to +4, so this number stays high even where leaders are points apart; "
        "the distance in points says more."
    )


def _apart(analysis: Analysis, result: TheoryRealityResult, domain: str) -> float:
    known = _gaps(analysis, result, domain).values()
    return max(known) - min(known) if known else 0.0


def _gaps(analysis: Analysis, result: TheoryRealityResult, domain: str) -> dict[str, float]:
    return {
        role.code: gap.value
        for role in analysis.shown_roles
        if role.leadership and (gap := result.gap.get(role.code, {}).get(domain)) and gap.value is not None
    }


def ends_per_domain(analysis: Analysis, result: TheoryRealityResult, framework: Framework) -> list[str]:
    """Per domain, which leadership role sees the widest gap and which the narrowest."""
    found = []
    for domain in framework.domains:
        known = _gaps(analysis, result, domain.code)
        if len(known) < 2:
            continue
        most, least = words.at_ends(known)
        if known[most[0]] - known[least[0]] < 0.5:
            found.append(f"{domain.name}: all leadership roles see about the same gap.")
        else:
            found.append(
                f"{domain.name}: {words.role_phrases(most)} {words.verb(most, 'sees', 'see')} "
                f"{_gap(known[most[0]])}, {words.role_phrases(least)} {_gap(known[least[0]])}."
            )
    return found


def _gap(value: float) -> str:
    if abs(value) < 0.05:
        return "no gap"
    size = wording.points(abs(value))
    return f"reality {size} points {'behind' if value > 0 else 'ahead of'} the design"


def spread_sentence(number: NumberResult) -> str:
    """The median and the range, as a finance committee would ask."""
    spread, median = number.spread.value, number.median.value
    if spread is None or median is None:
        return f"There is no range yet: {number.spread.reason or number.median.reason}."
    roles = wording.count(number.median.n or 0, "leadership role")
    if wording.change(spread, "", spread) == "0":
        return f"All {roles} gave the same number."
    apart = wording.change(spread, "", spread).removeprefix("+")
    return (
        f"The median of {roles} is {wording.change(median, spread=spread)}; {apart} percentage "
        f"{'point lies' if apart == '1' else 'points lie'} between the lowest and the highest."
    )


def confidence_sentence(analysis: Analysis, number: NumberResult) -> str:
    """Who is surest of a number, who least."""
    known = {
        role.code: found.value
        for role in analysis.shown_roles
        if role.leadership and (found := number.confidence.get(role.code)) and found.value is not None
    }
    if len(known) < 2:
        return ""
    most, least = words.at_ends(known)
    if known[most[0]] - known[least[0]] < 0.5:
        mean = sum(known.values()) / len(known)
        return f"All leadership roles are about equally sure of their number: {wording.points(mean)} of 5."
    return words.opened(
        f"{words.role_phrases(most)} {words.verb(most, 'is', 'are')} surest of the number "
        f"({wording.points(known[most[0]])} of 5), {words.role_phrases(least)} least "
        f"({wording.points(known[least[0]])})."
    )
