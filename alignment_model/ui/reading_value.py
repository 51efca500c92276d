"""Sentences and rows of the Value page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ValueResult
from alignment_model.charts.names import role_name
from alignment_model.findings import words
from alignment_model.framework import Framework, Lens
from alignment_model.ui.reading_numbers import with_doubt

NOBODY = "Nobody in this survey"


def how_sure(value: ValueResult) -> list[str]:
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


def only_one_wants(value: ValueResult, framework: Framework) -> list[str]:
    """What one role values clearly above every other leadership role."""
    names = {outcome.code: outcome.name for outcome in framework.value_outcomes}
    return [
        words.opened(
            f"{words.role_phrase(role)}: {wording.listing([names.get(code, code) for code in outcomes])}"
        )
        for role, outcomes in value.only.items()
        if outcomes
    ]


def lens_rows(analysis: Analysis, value: ValueResult, framework: Framework) -> list[dict[str, Any]]:
    """Ten ways to look at value: what each stakeholder values, who speaks for them here, and who gives most."""
    shown = {role.code for role in analysis.shown_roles}
    return [
        {
            "Stakeholder": lens.name,
            "What value means to them": lens.primary_value,
            "What worries them": lens.key_concern,
            "Who answered for them": _speaks(lens, shown),
            "Who gives them most points": _gives_most(lens, value, framework),
        }
        for lens in framework.lenses
    ]


def absent(analysis: Analysis, framework: Framework) -> str:
    """Which stakeholders nobody in this survey speaks for."""
    shown = {role.code for role in analysis.shown_roles}
    names = [lens.name.lower() for lens in framework.lenses if _speaks(lens, shown) == NOBODY]
    if not names:
        return "Every stakeholder has somebody here who answered for them."
    return f"Nobody here answered for {wording.listing(names)}; the last column shows who comes nearest."


def _speaks(lens: Lens, shown: set[str]) -> str:
    present = [role for role in lens.roles if role in shown]
    return words.opened(words.role_phrases(present)) if present else NOBODY


def _gives_most(lens: Lens, value: ValueResult, framework: Framework) -> str:
    outcomes = {outcome.code for outcome in framework.value_outcomes if lens.code in outcome.lenses}
    points = {
        role: sum(found.value or 0 for code, found in row.items() if code in outcomes)
        for role, row in value.points.items()
    }
    if not outcomes or not points or not max(points.values()):
        return "Nobody gives a point"
    role = max(points, key=points.__getitem__)
    return f"{words.opened(words.role_phrase(role))}, {points[role]:.0f} of 100"


def point_rows(analysis: Analysis, value: ValueResult, framework: Framework) -> list[dict[str, Any]]:
    """Mean points per outcome and role, with intervals."""
    names = {outcome.code: outcome.name for outcome in framework.value_outcomes}
    outcomes = list(next(iter(value.points.values()), {}))
    return [
        {"Outcome": names.get(code, code)}
        | {
            role_name(role): with_doubt(value.points[role.code][code], 0)
            for role in analysis.shown_roles
            if role.code in value.points
        }
        for code in outcomes
    ]
