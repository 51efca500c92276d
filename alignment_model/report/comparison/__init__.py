"""Two frozen reports side by side, from their data alone: what differs, whether clearly, what cannot be compared."""

from __future__ import annotations

from alignment_model.report.comparison.alignment import agreement_and_positions, gaps, patterns, roles_apart
from alignment_model.report.comparison.model import (
    AGREEMENT,
    CHAIN,
    CHANGED,
    GAP,
    HIGHER,
    LOWER,
    NUMBER,
    PATTERN,
    POSITION,
    REGISTER,
    SAME,
    THEORY,
    UNCLEAR,
    UNKNOWN,
    VALUE,
    Apart,
    Comparison,
    Data,
    Difference,
    judge,
    judge_counted,
)
from alignment_model.report.comparison.register import register
from alignment_model.report.comparison.themes import chain, number, theory_reality, value

__all__ = [
    "AGREEMENT",
    "CHAIN",
    "GAP",
    "HIGHER",
    "LOWER",
    "NUMBER",
    "PATTERN",
    "POSITION",
    "REGISTER",
    "SAME",
    "THEORY",
    "UNCLEAR",
    "UNKNOWN",
    "VALUE",
    "CHANGED",
    "Apart",
    "Comparison",
    "Difference",
    "compare_reports",
    "judge",
    "judge_counted",
]
PARTS = (
    roles_apart,
    agreement_and_positions,
    gaps,
    value,
    chain,
    theory_reality,
    number,
    patterns,
    register,
)


def compare_reports(before: Data, after: Data) -> Comparison:
    """What differs between two reports' data (`Report.data`), on what both asked of roles both show."""
    found = [item for part in PARTS for item in part(before, after)]
    return Comparison(
        tuple(item for item in found if isinstance(item, Difference)),
        tuple(item for item in found if isinstance(item, Apart)),
    )
