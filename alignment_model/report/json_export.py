"""The report as JSON, by `report.schema.json`; the same report gives the same bytes."""

from __future__ import annotations

from alignment_model.report.canonical import canonical
from alignment_model.report.model import Report


def to_json(report: Report) -> bytes:
    """The machine-readable report as canonical UTF-8 JSON, with a newline at its end."""
    return (canonical(report.data) + "\n").encode("utf-8")
