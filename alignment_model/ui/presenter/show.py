"""The way in: which window is asked for, which wave it is about, and where the talk stands."""

from __future__ import annotations

import streamlit as st

from alignment_model.analysis import Analysis
from alignment_model.ui import components, data, state
from alignment_model.ui.presenter import address, agreeing, catalogue, controls, notes, stage
from alignment_model.ui.presenter.talk import Talk, new_code, talks
from alignment_model.ui.presenter.view import Slide
from alignment_model.workflows.presentations import Presentation, kept_presentation


def show() -> None:
    """Draw the room's window, or the facilitator's, as the address asks."""
    _choose_wave()
    analysis = data.current_analysis()
    if analysis is None:
        components.problem("There is nothing to present yet. Load a survey first.")
        st.button("Back to the app", on_click=address.leave)
        return
    chosen = kept_presentation(data.store(), analysis.survey)
    slides = catalogue.to_show(catalogue.available(analysis), chosen)
    if address.TALK not in st.query_params:
        st.query_params[address.TALK] = new_code()
    talk = talks().get(st.query_params[address.TALK])
    if address.asked() == address.NOTES:
        notes.show(slides, analysis, talk, data.current_version())
    else:
        _room(slides, analysis, talk, chosen)


def _choose_wave() -> None:
    """Survey and wave of the address, else of the page one came from, else the first survey's latest.

    Both stand in the address from then on: the pickers that keep them there are not drawn here.
    """
    surveys = data.surveys()
    if not surveys:
        return
    survey = next((entry for entry in surveys if entry.name == _wanted(state.SURVEY)), surveys[0])
    names = [wave.name for wave in survey.waves]
    wave = _wanted(state.WAVE)
    for name, value in ((state.SURVEY, survey.name), (state.WAVE, wave if wave in names else names[-1])):
        st.session_state[name] = value
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def _wanted(name: str) -> str | None:
    return st.query_params.get(name) or st.session_state.get(name)


def _room(slides: list[Slide], analysis: Analysis, talk: Talk, chosen: Presentation) -> None:
    version = data.current_version()
    number = address.slide(len(slides))
    slide = slides[number - 1]
    hidden = slide.guessable and address.hidden(chosen.guess_first)
    talk.slide, talk.hidden = number, hidden
    view = slide.make(analysis, hidden)
    if view is None:
        return
    controls.show(slides, view, talk, guess_first=chosen.guess_first)
    stage.draw(view, stage.key_of(slide, hidden), version)
    agreeing.follow(analysis, slide)
    following = _next(slides, number, hidden, chosen)
    if following is not None:
        _prepare(*following, analysis, version)


def _next(slides: list[Slide], number: int, hidden: bool, chosen: Presentation) -> tuple[Slide, bool] | None:
    """The slide the next key brings, and whether its roles are hidden; None behind the last one."""
    if hidden:
        return slides[number - 1], False
    if number == len(slides):
        return None
    return slides[number], slides[number].guessable and chosen.guess_first


def _prepare(slide: Slide, hidden: bool, analysis: Analysis, version: str) -> None:
    """Build a picture while the room looks at the one before, so that moving on takes no time."""
    view = slide.make(analysis, hidden)
    if view is not None:
        stage.prepare(view, stage.key_of(slide, hidden), version)
