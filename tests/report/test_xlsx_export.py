import re
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from alignment_model.report.names import short_name
from alignment_model.report.xlsx.export import to_xlsx
from alignment_model.report.xlsx.sheet import FIRST_ROW


def opened(report):
    return openpyxl.load_workbook(BytesIO(to_xlsx(report)))


def rows_of(sheet, head=FIRST_ROW):
    """The table of a sheet as dictionaries by column name."""
    names = [cell.value for cell in sheet[head] if cell.value is not None]
    rows = sheet.iter_rows(min_row=head + 1, max_col=len(names), values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows if row[0] is not None]


def names_of(report):
    """What each role is called on the sheets, by its code."""
    return {role["role"]: short_name(role["role"], role["name"]) for role in report.data["roles"]}


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("usual")


@pytest.fixture(scope="module")
def book(report):
    return opened(report)


def test_every_question_position_is_the_number_of_the_report(report, book):
    rows, names = {row["Code"]: row for row in rows_of(book["Questions"])}, names_of(report)
    questions = [question for layer in report.data["layers"] for question in layer["questions"]]
    for question in questions:
        for role, position in question["positions"].items():
            assert rows[question["question"]][names[role]] == pytest.approx(position, abs=1e-12)


def test_every_answer_count_is_the_count_of_the_report(report, book):
    rows = {(row["Code"], row["Role"]): row for row in rows_of(book["Answers"])}
    names = names_of(report)
    for layer in report.data["layers"]:
        for question in layer["questions"]:
            for role, found in question["distributions"].items():
                row = rows[question["question"], names[role]]
                assert [row[f"Level {level + 1}"] for level in range(5)] == found["counts"]
                assert (row["Don't know"], row["Blank"]) == (found["dont_know"], found["blank"])


def test_layers_and_gaps_are_the_numbers_of_the_report(report, book):
    for row, layer in zip(rows_of(book["Layers"]), report.data["layers"]):
        found = layer["agreement"]
        assert row["Agreement"] == pytest.approx(found["value"], abs=1e-12)
        assert [row["95 % from"], row["95 % to"]] == pytest.approx(found["interval"], abs=1e-12)
        assert row["p"] == found["p"]
    differences = [gap["difference"] for gap in report.data["gaps"]]
    assert [row["Difference"] for row in rows_of(book["Gaps"])] == pytest.approx(differences, abs=1e-12)


def test_every_signal_of_every_pattern_is_there(report, book):
    rows = rows_of(book["Evidence"])
    wanted = [
        (found["name"], side, signal["strength"])
        for found in report.data["patterns"]
        for side in ("for", "against", "missing")
        for signal in found[f"signals_{side}"]
    ]
    assert [(row["Pattern"], row["Evidence"], row["Strength"]) for row in rows] == [
        (name, side, pytest.approx(strength) if strength is not None else None)
        for name, side, strength in wanted
    ]


def test_the_register_holds_its_money(report, book):
    rows = rows_of(book["Register"])
    assert [row["Spend to date"] for row in rows] == [
        item["spend_to_date"] for item in report.data["register"]["initiatives"]
    ]


def test_where_there_is_no_number_its_reason_stands(report_of):
    book = opened(report_of("no statistics"))
    assert rows_of(book["Layers"])[0]["Agreement"] == "Nobody can tell yet (no answers)"


def test_a_role_without_a_position_is_said_to_have_no_answers_and_is_not_called_hidden(report):
    data = deepcopy(dict(report.data))
    del data["layers"][0]["position_details"]["Board"]
    assert rows_of(opened(replace(report, data=data, sections=()))["Layers"])[0]["Board"] == "No answers"


def test_nothing_is_a_formula_or_a_link(any_report):
    for sheet in opened(any_report).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)


def test_what_looks_like_a_formula_is_kept_as_it_was_typed(book):
    names = [row["Name"] for row in rows_of(book["Register"])]
    assert '=HYPERLINK("http://evil.example")' in names


def test_tables_can_be_worked_with(book):
    for name in ("Layers", "Gaps", "Questions", "Answers", "Patterns", "Evidence", "Register"):
        assert book[name].freeze_panes is not None
        assert book[name].auto_filter.ref
    assert book["Questions"]["C5"].number_format == "0.0;−0.0"
    assert book["Patterns"]["C5"].number_format == "0.00;−0.00"


def test_roles_are_called_on_every_sheet_as_in_sentences(any_report):
    names = names_of(any_report)
    never = {code for code, name in names.items() if code != name} | {
        role["name"] for role in any_report.data["roles"] if role["name"] != names[role["role"]]
    }
    for sheet in opened(any_report).worksheets:
        words = {
            part.strip()
            for row in sheet.iter_rows(values_only=True)
            for value in row
            if isinstance(value, str)
            for part in re.split(r",| against ", value)
        }
        assert not words & never, sheet.title


def test_it_prints_landscape_no_smaller_than_can_be_read_with_its_headings(book):
    assert int(book["Layers"].page_setup.fitToWidth) == 2
    for sheet in book.worksheets:
        setup = sheet.page_setup
        assert setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(setup.paperSize) == 9 and int(setup.fitToHeight) == 0
        if sheet.auto_filter.ref:
            assert sheet.print_title_rows == f"${FIRST_ROW}:${FIRST_ROW}"
        if int(setup.fitToWidth or 1) > 1:
            assert sheet.print_title_cols.startswith("$A")


def test_days_are_days_and_small_chances_are_said_to_be_small(book):
    started = [row["Started"] for row in rows_of(book["Register"])]
    assert any(isinstance(day, datetime) for day in started)
    head = [cell.value for cell in book["Layers"][FIRST_ROW]]
    assert "< 0.001" in book["Layers"].cell(FIRST_ROW + 1, head.index("p") + 1).number_format


def test_there_are_native_charts(book):
    assert len(book["Summary"]._charts) == 1
    assert len(book["Layers"]._charts) == 1


def test_the_same_report_gives_the_same_bytes(report):
    assert to_xlsx(report) == to_xlsx(report)
