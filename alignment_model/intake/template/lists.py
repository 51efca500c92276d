"""The hidden sheet that drop-downs take their choices from."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from alignment_model.intake.template.style import text

LISTS_SHEET = "Lists"
ANY_NUMBER = 1_000_000_000_000.0


class Lists:
    """One column a list: its name in row 1, its choices below."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._columns = 0
        sheet.sheet_state = "hidden"

    def choice(self, name: str, choices: Sequence[str], title: str, message: str) -> DataValidation:
        """Write the choices and return the rule that offers them; the rule applies nowhere yet."""
        self._columns += 1
        letter = get_column_letter(self._columns)
        for row, words in enumerate([name, *choices], start=1):
            text(self._sheet.cell(row, self._columns), words)
        return DataValidation(
            type="list",
            formula1=f"{LISTS_SHEET}!${letter}$2:${letter}${len(choices) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=title[:32],
            error=f"{message} The choices are in the list."[:255],
        )


def number_rule(low: float, high: float, unit: str = "") -> DataValidation:
    """A rule for a number between two limits; the message names them."""
    limits = f" from {low:.0f} to {high:.0f}{unit}" if high < ANY_NUMBER else ""
    return DataValidation(
        type="decimal",
        operator="between",
        formula1=f"{low:.0f}",
        formula2=f"{high:.0f}",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Not a number we can use",
        error=f"A number{limits} is expected, or nothing.",
    )


def apply(sheet: Worksheet, rule: DataValidation, column: int, first: int, last: int) -> None:
    """Let the rule hold in rows `first` to `last` of a column."""
    letter = get_column_letter(column)
    if rule not in sheet.data_validations.dataValidation:
        sheet.add_data_validation(rule)
    rule.add(f"{letter}{first}:{letter}{last}")
