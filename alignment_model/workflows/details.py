"""What a workbook of ours says about itself on its first sheet: survey, wave, currency, and the confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from alignment_model.intake.cells import CellValue, SourceFile
from alignment_model.intake.template.readme import (
    CONFIRMED,
    CONFIRMED_AT,
    CONFIRMED_BY,
    DETAILS,
    README_SHEET,
)


@dataclass(frozen=True, slots=True)
class WorkbookDetails:
    """The first sheet's entries; empty where nothing was entered or the file is not a workbook of ours.

    `confirmed` is true when somebody entered that respondents were told how they are shown.
    """

    survey: str = ""
    wave: str = ""
    wave_date: date | None = None
    currency: str = ""
    confirmed: bool = False
    confirmed_by: str = ""
    confirmed_at: str = ""


def workbook_details(source: SourceFile) -> WorkbookDetails:
    """What the file says about itself."""
    sheet = next((sheet for sheet in source.sheets if sheet.name == README_SHEET), None)
    if sheet is None:
        return WorkbookDetails()
    entries = {
        str(row[1]).strip(): row[2] for row in sheet.rows if len(row) > 2 and row[1] and row[2] is not None
    }
    words = {field: _text(entries.get(label)) for label, field in DETAILS.items() if field != "wave_date"}
    dates = (label for label, field in DETAILS.items() if field == "wave_date")
    return WorkbookDetails(
        **words,
        wave_date=next((_date(entries.get(label)) for label in dates), None),
        confirmed=_text(entries.get(CONFIRMED)).casefold() == "yes",
        confirmed_by=_text(entries.get(CONFIRMED_BY)),
        confirmed_at=_text(entries.get(CONFIRMED_AT)),
    )


def _text(value: CellValue) -> str:
    return "" if value is None else str(value).strip()


def _date(value: CellValue) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None
