"""The sentences of everything that can be wrong with a file of responses."""

from __future__ import annotations

from alignment_model.errors import ERROR, QUESTION, WARNING, Problem
from alignment_model.intake.text import shortened

NO_RESPONSES = Problem(
    "sheet.none",
    ERROR,
    found="no sheet with one row a respondent",
    expected="a sheet such as 'Responses' with headings and people's answers below them",
    fix="Upload the workbook that holds the individual answers.",
)


def summary_table(sheet: str) -> Problem:
    """A crosstab or summary instead of individual answers."""
    fix = "Export the individual responses from the survey tool and upload that file."
    return _no_people("file.summary", sheet, "a summary table of counts or shares", fix)


def long_table(sheet: str) -> Problem:
    """One row an answer instead of one row a person."""
    fix = (
        "Export the responses with a column a question, or turn the table with a pivot, and upload that file."
    )
    return _no_people("file.long", sheet, "one row for each answer", fix)


def _no_people(code: str, sheet: str, found: str, fix: str) -> Problem:
    return Problem(
        code, ERROR, found=found, expected="one row for each person who answered", fix=fix, sheet=sheet
    )


def more(count: int, what: str) -> str:
    """ "1 more row", "3 more rows".

    >>> more(1, "row"), more(3, "row")
    ('1 more row', '3 more rows')
    """
    return f"{count} more {what}" + ("" if count == 1 else "s")


def no_rows(sheet: str) -> Problem:
    """Headings with nobody below."""
    return Problem(
        "sheet.no_rows",
        ERROR,
        found="no answers below the headings",
        expected="one row for each person who answered",
        fix="Fill the sheet, or upload the file that holds the answers.",
        sheet=sheet,
    )


def no_role(sheet: str, severity: str = ERROR) -> Problem:
    """Nothing says from which role somebody answers."""
    return Problem(
        "role.missing",
        severity,
        found="no column that says each person's role",
        expected="a column 'Role' with CEO, CFO, CTO, Board, Other executive, Manager or Employee",
        fix="Add the column, or say which column holds the role.",
        sheet=sheet,
    )


def unknown_role(answer: str, count: int, sheet: str, cell: str, likely: str) -> Problem:
    """A role nobody told us about; `likely` is our guess."""
    hint = f" It may mean {likely}." if likely else ""
    people = "1 person" if count == 1 else f"{count} people"
    return Problem(
        "role.unknown",
        QUESTION,
        found=f"the role '{shortened(answer)}' ({people})",
        expected="one of our roles",
        fix=f"Say which role it is, or leave these people out.{hint}",
        sheet=sheet,
        cell=cell,
    )


def blank_role(count: int, sheet: str, cell: str) -> Problem:
    """People who answered without a role."""
    return Problem(
        "role.blank",
        ERROR,
        found="no role" if count == 1 else f"no role, here and in {more(count - 1, 'row')}",
        expected="a role for everybody who answered",
        fix="Fill in the role, or leave these people out.",
        sheet=sheet,
        cell=cell,
    )


def not_an_answer(answer: str, question: str, expected: str, sheet: str, cell: str, others: int) -> Problem:
    """An answer that its question does not take."""
    rest = f", here and in {more(others, 'cell')}" if others else ""
    return Problem(
        "answer.not_on_scale",
        ERROR,
        found=f"'{shortened(answer)}', which is not an answer to '{shortened(question)}'{rest}",
        expected=expected,
        fix="Correct the cell, or empty it if the question was not answered.",
        sheet=sheet,
        cell=cell,
    )


def read_as(answer: str, label: str, question: str, sheet: str, cell: str, doubtful: bool) -> Problem:
    """An answer that resembles a label."""
    return Problem(
        "answer.doubtful" if doubtful else "answer.read_as",
        QUESTION if doubtful else WARNING,
        found=f"'{shortened(answer)}' for '{shortened(question)}'",
        expected=f"probably '{label}'",
        fix="Say which answer it is." if doubtful else f"It is read as '{label}'.",
        sheet=sheet,
        cell=cell,
    )


def other_scale(levels: int, wanted: int, question: str, sheet: str, cell: str) -> Problem:
    """A column with another number of levels than our question."""
    return Problem(
        "scale.other",
        ERROR,
        found=f"a scale of {levels} levels for '{shortened(question)}'",
        expected=f"the question's own scale of {wanted} levels",
        fix="Map the column as a question of your own, with its own labels.",
        sheet=sheet,
        cell=cell,
    )


def wrong_total(total: float, sheet: str, cell: str) -> Problem:
    """Points that do not add up."""
    return Problem(
        "allocation.total",
        ERROR,
        found=f"{total:g} points in all in this row",
        expected="100 points shared out",
        fix="Correct the row's points so that they add up to 100, or empty them all.",
        sheet=sheet,
        cell=cell,
    )


def duplicate_respondent(name: str, first: int, sheet: str, cell: str) -> Problem:
    """The same respondent twice."""
    return Problem(
        "respondent.duplicate",
        ERROR,
        found=f"respondent '{shortened(name)}' again (first in row {first})",
        expected="every respondent once",
        fix="Delete the row that is not wanted, or give it another name.",
        sheet=sheet,
        cell=cell,
    )


def asked_twice(code: str, first: str, sheet: str, cell: str) -> Problem:
    """Two columns for one question."""
    return Problem(
        "question.twice",
        ERROR,
        found=f"question '{code}' a second time (first in {first})",
        expected="one column for each question",
        fix="Delete or rename one of the two columns.",
        sheet=sheet,
        cell=cell,
    )


def doubtful_match(heading: str, question: str, confidence: float, sheet: str, cell: str) -> Problem:
    """A heading that resembles one of our questions."""
    return Problem(
        "question.doubtful",
        QUESTION,
        found=f"the heading '{shortened(heading, 90)}'",
        expected=f"our question '{shortened(question, 90)}' ({confidence:.0%} alike)",
        fix="Say whether it is this question, one of your own, or to be left out.",
        sheet=sheet,
        cell=cell,
    )


def unknown_heading(heading: str, sheet: str, cell: str) -> Problem:
    """A heading that is none of our questions, in a file that has some."""
    return Problem(
        "column.unknown",
        WARNING,
        found=f"the heading '{shortened(heading, 90)}'",
        expected="one of our questions",
        fix="The column is left out unless you map it.",
        sheet=sheet,
        cell=cell,
    )


def unreadable_cell(kind: str, found: str, sheet: str, cell: str) -> Problem:
    """A formula without a result or an Excel error where an answer should be."""
    fix = (
        "Open and save the file in a spreadsheet program, or paste the value."
        if kind == "formula"
        else "Correct the cell."
    )
    return Problem(f"cell.{kind}", ERROR, found=found, expected="an answer", fix=fix, sheet=sheet, cell=cell)


def merged_cells(where: str, heading: bool, sheet: str, cell: str) -> Problem:
    """Cells merged across columns."""
    return Problem(
        "header.merged" if heading else "cell.merged",
        ERROR,
        found=f"cells merged over {where}",
        expected="one heading for each column" if heading else "one answer in each cell",
        fix="Unmerge the cells and fill each of them.",
        sheet=sheet,
        cell=cell,
    )


def damaged_date(answer: str, meant: str, sheet: str, cell: str, severity: str) -> Problem:
    """A range that a spreadsheet turned into a date."""
    return Problem(
        "cell.date_damage",
        severity,
        found=f"the date '{answer}', which a spreadsheet seems to have made of another answer",
        expected=f"an answer as it was given, probably '{meant}'",
        fix="Format the cell as text and type the answer again.",
        sheet=sheet,
        cell=cell,
    )


def no_such_question(code: str, sheet: str, cell: str) -> Problem:
    """A mapping that names a question we do not have."""
    return Problem(
        "mapping.no_such_question",
        ERROR,
        found=f"the question code '{shortened(code)}' in the mapping",
        expected="the code of one of our questions",
        fix="Correct the code in the mapping.",
        sheet=sheet,
        cell=cell,
    )
