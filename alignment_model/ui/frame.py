"""The frame around every page: configuration, menu, pickers, and the one place that catches what went wrong."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from alignment_model.charts.style.theme import theme
from alignment_model.errors import AlignmentError
from alignment_model.store import SurveySummary
from alignment_model.ui import components, data, light_or_dark, picking, registry, screen, search, state
from alignment_model.ui.presenter import address
from alignment_model.ui.presenter import show as presenter

PICKER_WIDTH = 280  # px
NARROW_PICKER, NARROW_WAVE = 222, 120  # px: both fit one row of a phone
ICON = registry.PROJECT / "alignment_model" / "assets" / "icon.png"


def show() -> None:
    """Draw the frame, then the chosen page inside it."""
    st.set_page_config(page_title="Executive Alignment", page_icon=str(ICON), layout="wide")
    _logo()
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
            light_or_dark.follow()
            return
        with st.sidebar:
            light_or_dark.follow()
        screen.measure()
        _top()
        components.message()
        chosen.run()
    except AlignmentError as error:
        components.problem(str(error))


def _logo() -> None:
    """The company's mark over the menu, as its theme has it for this reader's light or dark."""
    logo = theme().logo
    if logo is not None:
        st.logo(str(logo.on(light_or_dark.mode())), size="large")


def require() -> None:
    """Called first by every page: refuses to run a page that did not come through the frame."""
    if not st.session_state.get(state.FRAME):
        st.error("This page opens inside the app. Go to the start page.")
        st.stop()


def _top() -> None:
    """Search, and which survey and wave: in one row, on a phone in two."""
    surveys = data.surveys()
    wanted = st.session_state.pop(state.NEXT_WAVE, None)
    if wanted is not None:
        picking.choose(state.SURVEY, wanted[0])
        picking.choose(state.WAVE, wanted[1])
    row = st.container(horizontal=True, horizontal_alignment="right")
    with row:
        search_here = _place_of_search()
        if surveys:
            _pickers(surveys, narrow=screen.narrow())
    with search_here:
        search.show()


def _place_of_search() -> DeltaGenerator:
    """Beside the pickers, or on a phone a row of its own above them."""
    if not screen.narrow():
        return st.container(width="content")
    return st.container(width=NARROW_PICKER + NARROW_WAVE, horizontal=True, horizontal_alignment="right")


def _pickers(surveys: tuple[SurveySummary, ...], *, narrow: bool) -> None:
    """Which survey and wave. Both always stand in the URL: a link must not change when a wave is added."""
    survey = _picker(
        "Survey", [entry.name for entry in surveys], state.SURVEY, NARROW_PICKER if narrow else PICKER_WIDTH
    )
    waves = next((entry.waves for entry in surveys if entry.name == survey), ())
    labels = [wave.name for wave in reversed(waves)]
    _picker("Wave", labels, state.WAVE, NARROW_WAVE if narrow else PICKER_WIDTH // 2)


def _picker(label: str, names: list[str], parameter: str, width: int) -> str:
    chosen = picking.from_url(
        label, {name: name for name in names}, parameter,
        persist_state="session", width=width, label_visibility="collapsed",
    )  # fmt: skip
    st.session_state[parameter] = chosen
    return chosen
