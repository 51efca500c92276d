"""What the page of comparisons asks for: two snapshots' differences as rows, and what a kept file is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from alignment_model import wording, workflows
from alignment_model.report import comparison
from alignment_model.report.comparison import Comparison, Difference
from alignment_model.report.formats import shown
from alignment_model.store import SnapshotRecord
from alignment_model.ui import data
from alignment_model.workflows import FileCheck

TITLES = {
    comparison.AGREEMENT: "Agreement between the leadership roles, 0 to 1",
    comparison.POSITION: "Where each role stands, in points",
    comparison.GAP: "Gaps between roles, in points",
    comparison.VALUE: "What value means, in points of 100",
    comparison.CHAIN: "The value chain, evidence from 0 to 4",
    comparison.THEORY: "Theory and reality, from 1 to 5",
    comparison.NUMBER: "The number",
    comparison.PATTERN: "Patterns",
    comparison.REGISTER: "The initiative register",
}
PART_NAMES = {  # what a difference of this kind belongs to
    comparison.VALUE: "Outcome",
    comparison.CHAIN: "Stage",
    comparison.THEORY: "Domain",
    comparison.NUMBER: "Number",
    comparison.REGISTER: "What is missing",
}
ALL_PARTS = {comparison.VALUE: "All outcomes", comparison.REGISTER: "The whole register"}
CELLS = ("What", "Before", "After", "Difference", "Why")
NAMED = 3  # differences a sentence names
CLEAR = (comparison.HIGHER, comparison.LOWER)
ORDER = {comparison.HIGHER: 0, comparison.LOWER: 0, comparison.CHANGED: 1}


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
    return _counted(found.differences)


def sentence(found: tuple[Difference, ...]) -> str:
    """What differs among differences of one kind, the first few by name."""
    if all(item.verdict == comparison.SAME for item in found):
        return "The two say the same."
    named = [_named(item) for item in found if item.verdict in CLEAR]
    rest = [wording.count(len(named) - NAMED, "other")] if len(named) > NAMED else []
    return f"{_counted(found)}{': ' if named else ''}{wording.listing([*named[:NAMED], *rest])}."


def _counted(found: tuple[Difference, ...]) -> str:
    """How many numbers differ clearly, how many verdicts are others, how many nobody can tell of."""
    numbers = [item for item in found if not isinstance(item.before, str)]
    clear = sum(item.verdict in CLEAR for item in numbers)
    words = sum(item.verdict == comparison.CHANGED for item in found)
    parts = []
    if numbers:
        number = wording.count(len(numbers), "number")
        parts.append(f"{clear} of {number} {'differs' if clear == 1 else 'differ'} clearly")
    if words or not numbers:
        parts.append(f"{wording.count(words, 'verdict')} changed")
    return "; ".join(parts)


def _named(item: Difference) -> str:
    where = f"{item.what}, {item.part}" if item.part else item.what
    return f"{where} ({item.verdict.removeprefix('clearly ')})"


def rows(found: tuple[Difference, ...], *, differing_only: bool) -> list[dict[str, Any]]:
    """Differences as a table: clear ones first, then those with another verdict."""
    kept = [item for item in found if item.verdict in ORDER or not differing_only]
    kept.sort(key=lambda item: ORDER.get(item.verdict, 2))
    parts = any(item.part for item in kept)
    return [{name: cell for name, cell in _row(item).items() if parts or name in CELLS} for item in kept]


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
    frozen_on = "" if found.record is None else wording.moment(found.record.created_at)
    return workflows.check_sentence(found, frozen_on)


def check_rows(found: FileCheck) -> list[dict[str, str]]:
    """Where a file differs from the nearest snapshot."""
    return [
        {"Place": place, "The file": one, "The snapshot": other} for place, one, other in found.differences
    ]


def _row(item: Difference) -> dict[str, Any]:
    return {
        PART_NAMES.get(item.kind, "Layer"): item.part or ALL_PARTS.get(item.kind, ""),
        "What": item.what,
        "Before": _said(item.before, item.form),
        "After": _said(item.after, item.form),
        "Difference": wording_of(item.verdict),
        "Why": item.why,
    }


def _said(value: float | str | None, form: str) -> str:
    return "—" if value is None else shown(value, form)


def wording_of(verdict: str) -> str:
    """A verdict as it stands in a cell.

    >>> wording_of("not clear")
    'Not clear'
    """
    return verdict[:1].upper() + verdict[1:]
