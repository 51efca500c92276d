"""The workbook's questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alignment_model.report.xlsx.sheet import Sheet, SheetColumn
from alignment_model.report.xlsx.values import Data, called, known, position, role_columns, shown_roles

C = SheetColumn


def all_questions(data: Data) -> Iterator[tuple[str, Data]]:
    """Every question with the name of its layer, the layers' first."""
    for layer in data["layers"]:
        for result in layer["questions"]:
            yield layer["name"], result
    for result in data["other_questions"]:
        yield "Outside the layers", result


def questions_sheet(data: Data) -> Sheet:
    """One row a question: where each role stands."""
    roles = shown_roles(data)
    columns = (
        C("Question", "long"),
        C("Layer", width=26),
        *role_columns(data),
        C("Spread", "points"),
        C("Agreement", "agreement"),
        C("Average deviation", "agreement"),
        C("Reversed", width=10),
        C("Code", width=18),
    )
    rows = tuple(
        (
            result["text"],
            layer,
            *(position(result["position_details"], role) for role in roles),
            known(result["spread"]),
            known(result["agreement"]),
            known(result["average_deviation"]),
            result["reversed"],
            result["question"],
        )
        for layer, result in all_questions(data)
    )
    intro = (
        "Where each role stands. Reversed questions are flipped, so that higher always speaks for the layer."
    )
    return Sheet("Questions", "Questions", intro, columns, rows)


def answers_sheet(data: Data) -> Sheet:
    """One row a question and role: how many people chose each level."""
    most = max((result["levels"] for _, result in all_questions(data)), default=0)
    columns = (
        C("Question", "long"),
        C("Role", width=16),
        C("People", "integer", 9),
        *(C(f"Level {level}", "integer", 9) for level in range(1, most + 1)),
        C("Don't know", "integer", 10),
        C("Blank", "integer", 9),
        C("Levels, lowest first", "long", 44),
        C("Code", width=18),
    )
    rows = tuple(
        _answer_row(result, role, called(data, role), most)
        for _, result in all_questions(data)
        for role in shown_roles(data)
        if role in result["distributions"]
    )
    intro = "Answers as given: reversed questions are not flipped here."
    return Sheet("Answers", "Answers", intro, columns, rows, fixed=2)


def _answer_row(result: Data, role: str, name: str, most: int) -> tuple[Any, ...]:
    found = result["distributions"][role]
    rest = (None,) * (most - len(found["counts"]))
    labels = " | ".join(result["labels"])
    counts = (*found["counts"], *rest)
    return (
        result["text"],
        name,
        found["n"],
        *counts,
        found["dont_know"],
        found["blank"],
        labels,
        result["question"],
    )
