"""Whether a sheet is only a summary of responses."""

from __future__ import annotations

import re

from alignment_model.intake.cells import Sheet
from alignment_model.intake.headers import header_texts
from alignment_model.intake.text import as_number, fold

_PERCENT = re.compile(r"[+-]?\d{1,3}([.,]\d+)?\s*%")
_MARKS = {
    "answered",
    "skipped",
    "answer choices",
    "answer options",
    "response percent",
    "response count",
    "weighted average",
    "beantwortet",
    "ubersprungen",
    "response total",
    "rating average",
}
_COUNTS = {
    "count",
    "counts",
    "n",
    "responses",
    "frequency",
    "number",
    "anzahl",
    "antworten",
    "nombre",
    "respuestas",
}
_SHARES = {"share", "percent", "percentage", "prozent", "anteil", "pourcentage", "porcentaje", "percentagem"}
SCANNED_ROWS = 400


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet is a crosstab or a tool's summary: counts and shares rather than people."""
    texts = [[text for text in row if text] for row in header_texts(sheet, SCANNED_ROWS)]
    rows = [row for row in texts if row]
    marks = [fold(row[0]) for row in rows if len(row) <= 12]
    seen = {mark for mark in marks if mark in _MARKS}
    if {"answered", "skipped"} <= seen or ("answer choices" in seen and len(seen) >= 2):
        return True
    if any({"answer choices", "responses"} <= {fold(text) for text in row} for row in rows):
        return True
    headings = {fold(text) for text in rows[0]} if rows else set()
    if headings & _COUNTS and headings & _SHARES and len(rows[0]) <= 8:
        return True
    return _all_shares(header_texts(sheet, SCANNED_ROWS))


def _all_shares(texts: list[list[str]]) -> bool:
    """A label in the first column and nothing but shares or counts beside it, with a total or shares of 100 %."""
    body = [row for row in texts[1:] if sum(1 for text in row if text) >= 2]
    if not 2 <= len(body) <= 120:
        return False
    labels = [row[0] for row in body]
    cells = [text for row in body for text in row[1:] if text]
    shares = sum(1 for text in cells if _PERCENT.fullmatch(text))
    numbers = sum(1 for text in cells if as_number(text) is not None)
    labelled = sum(1 for label in labels if label and as_number(label) is None) >= 0.8 * len(labels)
    if not labelled or not cells:
        return False
    if shares >= 0.45 * len(cells) and shares + numbers >= 0.8 * len(cells):
        return True
    totals = {fold(label) for label in labels} | {fold(text) for text in texts[0]}
    has_total = bool(
        totals
        & {
            "total",
            "totals",
            "grand total",
            "gesamt",
            "sum",
            "all",
            "base",
            "n",
            "insgesamt",
            "total general",
        }
    )
    distinct = len({fold(label) for label in labels if label}) >= 0.6 * len(labels)
    return has_total and distinct and shares + numbers >= 0.95 * len(cells) and _adds_up(body)


def _adds_up(body: list[list[str]]) -> bool:
    """Whether a last row or column is the sum of the others, as in a crosstab."""
    matrix = [[as_number(text.replace("%", "")) or 0.0 for text in row[1:]] for row in body]
    width = max(len(row) for row in matrix)
    matrix = [row + [0.0] * (width - len(row)) for row in matrix]
    last_row = all(abs(sum(row[c] for row in matrix[:-1]) - matrix[-1][c]) <= 1 for c in range(width))
    last_column = width >= 3 and all(abs(sum(row[:-1]) - row[-1]) <= 1 for row in matrix)
    return last_row or last_column
