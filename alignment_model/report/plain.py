"""Core types as plain JSON values: lists, dicts, texts, whole and decimal numbers, true, false, null."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any

from alignment_model.analysis.model import Agreement, Distribution, NullBand, WithinGroup
from alignment_model.measures.statistic import Statistic

DECIMALS = 10  # beyond this a digit is rounding noise of the machine, not a result


def number(value: float | None) -> float | None:
    """A decimal number without machine noise and without a negative zero.

    >>> number(0.1 + 0.2), number(-0.0), number(None)
    (0.3, 0.0, None)
    """
    return None if value is None else round(float(value), DECIMALS) + 0.0


def numbers(found: Iterable[float]) -> list[float | None]:
    """Several decimal numbers."""
    return [number(value) for value in found]


def pair(interval: tuple[float, float] | None) -> list[float | None] | None:
    """An interval as a list of two."""
    return None if interval is None else [number(interval[0]), number(interval[1])]


def statistic(found: Statistic) -> dict[str, Any]:
    """A statistic with its doubt, or its reason; every key is always there."""
    return {
        "value": number(found.value),
        "n": found.n,
        "interval": pair(found.interval),
        "interval_reason": found.interval_reason,
        "reason": found.reason,
        "p": number(found.p),
        "caution": found.caution,
    }


def statistics(found: Mapping[str, Statistic], keep: Container[str] | None = None) -> dict[str, Any]:
    """Statistics by code; with `keep`, only those codes."""
    return {code: statistic(item) for code, item in found.items() if keep is None or code in keep}


def values(found: Mapping[str, Statistic], keep: Container[str]) -> dict[str, float | None]:
    """The bare values by role, null where there is a reason instead."""
    return {code: number(item.value) for code, item in found.items() if code in keep}


def null_band(band: NullBand | None) -> dict[str, float | None] | None:
    """What random answers would give: 5th, 50th and 95th percentile."""
    if band is None:
        return None
    return {"low": number(band.low), "median": number(band.median), "high": number(band.high)}


def agreement(found: Agreement) -> dict[str, Any]:
    """Agreement between leadership roles with everything that qualifies it."""
    return {
        "value": number(found.value.value),
        "n": found.value.n,
        "interval": pair(found.value.interval),
        "interval_reason": found.value.interval_reason,
        "reason": found.value.reason,
        "caution": found.value.caution,
        "null_band": null_band(found.null_band),
        "p": number(found.p),
        "average_deviation": number(found.average_deviation.value),
        "average_deviation_reason": found.average_deviation.reason,
        "practical_limit": number(found.practical_limit),
        "word": found.word,
        "who": list(found.who),
        "camps": [list(camp) for camp in found.camps],
        "sentence": found.sentence,
    }


def distribution(found: Distribution) -> dict[str, Any]:
    """How many people chose each level, as asked; "don't know" and blank apart."""
    return {
        "n": found.n,
        "counts": list(found.counts),
        "dont_know": found.dont_know,
        "blank": found.blank,
    }


def within(found: WithinGroup) -> dict[str, Any]:
    """Agreement inside one role."""
    return {
        "consensus": statistic(found.consensus),
        "van_der_eijk_a": statistic(found.van_der_eijk_a),
        "average_deviation": statistic(found.average_deviation),
        "rwg": statistic(found.rwg),
    }


def anything(value: Any) -> Any:
    """Any nested value as JSON can hold it: tuples and sets as lists, dates as ISO text, keys as text.

    >>> anything({"day": date(2026, 11, 20), 1: ("a", {"b"})})
    {'day': '2026-11-20', '1': ['a', ['b']]}
    """
    if isinstance(value, Mapping):
        return {str(key): anything(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(anything(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [anything(item) for item in value]
    return number(value) if isinstance(value, float) else value
