"""The facilitator's window: what to say and ask, what comes next, and the time. It follows the room's."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from alignment_model.analysis import Analysis
from alignment_model.ui import components
from alignment_model.ui.presenter import agreeing, stage
from alignment_model.ui.presenter.talk import Talk
from alignment_model.ui.presenter.view import Slide, View

EVERY = 0.5  # s between two looks at where the room's window stands
KINDS = (("say", "Say"), ("ask", "Ask"), ("care", "Take care"))


def show(slides: Sequence[Slide], analysis: Analysis, talk: Talk, version: str) -> None:
    """Notes of the slide in the room, then a picture of the next one."""
    number = min(max(talk.slide, 1), len(slides))
    view = slides[number - 1].make(analysis, talk.hidden)
    if view is None:
        return
    _follow(talk, (talk.slide, talk.hidden), len(slides))
    st.header(components.plain(view.title), anchor=False)
    if talk.hidden:
        components.note("The roles are hidden. The next key reveals them.")
    now, following = st.columns([3, 2], gap="large")
    with now:
        _words(view)
        agreeing.form(analysis, slides[number - 1])
    with following:
        _next(slides, analysis, number, version)


@st.fragment(run_every=EVERY)
def _follow(talk: Talk, drawn: tuple[int, bool], total: int) -> None:
    """The time; and a redraw as soon as the room has moved on."""
    if (talk.slide, talk.hidden) != drawn:
        st.rerun()
    now = time.monotonic()
    parts = [f"Slide {talk.slide} of {total}", f"{minutes(now - talk.begun)} since the start"]
    if talk.clock is not None:
        left = talk.clock.left(now)
        parts.append(f"{minutes(abs(left))} {'left' if left >= 0 else 'over'}")
    st.markdown(f"**{' · '.join(parts)}**")


def minutes(seconds: float) -> str:
    """Seconds as minutes and seconds.

    >>> minutes(754.2)
    '12:34'
    """
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _words(view: View) -> None:
    for kind, label in KINDS:
        sentences = getattr(view.notes, kind)
        if sentences:
            st.subheader(label, anchor=False)
            for sentence in sentences:
                st.markdown(f"- {components.plain(sentence)}")


def _next(slides: Sequence[Slide], analysis: Analysis, number: int, version: str) -> None:
    following = slides[number] if number < len(slides) else None
    view = following.make(analysis, False) if following else None
    if following is None or view is None:
        st.subheader("This is the last slide", anchor=False)
        return
    st.subheader(components.plain(f"Next: {view.title}"), anchor=False)
    if view.picture is None:
        st.markdown("\n".join(f"{line.lead}. {components.plain(line.text)}" for line in view.lines))
        return
    st.html("<style>.st-key-next_slide svg.marks{width:100%;height:auto}</style>")
    with st.container(key="next_slide", border=True):
        stage.picture(view, stage.key_of(following, hidden=False), version)
