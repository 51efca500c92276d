"""The way in: which window is asked for, which wave it is about, and where the talk stands."""

from __future__ import annotations

import streamlit as st

from alignment_model.ui import components, data, state
from alignment_model.ui.presenter import address, agreeing, catalogue, controls, notes, stage
from alignment_model.ui.presenter.talk import Talk, new_code, talks
from alignment_model.ui.presenter.view import Slide, View
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
        _room(slides, talk, chosen)


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


def _room(slides: list[Slide], talk: Talk, chosen: Presentation) -> None:
    analysis, version = data.current_analysis(), data.current_version()
    if analysis is None:
        return
    number = address.slide(len(slides))
    slide = slides[number - 1]
    hidden = slide.guessable and address.hidden(chosen.guess_first)
    talk.slide, talk.hidden = number, hidden
    view = slide.make(analysis, hidden)
    if view is None:
        return
    controls.show(slides, view, talk, guess_first=chosen.guess_first)
    stage.draw(view, key_of(slide, hidden), version)
    agreeing.follow(analysis, slide)
    _prepare_next(slides, number, hidden, chosen, version)


def key_of(slide: Slide, hidden: bool) -> str:
    """What a slide's picture is called in the cache."""
    return f"{slide.code}/{address.HIDDEN if hidden else address.SHOWN}"


def _prepare_next(slides: list[Slide], number: int, hidden: bool, chosen: Presentation, version: str) -> None:
    """Build the next picture while the room looks at this one, so that moving on takes no time."""
    analysis = data.current_analysis()
    if analysis is None or (number == len(slides) and not hidden):
        return
    following = slides[number - 1] if hidden else slides[number]
    guess = False if hidden else following.guessable and chosen.guess_first
    view: View | None = following.make(analysis, guess)
    if view is not None:
        stage.prepare(view, key_of(following, guess), version)
