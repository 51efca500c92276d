"""What a report was made from, in words: the same lines at the end of every document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from alignment_model.report.mark import LABEL, report_sha256
from alignment_model.report.model import Report
from alignment_model.report.plain import anything
from alignment_model.wording import moment

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
TITLE = "What this was made from"


def origin_rows(provenance: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Name and value of everything known about where the numbers come from.

    >>> origin_rows({"seed": 7, "versions": {"app": "1.0"}, "none": None})
    (('Seed', '7'), ('Versions', 'App 1.0'))
    >>> origin_rows({"imported_at": "2026-11-28T11:08:00+00:00"})
    (('Imported at', '28 Nov 2026, 11:08 UTC'),)
    """
    return tuple(
        (_spelled(key), _said(value))
        for key, value in sorted(provenance.items())
        if value not in (None, "", [], {})
    )


def origin_of(report: Report) -> tuple[tuple[str, str], ...]:
    """Where a report's numbers come from, and the mark anybody can check them by."""
    return (*origin_rows(report.provenance), (LABEL, report_sha256(report)))


def _spelled(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _said(value: object) -> str:
    plain = anything(value)
    if isinstance(plain, dict):
        return ", ".join(f"{_spelled(key)} {_said(item)}" for key, item in sorted(plain.items()))
    if isinstance(plain, list):
        return ", ".join(_said(item) for item in plain)
    text = str(plain)
    return moment(text) if _STAMP.match(text) else text
