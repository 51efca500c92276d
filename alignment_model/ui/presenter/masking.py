"""The same results with nobody's name on them, so that a room can guess before it is told."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from alignment_model.analysis.model import (
    ChainResult,
    RoleSummary,
    TheoryRealityResult,
    ValueResult,
)

NOBODY = "?"
SEED = 7  # the same order on every run, and not the order of the offices

Held = TypeVar("Held")


@dataclass(frozen=True)
class Mask:
    """Who became whom: `codes` maps a role's code to a code that says nothing."""

    roles: tuple[RoleSummary, ...]
    codes: Mapping[str, str]

    def keys(self, held: Mapping[str, Held]) -> dict[str, Held]:
        """What is held by role, in the order of the masked roles."""
        return {self.codes[code]: held[code] for code in self.codes if code in held}

    def value(self, result: ValueResult) -> ValueResult:
        """Points without names."""
        return replace(result, points=self.keys(result.points), overlaps={}, only={}, sentence="")

    def chain(self, result: ChainResult) -> ChainResult:
        """Evidence without names."""
        return replace(
            result,
            evidence=self.keys(result.evidence),
            breaks=self.keys(result.breaks),
            activity_outcome_gap=self.keys(result.activity_outcome_gap),
            sentence="",
        )

    def theory(self, result: TheoryRealityResult) -> TheoryRealityResult:
        """Designed and working without names."""
        return replace(
            result,
            designed=self.keys(result.designed),
            working=self.keys(result.working),
            gap=self.keys(result.gap),
            sentence="",
        )


def mask(roles: Sequence[RoleSummary]) -> Mask:
    """Every role called "?" and set in an order that gives nothing away."""
    mixed = list(roles)
    random.Random(SEED).shuffle(mixed)
    codes = {role.code: f"masked {index}" for index, role in enumerate(mixed)}
    return Mask(tuple(replace(role, code=codes[role.code], name=NOBODY) for role in mixed), codes)
