"""Before the meeting: which slides, in which order, with or without guessing. Kept with the survey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.ui import components, data
from alignment_model.ui.presenter import address, catalogue
from alignment_model.ui.presenter.view import Slide
from alignment_model.workflows.presentations import Presentation, keep_presentation, kept_presentation

ROWS_WIDE = 640  # px: the arrows stay near the name they move
KEYS = (
    ("Right arrow, space, page down", "Next slide; reveals the roles first when they are hidden"),
    ("Left arrow, page up", "Previous slide"),
    ("1 to 9, or two digits in a row", "Jump to that slide"),
    ("H", "Hide or reveal the roles"),
    ("T", "Start or stop the clock of a conversation"),
    ("F", "Full screen"),
    ("N", "Notes and next slide in a second window"),
    ("Escape", "Leave (in full screen the first press only leaves full screen)"),
)


def sentence(analysis: Analysis) -> str:
    """How many slides will be shown, and how long the conversations on them take."""
    left_out = kept_presentation(data.store(), analysis.survey).left_out
    n = sum(slide.code not in left_out for slide in catalogue.available(analysis))
    said = f"{wording.count(n, 'slide')} {'is' if n == 1 else 'are'} ready for the room"
    minutes = sum(talk.minutes for talk in analysis.conversations)
    return f"{said}, {minutes} minutes of conversation among them" if minutes else said


def start(analysis: Analysis) -> None:
    """The button that opens the room's window, and the one choice that concerns all slides."""
    chosen = kept_presentation(data.store(), analysis.survey)
    with st.container(horizontal=True, vertical_alignment="center"):
        components.link("present", "Start", **address.start(analysis.survey, analysis.wave))
        guess = st.toggle(
            "Let the room guess first",
            value=chosen.guess_first,
            key="presenter_guess",
            help="Slides with roles come up without names. The next key reveals them.",
        )
    if guess != chosen.guess_first:
        _keep(analysis, replace(chosen, guess_first=guess))
    components.note(
        "Then press F for full screen on the projector, and N for your notes in a second window. "
        "The address of the notes also opens on another machine."
    )


def slides(analysis: Analysis) -> None:
    """Every slide this wave can show, each with a tick and two arrows."""
    ordered = _ordered(analysis)
    chosen = kept_presentation(data.store(), analysis.survey)
    with st.container(gap="xxsmall", width=ROWS_WIDE):
        for index, slide in enumerate(ordered):
            _row(analysis, slide, index, len(ordered), shown=slide.code not in chosen.left_out)


def _row(analysis: Analysis, slide: Slide, index: int, total: int, *, shown: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"slide_row_{slide.code}"):
        st.checkbox(
            f"{index + 1}. {slide.name}",
            value=shown,
            key=f"show_{slide.code}",
            on_change=_tick,
            args=(analysis, slide),
            width="stretch",
        )
        for label, icon, step in (("Up", "arrow_upward", -1), ("Down", "arrow_downward", 1)):
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"{label}_{slide.code}",
                help=f"Move “{slide.name}” {label.lower()}",
                type="tertiary",
                disabled=not 0 <= index + step < total,
                on_click=_move,
                args=(analysis, slide, step),
            )


def left_out(analysis: Analysis) -> None:
    """The slides this wave has no data for, by name."""
    here = {slide.code for slide in catalogue.available(analysis)}
    missing = [slide.name for slide in catalogue.SLIDES if slide.code not in here]
    if missing:
        components.note(f"Not in this wave, for want of answers: {', '.join(missing)}.")
    components.note("Kept for this survey: choice and order are there on the day, on every machine.")


def keys() -> None:
    """What each key does."""
    components.table(
        [{"Key": key, "What it does": does} for key, does in KEYS], alt="Keys of the presentation"
    )


def _ordered(analysis: Analysis) -> list[Slide]:
    return catalogue.in_order(catalogue.available(analysis), kept_presentation(data.store(), analysis.survey))


def _tick(analysis: Analysis, slide: Slide) -> None:
    def change(chosen: Presentation) -> Presentation:
        others = tuple(code for code in chosen.left_out if code != slide.code)
        shown = st.session_state[f"show_{slide.code}"]
        return replace(chosen, left_out=others if shown else (*others, slide.code))

    _change(analysis, change)


def _move(analysis: Analysis, slide: Slide, step: int) -> None:
    codes = [entry.code for entry in _ordered(analysis)]
    index = codes.index(slide.code)
    codes.insert(index + step, codes.pop(index))
    _change(analysis, lambda chosen: replace(chosen, order=tuple(codes)))


def _change(analysis: Analysis, change: Callable[[Presentation], Presentation]) -> None:
    _keep(analysis, change(kept_presentation(data.store(), analysis.survey)))


def _keep(analysis: Analysis, chosen: Presentation) -> None:
    keep_presentation(data.store(), analysis.survey, chosen)
