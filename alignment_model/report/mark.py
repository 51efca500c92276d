"""The mark every exported file carries: the SHA-256 of the report's numbers, which is that of its JSON file.

Whoever holds a file can compare its mark with `sha256sum` of the JSON file; the app finds the snapshot it was
made from by it. A part of a report says which sections it holds, as its numbers are only theirs.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from alignment_model.report.json_export import to_json
from alignment_model.report.model import Report

LABEL = "SHA-256 of the numbers"
SECTIONS = "sections"
LINE = re.compile(rb"alignment-report sha256:([0-9a-f]{64})(?: sections:([a-z0-9_+]{1,2000}))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says it was made from: the numbers' SHA-256, and its sections when it holds only some."""

    sha256: str
    sections: tuple[str, ...] = ()


def report_sha256(report: Report) -> str:
    """SHA-256 of the report's JSON file, as `sha256sum` prints it."""
    return hashlib.sha256(to_json(report)).hexdigest()


def mark_line(report: Report) -> str:
    """The mark as it stands in a file, the same in every format.

    >>> mark_line(Report("", "", "", "", ()))[:31]
    'alignment-report sha256:ca3d163'
    """
    chosen = report.provenance.get(SECTIONS, ())
    part = f" {SECTIONS}:{'+'.join(chosen)}" if chosen else ""
    return f"alignment-report sha256:{report_sha256(report)}{part}"


def mark_in(content: bytes) -> Mark | None:
    """The first mark in a file's bytes; None when there is none.

    >>> mark_in(b"<meta content='alignment-report sha256:" + b"a" * 64 + b" sections:overview+gaps'>").sections
    ('overview', 'gaps')
    """
    found = LINE.search(content)
    if found is None:
        return None
    sections = tuple((found.group(2) or b"").decode().split("+")) if found.group(2) else ()
    return Mark(found.group(1).decode(), sections)
