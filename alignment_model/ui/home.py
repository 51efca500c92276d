"""The start page knows where its reader is: nothing loaded, a first wave, or a wave after others."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.ui import asking, components, screen
from alignment_model.ui.editing import commitment_data
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.reading import commitments as reading_commitments

TILES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next: why, and the page that does it."""

    title: str
    text: str
    page: str
    link: str


def welcome() -> None:
    """The start page of an empty installation: what this is, and the three steps on."""
    components.name_of_page("overview")
    st.header("See how far your leaders agree about AI", anchor=False)
    st.write(
        "Load the answers of your leadership survey. You will see where CEO, CFO, CTO, board, managers and "
        "employees agree, where they do not, how sure that is, and what to talk about first."
    )
    first, second, third = screen.beside(TILES, gap="medium")
    with first.container(border=True, height="stretch"):
        st.subheader("1. Look at a sample", anchor=False)
        st.write("An invented organisation, asked three times. Everything works with it.")
        if st.button("Open the sample organisation", type=main_button(), icon=":material/play_arrow:"):
            components.open_sample()
    with second.container(border=True, height="stretch"):
        st.subheader("2. Ask your own people", anchor=False)
        st.write("A workbook with all questions, about 12 minutes to fill in. Or ask with your survey tool.")
        components.template_button("welcome_template")
    with third.container(border=True, height="stretch"):
        st.subheader("3. Load the answers", anchor=False)
        st.write("Everything wrong is listed with its cell first. Nothing is stored until you confirm.")
        components.link("import", "Import your own survey")
    components.note("Nothing leaves this machine.")


def where_you_are(analysis: Analysis) -> None:
    """What has moved since the wave before, what is still to be kept, and what to do next."""
    waves = [wave.name for wave in asking.waves()]
    here = waves.index(analysis.wave) if analysis.wave in waves else 0
    if here:
        before = waves[here - 1]
        st.subheader(components.plain(f"Since {before}"), anchor=False)
        _steps((_moved(analysis, before), *_agreed(analysis), *_talk(analysis)))
    else:
        st.subheader("What to do next", anchor=False)
        _steps((*_talk(analysis), *_agreed(analysis), _show()))


def _steps(steps: tuple[Step, ...]) -> None:
    for place, step in zip(screen.beside(len(steps), gap="medium"), steps):
        with place.container(border=True, height="stretch"):
            st.markdown(f"**{components.plain(step.title)}**")
            st.write(components.plain(step.text))
            components.link(step.page, step.link)


def _moved(analysis: Analysis, before: str) -> Step:
    found = asking.trend(before, analysis.wave, linked=False)
    n = wording.count(len(found.moved), "thing") if found.moved else "Nothing"
    example = found.moved[0] if found.moved else "No change is larger than chance would give."
    return Step(f"{n} moved clearly", example, "trends", "What moved, and what did not")


def _agreed(analysis: Analysis) -> tuple[Step, ...]:
    """What is still to be kept; nothing when nothing was agreed."""
    today, still = commitment_data.today(), commitment_data.still_open(analysis)
    if not still:
        return ()
    late = sum(item.overdue(today) for item in still)
    title = wording.count(len(still), "open commitment") + (f", {late} overdue" if late else "")
    first = still[0]
    return (
        Step(
            title, f"{first.text} ({reading_commitments.terms(first, today)})", "commitments", "All of them"
        ),
    )


def _talk(analysis: Analysis) -> tuple[Step, ...]:
    if not analysis.conversations:
        return ()
    minutes = sum(talk.minutes for talk in analysis.conversations)
    label = analysis.question(analysis.conversations[0].question).question.label
    title = f"{wording.count(len(analysis.conversations), 'conversation')}, {minutes} minutes"
    return (Step(title, f"Start with “{label}”.", "conversations", "Who stands where, what to ask"),)


def _show() -> Step:
    return Step(
        "Show it to the room",
        "One message a screen, with notes for whoever leads the day.",
        "present",
        "Choose the slides",
    )
