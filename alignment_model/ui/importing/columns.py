"""The table that says what each column of a file is: one of our questions, one of the team's own, or not used."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from alignment_model.intake import ColumnChoice, ColumnMapping, RecognisedColumn, Recognition
from alignment_model.intake.mapping.matching import BY_CODE, BY_LIKENESS, BY_MAPPING, BY_TEXT, Match
from alignment_model.ui import components, data

HIGHER_IS_BETTER, HIGHER_IS_WORSE = "good", "bad"
NOT_USED, OWN_QUESTION = "Not used", "A question of our own"
BETWEEN_LABELS = " < "
COLUMN, KIND, IS, MATCH = "Column", "Looks like", "Is", "How sure"
LAYER, GROUP, POINTS, LABELS, FEEDS = (
    "Layer",
    "Or group",
    "Agreeing is",
    "Labels, lowest first",
    "Feeds signals",
)
OWN = (LAYER, GROUP, POINTS, LABELS, FEEDS)
READ_ONLY = (COLUMN, KIND, MATCH)
Place = tuple[str, int]


def table(recognition: Recognition, proposed: ColumnMapping, key: str) -> tuple[ColumnChoice, ...]:
    """Show the columns that may be answers, editable; what each is now said to be."""
    st.markdown("**What is each column?**")
    components.note(
        "A column answers one of our questions, is a question of your own, or is not used. Of your own questions say "
        "which layer or group they belong to, whether agreeing is good or bad, their labels from lowest to highest, and "
        "the signals of patterns they feed."
    )
    choices: dict[Place, ColumnChoice] = {
        (choice.column, choice.occurrence): choice for choice in proposed.columns
    }
    roles = recognition.role_column.columns if recognition.role_column else ()
    editable = [
        column
        for column in recognition.columns
        if column.index not in roles and _may_be_answer(column, choices)
    ]
    names = _Names(recognition)
    edited = st.data_editor(
        [_row(column, choices.get((column.header, column.occurrence)), names) for column in editable],
        hide_index=True,
        width="stretch",
        disabled=READ_ONLY,
        column_config=names.columns(),
        column_order=[COLUMN, IS, *([MATCH] if any(column.match for column in editable) else ()), *OWN, KIND],
        key=key,
        alt="Columns of the file and what each is",
    )
    for column, row in zip(editable, edited):
        place = (column.header, column.occurrence)
        choices[place] = _choice(column, choices.get(place), row, names)
    return tuple(choices.values())


def sureness(match: Match | None) -> str:
    """How sure it is that a column answers a question of ours, in words."""
    if match is None:
        return ""
    if match.how == BY_LIKENESS:
        words = "Nearly the same text" if match.sure else "Similar text, please check"
        return f"{words} ({match.confidence:.0%} alike)"
    return {BY_MAPPING: "As decided", BY_CODE: "Certain, by its code", BY_TEXT: "Certain, by its text"}[
        match.how
    ]


class _Names:
    """Codes and what they are called in the table."""

    def __init__(self, recognition: Recognition) -> None:
        self.questions = {q.code: f"{q.code} · {q.label}" for q in recognition.questionnaire.questions}
        self.layers = {layer.code: layer.name for layer in data.framework().layers}
        fed = {signal for question in recognition.questionnaire.questions for signal in question.feeds}
        rules = [signal for pattern in data.pattern_rules() for signal in pattern.signals]
        self.signals = {rule.code: rule.label for rule in rules if rule.code in fed}
        self.question_codes = {name: code for code, name in self.questions.items()}
        self.layer_codes = {name: code for code, name in self.layers.items()}

    def columns(self) -> dict[str, Any]:
        """How each column of the table is edited."""
        config = st.column_config
        return {
            COLUMN: config.TextColumn(width="medium", pinned=True),
            KIND: config.TextColumn(width="small"),
            IS: config.SelectboxColumn(
                options=[NOT_USED, OWN_QUESTION, *self.questions.values()], required=True, width="medium"
            ),
            MATCH: config.TextColumn(width="small"),
            LAYER: config.SelectboxColumn(options=list(self.layers.values()), width="small"),
            GROUP: config.TextColumn(help="A group of your own, when it belongs to no layer.", width="small"),
            POINTS: config.SelectboxColumn(options=[HIGHER_IS_BETTER, HIGHER_IS_WORSE], width="small"),
            LABELS: config.TextColumn(width="medium"),
            FEEDS: config.MultiselectColumn(
                options=list(self.signals), format_func=lambda code: self.signals[code], width="medium"
            ),
        }


def _may_be_answer(column: RecognisedColumn, choices: dict[Place, ColumnChoice]) -> bool:
    named = choices.get((column.header, column.occurrence))
    return (named is not None and not named.ignore) or column.kind in ("rating", "choice", "number")


def _row(column: RecognisedColumn, choice: ColumnChoice | None, names: _Names) -> dict[str, Any]:
    used = NOT_USED
    if choice is not None and not choice.ignore:
        used = names.questions.get(choice.question, OWN_QUESTION)
    own = choice if used == OWN_QUESTION else None
    points = {None: None, False: HIGHER_IS_BETTER, True: HIGHER_IS_WORSE}
    labels = own.labels if own and own.labels else column.levels if column.kind == "rating" else ()
    return {
        COLUMN: column.item or column.header,
        KIND: column.kind,
        IS: used,
        MATCH: sureness(column.match),
        LAYER: names.layers.get(own.layer) if own else None,
        GROUP: own.group if own else "",
        POINTS: points[own.reversed] if own else None,
        LABELS: BETWEEN_LABELS.join(labels),
        FEEDS: [code for code in own.feeds if code in names.signals] if own else [],
    }


def _choice(
    column: RecognisedColumn, before: ColumnChoice | None, row: dict[str, Any], names: _Names
) -> ColumnChoice:
    base = before or ColumnChoice(column.header, column.occurrence)
    if row[IS] == NOT_USED:
        return replace(base, ignore=True, question="")
    if row[IS] != OWN_QUESTION:
        code = names.question_codes[row[IS]]
        return ColumnChoice(column.header, column.occurrence, question=code, read_as=base.read_as)
    labels = tuple(label.strip() for label in (row[LABELS] or "").split(BETWEEN_LABELS.strip()))
    layer = names.layer_codes.get(row[LAYER] or "", "")
    return replace(
        base,
        ignore=False,
        question="",
        layer=layer,
        group="" if layer else (row[GROUP] or "").strip(),
        reversed={HIGHER_IS_BETTER: False, HIGHER_IS_WORSE: True}.get(row[POINTS]),
        labels=tuple(label for label in labels if label),
        feeds=tuple(code for code in row[FEEDS] or () if code in names.signals),
    )
