"""How a table cell is shown to people, by the format of its column; every renderer but Excel uses this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from alignment_model.wording import MINUS, percent, points

NUMERIC = frozenset({"points", "signed", "share", "agreement", "integer", "money", "p"})


def shown(value: Any, form: str) -> str:
    """The cell as text; numbers by their format, texts as they are.

    >>> shown(3.456, "points"), shown(-1.24, "signed"), shown(0.456, "share"), shown(0.0004, "p")
    ('3.5', '−1.2', '46 %', '< 0.001')
    >>> shown(None, "points"), shown("Hidden: fewer than 5 people", "points"), shown(1234567.0, "money")
    ('', 'Hidden: fewer than 5 people', '1,234,567')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) or form not in FORMATTERS:
        return str(value)
    return FORMATTERS[form](value)


def is_number(value: Any) -> bool:
    """Whether a cell holds a number to align and format as one."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _agreement(value: float) -> str:
    text = f"{value:.2f}"
    return text.replace("-", MINUS) if float(text) else text.lstrip("-")


def _probability(value: float) -> str:
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _whole(value: float) -> str:
    return f"{value:,.0f}".replace("-", MINUS)


FORMATTERS: Mapping[str, Callable[[float], str]] = {
    "points": points,
    "signed": lambda value: points(value, sign=True),
    "share": percent,
    "agreement": _agreement,
    "integer": _whole,
    "money": _whole,
    "p": _probability,
}
