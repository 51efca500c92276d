"""Small survey exports built in code: our own content in the shapes real tools give it."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.intake import Recognition, recognise
from alignment_model.intake.cells import CellValue, Sheet, SourceFile
from alignment_model.intake.mapping.model import ColumnMapping
from alignment_model.questionnaire import ALLOCATION, SCALED_KINDS, load_questionnaire

ROLES = ("CEO", "CFO", "CTO", "Board", "Manager", "Manager", "Employee", "Employee")
AGREEMENT = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")


def source(rows: Sequence[Sequence[CellValue]], name: str = "", **marks: object) -> SourceFile:
    """A file with one sheet."""
    return SourceFile("export.csv", "0" * 64, "csv", (Sheet(name, rows, **marks),), "utf-8", ",")


def read(
    rows: Sequence[Sequence[CellValue]], mapping: ColumnMapping | None = None, name: str = "", **marks: object
) -> Recognition:
    """What is recognised in one sheet."""
    return recognise(source(rows, name, **marks), mapping=mapping)


def column(*answers: CellValue, heading: str = "We share one plan for AI") -> Recognition:
    """What is recognised in a table with a role and one other column."""
    return read([["Role", heading], *[["Manager", answer] for answer in answers]])


def filled_template(people: int = len(ROLES)) -> list[list[CellValue]]:
    """Rows of our template, filled without a fault: level 4 everywhere, 100 points shared evenly."""
    questions = load_questionnaire().questions
    shares = [question for question in questions if question.kind == ALLOCATION]

    def answer(place: int) -> CellValue:
        question = questions[place]
        if question.kind in SCALED_KINDS:
            return 4
        if question.kind == ALLOCATION:
            return 100 / len(shares)
        return 5 if question.kind == "number" else "Because it saves time"

    rows: list[list[CellValue]] = [
        ["Respondent", "Role", *(question.code for question in questions)],
        ["Respondent", "Role", *(question.text for question in questions)],
    ]
    for person in range(people):
        role = ROLES[person % len(ROLES)]
        rows.append([f"R{person + 1}", role, *(answer(place) for place in range(len(questions)))])
    return rows


def codes(found: Recognition) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in found.problems]


def only(found: Recognition, code: str) -> str:
    """The sentence of the one problem with this code."""
    sentences = [problem.sentence for problem in found.problems if problem.code == code]
    assert len(sentences) == 1, sentences
    return sentences[0]
