"""Keys, buttons and clock of the room's window: one component that says where to go, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from alignment_model.charts.style.theme import theme
from alignment_model.ui import light_or_dark
from alignment_model.ui.presenter import address
from alignment_model.ui.presenter.talk import Talk
from alignment_model.ui.presenter.view import Slide, View

KEY = "presenter_controls"
RECEIVED = "presenter_received"  # the number of the last key that was answered
HERE = Path(__file__).parent


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


_component = st.components.v2.component(
    "presenter_controls", html=_text("controls.html"), css=_text("controls.css"), js=_text("controls.js")
)


def show(slides: Sequence[Slide], view: View, talk: Talk, *, guess_first: bool) -> None:
    """Listen to the room's keyboard; what is pressed changes the address, and the address what is drawn."""
    colours = theme().palettes[light_or_dark.mode()]
    _component(
        key=KEY,
        data={
            "slide": talk.slide,
            "total": len(slides),
            "hidden": talk.hidden,
            "received": st.session_state.get(RECEIVED, 0),
            "guessable": [slide.guessable for slide in slides],
            "guessFirst": guess_first,
            "minutes": view.minutes,
            "clock": _clock(talk),
            "notes": address.notes(),
            "colours": {name: getattr(colours, name) for name in ("ink", "quiet", "accent", "hair")},
        },
        on_move_change=_move,
        on_clock_change=lambda: talk.press_clock(view.minutes),
        on_leave_change=address.leave,
    )


def _move() -> None:
    wanted = _value("move")
    if isinstance(wanted, dict) and isinstance(wanted.get("slide"), int):
        address.go(wanted["slide"], hidden=wanted.get("hidden") is True)
        st.session_state[RECEIVED] = wanted.get("sent", 0)


def _value(name: str) -> Any:
    return getattr(st.session_state[KEY], name, None)


def _clock(talk: Talk) -> dict[str, Any] | None:
    if talk.clock is None:
        return None
    return {"left": round(talk.clock.left(time.monotonic()), 1), "running": talk.clock.ends is not None}
