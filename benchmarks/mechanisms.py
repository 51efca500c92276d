"""What each pattern does to an organisation, in the words of the sources: pushes, spill-over, and how it is seen.

Pushes are points on a question's own scale, favourable up. The named ones are what the source says of the pattern;
the smaller ones are consequences it mentions in passing, most of which the pattern's own signals do not read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

Pushes = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One pattern, or several at work together.

    `pushes` move what everybody sees, of which leaders see a share drawn from `leaders_see`; `leaders_only` and
    `managers_only` move one side; `apart` is the sd between leadership roles; `not_told` adds to managers' "don't
    know". The rest shapes points, numbers and initiatives; all are 0 when nothing is wrong.
    """

    pushes: Pushes = field(default_factory=dict)
    leaders_only: Pushes = field(default_factory=dict)
    managers_only: Pushes = field(default_factory=dict)
    apart: Pushes = field(default_factory=dict)
    not_told: Pushes = field(default_factory=dict)
    leaders_see: tuple[float, float] = (0.7, 1.0)
    own_way: float = 0.0  # how far points follow the role instead of a common idea
    numbers_apart: float = 0.0  # percentage points
    stuck: float = 0.0  # how much rarer a pilot's promotion is
    unmeasured: float = 0.0  # how much rarer a measured outcome is
    announcing: float = 0.0
    twins: float = 0.0
    purposeless: float = 0.0
    unowned: float = 0.0
    unused: float = 0.0

    def times(self, strength: float) -> Mechanism:
        """The same, weaker or stronger."""
        changed = {}
        for entry in fields(self):
            value = getattr(self, entry.name)
            if isinstance(value, Mapping):
                changed[entry.name] = {code: push * strength for code, push in value.items()}
            elif isinstance(value, float):
                changed[entry.name] = value * strength
        return Mechanism(leaders_see=self.leaders_see, **changed)


def merged(found: Sequence[Mechanism]) -> Mechanism:
    """Several at once: where two move the same thing the same way the stronger counts, else they add up."""
    if not found:
        return Mechanism()
    result: dict[str, object] = {}
    for entry in fields(Mechanism):
        values = [getattr(one, entry.name) for one in found]
        if not isinstance(values[0], Mapping):
            result[entry.name] = max(values)
        else:
            codes = sorted({code for value in values for code in value})
            result[entry.name] = {c: _together([v[c] for v in values if c in v]) for c in codes}
    return Mechanism(**result)  # type: ignore[arg-type]


def _together(pushes: Sequence[float]) -> float:
    return max((p for p in pushes if p > 0), default=0.0) + min((p for p in pushes if p < 0), default=0.0)


GAP_AHEAD = 1.2  # how far design runs ahead, points
MECHANISMS: dict[str, Mechanism] = {
    # Success in protected conditions, no readiness behind it: integration, alignment, operation, trust.
    "ai_pilot_trap": Mechanism(
        pushes={"TC3": -1.3, "PB2": -1.4, "TC1": -0.9, "OC1": -0.3, "OC3": -0.3, "CS2": -0.3},
        stuck=0.85,
    ),
    # Announcements, prototypes, demonstrations and frameworks; activity is mistaken for value.
    "ai_theatre": Mechanism(
        pushes={"PB5": -1.4, "PB6": 0.9, "LA6": -1.0, "LA2": -0.3, "PB12": -0.3, "PB4": -0.2},
        announcing=0.5,
        unmeasured=0.85,
    ),
    # Functions optimise for different outcomes; success metrics conflict.
    "value_fragmentation": Mechanism(
        pushes={"LA2": -1.3, "OC3": -0.2, "LA3": -0.2},
        apart={"LA1": 1.3, "LA3": 1.2, "LA5": 1.2},
        own_way=0.65,
        numbers_apart=12.0,
    ),
    # Systems perform; transparency and accountability are weak, risk is felt.
    "trust_ceiling": Mechanism(
        pushes={"ST1": -1.4, "ST2": -1.2, "ST3": -1.1, "OC6": -0.3, "PB13": -0.3},
        leaders_only={"TC1": 1.1, "TC5": 1.0},
        managers_only={"TC1": 0.6, "TC5": 0.5},
        unused=0.65,
    ),
    # Duplicated effort, inconsistent standards, slow decisions, stalled deployment.
    "coordination_failure": Mechanism(
        pushes={"OC3": -1.4, "OC4": -1.3, "OC5": -1.2, "TC3": -0.3, "LA2": -0.3},
        twins=0.75,
    ),
    # Costly experiments in expectation of momentum, with no clear sense of purpose.
    "momentum_without_direction": Mechanism(
        pushes={"LA1": -1.4, "LA3": -1.3, "PB7": 1.0, "PB12": -0.2, "LA5": -0.3},
        not_told={"LA1": 0.25, "LA3": 0.2},
        purposeless=0.5,
    ),
    # Speed and scope of deployment outpace governance; unclear accountability, no shared limits.
    "ethical_drift": Mechanism(
        pushes={"ST5": -1.4, "ST6": -1.2, "ST4": -1.3, "ST3": -0.5, "PB7": 0.2},
        not_told={"ST4": 0.2, "ST6": 0.25},
        unowned=0.65,
    ),
    # Executives see the potential, managers disruption to their targets and a threat; execution stalls.
    "executive_manager_chasm": Mechanism(
        leaders_only={"PB1": 0.6, "PB13": 0.5, "TC4": 0.4, "TC6": 0.4, "LA4": 0.4, "OC6": 0.4},
        managers_only={
            "PB1": -1.4,
            "PB13": -1.3,
            "TC4": -1.1,
            "TC6": -0.9,
            "LA4": -0.8,
            "OC6": -0.9,
            "PB10": -0.4,
            "PB9": -0.3,
            "CS2": -0.4,
        },
    ),
    # Unapproved tools, or approved ones bought and never part of the work.
    "shadow_ai": Mechanism(
        pushes={"PB3": -1.4, "PB4": -1.3, "ST4": -0.3, "ST1": -0.2},
        leaders_see=(0.55, 0.9),
        unused=0.6,
    ),
    # Shiny models first; data hygiene, interfaces and training neglected.
    "capital_misallocation": Mechanism(
        pushes={
            "PB8": -1.4,
            "TC2": -1.2,
            "OC1": -1.1,
            "TC4": -0.4,
            "TR_SYSTEMS_D": 0.4,
            "TR_SYSTEMS_W": -0.8,
        },
    ),
    # Expertise ignored, bonus tied to traditional output; experienced managers leave.
    "talent_flight": Mechanism(
        pushes={
            "PB9": -1.4,
            "PB10": -1.3,
            "PB11": -1.2,
            "OC6": -0.3,
            "TC6": -0.2,
            "TR_INCENTIVES_D": 0.3,
            "TR_INCENTIVES_W": -0.8,
        },
    ),
    # Productivity that never becomes throughput, customer value or financial result.
    "activity_without_outcome": Mechanism(
        pushes={
            "VC1": 0.6,
            "VC2": 0.6,
            "VC3": 0.4,
            "VC4": -0.8,
            "VC5": -0.9,
            "VC6": -0.9,
            "PB12": -1.4,
            "OC2": -1.1,
            "PB5": -0.2,
        },
        unmeasured=0.85,
    ),
    # High confidence in the strategy, low confidence in its delivery.
    "confident_strategy_doubtful_delivery": Mechanism(
        pushes={
            "CS2": -1.4,
            "EFFECT_CONFIDENCE": -1.2,
            "TC3": -0.2,
            **{f"TR_{d}_D": 0.45 for d in ("PEOPLE", "SYSTEMS", "INCENTIVES", "CULTURE")},
            **{f"TR_{d}_W": 0.45 - GAP_AHEAD for d in ("PEOPLE", "SYSTEMS", "INCENTIVES", "CULTURE")},
        },
        leaders_only={"CS1": 1.1},
        managers_only={"CS1": 0.2},
    ),
}
