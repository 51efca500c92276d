"""Text files to cells: nothing is interpreted, nothing is lost."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.errors import Cancelled
from alignment_model.intake.reading.delimited import read_delimited
from alignment_model.intake.reading.progress import Watch

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1a"), max_size=12)


def rows_of(text):
    return read_delimited(text, Watch()).sheet.rows


def test_words_that_look_like_nothing_stay_answers():
    assert rows_of("Role,Q\nCEO,NA\nCFO,None\nCTO,null\nBoard,NaN\nManager,\n")[1:] == (
        ("CEO", "NA"),
        ("CFO", "None"),
        ("CTO", "null"),
        ("Board", "NaN"),
        ("Manager", None),
    )


def test_line_breaks_inside_quotes_stay_in_their_cell():
    assert rows_of('Role,"Do we\r\nagree?"\r\nCEO,"a ""b"""\r\n') == (
        ("Role", "Do we\r\nagree?"),
        ("CEO", 'a "b"'),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_understood(end):
    assert rows_of(end.join(["Role;Q", "CEO;4", "CFO;5"])) == (("Role", "Q"), ("CEO", "4"), ("CFO", "5"))


def test_the_separator_line_is_not_a_row():
    table = read_delimited("sep=|\nRole|Q\nCEO|4,5\n", Watch())
    assert (table.delimiter, table.sheet.rows[0]) == ("|", ("Role", "Q"))


def test_a_quote_never_closed_is_a_character_when_every_line_is_whole_without_it():
    assert rows_of('a,b\n1,2\n3,"4\n5,6\n') == (("a", "b"), ("1", "2"), ("3", '"4'), ("5", "6"))


def test_a_quote_never_closed_costs_its_line_only():
    text = 'Role,Comment,Q\nCEO,"fine, thanks",4\nCFO,"never closed,3\nCTO,ok,5\n'
    assert rows_of(text)[1:] == (
        ("CEO", "fine, thanks", "4"),
        ("CFO", '"never closed', "3"),
        ("CTO", "ok", "5"),
    )
    (problem,) = read_delimited(text, Watch()).problems
    assert (problem.code, problem.cell) == ("file.unclosed_quote", "line 3")


def test_a_text_full_of_unclosed_quotes_is_still_read_to_its_end():
    lines = ['x,"y'] * 101
    assert len(rows_of("a,b\n" + "\n".join(lines))) == 102


def test_quotes_in_tabbed_text_that_never_quotes_are_characters():
    text = 'Role\tComment\tQ\nCEO\t"fast" is good\t4\nCFO\t"slow\t3\nCTO\t12" screens\t5\n'
    assert rows_of(text)[1:3] == (("CEO", '"fast" is good', "4"), ("CFO", '"slow', "3"))


def test_spaces_before_quotes_are_not_part_of_the_answer():
    assert rows_of('"Role", "Q1"\n"CEO", "4, or 5"\n') == (("Role", "Q1"), ("CEO", "4, or 5"))


def test_a_row_wider_than_the_others_is_pointed_out():
    table = read_delimited("Role,Q,C\nCEO,4,x\nCFO,3,well, yes\nCTO,5,z\n", Watch())
    (problem,) = table.problems
    assert (problem.code, problem.cell) == ("file.uneven_rows", "D3")


def test_empty_rows_at_the_end_are_dropped_and_others_kept():
    assert rows_of("a,b\n\n1,2\n,\n\n") == (("a", "b"), (), ("1", "2"))


def test_reading_tells_how_far_it_is_and_stops_when_asked():
    heard = []
    text = "Role,Q\n" + "CEO,4\n" * 10_000
    read_delimited(text, Watch(progress=lambda read, total: heard.append((read, total))))
    assert heard[0] == (2_000, None) and heard[-1] == (10_000, None)
    with pytest.raises(Cancelled):
        read_delimited(text, Watch(cancelled=lambda: len(heard) > 0))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_the_csv_module_writes_is_read_back(rows):
    header = [["Role", "First question", "Second question"]]
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(header + rows)
    expected = [tuple(cell or None for cell in row) for row in header + rows]
    while not any(expected[-1]):
        expected.pop()
    assert list(rows_of(stream.getvalue())) == expected
