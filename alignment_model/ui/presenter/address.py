"""The address of a presentation: everything that says what is shown, so that a link opens the same slide."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from alignment_model.ui import state

PRESENT, SLIDE, ROLES, TALK = "present", "slide", "roles", "talk"
ROOM, NOTES = "1", "notes"
HIDDEN, SHOWN = "hidden", "shown"
MINE = (PRESENT, SLIDE, ROLES, TALK)


def asked() -> str:
    """Which window this is: the room's, the notes', or neither ("")."""
    found = st.query_params.get(PRESENT, "")
    return found if found in (ROOM, NOTES) else ""


def start(survey: str, wave: str) -> Mapping[str, str]:
    """The parameters that open the room's window at its first slide."""
    return {PRESENT: ROOM, SLIDE: "1", state.SURVEY: survey, state.WAVE: wave}


def notes() -> str:
    """The address of the notes' window of this talk."""
    kept = {name: st.query_params.get(name, "") for name in (TALK, state.SURVEY, state.WAVE)}
    return f"?{urlencode({PRESENT: NOTES, **kept})}"


def slide(total: int) -> int:
    """The slide the address names, counted from 1; the nearest there is."""
    text = st.query_params.get(SLIDE, "1")
    return min(max(int(text), 1), total) if text.isascii() and text.isdecimal() and len(text) < 4 else 1


def hidden(default: bool) -> bool:
    """Whether the address says that roles are hidden."""
    found = st.query_params.get(ROLES)
    return default if found not in (HIDDEN, SHOWN) else found == HIDDEN


def go(number: int, *, hidden: bool) -> None:
    """Change the address to another slide."""
    st.query_params[SLIDE] = str(number)
    st.query_params[ROLES] = HIDDEN if hidden else SHOWN


def leave() -> None:
    """Back to the app: what belongs to the presentation goes, survey and wave stay."""
    for name in MINE:
        st.query_params.pop(name, None)
