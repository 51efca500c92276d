"""Snapshots: a report frozen as canonical JSON with its hash, opened again exactly as it was.

The body holds the report, when and why it was frozen, and the versions of everything the numbers came from
(data, questionnaire, pattern rules, app). The same inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from alignment_model.errors import AlignmentError
from alignment_model.report.canonical import canonical
from alignment_model.report.model import Report, report_from_dict

FORMAT = "executive-alignment-snapshot/1"


@dataclass(frozen=True)
class Snapshot:
    """A frozen report: `text` is everything, `sha256` is that of its UTF-8 bytes."""

    survey: str
    wave: str
    note: str
    created_at: str
    versions: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""
    text: str = ""


def freeze(report: Report, *, note: str, created_at: str, versions: Mapping[str, str]) -> Snapshot:
    """The report as it is now, for good.

    Parameters
    ----------
    note
        What it was frozen for, in the user's words; may be empty.
    created_at
        When, as ISO 8601 in UTC; passed in, so that the same inputs give the same bytes.
    versions
        Of data, questionnaire, pattern rules and app, by name.

    Raises
    ------
    ValueError
        When the report holds a number JSON cannot, such as NaN.
    """
    body = canonical(
        {
            "format": FORMAT,
            "note": note,
            "created_at": created_at,
            "versions": dict(versions),
            "report": report.as_dict(),
        }
    )
    return Snapshot(report.survey, report.wave, note, created_at, dict(versions), digest(body), body)


def digest(body: str) -> str:
    """SHA-256 of the body's UTF-8 bytes, as `sha256sum` prints it for the saved file."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def read_snapshot(body: str) -> Snapshot:
    """A snapshot from its body alone, for instance from a file somebody kept.

    Raises
    ------
    AlignmentError
        When the text is not a snapshot of ours.
    """
    data = _parsed(body)
    report = data["report"]
    return Snapshot(
        report["survey"],
        report["wave"],
        data["note"],
        data["created_at"],
        data["versions"],
        digest(body),
        body,
    )


def verify(snapshot: Snapshot) -> bool:
    """Whether the text is still what was frozen: its hash fits, and so does all that is said about it."""
    if digest(snapshot.text) != snapshot.sha256:
        return False
    return read_snapshot(snapshot.text) == snapshot


def open_snapshot(body: str) -> Report:
    """The report exactly as it was frozen.

    Raises
    ------
    AlignmentError
        When the text is not a snapshot of ours.
    """
    return report_from_dict(_parsed(body)["report"])


def _parsed(body: str) -> dict[str, object]:
    try:
        data = json.loads(body)
    except ValueError:
        raise AlignmentError("This is not a snapshot: it cannot be read as JSON.") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AlignmentError(f"This is not a snapshot of the form {FORMAT}.")
    return data
