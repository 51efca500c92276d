"""Add and edit initiatives on screen: everything is checked like the workbook, and saved whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.errors import InputError
from alignment_model.responses import STAGES, Initiative
from alignment_model.ui import asking, components, state

TEXTS = ("Initiative", "Owner function", "Accountable owner", "Purpose", "Value metric", "Baseline")
MONEY = ("Spend to date", "Committed spend", "Value expected", "Value realised")
ADOPTION = "Adoption (% of intended users)"
CHOICES = ("Announced", "Outcome measured")
YES_NO = ("Yes", "No")
PROBLEMS_SHOWN = 20


def show(analysis: Analysis) -> None:
    """The register as a table to edit, with the problems of the last attempt above it."""
    items = asking.initiatives(analysis)
    _say(st.session_state.get(state.REGISTER_PROBLEMS, ()))
    edit = st.session_state.setdefault(state.EDITOR_ROUND, 0)
    with st.form("register", border=False):
        edited = st.data_editor(
            _table(items),
            num_rows="dynamic",
            hide_index=True,
            width="stretch",
            column_config=_columns(analysis.currency),
            key=f"register_{analysis.survey}_{analysis.wave}_{edit}",
            alt="The initiative register, to edit",
        )
        pressed = st.form_submit_button("Save the register", icon=":material/save:")
    components.note(
        "Nothing is saved unless every row is right. What the register said before is kept with the edit. "
        "Add a row at the foot of the table; select a row on its left to delete it."
    )
    if pressed:
        _save(analysis, edited)


def _save(analysis: Analysis, edited: pd.DataFrame) -> None:
    found, problems = workflows.check_initiatives(_rows(edited))
    if not problems:
        try:
            asking.save_initiatives(analysis, found)
        except InputError as error:
            problems = error.problems
    st.session_state[state.REGISTER_PROBLEMS] = [problem.sentence for problem in problems]
    if not problems:
        st.session_state[state.EDITOR_ROUND] += 1
        components.keep_message(f"The register is saved: {len(found)} initiatives.")
    st.rerun()


def _say(sentences: Sequence[str]) -> None:
    if not sentences:
        return
    shown = "\n".join(f"- {components.plain(text)}" for text in sentences[:PROBLEMS_SHOWN])
    more = len(sentences) - PROBLEMS_SHOWN
    rest = f"\n\nAnd {more} more." if more > 0 else ""
    st.error(f"Nothing was saved. Mend these first:\n\n{shown}{rest}")


def _table(items: tuple[Initiative, ...]) -> pd.DataFrame:
    """One row an initiative, under the workbook's headings, each column of one kind."""
    frame = pd.DataFrame(workflows.initiative_rows(items), columns=list(workflows.initiative_headings()))
    for name in TEXTS:
        frame[name] = frame[name].astype("string")
    for name in (*MONEY, ADOPTION):
        frame[name] = pd.to_numeric(frame[name]).astype("float64")
    for name in CHOICES:
        frame[name] = frame[name].map({True: "Yes", False: "No"}).astype("string")
    frame["Started"] = pd.to_datetime(frame["Started"])
    return frame


def _rows(edited: pd.DataFrame) -> list[dict[str, Any]]:
    """What came back, as cells: adoption as a text, so that 0.5 stays half a per cent."""
    rows = edited.to_dict("records")
    for row in rows:
        value = row.get(ADOPTION)
        row[ADOPTION] = None if value is None or value != value else f"{value:g} %"
    return rows


def _columns(currency: str) -> dict[str, Any]:
    money = f", in {currency}" if currency else ""
    return (
        {name: st.column_config.TextColumn(name, max_chars=300) for name in TEXTS}
        | {
            name: st.column_config.NumberColumn(name, format="localized", help=f"Amount{money}")
            for name in MONEY
        }
        | {name: st.column_config.SelectboxColumn(name, options=list(YES_NO)) for name in CHOICES}
        | {
            "Stage": st.column_config.SelectboxColumn("Stage", options=list(STAGES)),
            "Started": st.column_config.DateColumn("Started", format="D MMM YYYY"),
            ADOPTION: st.column_config.NumberColumn(ADOPTION, min_value=0, max_value=100),
        }
    )
