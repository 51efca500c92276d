"""The initiative register: read, and every fault with its cell."""

from datetime import date, datetime

import pytest

from alignment_model.intake.cells import Sheet
from alignment_model.intake.register import is_register, read_register
from alignment_model.intake.template.register import INITIATIVE_COLUMNS

GOOD = {
    "name": "Chatbot", "stage": "In pilot", "started": datetime(2025, 3, 1), "spend_to_date": "€ 1,200,000",
    "announced": "yes", "adoption": "34 %", "outcome_measured": "Nein", "value_expected": 5,
}  # fmt: skip


def sheet(*rows):
    return Sheet(
        "Initiatives",
        [
            list(INITIATIVE_COLUMNS),
            *[[row.get(name) for name in INITIATIVE_COLUMNS.values()] for row in rows],
        ],
    )


def test_a_good_line_is_read():
    (found,), problems = read_register(sheet(GOOD))
    assert problems == ()
    assert (found.name, found.stage, found.started, found.spend_to_date) == (
        "Chatbot",
        "Pilot",
        date(2025, 3, 1),
        1_200_000,
    )
    assert (found.announced, found.outcome_measured, found.adoption) == (True, False, 34)


@pytest.mark.parametrize(
    ("field", "value", "code", "cell"),
    [
        ("stage", "Flying", "register.stage", "E2"),
        ("started", "soon", "register.started", "F2"),
        ("spend_to_date", -50, "register.negative", "G2"),
        ("committed_spend", "much", "register.committed_spend", "H2"),
        ("announced", "maybe", "register.announced", "I2"),
        ("adoption", 140, "register.adoption", "L2"),
    ],
)
def test_a_fault_is_named_with_its_cell(field, value, code, cell):
    _, (problem,) = read_register(sheet({**GOOD, field: value}))
    assert (problem.code, problem.cell, problem.sheet) == (code, cell, "Initiatives")


def test_a_line_without_a_name_is_an_error():
    _, problems = read_register(sheet({"purpose": "Save time"}))
    assert [problem.code for problem in problems] == ["register.no_name"]


def test_the_same_name_twice_is_a_warning():
    initiatives, (problem,) = read_register(sheet(GOOD, GOOD))
    assert len(initiatives) == 2 and problem.severity == "warning"


def test_blank_lines_are_no_initiatives():
    assert read_register(sheet({}, {}))[0] == ()


def test_a_register_is_known_by_its_headings():
    assert is_register(Sheet("Projects", [list(INITIATIVE_COLUMNS)])) and not is_register(
        Sheet("x", [["Role", "Plan"]])
    )
