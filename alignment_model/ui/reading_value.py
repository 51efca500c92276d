"""Sentences and rows of the Value page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ValueResult
from alignment_model.charts.names import role_name
from alignment_model.findings import words
from alignment_model.findings.theme_sentences import closest_and_farthest as closest_and_farthest
from alignment_model.findings.theme_sentences import shared_by_chance as how_sure  # noqa: F401
from alignment_model.framework import Framework, Lens
from alignment_model.ui.reading_numbers import with_doubt

NOBODY = "Nobody in this survey"


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
