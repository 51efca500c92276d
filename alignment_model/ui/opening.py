"""How a page opens: with the analysis of the chosen wave, or with what it will show and the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import streamlit as st

from alignment_model.analysis import Analysis
from alignment_model.ui import components, data, frame, registry
from alignment_model.ui.answers import ANSWERS
from alignment_model.ui.emphasis import main_button


class _Part(Protocol):
    """One part of an analysis that has its own sentence."""

    @property
    def sentence(self) -> str: ...


Found = TypeVar("Found", bound=_Part)


@dataclass(frozen=True, slots=True)
class Absent:
    """What a page says where its part of the questionnaire was not asked, or nothing of it may be shown."""

    not_asked: str
    in_the_workbook: str
    nobody: str


def analysis_for(entry: str) -> Analysis:
    """The analysis of the chosen wave; with no survey loaded the page says what it will show, and stops."""
    frame.require()
    found = data.current_analysis()
    if found is None:
        components.heading(entry, registry.page(entry).purpose)
        st.write("No survey is loaded yet. With one, this page answers:")
        components.bullets(ANSWERS[entry], "questions")
        first_steps()
        st.stop()
    return found


def first_steps() -> None:
    """What to do where nothing is loaded: look at the sample, or load one's own answers."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Open the sample organisation", type=main_button(), icon=":material/play_arrow:"):
            components.open_sample()
        components.link("import", "Import your own survey")


def part(
    entry: str,
    found: Found | None,
    absent: Absent,
    known: Callable[[Found], bool],
    explain: Callable[[], None],
) -> Found:
    """The head of a page about one part of the questionnaire, and the part itself.

    Where it was not asked, or is not `known`, the page says so, `explain` tells what the part is about, and the
    page stops.
    """
    if found is None:
        components.heading(entry, absent.not_asked)
        components.note(absent.in_the_workbook)
        components.template_button(f"{entry}_template")
        explain()
        st.stop()
    components.heading(entry, found.sentence)
    if not known(found):
        components.note(absent.nobody)
        explain()
        st.stop()
    return found
