"""The last slide: what the room agrees to do, who does it, until when; entered in the notes' window."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.commitments import Commitment
from alignment_model.ui.editing import commitment_data, commitment_form
from alignment_model.ui.presenter.view import MOST_WORDS, Line, Notes, Slide, View
from alignment_model.ui.reading import commitments as reading_commitments

CODE = "commitments"
KICKER = "What we agreed"
MOST_LINES = 4
EVERY = 1.0  # s between two looks at whether something was agreed meanwhile
WORD = re.compile(r"[^\W\d_]+")
ASK = ("What will we do, who does it, and until when?",)
CARE = (
    "One owner each, by name or office. What nobody owns is not agreed.",
    "Write it down here, under “Add a commitment”; the room sees it on the last slide.",
)


def commitments(analysis: Analysis, hidden: bool) -> View | None:
    """What is still to be done, the earliest day first; the question to ask while there is nothing."""
    if not analysis.conversations and not commitment_data.agreed(analysis):
        return None
    still = commitment_data.still_open(analysis)
    if not still:
        return View(KICKER, ASK[0], notes=Notes(ask=ASK, care=CARE), cover=True)
    lines = _lines(still[:MOST_LINES])
    more = f"; the next {len(lines)}" if len(still) > len(lines) else ""
    return View(
        KICKER,
        f"{wording.count(len(still), 'commitment')}{more}",
        lines=lines,
        notes=Notes(say=tuple(_whole(item) for item in still), ask=ASK, care=CARE),
    )


def _lines(items: Sequence[Commitment]) -> tuple[Line, ...]:
    """One line each, cut to what a screen may hold in words."""
    asides = [f"{item.owner}, {wording.day(item.due)}" for item in items]
    taken = len(WORD.findall(" ".join([KICKER, "commitments the next", *asides])))
    room = max((MOST_WORDS - taken) // len(items), 3)
    numbered = len(items) > 1
    return tuple(
        Line(str(number) if numbered else "", shortened(item.text, room), aside)
        for number, (item, aside) in enumerate(zip(items, asides), 1)
    )


def shortened(text: str, most: int) -> str:
    """The first words of a text, with a sign where some are left out.

    >>> shortened("One owner for each pilot", 3)
    'One owner for…'
    """
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])}…"


def _whole(item: Commitment) -> str:
    return f"{item.text} ({reading_commitments.terms(item, commitment_data.today())})"


def form(analysis: Analysis, slide: Slide) -> None:
    """The notes' form; what is entered during a conversation comes from its question."""
    rank = slide.code.removeprefix("conversation-")
    found = (talk.question for talk in analysis.conversations if str(talk.rank) == rank)
    commitment_form.in_notes(analysis, next(found, ""))


def follow(analysis: Analysis, slide: Slide) -> None:
    """On the slide of commitments: draw it again as soon as something was agreed in the notes' window."""
    if slide.code == CODE:
        _watch(analysis, commitment_data.version(analysis))


@st.fragment(run_every=EVERY)
def _watch(analysis: Analysis, drawn: str) -> None:
    if commitment_data.version(analysis) != drawn:
        st.rerun()
