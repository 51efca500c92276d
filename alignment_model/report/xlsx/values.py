"""What the workbook takes from the report's machine-readable data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alignment_model.findings.words import opened
from alignment_model.report.names import short_name
from alignment_model.report.words import NO_ANSWERS
from alignment_model.report.xlsx.sheet import SheetColumn

Data = dict[str, Any]


def shown_roles(data: Data) -> list[str]:
    """Roles numbers are shown about, in office order."""
    return [role["role"] for role in data["roles"] if role["shown"]]


def called(data: Data, role: str) -> str:
    """What a role is called on every sheet: CEO, Board, Managers; what is no role as it is."""
    names = {found["role"]: found["name"] for found in data["roles"]}
    return short_name(role, names[role]) if role in names else role


def all_called(data: Data, roles: Iterable[str]) -> str:
    """Several roles' names, by commas."""
    return ", ".join(called(data, role) for role in roles)


def role_columns(data: Data) -> tuple[SheetColumn, ...]:
    """A column of positions for each role numbers are shown about."""
    return tuple(SheetColumn(called(data, role), "points", role=role) for role in shown_roles(data))


def position(details: Data, role: str) -> float | str | None:
    """Where a role stands, or the reason nobody can tell."""
    return known(details[role]) if role in details else NO_ANSWERS


def known(statistic: Data | None) -> float | str | None:
    """The value of a statistic, or the reason there is none."""
    if statistic is None:
        return None
    return statistic["value"] if statistic["value"] is not None else opened(statistic["reason"] or "")


def ends(interval: list[float] | None) -> tuple[float | None, float | None]:
    """The two ends of an interval."""
    return (interval[0], interval[1]) if interval else (None, None)
