"""The download of a session's agenda."""

from __future__ import annotations

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.ui import asking


def button(analysis: Analysis) -> None:
    """One page to print; made when it is asked for."""
    st.download_button(
        "Download the agenda to print",
        data=lambda: asking.agenda(analysis)[0],
        file_name=workflows.agenda_name(analysis),
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
    )
