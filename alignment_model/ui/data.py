"""What pages ask for: the one place where the screen calls the use cases, with caches that know their data's version."""

from __future__ import annotations

from typing import Any

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.settings import Settings, load_settings
from alignment_model.ui import state


@st.cache_resource(show_spinner=False)
def _store(database_url: str) -> Any:
    return workflows.open_store(load_settings())


def settings() -> Settings:
    """The installation's settings."""
    return load_settings()


def store() -> Any:
    """The store, opened once per database."""
    return _store(settings().database_url)


def surveys() -> tuple[Any, ...]:
    """All surveys with their waves, oldest wave first."""
    return workflows.list_surveys(store())


def load_sample() -> str:
    """Load the sample organisation; the survey's name."""
    return workflows.load_sample(store())


def template_bytes() -> bytes:
    """The blank workbook."""
    return workflows.template_bytes()


def current_analysis() -> Analysis | None:
    """The analysis of the wave chosen in the sidebar; None when nothing is loaded."""
    survey, wave = st.session_state.get(state.SURVEY), st.session_state.get(state.WAVE)
    if not survey or not wave:
        return None
    return _analysis(survey, wave, version(survey, wave), settings())


def version(survey: str, wave: str) -> str:
    """What the wave's data, rules and settings are now; a cache key."""
    return workflows.data_version(store(), survey, wave)


def current_version() -> str:
    """The version of the wave chosen in the sidebar."""
    return version(st.session_state[state.SURVEY], st.session_state[state.WAVE])


@st.cache_resource(max_entries=12, show_spinner="Reading the answers")
def _analysis(survey: str, wave: str, version: str, settings: Settings) -> Analysis:
    return workflows.analyse_wave(store(), survey, wave, settings)
