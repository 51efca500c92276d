"""The sample's register: fourteen initiatives of a logistics company, ordinary or with patterns in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from alignment_model.responses import Initiative
from alignment_model.sample.answers import Chance

# places in ORDINARY of what is live and piloted in an ordinary organisation
LIVE, PILOTS = range(7), range(7, 11)
PILOT_MONTHS = {7: 5, 8: 4, 9: 3, 10: 2}  # months before the first wave
TRAPPED_MONTHS = {1: 26, 2: 23, 3: 21, 4: 19, 5: 17, 6: 15}
LATE_STARTER = 11  # an idea that becomes a pilot with the second wave

ORDINARY = (
    Initiative(
        "Route planning assistant", "Transport", "Head of transport", "Drive fewer kilometres without a load",
        "Production", date(2024, 3, 4), 640_000, 180_000, True, "Empty kilometres per tour", "18.4 % in 2023",
        72, True, 1_150_000, 720_000,
    ),
    Initiative(
        "Invoice matching", "Finance", "Head of accounts payable", "Settle supplier invoices untouched",
        "Production", date(2024, 5, 6), 310_000, 60_000, False, "Invoices settled untouched", "41 % in 2023",
        81, True, 480_000, 350_000,
    ),
    Initiative(
        "Demand forecast", "Planning", "Head of network planning", "Staff the hubs for next week's volumes",
        "Production", date(2024, 2, 5), 520_000, 150_000, True, "Forecast error per hub", "14 % in 2023",
        64, True, 900_000, 410_000,
    ),
    Initiative(
        "Damage check from photos", "Claims", "Head of claims", "Decide damage claims on the day they arrive",
        "Production", date(2024, 9, 2), 270_000, 90_000, True, "Days to decision", "6.5 days in 2024",
        58, True, 300_000, 160_000,
    ),
    Initiative(
        "Customs paper reader", "Customs", "Head of customs", "Clear goods without corrections",
        "Production", date(2024, 6, 3), 190_000, 40_000, False, "Declarations corrected", "7.2 % in 2023",
        77, True, 220_000, 150_000,
    ),
    Initiative(
        "Call notes", "Customer service", "Head of customer service", "Give agents their time back",
        "Production", date(2025, 1, 13), 240_000, 70_000, False, "After-call minutes", "",
        49, False, 260_000, None,
    ),
    Initiative(
        "Code assistant", "IT", "Head of software", "Deliver software changes sooner",
        "Production", date(2024, 11, 4), 280_000, 110_000, True, "", "",
        86, False, 350_000, None,
    ),
    Initiative(
        "Customer chat", "Customer service", "Head of customer service", "Tell customers where a parcel is",
        "Pilot", None, 230_000, 160_000, True, "Enquiries solved at first contact", "52 % in 2025",
        38, True, 420_000, 40_000,
    ),
    Initiative(
        "Price guidance", "Sales", "Head of pricing", "Quote large accounts at a margin that holds",
        "Pilot", None, 160_000, 120_000, False, "Margin on quotes won", "9.1 % in 2025",
        44, False, 500_000, None,
    ),
    Initiative(
        "Warehouse slotting", "Warehouses", "", "Walk shorter ways when picking",
        "Pilot", None, 90_000, 60_000, False, "Metres walked per pick", "",
        31, False, 180_000, None,
    ),
    Initiative(
        "Contract summaries", "Legal", "General counsel", "Check carrier contracts before the deadline",
        "Pilot", None, 70_000, 30_000, False, "", "",
        42, False, 80_000, None,
    ),
    Initiative(
        "People question desk", "Human resources", "Head of people services", "Find the right rule alone",
        "Idea", None, 15_000, 80_000, False, "", "", None, False, 90_000, None,
    ),
    Initiative(
        "Tender drafts", "Business development", "Head of tenders", "Answer more public tenders in time",
        "Idea", None, 10_000, 50_000, False, "Tenders answered", "", None, False, 150_000, None,
    ),
    Initiative(
        "Driver scheduling", "Transport", "Head of transport", "Plan shifts that drivers can live with",
        "Stopped", date(2024, 4, 8), 210_000, 0, False, "Shift changes per week", "3.1 in 2023",
        12, False, 200_000, None,
    ),
)  # fmt: skip

SHARED_PURPOSES = (  # what the same thing looks like when functions do not talk to each other
    ("Answer routine questions without a queue", (7, 11)),
    ("Read documents without typing them in", (4, 1, 10)),
    ("Know tomorrow's volumes today", (2, 9)),
    ("Spend less time on writing", (5, 12)),
)
SHOWN_OFF = (8, 9, 10, 5, 11, 12)  # announced as well when AI is on show
UNMEASURED_FIRST = (0, 2, 1, 3, 7)  # the order in which outcomes go unmeasured
UNOWNED_FIRST = (0, 2, 6, 3, 5, 7, 1, 8, 4, 10)
PURPOSELESS_FIRST = (6, 8, 2, 5, 9, 12, 7, 3, 0)


def draw_register(
    strength: Mapping[str, float], wave_index: int, first: date, chance: Chance
) -> tuple[Initiative, ...]:
    """The register of one wave. `first` is the date of the first wave, from which ages count."""
    items = _stages(strength.get("ai_pilot_trap", 0.0), wave_index, first)
    items = _outcomes(items, strength)
    items = _adoption(items, max(strength.get("trust_ceiling", 0.0), strength.get("shadow_ai", 0.0)))
    items = _words(items, strength)
    scale = [1 + 0.08 * float(chance.lasting.uniform(-1, 1)) for _ in items]
    return tuple(_money(item, factor * (1 + 0.12 * wave_index)) for item, factor in zip(items, scale))


def _stages(trap: float, wave_index: int, first: date) -> list[Initiative]:
    stuck = round((len(LIVE) - 1) * trap)
    items = list(ORDINARY)
    for place in LIVE:
        if trap and place in TRAPPED_MONTHS:
            items[place] = replace(items[place], started=months_before(first, TRAPPED_MONTHS[place]))
        if place >= len(LIVE) - stuck:
            items[place] = replace(items[place], stage="Pilot", value_realised=None)
    arrived = wave_index if trap < 0.5 else 0
    for order, place in enumerate(PILOTS):
        stage = "Production" if order < arrived else "Pilot"
        items[place] = replace(items[place], stage=stage, started=months_before(first, PILOT_MONTHS[place]))
    if wave_index:
        items[LATE_STARTER] = replace(items[LATE_STARTER], stage="Pilot", started=months_before(first, -2))
    return items


def _outcomes(items: list[Initiative], strength: Mapping[str, float]) -> list[Initiative]:
    show = strength.get("ai_theatre", 0.0)
    lost = strength.get("activity_without_outcome", 0.0)
    for place in SHOWN_OFF[: round(len(SHOWN_OFF) * show)]:
        items[place] = replace(items[place], announced=True)
    measured = [place for place, item in enumerate(items) if item.announced and item.outcome_measured]
    unmeasured = set(measured[: round(len(measured) * show)])
    unmeasured |= set(UNMEASURED_FIRST[: round(len(UNMEASURED_FIRST) * lost)])
    return [
        replace(item, outcome_measured=False, value_realised=None) if place in unmeasured else item
        for place, item in enumerate(items)
    ]


def _adoption(items: list[Initiative], unused: float) -> list[Initiative]:
    return [
        replace(item, adoption=round(item.adoption * (1 - 0.72 * unused)))
        if item.adoption is not None and item.stage == "Production"
        else item
        for item in items
    ]


def _words(items: list[Initiative], strength: Mapping[str, float]) -> list[Initiative]:
    apart = strength.get("coordination_failure", 0.0)
    for purpose, places in SHARED_PURPOSES[: round(len(SHARED_PURPOSES) * apart)]:
        for place in places:
            items[place] = replace(items[place], purpose=purpose)
    aimless = strength.get("momentum_without_direction", 0.0)
    for place in PURPOSELESS_FIRST[: round(len(PURPOSELESS_FIRST) * aimless)]:
        items[place] = replace(items[place], purpose="")
    drift = strength.get("ethical_drift", 0.0)
    for place in UNOWNED_FIRST[: round(len(UNOWNED_FIRST) * drift)]:
        items[place] = replace(items[place], accountable_owner="")
    return items


def _money(item: Initiative, factor: float) -> Initiative:
    def scaled(amount: float | None) -> float | None:
        return None if amount is None else float(round(amount * factor, -3))

    return replace(
        item,
        spend_to_date=scaled(item.spend_to_date),
        committed_spend=scaled(item.committed_spend),
        value_expected=scaled(item.value_expected),
        value_realised=scaled(item.value_realised),
    )


def months_before(day: date, months: int) -> date:
    """The 5th of the month that lies `months` before.

    >>> months_before(date(2026, 3, 9), 5), months_before(date(2026, 3, 9), -2)
    (datetime.date(2025, 10, 5), datetime.date(2026, 5, 5))
    """
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 5)
