"""Whichever reader opens a workbook, the cells are the same."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignment_model.intake.reading import read_source
from alignment_model.intake.reading import workbook as reading
from alignment_model.intake.reading.assembly import assemble
from alignment_model.intake.reading.progress import Watch
from tests.intake.hostile import building

BOTH = pytest.mark.parametrize("reader", [reading.OPENPYXL, reading.CALAMINE])
FIFTH = datetime.datetime(2026, 1, 5)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.floats(-1e9, 1e9, allow_subnormal=False),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=10).map(lambda text: f"a{text}"),
    st.datetimes(datetime.datetime(1990, 1, 1), datetime.datetime(2100, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
)


def sheets_of(data, file_format="xlsx", reader=reading.OPENPYXL):
    return assemble(reading.workbook_frames(data, file_format, reader), Watch()).sheets


def quirks(book):
    sheet = book.active
    sheet.merge_cells("C1:D1")
    sheet["B5"] = "=1+1"
    sheet["C2"], sheet["C3"], sheet["C4"] = "NA", 3.0, 2.5
    sheet["D2"], sheet["D3"] = FIFTH, FIFTH
    sheet["D2"].number_format = "d-mmm"
    sheet["E2"] = "#N/A"
    sheet["E3"] = "first_x000D_\nsecond"
    hidden = book.create_sheet("Notes")
    hidden.sheet_state = "hidden"
    hidden["C3"] = True


@BOTH
def test_values_and_unusual_cells_are_found(reader):
    answers, notes = sheets_of(building.workbook(prepare=quirks), reader=reader)
    assert answers.rows[1] == ("CEO", 4, "NA", FIFTH, "#N/A")
    assert answers.rows[2] == ("Manager", "Don't know", 3, FIFTH, "first\r\nsecond")
    assert isinstance(answers.rows[2][2], int)
    assert answers.formulas == {(4, 1)}
    assert answers.errors == {(1, 4)}
    assert answers.merged == ((0, 2, 0, 3),)
    assert answers.dates_from_text == {(1, 3)}
    assert (answers.name, answers.hidden, notes.name, notes.hidden) == ("Answers", False, "Notes", True)
    assert notes.rows == ((), (), (None, None, True))


@BOTH
def test_a_formula_with_a_stored_result_gives_its_result(reader):
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>A1</f></c>'
    (sheet,) = sheets_of(building.with_sheet_xml(f'<row r="1">{cells}</row>'), reader=reader)
    assert sheet.rows[0][0] == 2
    assert sheet.formulas == {(0, 2)}


@BOTH
def test_cells_without_addresses_follow_each_other(reader):
    cells = '<row><c><v>1</v></c><c t="inlineStr"><is><t>Agree</t></is></c></row><row><c><v>2</v></c></row>'
    assert sheets_of(building.with_sheet_xml(cells), reader=reader)[0].rows == ((1, "Agree"), (2,))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(VALUES, min_size=2, max_size=4), min_size=1, max_size=5))
def test_both_readers_see_the_same_cells(rows):
    data = building.workbook([["Role", "Q1"], *rows])
    assert sheets_of(data, reader=reading.OPENPYXL) == sheets_of(data, reader=reading.CALAMINE)


def test_a_large_sheet_gives_the_same_as_a_small_one(monkeypatch):
    data = building.workbook([["Role", "Q1"], ["CEO", 4], ["CFO", "NA"], ["CTO", 2.5]])
    usual = sheets_of(data)
    monkeypatch.setattr(reading, "LARGE_SHEET_BYTES", 0)
    assert sheets_of(data) == usual


def test_a_large_sheet_with_unusual_cells_is_walked_all_the_same(monkeypatch):
    data = building.workbook(prepare=quirks)
    usual = sheets_of(data)
    monkeypatch.setattr(reading, "LARGE_SHEET_BYTES", 0)
    assert sheets_of(data) == usual


def test_a_workbook_with_prefixed_tags_is_read():
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    data = building.with_parts(building.workbook(), {building.SHEET_PART: xml})
    assert sheets_of(data)[0].rows == ((4,),)


@BOTH
def test_a_table_that_starts_in_the_middle_of_its_sheet_stays_there(reader):
    (sheet,) = sheets_of(
        building.workbook([[], [], [None, None, "Role"], [None, None, "CEO", 4]]), reader=reader
    )
    assert sheet.rows == ((), (), (None, None, "Role"), (None, None, "CEO", 4))


def test_an_old_workbook_shows_errors_and_shares_like_the_program_that_made_it():
    styles = b"".join(building.old_style(code) for code in (0, 9, 16))
    records = building.old_text(0, 0, "Role") + building.old_number(1, 0, 0.05, style=1)
    records += (
        building.old_error(2, 0)
        + building.old_formula_error(3, 0)
        + building.old_number(4, 0, 46027, style=2)
    )
    book = assemble(reading.workbook_frames(building.old_workbook(records, before=styles), "xls"), Watch())
    (sheet,) = book.sheets
    assert sheet.rows[:4] == (("Role",), ("5%",), ("#N/A",), ("#DIV/0!",))
    assert (sheet.errors, sheet.dates_from_text, book.problems) == ({(2, 0), (3, 0)}, {(4, 0)}, ())


def test_an_old_workbook_that_cannot_be_followed_is_read_and_its_errors_counted():
    data = building.old_workbook(building.old_text(0, 0, "Role") + building.old_error(1, 0))
    lost = data.replace(b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x10\x00\x00\x06\x05\x01", 1)
    book = assemble(reading.workbook_frames(lost, "xls"), Watch())
    assert [problem.code for problem in book.problems] == ["file.hidden_errors"]


@BOTH
def test_a_share_reads_as_the_spreadsheet_shows_it(reader):
    def shares(book):
        for row, (value, code) in enumerate(
            [(0.05, "0%"), (-0.125, "0.0%"), ("none", "0%"), (5, '0" %"')], start=2
        ):
            book.active.cell(row, 3, value).number_format = code

    (sheet,) = sheets_of(building.workbook(prepare=shares)[:], reader=reader)
    assert [row[2] for row in sheet.rows[1:5]] == ["5%", "-12.5%", "none", 5]


def test_an_old_sheet_filled_to_its_last_column_is_told():
    records = building.old_text(0, 0, "Role") + building.old_number(0, 255, 4)
    (problem,) = read_source(building.old_workbook(records), "a.xls").problems
    assert (problem.code, problem.sheet) == ("file.cut_off", "Answers")
