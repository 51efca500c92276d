"""The checklist of each initiative: the necessity question and the three preconditions, kept with the survey."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.framework import Framework
from alignment_model.ui import asking, components
from alignment_model.ui.tables import ROWS_WITHOUT_SCROLLING


def show(analysis: Analysis, framework: Framework) -> None:
    """One row an initiative; nothing to tick without a register."""
    st.markdown(f"**The necessity question.** {components.plain(framework.necessity_question)}")
    for item in framework.preconditions:
        st.markdown(f"**{components.plain(item.name)}.** {components.plain(item.question)}")
    names = list(workflows.initiatives_to_check(analysis))
    if not names:
        components.note(
            "There is no initiative register, so there is nothing to tick. Add initiatives first."
        )
        components.link("initiatives", "Add initiatives")
        return
    ticks = asking.checklist(analysis.survey)
    titles = {workflows.NECESSITY: "Necessity answered"}
    titles |= {item.code: item.code.replace("_", " ").capitalize() for item in framework.preconditions}
    with st.form("checklist", border=False):
        edited = st.data_editor(
            _table(names, ticks, titles),
            hide_index=True,
            width="stretch",
            height="content" if len(names) <= ROWS_WITHOUT_SCROLLING else "auto",
            disabled=["Initiative"],
            key="checklist_table",
            alt="Checklist of preconditions per initiative",
        )
        saved = st.form_submit_button("Save the checklist", icon=":material/save:")
    if saved:
        asking.save_checklist(analysis.survey, _ticked(edited, titles, names))
        components.keep_message("The checklist is saved with this survey.")
        st.rerun()
    components.note(
        "Saved with the survey, for every wave of it. The team ticks it; nothing is computed from it."
    )


def _table(names: list[str], ticks: dict[str, frozenset[str]], titles: dict[str, str]) -> pd.DataFrame:
    rows = [
        {"Initiative": name} | {title: code in ticks.get(name, ()) for code, title in titles.items()}
        for name in names
    ]
    return pd.DataFrame(rows)


def _ticked(edited: pd.DataFrame, titles: dict[str, str], names: list[str]) -> dict[str, frozenset[str]]:
    """What a client sent, checked against what was offered."""
    rows: list[dict[str, Any]] = edited.to_dict("records")
    return {
        str(row["Initiative"]): frozenset(code for code, title in titles.items() if row.get(title) is True)
        for row in rows
        if row["Initiative"] in names
    }
