"""The first sheet of the workbook: how to fill it, what respondents are told, the confirmation."""

from __future__ import annotations

from math import ceil

from openpyxl.worksheet.worksheet import Worksheet

from alignment_model.framework import Framework
from alignment_model.intake.template.lists import Lists
from alignment_model.intake.template.style import ACCENT, BOX, GREY, TINTS, print_setup, styled, text
from alignment_model.privacy import DEFAULT_MINIMUM
from alignment_model.responses import ResponseSet

README_SHEET = "Read me"
DETAILS: dict[str, str] = {  # label on the sheet -> field of the response set
    "Survey": "survey",
    "Wave": "wave",
    "Wave date": "wave_date",
    "Currency": "currency",
}
CONFIRMATION = "Everybody who answered was told, before answering, how their answers are shown."
CONFIRMED, CONFIRMED_BY, CONFIRMED_AT = "Confirmed", "Confirmed by", "Confirmed on"
LABEL_WIDTH, TEXT_WIDTH, CHARACTERS_A_LINE = 22, 92, 100
STEPS = (
    "Show the statement below to everybody before they answer. It is a promise, and the product keeps it.",
    "On the sheet Responses every person has one row. Choose the role and the answers from the lists. The "
    "column Respondent may hold a number of your own, never a name; it lets two waves be compared person by "
    "person.",
    "Don't know is an answer and belongs in the cell. A question that was not answered stays blank.",
    "Statements and questions are in row 2. Leave rows 1 and 2 as they are; a column may stay empty.",
    "The points of one person add up to 100. The column Points total checks it and is not an answer.",
    "On the sheet Initiatives every AI initiative has one row, from idea to stopped. Leave blank what nobody "
    "knows: what is missing is worth seeing too.",
    "Load the workbook in the app, or with the command line. Whatever is wrong is listed with its cell and "
    "how to mend it; nothing is stored before you confirm.",
)


def write_readme(sheet: Worksheet, responses: ResponseSet, framework: Framework, lists: Lists) -> None:
    """Fill the sheet. Column A is a margin, B holds labels, C the words."""
    asked = responses.questionnaire
    page = _Page(sheet)
    page.title(asked.title, f"AI alignment survey, version {asked.version}. {_length(responses)}")
    page.section("This survey")
    for label, field in DETAILS.items():
        value = getattr(responses, field)
        page.entry(label, value.isoformat() if hasattr(value, "isoformat") else str(value or ""))
    page.section("How to fill it in")
    for number, step in enumerate(STEPS, start=1):
        page.line(str(number), step)
    if asked.attribution_statement:
        page.section("What everybody is told before answering")
        page.line("", " ".join(asked.attribution_statement.split()))
    page.section("How each role is shown")
    for label, words in _shown(responses, framework):
        page.line(label, words)
    page.section("Confirmation")
    page.line("", CONFIRMATION)
    told = responses.attribution
    row = page.entry(CONFIRMED, "Yes" if told.confirmed else "")
    rule = lists.choice("Confirmation", ["Yes", "No"], CONFIRMED, "Choose Yes or No.")
    sheet.add_data_validation(rule)
    rule.add(f"C{row}")
    page.entry(CONFIRMED_BY, told.confirmed_by)
    page.entry(CONFIRMED_AT, told.confirmed_at)
    page.line("", "The person who loads the workbook is asked again, and that answer is recorded.")
    print_setup(sheet, landscape=False)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _length(responses: ResponseSet) -> str:
    asked = responses.questionnaire
    count = len(asked.questions)
    return f"{count} answers, about {asked.minutes} minutes." if asked.minutes else f"{count} answers."


def _shown(responses: ResponseSet, framework: Framework) -> list[tuple[str, str]]:
    attributed = responses.attribution.attributed_roles
    by_name = [role.name for role in framework.roles if role.code in attributed]
    groups = [role.plural for role in framework.roles if role.code not in attributed and not role.counts_as]
    offices = [role.code for role in framework.roles if role.counts_as and role.code not in attributed]
    rows = [
        ("By name of office", ", ".join(by_name) or "None."),
        ("Only as a group", f"{', '.join(groups)}: from {DEFAULT_MINIMUM} people on."),
    ]
    if offices:
        kept = (
            f"{', '.join(offices)}: counted among other executives, unless the person who loads the workbook"
        )
        rows.append(("Further offices", f"{kept} shows them by name. Then tell them so before they answer."))
    return rows


class _Page:
    """Writes one line after the other and gives each the height its words need."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 1
        sheet.column_dimensions["A"].width = 3
        sheet.column_dimensions["B"].width = LABEL_WIDTH
        sheet.column_dimensions["C"].width = TEXT_WIDTH

    def title(self, words: str, below: str) -> None:
        styled(text(self._sheet.cell(2, 2), words), size=22, bold=True, colour=ACCENT, wrap=False)
        styled(text(self._sheet.cell(3, 2), below), size=11, colour=GREY, wrap=False)
        self._sheet.row_dimensions[2].height = 32
        self._row = 4

    def section(self, words: str) -> None:
        self._row += 1
        styled(text(self._sheet.cell(self._row, 2), words), size=13, bold=True, colour=ACCENT, wrap=False)
        self._sheet.row_dimensions[self._row].height = 22
        self._row += 1

    def line(self, label: str, words: str) -> int:
        styled(text(self._sheet.cell(self._row, 2), label), size=11, bold=True)
        styled(text(self._sheet.cell(self._row, 3), words), size=11)
        self._sheet.row_dimensions[self._row].height = 15.5 * max(1, ceil(len(words) / CHARACTERS_A_LINE)) + 3
        self._row += 1
        return self._row - 1

    def entry(self, label: str, words: str) -> int:
        """A line somebody may fill in."""
        row = self.line(label, words)
        styled(self._sheet.cell(row, 3), size=11, fill=TINTS[1]).border = BOX
        return row
