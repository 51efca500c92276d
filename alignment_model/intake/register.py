"""The initiative register: one AI initiative a row, headings in the first row, every fault with its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from alignment_model.errors import ERROR, WARNING, Problem
from alignment_model.intake.cells import CellValue, Sheet, cell_address
from alignment_model.intake.template.register import INITIATIVE_COLUMNS, INITIATIVES_SHEET
from alignment_model.intake.text import as_number, cell_text, fold
from alignment_model.responses import STAGES, Initiative

MONEY = ("spend_to_date", "committed_spend", "value_expected", "value_realised")
NEVER_NEGATIVE = ("spend_to_date", "committed_spend")
_YES = {"yes", "y", "true", "1", "ja", "oui", "si", "sim", "x", "wahr", "vrai"}
_NO = {"no", "n", "false", "0", "nein", "non", "nao", "nee", "falsch", "faux"}
_STAGES = {fold(stage): stage for stage in STAGES} | {
    "in production": "Production", "live": "Production", "scaled": "Production", "piloting": "Pilot", "in pilot": "Pilot",
    "proof of concept": "Pilot", "poc": "Pilot", "concept": "Idea", "planned": "Idea", "halted": "Stopped",
    "cancelled": "Stopped", "paused": "Stopped",
}  # fmt: skip
_ERRORS = {"#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!"}
_EXCEL_EPOCH = date(1899, 12, 30)


def is_register(sheet: Sheet) -> bool:
    """Whether a sheet is an initiative register: by its name or by four of its headings."""
    known = {fold(heading) for heading in INITIATIVE_COLUMNS}
    headings = {fold(cell_text(value)) for value in sheet.rows[0]} if sheet.rows else set()
    return len(known & headings) >= 4 or (
        fold(sheet.name) == fold(INITIATIVES_SHEET) and bool(known & headings)
    )


def read_register(sheet: Sheet) -> tuple[tuple[Initiative, ...], tuple[Problem, ...]]:
    """The initiatives of a register sheet, and everything wrong with it."""
    places = _places(sheet)
    problems: list[Problem] = _unknown_headings(sheet, places)
    initiatives = []
    names: dict[str, int] = {}
    for row, cells in enumerate(sheet.rows[1:], start=1):
        values = {
            name: cells[place]
            for name, place in places.items()
            if place < len(cells) and cell_text(cells[place])
        }
        if not values and not any((row, place) in sheet.formulas for place in places.values()):
            continue
        found = _row(sheet, row, values, places, problems)
        if not found.get("name"):
            problems.append(
                _problem(
                    sheet,
                    row,
                    places.get("name", 0),
                    "register.no_name",
                    "no name",
                    "a name for the initiative",
                )
            )
            continue
        first = names.setdefault(fold(str(found["name"])), row)
        if first != row:
            problems.append(_twice(sheet, row, places["name"], str(found["name"]), first))
        initiatives.append(Initiative(**found))
    return tuple(initiatives), tuple(problems)


def _twice(sheet: Sheet, row: int, column: int, name: str, first: int) -> Problem:
    again = f"'{name}' again (first in row {first + 1})"
    fix = "Give the two different names if they are two initiatives."
    return _problem(
        sheet, row, column, "register.duplicate", again, "every initiative once", severity=WARNING, fix=fix
    )


def _places(sheet: Sheet) -> dict[str, int]:
    known = {fold(heading): name for heading, name in INITIATIVE_COLUMNS.items()}
    known |= {fold(name): name for name in INITIATIVE_COLUMNS.values()}
    known |= {
        "name": "name",
        "initiative name": "name",
        "adoption": "adoption",
        "start date": "started",
        "owner": "accountable_owner",
    }
    places: dict[str, int] = {}
    for place, value in enumerate(sheet.rows[0] if sheet.rows else ()):
        name = known.get(fold(cell_text(value)))
        if name:
            places.setdefault(name, place)
    return places


def _unknown_headings(sheet: Sheet, places: Mapping[str, int]) -> list[Problem]:
    found = []
    for place, value in enumerate(sheet.rows[0] if sheet.rows else ()):
        text = cell_text(value)
        if text and place not in places.values():
            found.append(
                _problem(
                    sheet, 0, place, "register.unknown_heading", f"the heading '{text}'", "a heading of the template",
                    severity=WARNING, fix="The column is left out. Rename it if it should count.",
                )
            )  # fmt: skip
    return found


def _row(
    sheet: Sheet,
    row: int,
    values: Mapping[str, CellValue],
    places: Mapping[str, int],
    problems: list[Problem],
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, place in places.items():
        if (row, place) in sheet.formulas:
            problems.append(_problem(sheet, row, place, "cell.formula", "a formula without a result", "a value", fix=
                                     "Open and save the file in a spreadsheet program, or paste the value."))  # fmt: skip
            continue
        if name not in values:
            continue
        value = values[name]
        if (row, place) in sheet.errors or cell_text(value).casefold() in _ERRORS:
            problems.append(
                _problem(sheet, row, place, "cell.error", f"the error {cell_text(value)}", "a value")
            )
            continue
        reader, expected = _READERS.get(name, (_words, "a text"))
        result = reader(value)
        if result is None:
            problems.append(
                _problem(sheet, row, place, f"register.{name}", f"'{cell_text(value)}'", expected)
            )
        elif name in NEVER_NEGATIVE and result < 0:
            problems.append(
                _problem(sheet, row, place, "register.negative", f"{result:g}", "money spent, 0 or more")
            )
        else:
            found[name] = result
    return found


def _words(value: CellValue) -> str:
    return cell_text(value)


def _money(value: CellValue) -> float | None:
    text = cell_text(value).replace("\u2212", "-")
    plain = "".join(mark for mark in text if mark.isdigit() or mark in ".,-+")
    if plain.count(",") and (plain.count(".") or plain.count(",") > 1 or len(plain.rsplit(",", 1)[1]) == 3):
        plain = plain.replace(",", "")
    letters = "".join(mark for mark in text if mark.isalpha())
    return as_number(plain) if letters.casefold() in ("", "eur", "usd", "gbp", "chf") else None


def _share(value: CellValue) -> float | None:
    text = cell_text(value)
    number = as_number(text.replace("%", "").strip())
    if number is None or not 0 <= number <= 100:
        return None
    is_fraction = isinstance(value, float) and 0 < value < 1
    return number * 100 if is_fraction else number


def _yes_no(value: CellValue) -> bool | None:
    folded = fold(cell_text(value))
    return True if folded in _YES else False if folded in _NO else None


def _stage(value: CellValue) -> str | None:
    return _STAGES.get(fold(cell_text(value)))


def _date(value: CellValue) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _EXCEL_EPOCH + timedelta(days=int(value)) if 20_000 <= value <= 80_000 else None
    text = cell_text(value)
    for form in (
        "%Y-%m-%d",
        "%d.%m.%Y",
        "%d %B %Y",
        "%d %b %Y",
        "%Y/%m/%d",
        "%Y-%m-%d %H:%M:%S",
        "%B %Y",
        "%b %Y",
        "%Y-%m",
    ):
        parsed = _parsed(text, form)
        if parsed:
            return parsed
    return None


def _parsed(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


_READERS: dict[str, tuple[Callable[[CellValue], Any], str]] = {
    "stage": (_stage, f"one of {', '.join(STAGES)}"),
    "started": (_date, "a date such as 2025-03-31"),
    "announced": (_yes_no, "Yes or No"),
    "outcome_measured": (_yes_no, "Yes or No"),
    "adoption": (_share, "a share from 0 to 100 %"),
    **{name: (_money, "an amount of money") for name in MONEY},
}


def _problem(
    sheet: Sheet,
    row: int,
    column: int,
    code: str,
    found: str,
    expected: str,
    *,
    severity: str = ERROR,
    fix: str = "Correct the cell, or empty it.",
) -> Problem:
    return Problem(code, severity, found, expected, fix, sheet.name, cell_address(row, column))
