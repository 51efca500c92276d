"""Our template workbook, blank or filled: instructions, responses, initiative register.

Names that a reader of the workbook needs are constants here. On the responses sheet row 1 holds question
codes, row 2 their texts, and people start in row 3; the column `TOTAL_HEADER` is a check, not an answer.
On the register row 1 holds the headings.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from alignment_model.framework import Framework, load_framework
from alignment_model.intake.template.lists import ANY_NUMBER, LISTS_SHEET, Lists, apply, number_rule
from alignment_model.intake.template.readme import README_SHEET, write_readme
from alignment_model.intake.template.register import (
    INITIATIVE_COLUMNS,
    INITIATIVES_SHEET,
    NO,
    YES,
    write_register,
)
from alignment_model.intake.template.style import (
    GREY,
    TINTS,
    WARN,
    heading,
    print_setup,
    save,
    styled,
    text,
)
from alignment_model.questionnaire import (
    ALLOCATION,
    NUMBER,
    SCALED_KINDS,
    TEXT,
    Question,
    Questionnaire,
    load_questionnaire,
)
from alignment_model.responses import Respondent, ResponseSet

__all__ = [
    "HEADER_ROWS",
    "INITIATIVES_SHEET",
    "INITIATIVE_COLUMNS",
    "LISTS_SHEET",
    "NO",
    "README_SHEET",
    "RESPONDENT_HEADER",
    "RESPONSES_SHEET",
    "ROLE_HEADER",
    "TOTAL_HEADER",
    "YES",
    "layout",
    "write_template",
    "write_workbook",
]

RESPONSES_SHEET = "Responses"
RESPONDENT_HEADER, ROLE_HEADER, TOTAL_HEADER = "Respondent", "Role", "Points total"
HEADER_ROWS = 2
DONT_KNOW = "Don't know"
ROWS_OFFERED, ROWS_WITH_TOTAL = 2000, 300
WIDTHS = {ALLOCATION: 18, NUMBER: 28, TEXT: 60}


def write_template(
    target: str | Path | BinaryIO,
    questionnaire: Questionnaire | None = None,
    framework: Framework | None = None,
) -> None:
    """Write the blank workbook to a path or an open binary file."""
    questionnaire = questionnaire or load_questionnaire()
    _write(target, ResponseSet(questionnaire, ()), framework or load_framework())


def write_workbook(
    target: str | Path | BinaryIO, response_set: ResponseSet, framework: Framework | None = None
) -> None:
    """Write the same workbook filled with a wave's answers and register; attribution as it was confirmed."""
    _write(target, response_set, framework or load_framework())


def _write(target: str | Path | BinaryIO, responses: ResponseSet, framework: Framework) -> None:
    questionnaire = responses.questionnaire
    workbook = Workbook()
    workbook.properties.creator = "Executive Alignment Dashboard"
    workbook.properties.title = questionnaire.title
    readme = workbook.active
    readme.title = README_SHEET
    sheet = workbook.create_sheet(RESPONSES_SHEET)
    register = workbook.create_sheet(INITIATIVES_SHEET)
    lists = Lists(workbook.create_sheet(LISTS_SHEET))
    write_readme(readme, responses, framework, lists)
    _write_headings(sheet, questionnaire)
    _write_answers(sheet, questionnaire, responses.respondents)
    _offer_lists(sheet, questionnaire, framework, lists)
    write_register(register, responses.initiatives, lists)
    save(workbook, target)


def layout(questionnaire: Questionnaire) -> dict[str, int]:
    """Column number (from 1) of every question code and of `TOTAL_HEADER` on the responses sheet."""
    columns: dict[str, int] = {}
    points = [question.code for question in questionnaire.of_kind(ALLOCATION)]
    for question in questionnaire.questions:
        columns[question.code] = len(columns) + 3
        if points and question.code == points[-1]:
            columns[TOTAL_HEADER] = len(columns) + 3
    return columns


def _write_headings(sheet: Worksheet, questionnaire: Questionnaire) -> None:
    columns = layout(questionnaire)
    sections = list(dict.fromkeys(question.section for question in questionnaire.questions))
    for column, name, width in ((1, RESPONDENT_HEADER, 13), (2, ROLE_HEADER, 18)):
        _heading(sheet, column, name, name, TINTS[0], width)
    for question in questionnaire.questions:
        tint = TINTS[sections.index(question.section) % len(TINTS)]
        _heading(
            sheet,
            columns[question.code],
            question.code,
            question.text,
            tint,
            WIDTHS.get(question.kind, 25),
        )
    if TOTAL_HEADER in columns:
        _heading(sheet, columns[TOTAL_HEADER], TOTAL_HEADER, TOTAL_HEADER, WARN, 11)
    sheet.row_dimensions[2].height = 108
    sheet.freeze_panes = "C3"
    print_setup(sheet, rows="1:2", columns="A:B")
    sheet.page_setup.scale = 60


def _heading(sheet: Worksheet, column: int, code: str, words: str, tint: str, width: float) -> None:
    styled(text(sheet.cell(1, column), code), size=8, colour=GREY, fill=tint)
    heading(sheet.cell(2, column), words, tint)
    sheet.column_dimensions[get_column_letter(column)].width = width


def _write_answers(
    sheet: Worksheet, questionnaire: Questionnaire, respondents: tuple[Respondent, ...]
) -> None:
    columns = layout(questionnaire)
    for row, person in enumerate(respondents, start=HEADER_ROWS + 1):
        text(sheet.cell(row, 1), person.id)
        text(sheet.cell(row, 2), person.role)
        for question in questionnaire.questions:
            value = _answer(questionnaire, question, person)
            cell = sheet.cell(row, columns[question.code]) if value is not None else None
            if cell is not None and isinstance(value, str):
                text(cell, value)
            elif cell is not None:
                cell.value = value
    points = [columns[question.code] for question in questionnaire.of_kind(ALLOCATION)]
    if points:
        _write_totals(sheet, points, columns[TOTAL_HEADER], max(len(respondents), ROWS_WITH_TOTAL))


def _answer(questionnaire: Questionnaire, question: Question, person: Respondent) -> str | int | float | None:
    """What stands in the cell: the label of a level, a number, words, or nothing."""
    if question.kind not in SCALED_KINDS:
        return person.answers.get(question.code)
    scale = questionnaire.scale_of(question)
    if question.code in person.dont_know:
        return scale.off_scale[0] if scale.off_scale else DONT_KNOW
    level = person.answers.get(question.code)
    return None if level is None else scale.labels[int(level) - 1]


def _write_totals(sheet: Worksheet, points: list[int], column: int, rows: int) -> None:
    first, last = get_column_letter(points[0]), get_column_letter(points[-1])
    letter = get_column_letter(column)
    for row in range(HEADER_ROWS + 1, HEADER_ROWS + 1 + rows):
        span = f"{first}{row}:{last}{row}"
        sheet.cell(row, column).value = f'=IF(COUNT({span})=0,"",SUM({span}))'
    start = HEADER_ROWS + 1
    wrong = FormulaRule(
        formula=[f"AND(ISNUMBER({letter}{start}),ABS({letter}{start}-100)>0.5)"],
        fill=PatternFill("solid", start_color=WARN, end_color=WARN),
    )
    sheet.conditional_formatting.add(f"{letter}{start}:{letter}{start + rows - 1}", wrong)


def _offer_lists(sheet: Worksheet, questionnaire: Questionnaire, framework: Framework, lists: Lists) -> None:
    columns = layout(questionnaire)
    end = HEADER_ROWS + ROWS_OFFERED
    roles = lists.choice("Roles", [role.code for role in framework.roles], ROLE_HEADER, "Choose a role.")
    apply(sheet, roles, 2, HEADER_ROWS + 1, end)
    for scale in questionnaire.scales:
        labels = [*scale.labels, *(scale.off_scale or (DONT_KNOW,))]
        choice = lists.choice(scale.code, labels, "Answer", "Choose one, or leave blank.")
        for question in questionnaire.scaled:
            if question.scale == scale.code:
                apply(sheet, choice, columns[question.code], HEADER_ROWS + 1, end)
    for question in questionnaire.of_kind(ALLOCATION, NUMBER):
        low, high = _limits(question)
        unit = f" {question.unit}" if question.unit else ""
        apply(sheet, number_rule(low, high, unit), columns[question.code], HEADER_ROWS + 1, end)


def _limits(question: Question) -> tuple[float, float]:
    least, most = (0.0, 100.0) if question.kind == ALLOCATION else (-ANY_NUMBER, ANY_NUMBER)
    return (
        least if question.minimum is None else question.minimum,
        most if question.maximum is None else question.maximum,
    )
