"""Numbers with their doubt, as cells and short phrases; every further page words them the same way."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model import wording
from alignment_model.analysis.model import RoleSummary
from alignment_model.charts.drawing.names import role_name
from alignment_model.measures.statistic import Statistic


def with_doubt(found: Statistic | None, decimals: int = 1) -> str:
    """A value with its interval, or with the reason for none, or the reason there is no value.

    >>> with_doubt(Statistic.of(3.44, n=36, interval=(3.24, 3.68)))
    '3.4 (3.2 to 3.7)'
    >>> with_doubt(Statistic.of(5.0, n=1, interval_reason="only one respondent"))
    '5.0 (only one respondent)'
    """
    if found is None:
        return ""
    if found.value is None:
        return found.reason or ""
    if found.caution:
        return found.caution.split(":")[0]
    value = wording.number(found.value, decimals)
    if found.interval:
        low, high = (wording.number(end, decimals) for end in found.interval)
        return f"{value} ({low} to {high})"
    return f"{value} ({found.interval_reason})" if found.interval_reason else value


def share(value: float | None) -> str:
    """A share as per cent; empty where nothing may be told."""
    return "" if value is None else wording.percent(value)


def names_of(roles: Sequence[RoleSummary]) -> dict[str, str]:
    """Role code to what the role is called on a screen."""
    return {role.code: role_name(role) for role in roles}
