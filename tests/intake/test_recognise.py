"""The `inspect --json` contract, whole files, and nothing that raises."""

import json
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_model.intake import load_mapping, mapping_to_toml, recognise
from alignment_model.intake.cells import Sheet, SourceFile
from tests.intake.builders import codes, filled_template, only, read, source

CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["Role", "CEO", "Agree", "Strongly agree", "N/A", "1 - Low", "Response", "Average", "A;B;", "TC1"]
    ),
    st.integers(-10, 120),
    st.floats(),
    st.booleans(),
    st.just(datetime(2026, 1, 5)),
    st.text(max_size=6),
)


def test_the_contract_holds_exactly_its_keys():
    found = read(filled_template(), name="Responses").as_dict()
    keys = "tool encoding delimiter sheet header_rows respondents excluded_rows columns role problems"
    assert list(found) == keys.split()
    assert {"index", "header", "kind", "levels", "counts", "blank", "off_scale"} <= set(found["columns"][0])
    assert json.loads(json.dumps(found)) == found


def test_problems_in_the_contract_hold_their_place():
    rows = filled_template()
    rows[2][5] = "lots"
    problem = read(rows, name="Responses").as_dict()["problems"][0]
    assert list(problem) == ["code", "severity", "sheet", "cell", "found", "expected", "fix"]
    assert (problem["sheet"], problem["cell"]) == ("Responses", "F3")


def test_index_is_the_place_in_the_file_and_counts_stand_in_scale_order():
    found = read([["Role", "Plan"], ["CEO", "Disagree"], ["CFO", "Strongly agree"], ["CTO", "Neutral"]])
    plan = found.as_dict()["columns"][1]
    assert (
        plan["index"] == 1 and plan["levels"][0] == "Strongly disagree" and plan["counts"] == [0, 1, 1, 0, 1]
    )


def test_a_plain_table_of_our_texts_needs_no_mapping():
    found = read(filled_template()[1:])
    assert (
        found.tool in ("plain", "template")
        and found.importable
        and len(found.matched) == len(filled_template()[0]) - 2
    )


def test_numbers_labels_and_numbered_labels_are_the_same_answer():
    rows = filled_template()
    rows[2][5], rows[3][5], rows[4][5], rows[5][5] = 4, "agree", "4 - Agree", "4.0"
    tc4 = next(column for column in read(rows).columns if column.index == 5)
    assert tc4.counts == (0, 0, 0, 8, 0)


def test_another_language_is_read_by_its_order():
    text = filled_template()[1][2]
    labels = [
        "Stimme gar nicht zu",
        "Stimme eher nicht zu",
        "Teils/teils",
        "Stimme eher zu",
        "Stimme völlig zu",
    ]
    found = read([["Rolle", text], *[["Manager", label] for label in labels * 3]])
    assert found.matched[0].counts == (3, 3, 3, 3, 3) and found.importable


def test_a_workbook_without_responses_says_so():
    register = Sheet(
        "Initiatives", [["Initiative", "Stage", "Purpose", "Started"], ["Chatbot", "Pilot", "x", None]]
    )
    found = recognise(SourceFile("a.xlsx", "0", "xlsx", (Sheet("Read me", [["Hello"]]), register)))
    assert only(found, "sheet.none").startswith("the file: found no sheet with one row a respondent")
    assert [initiative.name for initiative in found.initiatives] == ["Chatbot"]


def test_hidden_sheets_are_left_aside():
    hidden = Sheet("Responses", filled_template(), hidden=True)
    assert "sheet.hidden" in codes(recognise(SourceFile("a.xlsx", "0", "xlsx", (hidden,))))


def test_headings_without_people_say_so():
    assert "no answers below the headings" in only(
        read(filled_template()[:2], name="Responses"), "sheet.no_rows"
    )


def test_thirty_thousand_rows_take_moments():
    rows = [
        ["Id", "Role", "Plan"],
        *[[n, "Manager" if n % 3 else "CEO", "Agree" if n % 2 else "Disagree"] for n in range(30_000)],
    ]
    assert read(rows).respondents == 30_000


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=9))
def test_no_content_raises_and_its_proposal_survives_a_file(rows):
    found = recognise(source(rows))
    json.dumps(found.as_dict())
    mapping = found.proposed_mapping()
    assert load_mapping(mapping_to_toml(mapping)) == mapping
    recognise(source(rows), mapping=mapping)
