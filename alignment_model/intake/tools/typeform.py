"""Typeform: "#" first, dates and network id last, one column an option for multiple choice.

Some exports have a row above with the questions over their options; a question without options stands below alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.headings.headers import header_texts, headers_of
from alignment_model.intake.recognition.metadata import OTHER
from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import (
    INCOMPLETE,
    Tool,
    View,
    header_rows_below_titles,
    metadata_by_heading,
    plain_headers,
)

_OWN = {"network id", "submit date utc", "start date utc", "stage date utc", "submit date", "response type"}


def _is_own(row: Sequence[str]) -> bool:
    own = len(_OWN & set(map(fold, row)))
    return (bool(row) and row[0].strip() == "#" and own >= 1) or own >= 3


def _group_row(view: View) -> int | None:
    """The row of the sheet with the questions over Typeform's own headings, or None."""
    if not _is_own(view.row(0)):
        return view.first
    above = header_texts(view.sheet, view.first)[view.first - 1] if view.first else []
    return view.first - 1 if any(above) and not above[0] else None


def _matches(view: View) -> bool:
    return _is_own(view.row(0)) or _is_own(view.row(1))


def _header_rows(view: View) -> int:
    place = _group_row(view)
    return header_rows_below_titles(view) if place is None else place + 2


def _headers(view: View, rows: int) -> list[Header]:
    place = _group_row(view)
    if place is None:
        return plain_headers(view, rows)
    return [_alone(header) for header in headers_of(header_texts(view.sheet, rows)[place:])]


def _alone(header: Header) -> Header:
    """A heading that is a question itself, or Typeform's own, does not belong to the question to its left."""
    asks = header.item.rstrip(" *").endswith("?") or fold(header.item) in _OWN or header.item.strip() == "#"
    return Header(header.index, header.item, code=header.code) if asks else header


def _metadata(view: View, headers: Sequence[Header]) -> dict[int, str]:
    """The tool's own columns, a calculated score included."""
    scores = {header.index: OTHER for header in headers if header.item.strip() in ("score", "price")}
    return metadata_by_heading(view, headers) | scores


def _row_note(answers: Mapping[str, str]) -> str:
    return INCOMPLETE if fold(answers.get("status", "")) in ("partial", "started") else ""


TYPEFORM = Tool("typeform", _matches, _header_rows, _headers, _metadata, _row_note)
