"""Which sheet of a workbook is read, where there are several tables to choose from."""

from __future__ import annotations

import streamlit as st

from alignment_model.intake import ColumnMapping, Recognition, mapping_to_toml
from alignment_model.ui.importing import mapping as import_mapping

ASKED = ("sheet.several", "sheet.hidden")


def choose(recognition: Recognition) -> None:
    """A picker of sheets; another sheet is another table, so what was decided about columns is asked anew."""
    asked = any(problem.code in ASKED for problem in recognition.problems)
    if len(recognition.sheets) < 2 and not asked:
        return
    current = recognition.sheet if recognition.sheet in recognition.sheets and not asked else None
    chosen = st.selectbox(
        "Sheet with the answers",
        recognition.sheets,
        index=recognition.sheets.index(current) if current else None,
        placeholder="Choose the sheet to read",
        key=f"sheet_{recognition.content_hash[:12]}",
    )
    if chosen in recognition.sheets and chosen != current:
        import_mapping.use(mapping_to_toml(ColumnMapping(sheet=chosen)))
