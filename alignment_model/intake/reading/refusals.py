"""Why a file is refused, in sentences. Codes are stable: tests, logs and the docs name them."""

from __future__ import annotations

from alignment_model.errors import ERROR, WARNING, InputError, Problem

A_TABLE = "a table with one row per respondent, as Excel (.xlsx) or CSV"
SAVE_AS_EXCEL = "Open it in the program that made it, save it as an Excel workbook (.xlsx) and load that."

# code: (found, expected, fix); `{}` takes what only the file can tell.
REFUSALS: dict[str, tuple[str, str, str]] = {
    "file.empty": (
        "an empty file{}",
        A_TABLE,
        "Export the answers again and check that the file has a size above zero.",
    ),
    "file.too_large": (
        "{}",
        "a file within the limits of this app",
        "Remove the sheets, rows or columns that hold no answers, save and load it again.",
    ),
    "file.not_a_table": ("{}", A_TABLE, SAVE_AS_EXCEL),
    "file.damaged": (
        "a file that cannot be read to the end{}",
        "a complete workbook",
        "Export it again, or open it in Excel, save it under a new name and load that.",
    ),
}


def refusal(code: str, detail: str = "", sheet: str = "", cell: str = "") -> InputError:
    """The error that refuses a whole file; `detail` completes what was found."""
    found, expected, fix = REFUSALS[code]
    return InputError([Problem(code, ERROR, found.format(detail), expected, fix, sheet, cell)])


def warning(code: str, found: str, expected: str, fix: str, sheet: str = "", cell: str = "") -> Problem:
    """Something worth knowing about a file that was read all the same."""
    return Problem(code, WARNING, found, expected, fix, sheet, cell)
