"""What only a person can decide about a file: what each role means, what each column is, which rows count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from alignment_model.intake import (
    ColumnMapping,
    Recognition,
    RoleChoice,
    mapping_to_toml,
    proposed_mapping,
)
from alignment_model.ui import data
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.importing import columns as import_columns
from alignment_model.ui.importing import mapping as import_mapping

LEAVE_OUT, DECIDE = "Leave out", "Decide"


def show(recognition: Recognition) -> None:
    """Three editable tables and one button; what is decided is kept for the next wave of the same form."""
    if not recognition.columns:
        return
    proposed = proposed_mapping(recognition)
    mark = f"{recognition.content_hash[:12]}_{recognition.sheet}"
    with st.expander("All roles, columns and rows"):
        with st.form("decisions", border=False):
            keep, leave_out = _rows(recognition, proposed)
            role = _roles(recognition, proposed)
            columns = import_columns.table(recognition, proposed, f"columns_{mark}")
            if st.form_submit_button("Apply", type=main_button()):
                decided = replace(proposed, role=role, columns=columns, keep=keep, leave_out=leave_out)
                import_mapping.use(mapping_to_toml(decided))
        import_mapping.download(proposed)


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
    return RoleChoice(recognition.role.header, _meanings(recognition, chosen), recognition.role.occurrence)


def _meanings(recognition: Recognition, chosen: int) -> dict[str, str]:
    """What each answer of the role column stands for, as the person decides in a table; undecided ones left out."""
    assert recognition.role is not None
    options = [role.code for role in data.framework().roles]
    edited = st.data_editor(
        [
            {"Answer in the file": answer, "People": count, "Stands for": _role_cell(recognition, answer)}
            for answer, count in recognition.role.counts.items()
        ],
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
    return {
        row["Answer in the file"]: _role_code(row["Stands for"])
        for row in edited
        if row["Stands for"] != DECIDE
    }


def _role_cell(recognition: Recognition, answer: str) -> str:
    assert recognition.role is not None
    mapped = recognition.role.mapped.get(answer)
    if mapped is None:
        return recognition.role.proposed.get(answer) or DECIDE
    return mapped or LEAVE_OUT


def _role_code(cell: str) -> str:
    return "" if cell == LEAVE_OUT else cell


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
