"""The decisions about a file as a mapping: taken over when they can be read again, remembered, downloaded."""

from __future__ import annotations

import streamlit as st

from alignment_model.errors import InputError
from alignment_model.intake import ColumnMapping, Recognition, load_mapping, mapping_to_toml
from alignment_model.ui import components, data, state

ANEW = "anew"  # a mapping that decides nothing, yet is one: what was remembered is not looked up


def use(text: str) -> None:
    """Read the file by this mapping from now on; when it is at fault say why and change nothing."""
    try:
        load_mapping(text)
    except InputError as error:
        for problem in error.problems[:3]:
            components.problem(problem.sentence)
        return
    st.session_state[state.MAPPING] = text
    st.rerun()


def remembered(recognition: Recognition) -> None:
    """Say that the decisions of an earlier wave are in force, with the way to decide anew."""
    if st.session_state.get(state.MAPPING) or recognition.mapping is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(
            "This form was loaded before. What was decided then holds for this file too; look it over under "
            "“All roles, columns and rows”.",
            icon=":material/history:",
        )
        if st.button("Decide anew", icon=":material/restart_alt:"):
            use(mapping_to_toml(ColumnMapping(form=ANEW)))


def survey_of(recognition: Recognition) -> str:
    """The survey whose latest import had this form; "" when there is none."""
    mark = f'form = "{recognition.form}"'
    return next((record.survey for record in data.imports() if mark in record.mapping), "")


def download(mapping: ColumnMapping) -> None:
    """The decisions as a file for the command line."""
    st.download_button(
        "Download these decisions as a mapping file",
        data=lambda: mapping_to_toml(mapping),
        file_name="mapping.toml",
        mime="application/toml",
        on_click="ignore",
        icon=":material/download:",
        help="The command line reads it: import FILE --mapping mapping.toml",
    )
