"""What the workbook takes from the report's machine-readable data."""

from __future__ import annotations

from typing import Any

from alignment_model.findings.words import opened

Data = dict[str, Any]


def shown_roles(data: Data) -> list[str]:
    """Roles numbers are shown about, in office order."""
    return [role["role"] for role in data["roles"] if role["shown"]]


def known(statistic: Data | None) -> float | str | None:
    """The value of a statistic, or the reason there is none."""
    if statistic is None:
        return None
    return statistic["value"] if statistic["value"] is not None else opened(statistic["reason"] or "")


def ends(interval: list[float] | None) -> tuple[float | None, float | None]:
    """The two ends of an interval."""
    return (interval[0], interval[1]) if interval else (None, None)
