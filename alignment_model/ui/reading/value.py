"""Sentences and rows of the Value page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ValueResult
from alignment_model.charts.drawing.names import role_name
from alignment_model.findings import words
from alignment_model.findings.lenses import LensView, absent, lens_views  # noqa: F401
from alignment_model.findings.theme_sentences import closest_and_farthest as closest_and_farthest
from alignment_model.findings.theme_sentences import shared_by_chance as how_sure  # noqa: F401
from alignment_model.framework import Framework, Lens
from alignment_model.ui.reading.numbers import with_doubt


def only_one_wants(value: ValueResult) -> list[str]:
    """What one role values clearly above every other leadership role, with how many points."""
    return [
        words.opened(
            f"{words.role_phrase(role)}: {wording.listing([_alone(value, role, code) for code in outcomes])}"
        )
        for role, outcomes in value.only.items()
        if outcomes
    ]


def _alone(value: ValueResult, role: str, code: str) -> str:
    own = round(value.points[role][code].value or 0.0)
    others = [round(value.points[other][code].value or 0.0) for other in value.only if other != role]
    return f"{value.name(code)} ({own} points, nobody else more than {max(others, default=0)})"


def outcome_rows(framework: Framework) -> list[dict[str, Any]]:
    """The outcomes that points are spread over, and what each means."""
    return [{"Outcome": found.name, "Meaning": found.description} for found in framework.value_outcomes]


def lens_meanings(framework: Framework) -> list[dict[str, Any]]:
    """What each stakeholder values and worries about."""
    return [_lens(lens) for lens in framework.lenses]


def _lens(lens: Lens) -> dict[str, str]:
    return {
        "Stakeholder": lens.name,
        "What value means to them": lens.primary_value,
        "What worries them": lens.key_concern,
    }


def lens_rows(views: tuple[LensView, ...]) -> list[dict[str, Any]]:
    """Ten ways to look at value: what each stakeholder values, who speaks for them here, and who gives most."""
    return [
        {
            "Stakeholder": view.lens.name,
            "Who answered for them": view.answered,
            "Who gives them most points": view.gives_most,
        }
        | _lens(view.lens)
        for view in views
    ]


def point_rows(analysis: Analysis, value: ValueResult) -> list[dict[str, Any]]:
    """Mean points per outcome and role, with intervals."""
    outcomes = list(next(iter(value.points.values()), {}))
    return [
        {"Outcome": value.name(code)}
        | {
            role_name(role): with_doubt(value.points[role.code][code], 0)
            for role in analysis.shown_roles
            if role.code in value.points
        }
        for code in outcomes
    ]
