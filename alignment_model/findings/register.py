"""The initiative register, counted: spend with no agreed outcome, pilots, announcements, possible duplicates.

What was left blank counts as lacking: money nobody can show an owner or outcome for. Only sums, counts and
names of initiatives are shown, never who answered what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from alignment_model.analysis.model import MoneyLine, RegisterResult
from alignment_model.findings.duplicates import possible_duplicates
from alignment_model.findings.evidence import Evidence
from alignment_model.framework import fold
from alignment_model.measures.statistic import Statistic
from alignment_model.responses import Initiative

NO_REGISTER = "no initiative register was given"
LOW_ADOPTION = 40.0  # per cent of the intended users
DAYS_A_MONTH = 365.25 / 12
ENABLER_WORDS = """data integration training skills upskilling governance platform infrastructure foundation
foundations literacy migration interfaces catalogue quality change"""
ENABLERS = frozenset(ENABLER_WORDS.split())
LACKING: dict[str, tuple[str, Callable[[Initiative], bool]]] = {
    "value_metric": ("No value metric", lambda item: not item.value_metric.strip()),
    "baseline": ("No baseline", lambda item: not item.baseline.strip()),
    "accountable_owner": ("No accountable owner", lambda item: not item.accountable_owner.strip()),
    "outcome_measured": ("No measured outcome", lambda item: item.outcome_measured is not True),
}
SHARES = {
    "no_metric_share": "value_metric",
    "no_baseline_share": "baseline",
    "no_owner_share": "accountable_owner",
    "no_outcome_share": "outcome_measured",
}


def register_result(evidence: Evidence) -> RegisterResult | None:
    """The register's numbers; None when there is no register."""
    items = tuple(sorted(evidence.initiatives, key=lambda item: (item.name, repr(item))))
    if not items:
        return None
    active = [item for item in items if item.stage in ("Pilot", "Production")]
    pairs = possible_duplicates(items)
    announced = tuple(
        item.name for item in items if item.announced is True and item.outcome_measured is not True
    )
    metrics = _metrics(items, active, pairs, evidence.wave_date)
    return RegisterResult(
        initiatives=items,
        spend=_spent(items),
        committed=_committed(items),
        without_outcome=_money_lines(active),
        pilot_conversion=metrics["pilot_conversion"],
        pilot_age_months=metrics["pilot_age_months"],
        announced_unmeasured=announced,
        duplicates=pairs,
        metrics=metrics,
    )


def _metrics(
    items: Sequence[Initiative],
    active: Sequence[Initiative],
    pairs: Sequence[tuple[str, ...]],
    at: date | None,
) -> dict[str, Statistic]:
    twins = {name for group in pairs for name in group}
    announced = [item for item in items if item.announced is True]
    used = [item for item in items if item.stage == "Production" and item.adoption is not None]
    piloted = [item for item in items if item.stage != "Idea"]
    found = {
        "pilot_conversion": _share(
            piloted, lambda item: item.stage == "Production", "nothing was ever piloted"
        ),
        "pilot_age_months": _pilot_age(items, at),
        "announced_unmeasured_share": _share(
            announced, LACKING["outcome_measured"][1], "no initiative was announced"
        ),
        "duplicate_share": _share(items, lambda item: item.name in twins, NO_REGISTER),
        "purpose_missing_share": _share(items, lambda item: not item.purpose.strip(), NO_REGISTER),
        "low_adoption_share": _share(
            used,
            lambda item: (item.adoption or 0.0) < LOW_ADOPTION,
            "no adoption is known of a live initiative",
        ),
        "enabler_spend_share": _money_share(items, _is_enabler),
    }
    return found | {name: _money_share(active, LACKING[what][1]) for name, what in SHARES.items()}


def _share(items: Sequence[Initiative], has: Callable[[Initiative], bool], reason: str) -> Statistic:
    if not items:
        return Statistic.none(reason, n=0)
    return Statistic.of(sum(map(has, items)) / len(items), n=len(items))


def _money_share(items: Sequence[Initiative], has: Callable[[Initiative], bool]) -> Statistic:
    """Share of the money; of the initiatives where no money was entered."""
    if not items:
        return Statistic.none("no initiative is live or in pilot", n=0)
    total = _spent(items) + _committed(items)
    if total <= 0:
        by_number = sum(map(has, items)) / len(items)
        return Statistic.of(by_number, n=len(items), caution="no spend is known, so this counts initiatives")
    chosen = [item for item in items if has(item)]
    return Statistic.of((_spent(chosen) + _committed(chosen)) / total, n=len(items))


def _money_lines(active: Sequence[Initiative]) -> tuple[MoneyLine, ...]:
    lines = [
        _money_line(code, label, [i for i in active if lacks(i)]) for code, (label, lacks) in LACKING.items()
    ]
    lacking_any = [item for item in active if any(lacks(item) for _, lacks in LACKING.values())]
    return (_money_line("any", "Any of these", lacking_any), *lines)


def _money_line(code: str, label: str, items: Sequence[Initiative]) -> MoneyLine:
    return MoneyLine(code, label, _spent(items), _committed(items), tuple(item.name for item in items))


def _pilot_age(items: Sequence[Initiative], at: date | None) -> Statistic:
    if at is None:
        return Statistic.none("the wave has no date to count from", n=0)
    ages = [
        (at - item.started).days / DAYS_A_MONTH
        for item in items
        if item.stage == "Pilot" and item.started is not None and item.started <= at
    ]
    return (
        Statistic.of(median(ages), n=len(ages)) if ages else Statistic.none("no pilot has a start date", n=0)
    )


def _is_enabler(item: Initiative) -> bool:
    return bool(ENABLERS & set(fold(f"{item.name} {item.purpose}").split()))


def _spent(items: Sequence[Initiative]) -> float:
    return float(sum(item.spend_to_date or 0.0 for item in items))


def _committed(items: Sequence[Initiative]) -> float:
    return float(sum(item.committed_spend or 0.0 for item in items))
