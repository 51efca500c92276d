"""Ten ways to look at value: who answered for each stakeholder, and who gives their outcomes most points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model import wording
from alignment_model.analysis.model import Analysis
from alignment_model.findings import words
from alignment_model.framework import Framework, Lens

NOBODY = "Nobody in this survey"
NO_POINT = "Nobody gives a point"


@dataclass(frozen=True, slots=True)
class LensView:
    """A stakeholder in one survey: the shown roles that speak for it, and who gives it most of 100 points.

    `reason` says why nobody speaks for it, empty where somebody does; `points` is None where no role gave a
    point to an outcome this stakeholder cares about.
    """

    lens: Lens
    speakers: tuple[str, ...]
    reason: str
    givers: tuple[str, ...]
    points: float | None
    all_alike: bool = False

    @property
    def answered(self) -> str:
        """Who answered for them, in words."""
        return words.opened(words.role_phrases(self.speakers)) if self.speakers else self.reason

    @property
    def gives_most(self) -> str:
        """Who gives them most points, in words."""
        if self.points is None:
            return NO_POINT
        who = "All alike" if self.all_alike else words.opened(words.role_phrases(self.givers))
        return f"{who}, {self.points:.0f} of 100"


def lens_views(analysis: Analysis, framework: Framework) -> tuple[LensView, ...]:
    """Every stakeholder in the framework's order; none where no outcome of the framework got points."""
    value = analysis.value
    if value is None:
        return ()
    shown = {role.code for role in analysis.shown_roles}
    points = {role: row for role, row in value.points.items() if role in shown}
    known = {outcome.code for outcome in framework.value_outcomes}
    if not any(known & row.keys() for row in points.values()):
        return ()
    given = {
        role: {outcome: found.value or 0.0 for outcome, found in row.items()} for role, row in points.items()
    }
    return tuple(_view(lens, analysis, given, framework) for lens in framework.lenses)


def absent(views: tuple[LensView, ...]) -> str:
    """Which stakeholders nobody in this survey speaks for."""
    names = [view.lens.name.lower() for view in views if view.reason == NOBODY]
    if not names:
        return "Every stakeholder has somebody here who answered for them."
    return (
        f"Nobody here answered for {wording.listing(names)}. "
        "Who gives their outcomes most points comes nearest to speaking for them."
    )


def _view(
    lens: Lens, analysis: Analysis, given: Mapping[str, Mapping[str, float]], framework: Framework
) -> LensView:
    there = [role for role in analysis.roles if role.code in lens.roles and role.n > 0]
    speakers = tuple(role.code for role in there if role.shown)
    reason = "" if speakers else there[0].reason if there else NOBODY
    cared_for = {outcome.code for outcome in framework.value_outcomes if lens.code in outcome.lenses}
    points = {
        role: sum(number for outcome, number in row.items() if outcome in cared_for)
        for role, row in given.items()
    }
    if not points or round(max(points.values())) == 0:
        return LensView(lens, speakers, reason, (), None)
    most, _ = words.at_ends(points, lambda number: str(round(number)))
    return LensView(
        lens, speakers, reason, tuple(most), points[most[0]], all_alike=len(most) == len(points) > 1
    )
