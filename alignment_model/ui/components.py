"""Small pieces every page is made of. They draw what they are given and own their keys."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from alignment_model import wording
from alignment_model.framework import ReferenceFigure
from alignment_model.ui import data, registry, state
from alignment_model.ui.in_words import explained, plain
from alignment_model.ui.tables import table as table

LISTED = 8  # sentences of a list in sight
FIGURES_IN_SIGHT = 2


def heading(entry: str, sentence: str) -> None:
    """The top of a page: where we are, small, then the sentence to take away."""
    with st.container(gap=None):
        name_of_page(entry)
        st.header(plain(wording.headline(sentence)), anchor=False)


def name_of_page(entry: str) -> None:
    """Where we are, small; the page's first heading, so that a screen reader finds it first."""
    st.title(f":gray[{plain(registry.page(entry).title)}]", anchor=False)


def note(text: str, *measures: str) -> None:
    """A quiet line: what is plotted, how sure, where it comes from; `measures` are explained in its help."""
    st.caption(plain(text), help=explained(*measures))


def subheading(text: str, *measures: str) -> None:
    """The heading of a part of the page; `measures` in it are explained in its help."""
    st.subheader(plain(text), anchor=False, help=explained(*measures))


def keep_message(text: str) -> None:
    """Show `text` once after the next rerun."""
    st.session_state[state.MESSAGE] = text


def message() -> None:
    """The message kept by the run before, if any."""
    text = st.session_state.pop(state.MESSAGE, None)
    if text:
        st.toast(plain(text), duration="long", icon=":material/check:")


def problem(text: str) -> None:
    """What is wrong and how to mend it."""
    st.error(plain(text))


def link(entry: str, label: str = "", **parameters: str) -> None:
    """A link to another page; survey and wave go along, also when it is opened in another window.

    `parameters` preset pickers there, by code.
    """
    page = registry.page(entry)
    st.page_link(
        registry.PROJECT / page.file,
        label=label or page.title,
        icon=page.icon,
        query_params=(_here() | parameters) or None,
    )


def go(entry: str, *, survey: str = "", wave: str = "", **parameters: str) -> None:
    """Open another page, if wanted at this survey and wave; other `parameters` preset pickers there.

    The pickers are drawn before the page, so their next value is handed to the frame, which sets it first.
    """
    if survey:
        st.session_state[state.NEXT_WAVE] = (survey, wave)
    wanted = parameters if survey else _here() | parameters
    st.switch_page(registry.PROJECT / registry.page(entry).file, query_params=wanted or None)


def _here() -> dict[str, str]:
    names = (state.SURVEY, state.WAVE)
    return {name: st.query_params[name] for name in names if name in st.query_params}


def bullets(sentences: Sequence[str], noun: str) -> None:
    """Sentences as a list: the first few in sight, the rest one click away under how many `noun` they are."""
    listed = ["\n".join(f"- {plain(text)}" for text in part) for part in _split(sentences)]
    if listed[0]:
        st.markdown(listed[0])
    if listed[1]:
        with st.expander(f"{len(sentences) - LISTED} more {noun}"):
            st.markdown(listed[1])


def _split(sentences: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    return sentences[:LISTED], sentences[LISTED:]


def open_sample() -> None:
    """Load the sample's three waves and show the first, in which most is to be seen."""
    with st.spinner("Loading the sample organisation"):
        survey = data.load_sample()
    first = next(entry for entry in data.surveys() if entry.name == survey).waves[0].name
    keep_message(
        f"The sample organisation is open at {first}. Choose a later wave at the top to see it ease."
    )
    go("overview", survey=survey, wave=first)


def template_button(key: str) -> None:
    """Download the blank workbook."""
    st.download_button(
        "Download the blank workbook",
        data=data.template_bytes,
        file_name="leadership-survey.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/download:",
        key=key,
    )


def figures(found: Sequence[ReferenceFigure]) -> None:
    """Published figures that bear on the same thing, with publisher and year; never a benchmark.

    The first few stand in sight, all of them one click away with what they say and where the sources have them.
    """
    if not found:
        return
    st.markdown("**What others have published on this**")
    for figure in found[:FIGURES_IN_SIGHT]:
        published = f"{figure.statement} ({figure.publisher}, {figure.year})."
        st.markdown(f"**{plain(f'{figure.value} {figure.unit}')}** · {plain(published)}")
    note(
        "Figures of other organisations, measured in other ways. They are not a benchmark for the numbers above."
    )
    with st.expander(f"{len(found)} published figures" if len(found) > 1 else "Where this figure comes from"):
        table(
            [
                {
                    "Figure": f"{figure.value} {figure.unit}",
                    "What it says": figure.statement,
                    "Publisher": figure.publisher,
                    "Year": str(figure.year),
                    "Source": figure.source_note,
                }
                for figure in found
            ],
            alt="Published figures with publisher and year",
        )
