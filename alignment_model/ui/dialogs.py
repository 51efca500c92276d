"""Which dialog is open. It is kept, so that a dialog stays open while the page behind it is drawn again."""

from __future__ import annotations

import streamlit as st

from alignment_model.ui import state


def button(label: str, mark: str, *, icon: str, key: str, **options_of_button: str | None) -> bool:
    """A button that opens the dialog of this mark; whether that dialog is open, so that the caller draws it."""
    st.button(label, icon=icon, key=key, on_click=open_, args=(mark,), **options_of_button)
    return is_open(mark)


def open_(mark: str) -> None:
    """Open this dialog, and close any other."""
    st.session_state[state.DIALOG] = mark


def is_open(mark: str) -> bool:
    """Whether this is the open one."""
    return st.session_state.get(state.DIALOG) == mark


def close() -> None:
    """No dialog is open."""
    st.session_state.pop(state.DIALOG, None)
