"""The register sheet of the workbook: one AI initiative a row, headings in row 1."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from alignment_model.intake.template.lists import ANY_NUMBER, Lists, apply, number_rule
from alignment_model.intake.template.style import BOX, TINTS, heading, print_setup, styled, text
from alignment_model.responses import STAGES, Initiative

INITIATIVES_SHEET = "Initiatives"
YES, NO = "Yes", "No"
INITIATIVE_COLUMNS: dict[str, str] = {
    "Initiative": "name",
    "Owner function": "owner_function",
    "Accountable owner": "accountable_owner",
    "Purpose": "purpose",
    "Stage": "stage",
    "Started": "started",
    "Spend to date": "spend_to_date",
    "Committed spend": "committed_spend",
    "Announced": "announced",
    "Value metric": "value_metric",
    "Baseline": "baseline",
    "Adoption (% of intended users)": "adoption",
    "Outcome measured": "outcome_measured",
    "Value expected": "value_expected",
    "Value realised": "value_realised",
}
HINTS = {
    "name": "A short name everybody knows.",
    "owner_function": "The function that runs it, such as Finance.",
    "accountable_owner": "The office that answers for its results. No personal name is needed.",
    "purpose": "The problem it has to solve, in one line.",
    "stage": "Choose from the list.",
    "started": "The date work began. For a pilot, when the pilot began.",
    "spend_to_date": "Money spent so far, in the survey's currency.",
    "committed_spend": "Money promised but not yet spent.",
    "announced": "Has it been announced outside the team, to customers, staff or the press?",
    "value_metric": "What its success is measured by.",
    "baseline": "The value of that measure before it started.",
    "adoption": "Of the people it is meant for, how many in a hundred use it.",
    "outcome_measured": "Has an effect been measured against the baseline?",
    "value_expected": "Value a year expected of it, in the survey's currency.",
    "value_realised": "Value a year shown so far, in the survey's currency.",
}
INITIATIVES_OFFERED = 100
WIDTHS = {
    "name": 28,
    "owner_function": 22,
    "accountable_owner": 28,
    "purpose": 44,
    "value_metric": 32,
    "baseline": 22,
}
MONEY, YES_NO = (
    ("spend_to_date", "committed_spend", "value_expected", "value_realised"),
    ("announced", "outcome_measured"),
)


def write_register(sheet: Worksheet, initiatives: tuple[Initiative, ...], lists: Lists) -> None:
    """Headings, drop-downs with a hint each, and the initiatives there are."""
    rules: Mapping[str, DataValidation] = {
        "stage": lists.choice("Stages", list(STAGES), "Stage", "Choose the stage."),
        **dict.fromkeys(YES_NO, lists.choice("Yes or no", [YES, NO], "Yes or no", "Choose Yes or No.")),
        "adoption": number_rule(0, 100, " %"),
        **{name: number_rule(-ANY_NUMBER, ANY_NUMBER) for name in MONEY},
    }
    for column, (header, name) in enumerate(INITIATIVE_COLUMNS.items(), start=1):
        heading(sheet.cell(1, column), header, TINTS[0 if column <= 6 else 1])
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, 16)
        rule = rules.get(name) or DataValidation(allow_blank=True)
        rule = _with_hint(rule, header, name)
        apply(sheet, rule, column, 2, INITIATIVES_OFFERED + 1)
    for row, initiative in enumerate(initiatives, start=2):
        for column, name in enumerate(INITIATIVE_COLUMNS.values(), start=1):
            _write_value(sheet, row, column, getattr(initiative, name))
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "B2"
    print_setup(sheet, rows="1:1", columns="A:A")
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _with_hint(rule: DataValidation, header: str, name: str) -> DataValidation:
    hinted = DataValidation(
        type=rule.type,
        operator=rule.operator,
        formula1=rule.formula1,
        formula2=rule.formula2,
        allow_blank=True,
        error=rule.error,
        errorTitle=rule.errorTitle,
        showErrorMessage=bool(rule.error),
    )
    hinted.promptTitle, hinted.prompt, hinted.showInputMessage = header[:32], HINTS[name], True
    return hinted


def _write_value(sheet: Worksheet, row: int, column: int, value: object) -> None:
    cell = styled(sheet.cell(row, column))
    cell.border = BOX
    if isinstance(value, bool):
        text(cell, YES if value else NO)
    elif isinstance(value, str):
        if value:
            text(cell, value)
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, int | float):
        cell.value, cell.number_format = value, "#,##0"
