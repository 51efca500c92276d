"""An ordinary organisation for tests, and ways to bend it: everybody at 4, register in order, nothing missing.

Positions are direction-corrected (4 is good), as people read them; answers are turned round for reversed
questions here. 3 leaders by name of office, 5 other executives, 20 managers, 10 employees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from alignment_model.questionnaire import ALLOCATION, EVIDENCE, NUMBER, Questionnaire, load_questionnaire
from alignment_model.responses import Initiative, Respondent, ResponseSet

SIZES = {"CEO": 1, "CFO": 1, "CTO": 1, "Other executive": 5, "Manager": 20, "Employee": 10}
GROUPS = {"Manager": "managers", "Employee": "employees"}
ORDINARY = 4
NEUTRAL = {"PB6": 3, "PB7": 3}
CHAIN = (4, 4, 3, 3, 3, 3)
WAVE_DATE = date(2026, 3, 9)
PURPOSES = (
    "Settle supplier invoices untouched",
    "Drive fewer kilometres without a load",
    "Clear goods at customs",
    "Quote accounts with a margin",
    "Walk shorter ways when picking",
    "Answer tenders sooner",
)
FUNCTIONS = ("Finance", "Transport", "Customs", "Sales", "Warehouses", "Tenders")


def organisation(case: Mapping[str, Any] | None = None) -> ResponseSet:
    """The ordinary organisation with a case's differences.

    `leadership`, `managers`, `employees`: question -> level. `roles`: role -> question -> level.
    `dont_know`: question -> managers who do not know. `points`: role -> points per outcome. `effect`:
    role -> per cent. `register`: place -> fields; `without`: "register" or roles to leave out.
    """
    case = case or {}
    without = case.get("without", [])
    people = [
        _person(role, number, case)
        for role, size in SIZES.items()
        if role not in without
        for number in range(size)
    ]
    items = () if "register" in without else _register(case.get("register", {}))
    return ResponseSet(
        load_questionnaire(),
        tuple(people),
        items,
        survey="Test",
        wave="Q1",
        wave_date=WAVE_DATE,
        currency="EUR",
    )


def _person(role: str, number: int, case: Mapping[str, Any]) -> Respondent:
    questionnaire = load_questionnaire()
    group = case.get(GROUPS.get(role, "leadership"), {})
    wanted = _ordinary(questionnaire) | dict(group) | dict(case.get("roles", {}).get(role, {}))
    unknown = {code for code, n in case.get("dont_know", {}).items() if role == "Manager" and number < n}
    answers: dict[str, Any] = {
        code: turned(questionnaire, code, level) for code, level in wanted.items() if code not in unknown
    }
    shares = case.get("points", {}).get(role, [20, 20, 20, 20, 20, 0, 0, 0])
    answers |= {q.code: points for q, points in zip(questionnaire.of_kind(ALLOCATION), shares)}
    answers |= {q.code: case.get("effect", {}).get(role, -5) for q in questionnaire.of_kind(NUMBER)}
    return Respondent(f"{role}{number}", role, answers, frozenset(unknown))


def turned(questionnaire: Questionnaire, code: str, level: int) -> int:
    """The answer that puts somebody at this level."""
    question = questionnaire.question(code)
    return questionnaire.levels_of(code) + 1 - level if question.reversed else level


def _ordinary(questionnaire: Questionnaire) -> dict[str, int]:
    levels = {question.code: ORDINARY for question in questionnaire.scaled} | NEUTRAL
    return levels | {q.code: level for q, level in zip(questionnaire.of_kind(EVIDENCE), CHAIN)}


def _register(changes: Mapping[str, Mapping[str, Any]]) -> tuple[Initiative, ...]:
    items = [
        Initiative(
            name=f"Initiative {place}",
            owner_function=function,
            accountable_owner=f"Head of {function.lower()}",
            purpose=purpose,
            stage="Pilot" if place == 5 else "Production",
            started=date(2025, 12, 1),
            spend_to_date=100.0,
            committed_spend=0.0,
            announced=place < 4,
            value_metric="Hours",
            baseline="Last year",
            adoption=70.0,
            outcome_measured=True,
        )
        for place, (function, purpose) in enumerate(zip(FUNCTIONS, PURPOSES))
    ]
    return tuple(replace(item, **changes.get(str(place), {})) for place, item in enumerate(items))
