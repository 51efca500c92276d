"""Charts in the print look, as blocks of the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alignment_model.charts import PRINT_LOOK, ChartResult, Look, spec
from alignment_model.report.model import Chart

NARROW_LOOK = Look(mode="print", size="phone")


def picture(code: str, builder: Callable[..., ChartResult], *parts: Any, **options: Any) -> tuple[Chart, ...]:
    """The chart as a block, in a tuple so that a section can splice it in."""
    wide = builder(*parts, look=PRINT_LOOK, **options)
    narrow = builder(*parts, look=NARROW_LOOK, **options)
    return (Chart(code, wide.title, wide.subtitle, wide.alt, spec(wide), spec(narrow)),)
