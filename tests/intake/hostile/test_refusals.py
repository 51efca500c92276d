"""Each hostile or mistaken kind of file gets its sentence, quickly, and the app lives on."""

import os

import pytest

from alignment_model.errors import ERROR, InputError
from alignment_model.intake.reading import read_source
from alignment_model.intake.reading.refusals import REFUSALS
from tests.intake.hostile import building
from tests.intake.hostile.kinds import REFUSED

SECONDS = 10


def processor_seconds() -> float:
    """Time this process and those it started have used: the same on a busy machine as on an idle one."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_a_sentence_in_time(kind):
    make, code = REFUSED[kind]
    data = make()
    started = processor_seconds()
    with pytest.raises(InputError) as refused:
        read_source(data, "answers.xlsx")
    assert processor_seconds() - started < SECONDS
    (problem,) = refused.value.problems
    assert (problem.code, problem.severity) == (code, ERROR)
    assert problem.found and problem.expected and problem.fix.endswith(".")


def test_every_refusal_is_met_by_a_file():
    assert {code for _, code in REFUSED.values()} == set(REFUSALS)


def test_macros_are_left_out_and_the_cells_read():
    data = building.with_parts(building.workbook(), {"xl/vbaProject.bin": b"Sub Auto_Open()"})
    source = read_source(data, "answers.xlsm")
    assert [problem.code for problem in source.problems] == ["file.macros"]
    assert source.sheets[0].rows[1] == ("CEO", 4)


def test_a_sheet_that_claims_to_be_full_but_holds_one_cell_is_read():
    cells = '</sheetData><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    assert read_source(building.with_sheet_xml(cells), "x").sheets[0].rows == ((1,),)


def test_formatted_empty_cells_far_out_do_not_count():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read_source(building.with_sheet_xml(cells), "x").sheets[0].rows == ((1,),)


def test_an_archive_of_a_single_table_is_that_table():
    source = read_source(building.archive({"export.csv": "Role,Q1\nCEO,4\n"}), "export.zip")
    assert source.format == "csv"
    assert source.sheets[0].rows == (("Role", "Q1"), ("CEO", "4"))


def test_the_address_of_the_far_cell_is_named():
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9"><v>1</v></c></row>'
    with pytest.raises(InputError) as refused:
        read_source(building.with_sheet_xml(far), "x")
    assert refused.value.problems[0].place == "Answers!XFD9"
