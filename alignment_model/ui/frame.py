"""The frame around every page: configuration, menu, pickers, and the one place that catches what went wrong."""

from __future__ import annotations

import streamlit as st

from alignment_model.errors import AlignmentError
from alignment_model.ui import components, data, registry, screen, state
from alignment_model.ui.presenter import address
from alignment_model.ui.presenter import show as presenter

PICKER_WIDTH = 280  # px
ICON = registry.PROJECT / "alignment_model" / "assets" / "icon.png"


def show() -> None:
    """Draw the frame, then the chosen page inside it."""
    st.set_page_config(page_title="Executive Alignment", page_icon=str(ICON), layout="wide")
    st.session_state[state.FRAME] = True
    pages = {entry.code: entry.streamlit_page() for entry in registry.PAGES}
    chosen = st.navigation(
        {
            section: [pages[entry.code] for entry in entries]
            for section, entries in registry.by_section().items()
        },
        expanded=True,
        position="hidden" if address.asked() else "sidebar",
    )
    try:
        if address.asked():
            presenter.show()
            return
        screen.measure()
        _pickers()
        components.message()
        chosen.run()
    except AlignmentError as error:
        components.problem(str(error))


def require() -> None:
    """Called first by every page: refuses to run a page that did not come through the frame."""
    if not st.session_state.get(state.FRAME):
        st.error("This page opens inside the app. Go to the start page.")
        st.stop()


def _pickers() -> None:
    surveys = data.surveys()
    if not surveys:
        return
    wanted = st.session_state.pop(state.NEXT_WAVE, None)
    if wanted is not None:
        st.session_state[state.SURVEY], st.session_state[state.WAVE] = wanted
    names = [survey.name for survey in surveys]
    with st.container(horizontal=True, horizontal_alignment="right"):
        survey = st.selectbox(
            "Survey", names, key=state.SURVEY, bind="query-params", persist_state="session", width=PICKER_WIDTH,
            label_visibility="collapsed",
        )  # fmt: skip
        waves = next((entry.waves for entry in surveys if entry.name == survey), ())
        labels = [wave.name for wave in reversed(waves)]
        st.selectbox(
            "Wave", labels, key=state.WAVE, bind="query-params", persist_state="session", width=PICKER_WIDTH // 2,
            label_visibility="collapsed",
        )  # fmt: skip
