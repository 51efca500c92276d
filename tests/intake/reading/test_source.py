"""The one way in: what a file is, is told by its bytes."""

import hashlib

import pytest

from alignment_model.errors import Cancelled, InputError
from alignment_model.intake.reading import read_source
from tests.intake.hostile import building

TEXT = b"Role;Q1\nCEO;4\n"


def test_the_name_is_kept_and_never_believed():
    source = read_source(TEXT, "answers.xlsx")
    assert (source.name, source.format, source.delimiter, source.encoding) == (
        "answers.xlsx",
        "csv",
        ";",
        "utf-8",
    )
    assert read_source(building.workbook(), "answers.csv").format == "xlsx"


def test_the_hash_is_that_of_the_bytes():
    assert read_source(TEXT, "a.csv").content_hash == hashlib.sha256(TEXT).hexdigest()


def test_a_text_file_has_one_nameless_sheet():
    (sheet,) = read_source(TEXT, "a.csv").sheets
    assert (sheet.name, sheet.rows) == ("", (("Role", "Q1"), ("CEO", "4")))


def test_what_was_odd_is_told_with_the_table():
    source = read_source("Role;Q1\nVorstand;völlig\nCEO;x;y\nCFO;z\n".encode("cp1252"), "a.csv")
    assert [problem.code for problem in source.problems] == ["file.encoding_guessed", "file.uneven_rows"]


def test_cancelling_before_the_start_reads_nothing():
    with pytest.raises(Cancelled):
        read_source(TEXT, "a.csv", cancelled=lambda: True)


def test_a_file_of_the_app_s_largest_size_is_read_in_time():
    row = b"Manager,4,5,3,2,1,4,5,Strongly agree,Neither agree nor disagree\n"
    source = read_source(b"Role,a,b,c,d,e,f,g,h,i\n" + row * 100_000, "a.csv")
    assert len(source.sheets[0].rows) == 100_001


@pytest.mark.parametrize("packed", [False, True], ids=["csv", "xlsx"])
def test_a_text_longer_than_a_cell_is_cut_and_said(packed):
    rows = [["Role", "Why"], ["CEO", "x" * 40_000], ["CFO", "y" * 32_767]]
    text = "\n".join(",".join(row) for row in rows).encode()
    cells = [[f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in row] for row in rows]
    sheet = "".join(f"<row>{''.join(row)}</row>" for row in cells)
    source = read_source(building.with_sheet_xml(sheet) if packed else text, "a")
    assert [len(row[1]) for row in source.sheets[0].rows] == [3, 32_767, 32_767]
    (problem,) = source.problems
    assert (problem.code, problem.cell) == ("cell.too_long", "B2")


def test_a_line_of_endless_cells_is_refused_before_it_is_parted():
    with pytest.raises(InputError, match="reaches to cell") as refused:
        read_source(b"a," * 200_000, "a.csv")
    assert refused.value.problems[0].code == "file.too_many_cells"
