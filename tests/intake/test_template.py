"""The template workbook: opened again, with everything a person needs and nothing that moves."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from alignment_model.framework import load_framework
from alignment_model.intake.template.readme import CONFIRMATION, DETAILS
from alignment_model.intake.template.workbook import (
    HEADER_ROWS,
    INITIATIVE_COLUMNS,
    INITIATIVES_SHEET,
    LISTS_SHEET,
    README_SHEET,
    RESPONDENT_HEADER,
    RESPONSES_SHEET,
    ROLE_HEADER,
    TOTAL_HEADER,
    layout,
    write_template,
    write_workbook,
)
from alignment_model.questionnaire import ALLOCATION, Questionnaire, load_questionnaire
from alignment_model.responses import Attribution, Initiative, Respondent, ResponseSet

QUESTIONNAIRE = load_questionnaire()
COLUMNS = layout(QUESTIONNAIRE)
RESPONDENT = Respondent(
    id="R007",
    role="CFO",
    answers={
        "TC1": 4,
        "TC4": 1,
        "VC1": 5,
        "VAL_GROWTH": 60,
        "VAL_RISK": 40,
        "EFFECT_PERCENT": -7.5,
        "WHY_DEPLOY": "=1+1",
    },
    dont_know=frozenset({"TC2"}),
)
INITIATIVE = Initiative("Chat", "Sales", "", "Answer sooner", "Pilot", date(2026, 1, 5), 1000.0, None, True)


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def template() -> bytes:
    target = BytesIO()
    write_template(target, QUESTIONNAIRE, load_framework())
    return target.getvalue()


def filled(responses: ResponseSet) -> Workbook:
    target = BytesIO()
    write_workbook(target, responses)
    return opened(target.getvalue())


def rules(workbook: Workbook, sheet: str) -> dict[str, list[str]]:
    """Choices offered, by first cell of the range; a number rule gives its limits."""
    found: dict[str, list[str]] = {}
    for rule in workbook[sheet].data_validations.dataValidation:
        for span in rule.sqref.ranges:
            first = span.coord.split(":")[0]
            found[first] = (
                choices(workbook, rule.formula1) if rule.type == "list" else [rule.formula1, rule.formula2]
            )
    return found


def choices(workbook: Workbook, formula: str) -> list[str]:
    sheet, span = formula.split("!")
    assert sheet == LISTS_SHEET
    return [row[0].value for row in workbook[sheet][span.replace("$", "")]]


def test_the_sheets_are_there_and_the_lists_are_hidden() -> None:
    workbook = opened(template())
    assert workbook.sheetnames == [README_SHEET, RESPONSES_SHEET, INITIATIVES_SHEET, LISTS_SHEET]
    assert workbook[LISTS_SHEET].sheet_state == "hidden"
    assert workbook.active.title == README_SHEET


def test_codes_stand_in_the_first_row_and_texts_in_the_second() -> None:
    sheet = opened(template())[RESPONSES_SHEET]
    assert [sheet.cell(row, column).value for row in (1, 2) for column in (1, 2)] == [
        RESPONDENT_HEADER,
        ROLE_HEADER,
    ] * 2
    for question in QUESTIONNAIRE.questions:
        assert sheet.cell(1, COLUMNS[question.code]).value == question.code
        assert sheet.cell(2, COLUMNS[question.code]).value == question.text
    assert sheet.freeze_panes == "C3" and HEADER_ROWS == 2


def test_every_question_on_a_scale_offers_its_labels_and_dont_know() -> None:
    workbook = opened(template())
    offered = rules(workbook, RESPONSES_SHEET)
    sheet = workbook[RESPONSES_SHEET]
    for question in QUESTIONNAIRE.scaled:
        scale = QUESTIONNAIRE.scale_of(question)
        first = sheet.cell(3, COLUMNS[question.code]).coordinate
        assert offered[first] == [*scale.labels, "Don't know"], question.code


def test_roles_come_from_a_list_and_numbers_have_limits() -> None:
    workbook = opened(template())
    offered = rules(workbook, RESPONSES_SHEET)
    assert offered["B3"] == [role.code for role in load_framework().roles]
    cell = workbook[RESPONSES_SHEET].cell(3, COLUMNS["EFFECT_PERCENT"]).coordinate
    assert offered[cell] == ["-100", "100"]


def test_the_total_of_points_is_a_check_and_no_question() -> None:
    sheet = opened(template())[RESPONSES_SHEET]
    points = [COLUMNS[question.code] for question in QUESTIONNAIRE.of_kind(ALLOCATION)]
    assert COLUMNS[TOTAL_HEADER] == points[-1] + 1
    assert TOTAL_HEADER not in QUESTIONNAIRE
    first, last = sheet.cell(3, points[0]).coordinate, sheet.cell(3, points[-1]).coordinate
    assert (
        sheet.cell(3, COLUMNS[TOTAL_HEADER]).value == f'=IF(COUNT({first}:{last})=0,"",SUM({first}:{last}))'
    )


def test_the_first_sheet_carries_the_statement_and_the_confirmation() -> None:
    sheet = opened(template())[README_SHEET]
    words = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert " ".join(QUESTIONNAIRE.attribution_statement.split()) in words
    assert CONFIRMATION in words
    assert set(DETAILS) <= set(words)
    assert any("Chief executive, Chief financial officer, Chief technology officer" in word for word in words)


def test_every_column_of_the_register_is_a_field_of_an_initiative_and_has_a_hint() -> None:
    assert list(INITIATIVE_COLUMNS.values()) == [field.name for field in fields(Initiative)]
    workbook = opened(template())
    sheet = workbook[INITIATIVES_SHEET]
    assert [cell.value for cell in sheet[1]] == list(INITIATIVE_COLUMNS)
    hints = [rule.prompt for rule in sheet.data_validations.dataValidation]
    assert len(hints) == len(INITIATIVE_COLUMNS) and all(hints)
    offered = rules(workbook, INITIATIVES_SHEET)
    assert offered["E2"] == ["Idea", "Pilot", "Production", "Stopped"]
    assert offered["I2"] == offered["M2"] == ["Yes", "No"]


def test_a_filled_workbook_shows_labels_numbers_words_and_keeps_blank_apart_from_dont_know() -> None:
    sheet = filled(ResponseSet(QUESTIONNAIRE, (RESPONDENT,)))[RESPONSES_SHEET]
    shown = {code: sheet.cell(3, column).value for code, column in COLUMNS.items()}
    assert (sheet.cell(3, 1).value, sheet.cell(3, 2).value) == ("R007", "CFO")
    assert shown["TC1"] == "Agree"
    assert shown["TC4"] == "Strongly disagree", "reversed questions are stored and shown as given"
    assert shown["TC2"] == "Don't know" and shown["TC3"] is None
    assert shown["VC1"] == "Confirmed in financial results"
    assert (shown["VAL_GROWTH"], shown["EFFECT_PERCENT"]) == (60, -7.5)


def test_words_that_look_like_a_formula_stay_words() -> None:
    cell = filled(ResponseSet(QUESTIONNAIRE, (RESPONDENT,)))[RESPONSES_SHEET].cell(3, COLUMNS["WHY_DEPLOY"])
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_characters_a_workbook_cannot_hold_are_left_out() -> None:
    person = replace(RESPONDENT, answers={"UNSAID": "one\x0btwo"})
    sheet = filled(ResponseSet(QUESTIONNAIRE, (person,)))[RESPONSES_SHEET]
    assert sheet.cell(3, COLUMNS["UNSAID"]).value == "onetwo"


def test_the_register_is_filled_and_blanks_stay_blank() -> None:
    sheet = filled(ResponseSet(QUESTIONNAIRE, (), (INITIATIVE,)))[INITIATIVES_SHEET]
    row = {header: cell.value for header, cell in zip(INITIATIVE_COLUMNS, sheet[2])}
    assert (row["Initiative"], row["Stage"], row["Announced"], row["Spend to date"]) == (
        "Chat",
        "Pilot",
        "Yes",
        1000,
    )
    assert row["Started"].date() == date(2026, 1, 5)
    assert (
        row["Accountable owner"] is None
        and row["Outcome measured"] is None
        and row["Adoption (% of intended users)"] is None
    )


def test_survey_and_confirmation_are_shown_as_they_were_given() -> None:
    told = Attribution(frozenset({"CEO", "COO"}), True, "Ana", "2026-03-09T09:00:00Z")
    responses = ResponseSet(QUESTIONNAIRE, (), (), told, "Alignment", "Spring", date(2026, 3, 9), "EUR")
    sheet = filled(responses)[README_SHEET]
    entries = {row[1].value: row[2].value for row in sheet.iter_rows() if row[1].value}
    assert [entries[label] for label in DETAILS] == ["Alignment", "Spring", "2026-03-09", "EUR"]
    assert (entries["Confirmed"], entries["Confirmed by"]) == ("Yes", "Ana")
    assert entries["By name of office"] == "Chief executive, Chief operating officer"


def test_a_custom_questionnaire_without_points_has_no_total() -> None:
    kept = tuple(question for question in QUESTIONNAIRE.questions if question.kind != ALLOCATION)
    custom = Questionnaire("c", "Ours", "1", QUESTIONNAIRE.layers, QUESTIONNAIRE.scales, kept, custom=True)
    assert TOTAL_HEADER not in layout(custom)
    sheet = filled(ResponseSet(custom, (RESPONDENT,)))[RESPONSES_SHEET]
    assert sheet.cell(3, layout(custom)["TC1"]).value == "Agree"
    assert sheet.max_column == len(kept) + 2


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    assert path.read_bytes() == template()


@pytest.mark.parametrize("part", [b"2026-01-01T00:00:00Z", b"Executive Alignment Dashboard"])
def test_the_file_tells_no_time_and_no_person(part: bytes) -> None:
    data = template()
    assert part in data
    assert b"openpyxl" not in data
