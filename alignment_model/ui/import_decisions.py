"""What only a person can decide about a file: what each role means, what each column is, which rows count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from alignment_model.intake import (
    ColumnChoice,
    ColumnMapping,
    RecognisedColumn,
    Recognition,
    RoleChoice,
    mapping_to_toml,
    proposed_mapping,
)
from alignment_model.ui import components, data, state

LEAVE_OUT, DECIDE = "Leave out", "Decide"
HIGHER_IS_BETTER, HIGHER_IS_WORSE = "Agreeing speaks for it", "Agreeing speaks against it"
NOT_USED, OWN_QUESTION = "Not used", "A question of our own"
BETWEEN_LABELS = " < "


def show(recognition: Recognition) -> None:
    """Three editable tables and one button; what is decided is kept for the next wave of the same form."""
    proposed = proposed_mapping(recognition)
    with st.expander("All roles, columns and rows"):
        with st.form("decisions", border=False):
            role = _roles(recognition, proposed)
            columns = _columns(recognition, proposed)
            keep, leave_out = _rows(recognition, proposed)
            if st.form_submit_button("Apply", type="primary"):
                decided = replace(proposed, role=role, columns=columns, keep=keep, leave_out=leave_out)
                st.session_state[state.MAPPING] = mapping_to_toml(decided)
                st.rerun()
        st.download_button(
            "Download these decisions as a mapping file",
            data=lambda: mapping_to_toml(proposed),
            file_name="mapping.toml",
            mime="application/toml",
            on_click="ignore",
            icon=":material/download:",
        )


def _roles(recognition: Recognition, proposed: ColumnMapping) -> RoleChoice | None:
    st.markdown("**Which role does each answer mean?**")
    headers = [column.header for column in recognition.columns]
    current = recognition.role.index if recognition.role else None
    chosen = st.selectbox(
        "Role column",
        range(len(headers)),
        index=current,
        format_func=lambda index: headers[index],
        placeholder="Choose the column that says the role",
    )
    if recognition.role is None or chosen != current:
        return (
            proposed.role
            if chosen is None
            else RoleChoice(headers[chosen], {}, recognition.columns[chosen].occurrence)
        )
    options = [role.code for role in data.framework().roles]
    table = [
        {"Answer in the file": answer, "People": count, "Stands for": _role_cell(recognition, answer)}
        for answer, count in recognition.role.counts.items()
    ]
    edited = st.data_editor(
        table,
        hide_index=True,
        width="stretch",
        disabled=["Answer in the file", "People"],
        column_config={
            "Stands for": st.column_config.SelectboxColumn(
                options=[*options, LEAVE_OUT, DECIDE], required=True
            )
        },
        key=f"roles_{recognition.content_hash[:12]}_{chosen}",
        alt="Answers in the role column and the role each stands for",
    )
    values = {
        row["Answer in the file"]: _role_code(row["Stands for"])
        for row in edited
        if row["Stands for"] != DECIDE
    }
    return RoleChoice(recognition.role.header, values, recognition.role.occurrence)


def _role_cell(recognition: Recognition, answer: str) -> str:
    assert recognition.role is not None
    mapped = recognition.role.mapped.get(answer)
    if mapped is None:
        return recognition.role.proposed.get(answer) or DECIDE
    return mapped or LEAVE_OUT


def _role_code(cell: str) -> str:
    return "" if cell == LEAVE_OUT else cell


def _columns(recognition: Recognition, proposed: ColumnMapping) -> tuple[ColumnChoice, ...]:
    st.markdown("**What is each column?**")
    components.note(
        "A column answers one of our questions, is a question of your own, or is not used. For your own questions, "
        "say where they belong, which way they point, and the labels from lowest to highest."
    )
    choices = {(choice.column, choice.occurrence): choice for choice in proposed.columns}
    editable = [column for column in recognition.columns if _can_be_answer(column, choices)]
    questions = {
        question.code: f"{question.code} · {question.label}"
        for question in recognition.questionnaire.questions
    }
    layers = {layer.code: layer.name for layer in data.framework().layers}
    table = [
        _column_row(column, choices.get((column.header, column.occurrence)), questions, layers)
        for column in editable
    ]
    edited = st.data_editor(
        table,
        hide_index=True,
        width="stretch",
        disabled=["Column", "Looks like", "Sure"],
        column_config={
            "Column": st.column_config.TextColumn(width="medium"),
            "Looks like": st.column_config.TextColumn(width="small"),
            "Sure": st.column_config.TextColumn(width="small"),
            "Is": st.column_config.SelectboxColumn(
                options=[NOT_USED, OWN_QUESTION, *questions.values()], required=True
            ),
            "Belongs to": st.column_config.TextColumn(help="One of the four layers, or a group of your own."),
            "Points": st.column_config.SelectboxColumn(options=["", HIGHER_IS_BETTER, HIGHER_IS_WORSE]),
            "Labels, lowest first": st.column_config.TextColumn(width="large"),
        },
        key=f"columns_{recognition.content_hash[:12]}",
        alt="Columns of the file and what each is",
    )
    codes = {label: code for code, label in questions.items()}
    names = {name: code for code, name in layers.items()}
    made = {
        (column.header, column.occurrence): _choice(
            column, choices.get((column.header, column.occurrence)), row, codes, names
        )
        for column, row in zip(editable, edited)
    }
    return tuple({**choices, **made}.values())


def _can_be_answer(column: RecognisedColumn, choices: dict[tuple[str, int], ColumnChoice]) -> bool:
    return (column.header, column.occurrence) in choices or column.kind in ("rating", "choice", "number")


def _column_row(
    column: RecognisedColumn, choice: ColumnChoice | None, questions: dict[str, str], layers: dict[str, str]
) -> dict[str, Any]:
    used = NOT_USED
    if choice is not None and not choice.ignore:
        used = questions.get(choice.question, OWN_QUESTION) if choice.question else OWN_QUESTION
    points = {None: "", False: HIGHER_IS_BETTER, True: HIGHER_IS_WORSE}[choice.reversed if choice else None]
    return {
        "Column": column.header,
        "Looks like": column.kind,
        "Is": used,
        "Sure": "" if column.match is None else f"{round(column.match.confidence * 100)} %",
        "Belongs to": "" if choice is None else layers.get(choice.layer, choice.layer) or choice.group,
        "Points": points if used == OWN_QUESTION else "",
        "Labels, lowest first": BETWEEN_LABELS.join((choice.labels if choice else ()) or column.levels),
    }


def _choice(
    column: RecognisedColumn,
    before: ColumnChoice | None,
    row: dict[str, Any],
    codes: dict[str, str],
    layers: dict[str, str],
) -> ColumnChoice:
    base = before or ColumnChoice(column.header, column.occurrence)
    if row["Is"] == NOT_USED:
        return replace(base, ignore=True, question="")
    if row["Is"] != OWN_QUESTION:
        return ColumnChoice(column.header, column.occurrence, question=codes[row["Is"]], read_as=base.read_as)
    place = (row["Belongs to"] or "").strip()
    labels = tuple(
        label.strip() for label in (row["Labels, lowest first"] or "").split(BETWEEN_LABELS.strip())
    )
    return replace(
        base,
        ignore=False,
        question="",
        layer=layers.get(place, ""),
        group="" if place in layers else place,
        reversed={HIGHER_IS_BETTER: False, HIGHER_IS_WORSE: True}.get(row["Points"]),
        labels=tuple(label for label in labels if label),
    )


def _rows(recognition: Recognition, proposed: ColumnMapping) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not recognition.rows:
        return proposed.keep, proposed.leave_out
    st.markdown("**Which rows count?**")
    by_reason: dict[str, list[Any]] = {}
    for note in recognition.rows:
        by_reason.setdefault(note.reason, []).append(note)
    edited = st.data_editor(
        [
            {"Rows": ", ".join(str(note.row) for note in notes[:12]), "How many": len(notes), "Why": notes[0].sentence,
             "Count them": not notes[0].excluded}
            for notes in by_reason.values()
        ],
        hide_index=True,
        width="stretch",
        disabled=["Rows", "How many", "Why"],
        key=f"rows_{recognition.content_hash[:12]}",
        alt="Rows that may not be respondents, and whether they count",
    )  # fmt: skip
    counted = dict(zip(by_reason, (row["Count them"] for row in edited)))
    keep = tuple(reason for reason, count in counted.items() if count)
    return keep, tuple(reason for reason, count in counted.items() if not count)
