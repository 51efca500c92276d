"""Initiatives that live month by month: started, piloted, promoted or stuck, used, measured, announced."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from alignment_model.responses import Initiative
from benchmarks.mechanisms import Mechanism

FUNCTIONS = ("Finance", "Sales", "Operations", "Service", "People", "Legal", "Supply", "IT")
AIMS = (
    "Forecast demand per week", "Answer routine questions", "Match supplier invoices", "Detect fraud in claims",
    "Plan shifts fairly", "Summarise contracts", "Price quotes with a margin", "Route vehicles", "Screen applications",
    "Find spare parts", "Write tender drafts", "Translate manuals", "Inspect products from pictures", "Score leads",
    "Classify complaints", "Test software changes", "Balance energy use", "Detect faulty sensors", "Clear customs papers",
    "Suggest training courses", "Draft board papers", "Reconcile accounts", "Design packaging", "Schedule maintenance",
)  # fmt: skip
MONTHS = 30  # of history
PILOT_ENDS = 0.13  # chance a month that a pilot is promoted, in an ordinary organisation
PILOT_STOPS = 0.02
DAYS = 30.4


def draw_initiatives(mechanism: Mechanism, at: date, rng: np.random.Generator) -> tuple[Initiative, ...]:
    """Eight to twenty initiatives."""
    number = int(rng.integers(8, 21))
    pool = rng.permutation(len(AIMS))
    few = pool[: max(2, round(number * 0.3))]
    items = []
    for place in range(number):
        aim = few[int(rng.integers(len(few)))] if rng.random() < mechanism.twins else pool[place]
        items.append(_initiative(f"Initiative {place + 1}", AIMS[int(aim)], mechanism, at, rng))
    return tuple(items)


def _initiative(name: str, aim: str, mechanism: Mechanism, at: date, rng: np.random.Generator) -> Initiative:
    age = int(rng.integers(0, MONTHS))
    stage = _stage(age, PILOT_ENDS * (1 - mechanism.stuck), rng)
    live = stage == "Production"
    measured = (0.75 if live else 0.3) * (1 - mechanism.unmeasured)
    money = rng.lognormal(12, 0.8)
    adoption = None
    if stage in ("Pilot", "Production") and rng.random() < 0.85:
        adoption = float(np.rint(100 * rng.beta(6, 3.5) * (1 - mechanism.unused * rng.uniform(0.7, 1.2))))
    announced = min(1.0, 0.3 + mechanism.announcing)
    return Initiative(
        name=name,
        owner_function=str(rng.choice(FUNCTIONS)),
        accountable_owner=""
        if rng.random() < 0.1 + mechanism.unowned * 0.9
        else f"Head {rng.integers(1, 9)}",
        purpose="" if rng.random() < 0.05 + mechanism.purposeless else aim,
        stage=stage,
        started=None if rng.random() < 0.05 else at - timedelta(days=round(age * DAYS)),
        spend_to_date=None if rng.random() < 0.05 else float(np.rint(money)),
        committed_spend=float(np.rint(money * rng.uniform(0, 0.6))),
        announced=None if rng.random() < 0.1 else bool(rng.random() < announced),
        value_metric="Hours" if rng.random() < 0.7 else "",
        baseline="Last year" if rng.random() < 0.55 else "",
        adoption=adoption,
        outcome_measured=bool(rng.random() < measured),
    )


def _stage(age: int, promoted: float, rng: np.random.Generator) -> str:
    if age < 3 and rng.random() < 0.5:
        return "Idea"
    for _ in range(age):
        luck = rng.random()
        if luck < promoted:
            return "Production"
        if luck > 1 - PILOT_STOPS:
            return "Stopped"
    return "Pilot"
