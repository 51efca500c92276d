"""Small custom surveys for tests: roles with levels per question, everybody of a role alike or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from alignment_model.analysis.wave import gather
from alignment_model.findings.evidence import Evidence
from alignment_model.framework import Layer
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import Question, Questionnaire, Scale
from alignment_model.responses import Initiative, Respondent, ResponseSet

Rows = Mapping[str, Sequence[Sequence[int | None]]]


def survey(answers: Rows, levels: int = 5, initiatives: Sequence[Initiative] = ()) -> ResponseSet:
    """One layer "trust" with a question a column; a row a person, None where left blank."""
    columns = max((len(row) for rows in answers.values() for row in rows), default=1)
    asked = Questionnaire(
        "small",
        "Small",
        "1",
        (Layer("trust", "Trust", 1),),
        (Scale("own", tuple(str(level) for level in range(1, levels + 1))),),
        tuple(Question(f"Q{i}", f"Statement {i}", scale="own", layer="trust") for i in range(columns)),
        custom=True,
    )
    people = tuple(
        Respondent(f"{role}{i}", role, {f"Q{q}": level for q, level in enumerate(row) if level is not None})
        for role, rows in answers.items()
        for i, row in enumerate(rows)
    )
    return ResponseSet(asked, people, tuple(initiatives), survey="S", wave="W", wave_date=date(2026, 3, 9))


def evidence(answers: Rows, levels: int = 5, initiatives: Sequence[Initiative] = ()) -> Evidence:
    """The same, counted."""
    return gather(survey(answers, levels, initiatives), PrivacyPolicy())
