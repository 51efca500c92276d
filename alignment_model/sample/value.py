"""What value means to each (100 points), and the effect on operating cost each expects (per cent)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from alignment_model.sample.answers import Chance, Floats

FRAGMENTATION = "value_fragmentation"
STEP = 5  # people think in steps of five points

# Points an ordinary organisation gives, and what each role wants when left alone, by outcome:
# growth, financial return, technology, operations, customers, work, risk, trust.
COMMON = (16.0, 20.0, 9.0, 20.0, 15.0, 8.0, 8.0, 4.0)
OWN = {
    "CEO": (55.0, 5.0, 5.0, 5.0, 20.0, 0.0, 0.0, 10.0),
    "CFO": (5.0, 65.0, 0.0, 15.0, 0.0, 0.0, 15.0, 0.0),
    "CTO": (10.0, 0.0, 60.0, 15.0, 5.0, 5.0, 5.0, 0.0),
    "Board": (10.0, 15.0, 0.0, 0.0, 5.0, 0.0, 50.0, 20.0),
    "Other executive": (5.0, 5.0, 5.0, 30.0, 35.0, 15.0, 5.0, 0.0),
    "Manager": (5.0, 5.0, 5.0, 40.0, 20.0, 20.0, 5.0, 0.0),
    "Employee": (5.0, 5.0, 5.0, 20.0, 15.0, 45.0, 0.0, 5.0),
}
CONCENTRATION = 45.0  # of a person's points around the role's
ORDINARY_TILT = 0.1  # how far a role leans towards its own wishes in an ordinary organisation

ORDINARY_EFFECT = -5.0
OWN_EFFECT = {"CEO": -22.0, "CFO": -2.0, "CTO": -14.0, "Board": -8.0, "Other executive": -5.0}
EFFECT_SPREAD = {"Manager": 3.0, "Employee": 4.0}  # leadership 2
NO_NUMBER = {"Manager": 0.25, "Employee": 0.6}  # chance of leaving the number blank; leadership 0


def draw_points(roles: Sequence[str], strength: Mapping[str, float], chance: Chance) -> Floats:
    """People x outcomes, each row summing to 100."""
    tilt = ORDINARY_TILT + strength.get(FRAGMENTATION, 0.0) * (0.9 - ORDINARY_TILT)
    rows = []
    for role in roles:
        own = tilt if role in OWN_EFFECT else max(ORDINARY_TILT, tilt / 2)
        shares = (1 - own) * np.array(COMMON) + own * np.array(OWN[role])
        drawn = chance.fresh.standard_gamma(np.maximum(shares, 0.3) / 100 * CONCENTRATION)
        rows.append(round_points(drawn / drawn.sum() * 100))
    return np.array(rows).reshape(len(roles), len(COMMON))


def round_points(points: Floats, step: int = STEP) -> Floats:
    """Points in whole steps that still sum to 100: the largest remainders are rounded up.

    >>> round_points(np.array([33.3, 33.3, 33.4])).tolist()
    [35.0, 30.0, 35.0]
    """
    steps = points / step
    whole = np.floor(steps)
    missing = round(100 / step - float(whole.sum()))
    order = np.argsort(-(steps - whole), kind="stable")
    whole[order[:missing]] += 1
    return whole * step


def draw_effects(roles: Sequence[str], strength: Mapping[str, float], chance: Chance) -> list[int | None]:
    """Each person's expected effect in whole per cent, or None where it was left blank."""
    amount = strength.get(FRAGMENTATION, 0.0)
    effects: list[int | None] = []
    for role in roles:
        centre = ORDINARY_EFFECT + amount * (OWN_EFFECT.get(role, ORDINARY_EFFECT) - ORDINARY_EFFECT)
        noise, absent = float(chance.fresh.standard_normal()), float(chance.fresh.random())
        drawn = round(centre + noise * EFFECT_SPREAD.get(role, 2.0))
        effects.append(None if absent < NO_NUMBER.get(role, 0.0) else int(np.clip(drawn, -100, 100)))
    return effects
