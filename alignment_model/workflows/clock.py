"""The one clock: everything that needs the time asks here, or is told it."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """A moment as it is stored; without one, the present.

    >>> stamp(datetime(2026, 3, 1, 10, 20, 30, tzinfo=UTC))
    '2026-03-01T10:20:30.000000+00:00'
    """
    return (moment or utc_now()).astimezone(UTC).isoformat(timespec="microseconds")
