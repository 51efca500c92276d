"""What people say in an organisation with a pattern, where an ordinary one stands at about 3.45.

Written from the patterns' descriptions, not from the thresholds, so that finding a planted pattern proves
something. Positions are direction-corrected (high is good) on 1..5; PB6 and PB7 are as asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from alignment_model.errors import UsageError
from alignment_model.framework import PATTERN_CODES

Positions = Mapping[str, float]

# How strongly a planted pattern shows in the first, second and third wave.
EASING = (1.0, 0.55, 0.15)
PLANTED = (0.75, 1.0)  # the range a planted pattern's strength is drawn from
DEFAULT_PLANTS = {
    "ai_pilot_trap": (1.0, 0.6, 0.15),
    "ai_theatre": (1.0, 0.5, 0.1),
    "trust_ceiling": (1.0, 0.6, 0.35),
    "executive_manager_chasm": (1.0, 0.65, 0.4),
    "value_fragmentation": (1.0, 0.6, 0.3),
}
# Where each leadership role moves when leaders stand apart, in points at full spread.
APART = {"CEO": 1.6, "CFO": -2.2, "CTO": 1.3, "Board": -1.7, "Other executive": -0.5}


@dataclass(frozen=True, slots=True)
class Plant:
    """One pattern in answers. Employees follow the managers at 0.7 of the way unless they have their own.

    `dont_know` is managers' and employees' chance of not knowing; `apart` says how strongly leadership
    roles spread on a question (1 is the full `APART`).
    """

    leadership: Positions = field(default_factory=dict)
    managers: Positions = field(default_factory=dict)
    employees: Positions = field(default_factory=dict)
    dont_know: Positions = field(default_factory=dict)
    apart: Positions = field(default_factory=dict)

    def positions(self, role: str) -> dict[str, tuple[float, float]]:
        """Question -> (position, how far of the way this role goes)."""
        if role == "Employee":
            followed = {code: (target, 0.7) for code, target in self.managers.items()}
            return followed | {code: (target, 1.0) for code, target in self.employees.items()}
        own = self.managers if role == "Manager" else self.leadership
        return {code: (target, 1.0) for code, target in own.items()}


BROKEN_CHAIN = {"VC1": 4.4, "VC2": 4.1, "VC3": 3.9, "VC4": 1.7, "VC5": 1.6, "VC6": 1.4}

PLANTS: dict[str, Plant] = {
    "ai_pilot_trap": Plant(
        leadership={"PB2": 2.0, "TC3": 2.0},
        managers={"PB2": 1.9, "TC3": 2.0, "TC1": 2.2},
    ),
    "ai_theatre": Plant(
        leadership={"PB5": 1.9, "PB6": 4.2},
        managers={"PB5": 1.9, "PB6": 4.4, "LA6": 2.1},
    ),
    "value_fragmentation": Plant(
        leadership={"LA2": 2.1},
        managers={"LA2": 2.1},
        apart={"LA1": 1.0, "LA3": 1.0, "LA5": 1.0, "LA4": 0.5, "LA6": 0.4},
    ),
    "trust_ceiling": Plant(
        leadership={"TC1": 4.8, "TC5": 4.7, "ST1": 2.0, "ST2": 2.1},
        managers={"ST1": 1.9, "ST2": 2.1, "ST3": 2.0},
        employees={"ST1": 1.9},
    ),
    "coordination_failure": Plant(
        leadership={"OC3": 2.0, "OC4": 2.0, "OC5": 2.4},
        managers={"OC3": 1.9, "OC4": 2.0, "OC5": 2.1},
    ),
    "momentum_without_direction": Plant(
        leadership={"LA1": 2.0, "LA3": 2.0, "PB7": 4.8},
        managers={"LA1": 2.0, "LA3": 2.0, "PB7": 4.1},
        dont_know={"LA1": 0.38, "LA3": 0.32},
    ),
    "ethical_drift": Plant(
        leadership={"ST5": 1.9, "ST6": 2.1},
        managers={"ST4": 1.9, "ST5": 2.0},
        employees={"ST4": 1.9},
        dont_know={"ST4": 0.3, "ST6": 0.4},
    ),
    "executive_manager_chasm": Plant(
        leadership={"PB1": 4.3, "PB13": 4.2, "TC4": 3.9, "TC6": 4.1, "LA4": 4.2, "OC6": 4.2},
        managers={"PB1": 2.0, "PB13": 2.0, "TC4": 2.3, "TC6": 2.4, "LA4": 2.5, "OC6": 2.4},
    ),
    "shadow_ai": Plant(
        leadership={"PB3": 2.2, "PB4": 2.3},
        managers={"PB3": 1.8, "PB4": 2.0},
        employees={"PB3": 1.9, "PB4": 2.1},
    ),
    "capital_misallocation": Plant(
        leadership={"PB8": 2.0, "TC2": 2.3, "OC1": 2.3, "TR_SYSTEMS_D": 4.2, "TR_SYSTEMS_W": 2.1},
        managers={"PB8": 1.9, "TC2": 2.1, "OC1": 2.1},
    ),
    "talent_flight": Plant(
        leadership={"PB9": 2.1, "PB10": 2.1, "TR_INCENTIVES_D": 4.1, "TR_INCENTIVES_W": 2.1},
        managers={"PB9": 1.9, "PB10": 1.9, "PB11": 2.1},
    ),
    "activity_without_outcome": Plant(
        leadership={**BROKEN_CHAIN, "PB12": 2.1},
        managers={**BROKEN_CHAIN, "PB12": 1.9, "OC2": 2.1},
    ),
    "confident_strategy_doubtful_delivery": Plant(
        leadership={
            "CS1": 4.9,
            "CS2": 2.0,
            "EFFECT_CONFIDENCE": 2.1,
            **{f"TR_{domain}_D": 4.2 for domain in ("PEOPLE", "SYSTEMS", "INCENTIVES", "CULTURE")},
            **{f"TR_{domain}_W": 2.4 for domain in ("PEOPLE", "SYSTEMS", "INCENTIVES", "CULTURE")},
        },
        managers={"CS1": 3.2, "CS2": 1.9},
    ),
}


def strengths(
    patterns: Sequence[str] | None, wave_index: int, lasting: np.random.Generator
) -> dict[str, float]:
    """How strongly each planted pattern shows in this wave; `None` plants the sample's own five.

    No two organisations show a pattern alike: one that is asked for by code shows at 0.75 to 1 of its full
    strength, drawn once for the organisation.

    Raises
    ------
    UsageError
        When a code is not one of the thirteen.

    >>> strengths([], 0, np.random.default_rng(1))
    {}
    >>> 0.75 <= strengths(["shadow_ai"], 0, np.random.default_rng(1))["shadow_ai"] <= 1
    True
    """
    if patterns is None:
        return {code: easing[wave_index] for code, easing in DEFAULT_PLANTS.items()}
    for code in patterns:
        if code not in PLANTS:
            raise UsageError(f"'{code}' is not a pattern; known are {', '.join(PATTERN_CODES)}.")
    drawn = lasting.uniform(*PLANTED, size=len(PATTERN_CODES)).tolist()
    return {code: full * EASING[wave_index] for code, full in zip(PATTERN_CODES, drawn) if code in patterns}
