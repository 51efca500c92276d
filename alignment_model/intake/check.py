"""Every answer of a mapped column against its question, and every cell that cannot be an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from alignment_model.errors import ERROR, WARNING, Problem
from alignment_model.intake import problems as say
from alignment_model.intake.answers import (
    DOUBTFUL,
    LEVEL,
    VALUE,
    WRONG,
    Read,
    expected,
    read_free,
    read_scaled,
)
from alignment_model.intake.cells import cell_address
from alignment_model.intake.grid import Column, Table
from alignment_model.intake.mapping.model import ColumnChoice
from alignment_model.intake.recognition.answer_shapes import damaged_ranges
from alignment_model.intake.recognition.kinds import Described
from alignment_model.questionnaire import Question, Scale, load_questionnaire

MOST_CELLS_NAMED = 20  # beyond this many cells with one wrong answer, the first stands for all
ROUNDING = 1.0  # points that 100 may be missed by: shares that were rounded
_EXCEL_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}


def read_answers(
    described: Described, question: Question, scale: Scale | None, choice: ColumnChoice | None
) -> dict[str, Read]:
    """What each distinct answer of a column means to its question."""
    read_as = choice.read_as if choice else {}
    found = described.scale if not (choice and choice.labels) else None
    if scale is None:
        return {answer: read_free(answer, question) for answer in described.answers}
    return {answer: read_scaled(answer, scale, found, read_as) for answer in described.answers}


def check_column(
    table: Table,
    rows: np.ndarray,
    described: Described,
    question: Question,
    scale: Scale | None,
    reads: Mapping[str, Read],
) -> list[Problem]:
    """Everything wrong with the answers of one mapped column."""
    sheet = table.sheet.name
    column = described.column
    levels = described.scale.levels if described.scale else 0
    dates = {column.answers[code] for code in column.dates}
    wrong = [answer for answer, read in reads.items() if read.kind == WRONG and answer not in dates]
    if (
        scale
        and levels
        and levels != scale.levels
        and described.scale
        and _speaks_another_scale(described, wrong)
    ):
        return [
            say.other_scale(levels, scale.levels, question.label, sheet, table.header_address(column.index))
        ]
    found: list[Problem] = []
    takes = expected(question, scale)
    for answer in wrong:
        if answer.upper() in _EXCEL_ERRORS:
            continue
        cells = _cells(table, column, answer, rows)
        named, more = (cells, 0) if len(cells) <= MOST_CELLS_NAMED else (cells[:1], len(cells) - 1)
        found += [say.not_an_answer(answer, question.label, takes, sheet, cell, more) for cell in named]
    for answer, read in reads.items():
        if read.read_as:
            cell = _cells(table, column, answer, rows)[0]
            found.append(
                say.read_as(answer, read.read_as, question.label, sheet, cell, read.kind == DOUBTFUL)
            )
    return found


def _speaks_another_scale(described: Described, wrong: Sequence[str]) -> bool:
    """Whether most answers belong to another scale, rather than a few being mistakes."""
    lost = sum(described.answers[answer] for answer in wrong)
    return (
        described.scale is not None
        and described.scale.family != "numbers"
        and (lost > 0.5 * sum(described.answers.values()))
    )


def _cells(table: Table, column: Column, answer: str, rows: np.ndarray) -> list[str]:
    return [table.address(row, column.index) for row in column.rows_with(answer) if rows[row]]


def check_cells(table: Table, rows: np.ndarray, columns: Iterable[int]) -> list[Problem]:
    """Formulas without a result, Excel errors and merged cells in the columns that count."""
    wanted = set(columns)
    sheet = table.sheet
    found: list[Problem] = []
    for row, column in sorted(sheet.formulas):
        place = row - table.header_rows
        if column in wanted and 0 <= place < table.rows and rows[place]:
            found.append(
                say.unreadable_cell(
                    "formula", "a formula without a result", sheet.name, cell_address(row, column)
                )
            )
    for row, column in sorted(set(sheet.errors) | _error_texts(table, wanted)):
        place = row - table.header_rows
        if column in wanted and 0 <= place < table.rows and rows[place]:
            found.append(
                say.unreadable_cell("error", "an error in the sheet", sheet.name, cell_address(row, column))
            )
    return found + _merged(table, wanted)


def _error_texts(table: Table, wanted: set[int]) -> set[tuple[int, int]]:
    return {
        (row + table.header_rows, column.index)
        for column in table.columns
        if column.index in wanted and table.sheet.errors
        for answer in column.answers
        if answer.upper() in _EXCEL_ERRORS
        for row in column.rows_with(answer)
    }


def _merged(table: Table, wanted: set[int]) -> list[Problem]:
    found = []
    for top, left, bottom, right in table.sheet.merged:
        in_heading = top <= table.header_rows - 1 <= bottom or _names_a_question(table, top, left)
        if not wanted & set(range(left, right + 1)) and not (in_heading and right > left):
            continue
        where = f"{cell_address(top, left)} to {cell_address(bottom, right)}"
        if in_heading and right > left:
            found.append(say.merged_cells(where, True, table.sheet.name, cell_address(top, left)))
        elif bottom >= table.header_rows and top >= table.header_rows:
            found.append(say.merged_cells(where, False, table.sheet.name, cell_address(top, left)))
    return found


def _names_a_question(table: Table, row: int, column: int) -> bool:
    """Whether a heading cell holds one of our question codes: merged over others, it hides theirs."""
    cells = table.sheet.rows[row] if row < table.header_rows else ()
    return column < len(cells) and str(cells[column]).strip() in load_questionnaire()


def check_points(
    table: Table, rows: np.ndarray, columns: Sequence[tuple[Column, Mapping[str, Read]]]
) -> tuple[list[Problem], dict[int, float]]:
    """Points that do not add up to 100, and by what each row is to be multiplied when rounding missed it."""
    found: list[Problem] = []
    factors: dict[int, float] = {}
    for row in np.flatnonzero(rows).tolist():
        given = [reads[answer] for column, reads in columns if (answer := column.answer(row))]
        points = [float(read.value) for read in given if read.kind == VALUE and read.value is not None]
        if not points or len(points) < len([read for read in given if read.kind == WRONG]) + len(points):
            continue
        total = sum(points)
        if abs(total - 100) > ROUNDING + 1e-9:
            first = next(column for column, _ in columns if column.answer(row))
            found.append(say.wrong_total(total, table.sheet.name, table.address(row, first.index)))
        elif total != 100:
            factors[row] = 100 / total
    return found, factors


def check_identifiers(table: Table, rows: np.ndarray, column: Column | None) -> list[Problem]:
    """The same respondent more than once."""
    if column is None:
        return []
    first: dict[int, int] = {}
    found = []
    for row in np.flatnonzero(rows).tolist():
        code = int(column.codes[row])
        if code < 0:
            continue
        if code in first:
            earlier = table.sheet_row(first[code])
            cell = table.address(row, column.index)
            found.append(say.duplicate_respondent(column.answers[code], earlier, table.sheet.name, cell))
        first.setdefault(code, row)
    return found


def check_dates(
    table: Table, rows: np.ndarray, columns: Iterable[Described], mapped: set[int]
) -> list[Problem]:
    """Answers such as "1-5" that a spreadsheet turned into dates."""
    found = []
    for described in columns:
        column = described.column
        suspects = set(damaged_ranges(column, described.answers))
        if column.index in mapped or described.kind not in ("metadata", "date"):
            suspects |= _marked_dates(table, column) & set(described.answers)
        if column.index in mapped:
            suspects |= {column.answers[code] for code in column.dates} & set(described.answers)
        severity = ERROR if column.index in mapped else WARNING
        for answer in sorted(suspects):
            cells = _cells(table, column, answer, rows)
            found.append(say.damaged_date(answer, meant_range(answer), table.sheet.name, cells[0], severity))
    return found


def _marked_dates(table: Table, column: Column) -> set[str]:
    """Answers whose cell format shows that they were typed as text and became dates."""
    places = [row - table.header_rows for row, place in table.sheet.dates_from_text if place == column.index]
    return {column.answer(row) for row in places if 0 <= row < table.rows} - {""}


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def meant_range(answer: str) -> str:
    """The range a date was made from: "5-Jan" → "1-5", "Oct-49" → "10-49", 1949-10-01 → "10-49".

    >>> meant_range("5-Jan"), meant_range("Oct-49"), meant_range("1949-10-01"), meant_range("2026-01-05")
    ('1-5', '10-49', '10-49', '1-5')
    """
    parts = answer.replace(".", "-").replace(" ", "-").replace("/", "-").split("-")
    numbers = [int(part) for part in parts if part.isdecimal()]
    month = next((place for place, name in enumerate(_MONTHS, 1) if name in answer.casefold()), 0)
    if month and numbers:
        return f"{month}-{numbers[0] % 100}"
    if len(numbers) >= 3 and numbers[0] > 31:
        year, month, day = numbers[:3]
        return f"{month}-{year % 100}" if day == 1 and year < 2015 else f"{month}-{day}"
    return f"{numbers[0]}-{numbers[1]}" if len(numbers) >= 2 else answer


def level_counts(reads: Mapping[str, Read], answers: Mapping[str, int], levels: int) -> tuple[int, ...]:
    """How often each level was chosen, lowest first."""
    totals = [0] * levels
    for answer, read in reads.items():
        if read.kind == LEVEL and read.value is not None:
            totals[int(read.value) - 1] += answers.get(answer, 0)
    return tuple(totals)
