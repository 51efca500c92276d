"""What the page of comparisons asks for: two snapshots' differences as rows, and what a kept file is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from alignment_model import wording, workflows
from alignment_model.report import comparison
from alignment_model.report.comparison import Comparison, Difference
from alignment_model.store import SnapshotRecord
from alignment_model.ui import data
from alignment_model.workflows import FileCheck

TITLES = {
    comparison.AGREEMENT: "Agreement between the leadership roles, 0 to 1",
    comparison.POSITION: "Where each role stands, in points",
    comparison.GAP: "Gaps between roles, in points",
    comparison.PATTERN: "Patterns",
}
CLEAR = (comparison.HIGHER, comparison.LOWER)
ORDER = {comparison.HIGHER: 0, comparison.LOWER: 0, comparison.WORD: 1}


@st.cache_data(max_entries=16, show_spinner="Comparing")
def _compared(address: str, before: str, after: str) -> Comparison:
    return workflows.compare_snapshots(data.store(), before, after)


def compared(before: str, after: str) -> Comparison:
    """Two kept snapshots side by side; frozen, so compared once."""
    return _compared(data.store().address, before, after)


def headline(found: Comparison) -> str:
    """The sentence to take away."""
    if not found.differences:
        return "These two cannot be compared"
    if all(item.verdict == comparison.SAME for item in found.differences):
        return "The two say the same"
    numbers = [item for item in found.differences if item.kind != comparison.PATTERN]
    clear = sum(item.verdict in CLEAR for item in numbers)
    words = sum(item.verdict == comparison.WORD for item in found.differences)
    first = f"{clear} of {len(numbers)} numbers differ clearly" if clear else "No number differs clearly"
    return f"{first}; {wording.count(words, 'verdict has', 'verdicts have')} another word" if words else first


def rows(found: tuple[Difference, ...], *, differing_only: bool) -> list[dict[str, Any]]:
    """Differences as a table: clear ones first, then those with another word."""
    shown = [item for item in found if item.verdict in ORDER or not differing_only]
    shown.sort(key=lambda item: ORDER.get(item.verdict, 2))
    return [_row(item) for item in shown]


def apart_rows(found: Comparison) -> list[dict[str, str]]:
    """What cannot be compared, and why."""
    return [{"What": item.what, "Why not": item.why} for item in found.apart]


def moved_sentence(entry: SnapshotRecord) -> str:
    """Whether what the snapshot was made from has moved on since."""
    moved = workflows.moved_on(data.store(), entry, data.settings())
    if not moved:
        return "Nothing it was made from has changed since."
    return f"Since it was frozen {wording.listing(list(moved))}."


def check(content: bytes) -> FileCheck:
    """A kept file against what was frozen."""
    return workflows.check_file(data.store(), content)


def check_sentence(found: FileCheck) -> str:
    """What came of checking a file."""
    frozen_on = "" if found.record is None else data.moment(found.record.created_at)
    return workflows.check_sentence(found, frozen_on)


def check_rows(found: FileCheck) -> list[dict[str, str]]:
    """Where a file differs from the nearest snapshot."""
    return [
        {"Place": place, "The file": one, "The snapshot": other} for place, one, other in found.differences
    ]


def _row(item: Difference) -> dict[str, Any]:
    decimals = 2 if item.kind == comparison.AGREEMENT else 1
    layer = {"Layer": item.layer} if item.layer else {}
    return {
        **layer,
        "What": item.what,
        "Before": _said(item.before, decimals),
        "After": _said(item.after, decimals),
        "Verdict": wording_of(item.verdict),
        "Why": item.why,
    }


def _said(value: float | str | None, decimals: int) -> str:
    if value is None:
        return "—"
    return value if isinstance(value, str) else f"{value:.{decimals}f}".replace("-", wording.MINUS)


def wording_of(verdict: str) -> str:
    """A verdict as it stands in a cell.

    >>> wording_of("not clear")
    'Not clear'
    """
    return verdict[:1].upper() + verdict[1:]
