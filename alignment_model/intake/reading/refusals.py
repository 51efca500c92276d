"""Why a file is refused, in sentences. Codes are stable: tests, logs and the docs name them."""

from __future__ import annotations

from alignment_model.errors import ERROR, WARNING, InputError, Problem

A_TABLE = "a table with one row per respondent, as Excel (.xlsx) or CSV"
EXPORT_AGAIN = "Export the answers again from the survey tool, as Excel or CSV, and load that file."
SAVE_AS_EXCEL = "Open it in the program that made it, save it as an Excel workbook (.xlsx) and load that."
SAVE_ANEW = "Export it again, or open it in Excel, save it under a new name and load that."
ONLY_ANSWERS = "Copy only the answers into a new workbook, save it and load that."

# code: (found, expected, fix); `{}` takes what only the file can tell.
REFUSALS: dict[str, tuple[str, str, str]] = {
    "file.empty": ("{}", A_TABLE, EXPORT_AGAIN),
    "file.too_large": ("{}", "a file of at most 25 MB", ONLY_ANSWERS),
    "file.too_many_cells": (
        "{}",
        "at most 1,000,000 rows, 2,000 columns and 13,000,000 cells",
        "Delete what stands far outside the table, or split the file, and load it again.",
    ),
    "file.too_heavy": ("{}", "a workbook that opens within seconds", ONLY_ANSWERS),
    "file.zip_bomb": ("{}", "a workbook that unpacks to an ordinary size", ONLY_ANSWERS),
    "file.encrypted": (
        "a file that is protected by a password",
        "a file that opens without a password",
        "Open it in Excel, remove the password (File, Info, Protect Workbook), save it and load it again.",
    ),
    "file.truncated": (
        "a workbook whose end is missing",
        "a complete file",
        "The download was probably cut short. Download or export it again.",
    ),
    "file.damaged": ("a workbook that cannot be read{}", "an intact workbook", SAVE_ANEW),
    "file.unsafe_xml": (
        "a workbook with hidden instructions in its XML, which no survey tool writes",
        "a plain workbook",
        "Do not open this file. Ask its sender where it comes from, and export the answers again.",
    ),
    "file.pdf": ("a PDF document", A_TABLE, EXPORT_AGAIN),
    "file.image": ("a picture", A_TABLE, EXPORT_AGAIN),
    "file.html": ("a web page, not a spreadsheet", A_TABLE, SAVE_AS_EXCEL),
    "file.document": ("{}", A_TABLE, SAVE_AS_EXCEL),
    "file.archive": (
        "{}",
        "one table, as Excel (.xlsx) or CSV",
        "Unpack the archive and load the file with the answers.",
    ),
    "file.not_a_table": ("{}", A_TABLE, EXPORT_AGAIN),
}


def refusal(code: str, detail: str = "", sheet: str = "", cell: str = "") -> InputError:
    """The error that refuses a whole file; `detail` completes what was found."""
    found, expected, fix = REFUSALS[code]
    return InputError([Problem(code, ERROR, found.format(detail), expected, fix, sheet, cell)])


def warning(code: str, found: str, expected: str, fix: str, cell: str = "", sheet: str = "") -> Problem:
    """Something worth knowing about a file that was read all the same."""
    return Problem(code, WARNING, found, expected, fix, sheet, cell)
