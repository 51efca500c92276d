"""The delimiter is the one the records agree on."""

import pytest

from alignment_model.intake.reading.delimiters import choose_delimiter, declared_delimiter

CONSENT = "I have read the information, understood it, agree, and take part freely, without pressure, today"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found(delimiter):
    rows = [["Role", "Q1", "Q2"], ["CEO", "4", "5"], ["CFO", "2", "3"]]
    assert choose_delimiter("\n".join(delimiter.join(row) for row in rows)) == delimiter


def test_a_consent_text_full_of_commas_does_not_mislead():
    header = f"{CONSENT}\tRole\tQ1"
    assert choose_delimiter(f"{header}\nYes\tCEO\t4\nYes\tCFO\tWell, it depends\n") == "\t"


def test_decimal_commas_do_not_mislead():
    assert choose_delimiter("Role;Share\nCEO;1,5\nCFO;2,5\nCTO;3,5\n") == ";"


def test_answers_joined_by_semicolons_do_not_mislead():
    assert (
        choose_delimiter("Role,Tools,Q1\nCEO,Copilot;Chat;,4\nCFO,Chat;Search;,3\nCTO,Chat;Code;,5\n") == ","
    )


def test_a_quote_after_the_wrong_delimiter_does_not_swallow_the_file():
    assert choose_delimiter('Role,Q1,"Pick some: a;b;c;"\nCEO,4,a\nCFO,5,b\nCTO,3,c\n') == ","


def test_delimiters_inside_quotes_are_not_counted():
    text = 'Role;"Comment, long, and full, of, commas"\nCEO;"a, b,\nc, d, e, f"\nCFO;"x"\n'
    assert choose_delimiter(text) == ";"


def test_one_column_is_a_comma_file():
    assert choose_delimiter("Agree\nDisagree\n") == ","


def test_a_short_last_row_does_not_mislead():
    assert choose_delimiter("a;b;c\n1;2;3\n4;5;6\n7\n") == ";"


@pytest.mark.parametrize("line", ["sep=;\n", "SEP=;\r\n", '"sep=;"\r\n', "\nsep=;\r"])
def test_the_line_excel_writes_names_the_delimiter(line):
    assert declared_delimiter(line + "a;b\n") == (";", len(line))


def test_a_header_that_begins_with_sep_is_a_header():
    assert declared_delimiter("separate,Q1\n") == ("", 0)
