"""From what was recognised to checked responses: all of them, or none and every reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from alignment_model.errors import ERROR, QUESTION, InputError
from alignment_model.framework import Layer, load_framework
from alignment_model.intake.answers import LEVEL, VALUE, WORDS, Read
from alignment_model.intake.check import check_points
from alignment_model.intake.mapping.own_questions import group_layer
from alignment_model.intake.recognition.model import RecognisedColumn, Recognition
from alignment_model.intake.recognition.scales.scale_words import DONT_KNOW
from alignment_model.intake.role_titles import office_of
from alignment_model.intake.title_shapes import counted_as
from alignment_model.questionnaire import ALLOCATION, Questionnaire, Scale
from alignment_model.responses import Answer, Attribution, Respondent, ResponseSet

_NO_ANSWER = (None, None)


def to_responses(
    recognition: Recognition,
    *,
    survey: str,
    wave: str,
    wave_date: date | None = None,
    attribution: Attribution | None = None,
    currency: str = "",
) -> ResponseSet:
    """The wave's responses, checked.

    Parameters
    ----------
    recognition : as `recognise` gave it.
    attribution : which roles are shown by name; the mapping's or the usual ones when omitted.

    Raises
    ------
    InputError
        With every error and every open question; nothing is taken in part.
    """
    standing = [problem for problem in recognition.problems if problem.severity in (ERROR, QUESTION)]
    if standing:
        raise InputError(standing)
    attribution = attribution or _attribution(recognition)
    respondents = _respondents(recognition, attribution)
    return ResponseSet(
        questionnaire=questionnaire_of(recognition),
        respondents=respondents,
        initiatives=recognition.initiatives,
        attribution=attribution,
        survey=survey,
        wave=wave,
        wave_date=wave_date,
        currency=currency,
    )


def _attribution(recognition: Recognition) -> Attribution:
    if recognition.mapping and recognition.mapping.attributed_roles is not None:
        return Attribution(frozenset(recognition.mapping.attributed_roles))
    usual = {role.code for role in load_framework().roles if role.attributed and not role.counts_as}
    return Attribution(frozenset(usual))


def questionnaire_of(recognition: Recognition) -> Questionnaire:
    """The questionnaire the responses answer: ours, or a custom one of our matched and the team's own questions."""
    own = [column for column in recognition.matched if column.match is None]
    if not own:
        return recognition.questionnaire
    ours = [column.question for column in recognition.matched if column.match is not None and column.question]
    questions = (*ours, *(column.question for column in own if column.question))
    used = {question.scale for question in ours}
    scales: list[Scale] = [scale for scale in recognition.questionnaire.scales if scale.code in used]
    scales += [column.scale for column in own if column.scale]
    mapping = recognition.mapping
    return Questionnaire(
        code=f"custom_{mapping.form}" if mapping and mapping.form else "custom",
        title=(mapping.title if mapping else "") or recognition.source_name,
        version="1",
        layers=_layers(recognition, own, {question.layer for question in questions if question.layer}),
        scales=tuple(scales),
        questions=questions,
        custom=True,
    )


def _layers(recognition: Recognition, own: list[RecognisedColumn], used: set[str]) -> tuple[Layer, ...]:
    layers = [layer for layer in recognition.questionnaire.layers if layer.code in used]
    names = list(dict.fromkeys(c.choice.group for c in own if c.choice and c.choice.group))
    groups = [group_layer(name, len(layers) + place) for place, name in enumerate(names, start=1)]
    return (*layers, *(replace(group, order=group.order) for group in groups))


def _respondents(recognition: Recognition, attribution: Attribution) -> tuple[Respondent, ...]:
    table, roles = recognition.table, recognition.role_column
    if table is None or roles is None or recognition.role is None:
        return ()
    apart = attribution.attributed_roles
    code_of = {answer: _role_code(answer, code, apart) for answer, code in recognition.role.mapped.items()}
    columns = [
        (column, column.source or table.columns[column.index], _values(column))
        for column in recognition.matched
    ]
    factors = _factors(recognition)
    found = []
    for row in np.flatnonzero(recognition.kept).tolist():
        role = code_of.get(roles.by_row[row], "")
        if role:
            found.append(_respondent(recognition, row, role, columns, factors.get(row, 1.0)))
    return tuple(found)


def _role_code(answer: str, code: str | None, apart: frozenset[str]) -> str:
    """The role a respondent is counted under; an office stays apart when it is attributed."""
    if not code:
        return ""
    exact = office_of(answer)
    if exact is not None and exact.code in apart and exact.counts_as == code:
        return exact.code
    return code if code in apart else counted_as(code)


def _values(column: RecognisedColumn) -> dict[str, tuple[str, Answer | None]]:
    return {answer: _value(read) for answer, read in column.reads.items()}


def _value(read: Read) -> tuple[str, Answer | None]:
    if read.kind in (LEVEL, VALUE, WORDS):
        return "answer", read.value
    return ("dont_know", None) if read.kind == DONT_KNOW else ("", None)


def _factors(recognition: Recognition) -> dict[int, float]:
    """By what each row's points are multiplied where rounding kept them from adding up to 100."""
    points = [
        (recognition.table.columns[column.index], column.reads)
        for column in recognition.matched
        if recognition.table is not None
        and column.question is not None
        and column.question.kind == ALLOCATION
    ]
    return (
        check_points(recognition.table, recognition.kept, points)[1]
        if len(points) > 1 and recognition.table
        else {}
    )


def _respondent(
    recognition: Recognition,
    row: int,
    role: str,
    columns: list[tuple[RecognisedColumn, object, Mapping[str, tuple[str, Answer | None]]]],
    factor: float,
) -> Respondent:
    answers: dict[str, Answer] = {}
    unknown: set[str] = set()
    for column, source, values in columns:
        kind, value = values.get(source.answer(row), ("", None))
        question = column.question
        if kind == "answer" and value is not None:
            scaled = question.kind == ALLOCATION and factor != 1.0
            answers[question.code] = round(float(value) * factor, 6) if scaled else value
        elif kind == "dont_know":
            unknown.add(question.code)
    name = recognition.identifiers.answer(row) if recognition.identifiers else ""
    sheet_row = recognition.table.sheet_row(row)
    return Respondent(name or f"row {sheet_row}", role, answers, frozenset(unknown))
