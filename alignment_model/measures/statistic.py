"""A statistic is a value with its doubt, or a sentence saying why there is none. No NaN leaves the core."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Statistic:
    """One computed number, or the reason there is none.

    `value` and `reason` exclude each other. `n` counts what the value rests on (respondents, roles or
    questions: the measure says which). `interval` is a 95 % interval in the value's own unit;
    `interval_reason` says in words why there is none. `caution` is said beside a value that must not
    stand alone, such as the agreement of one person with themselves. `error` is the standard error, where
    the interval rests on one.

    >>> Statistic.of(0.75, n=5).value
    0.75
    >>> Statistic.none("only one respondent", n=1).reason
    'only one respondent'
    >>> Statistic.of(float("nan"))
    Traceback (most recent call last):
    ValueError: a statistic is a finite number or a reason, never nan
    """

    value: float | None = None
    n: int | None = None
    interval: Interval | None = None
    reason: str | None = None
    interval_reason: str | None = None
    p: float | None = None
    caution: str | None = None
    error: float | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.reason is None):
            raise ValueError("a statistic has either a value or a reason")
        for number in (self.value, self.p, self.error, *(self.interval or ())):
            if number is not None and not math.isfinite(number):
                raise ValueError(f"a statistic is a finite number or a reason, never {number}")

    @classmethod
    def of(
        cls,
        value: float,
        *,
        n: int | None = None,
        interval: Interval | None = None,
        interval_reason: str | None = None,
        p: float | None = None,
        caution: str | None = None,
        error: float | None = None,
    ) -> Statistic:
        """A value; numpy scalars become plain floats."""
        pair = None if interval is None else (float(interval[0]), float(interval[1]))
        return cls(
            value=float(value),
            n=n,
            interval=pair,
            interval_reason=interval_reason,
            p=None if p is None else float(p),
            caution=caution,
            error=None if error is None else float(error),
        )

    @classmethod
    def none(cls, reason: str, *, n: int | None = None) -> Statistic:
        """No value, and why, in words that can stand on a screen."""
        return cls(reason=reason, n=n)

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    def with_interval(self, interval: Interval | None, reason: str | None = None) -> Statistic:
        """The same value with its interval, or with the reason there is none."""
        pair = None if interval is None else (float(interval[0]), float(interval[1]))
        return replace(self, interval=pair, interval_reason=reason)
