"""Executives and managers: what leadership sees of the work, and what those see who do it."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, opening, pictures
from alignment_model.ui.reading import chasm as reading_chasm

FED = ("executive_manager_chasm", "shadow_ai", "talent_flight")

analysis = opening.analysis_for("executives_and_managers")
version, framework, chasm = data.current_version(), data.framework(), asking.chasm(analysis)

components.heading("executives_and_managers", chasm.sentence)
alone = reading_chasm.leadership_is(analysis)
if alone:
    components.note(alone)
if not chasm.groups:
    components.note(
        "Ask managers and employees too, and this page shows what they see that leadership does not."
    )
    if reading_chasm.theme_questions(chasm):
        pictures.show(
            charts.positions_on_scale,
            reading_chasm.theme_questions(chasm),
            analysis.roles,
            key="chasm_alone",
            version=version,
            title="What leadership alone says of the work below it",
        )

layers_title = reading_chasm.layers_title(analysis, chasm)
if layers_title:
    pictures.show(
        charts.gap_intervals,
        chasm.layers,
        analysis,
        key="chasm_layers",
        version=version,
        title=layers_title,
        measures=("mixed_gap", "gap_word"),
    )
if chasm.questions:
    pictures.show(
        charts.positions_on_scale,
        reading_chasm.widest_questions(analysis, chasm),
        analysis.roles,
        key="chasm_questions",
        version=version,
        title=reading_chasm.questions_title(chasm),
    )
    with st.expander("Every blind spot and hidden strength, with its interval"):
        components.table(
            reading_chasm.question_rows(analysis, chasm),
            alt="Questions on which leadership stands clearly apart from a group",
            key="chasm_rows",
        )

for theme in reading_chasm.themes_to_show(chasm):
    st.subheader(theme.title, anchor=False)
    st.write(components.plain(theme.sentence))
    components.bullets(theme.agreeing, "statements")
    pictures.show(
        charts.positions_on_scale,
        theme.questions,
        analysis.roles,
        key=f"theme_{theme.code}",
        version=version,
        titled=False,
        noted=False,
        named=len(theme.questions) > 1,
    )

st.subheader(components.plain(reading_chasm.unknown_sentence(analysis, chasm)), anchor=False)
components.table(
    reading_chasm.unknown_rows(analysis, chasm.unknown),
    alt="Share of don't know per question in leadership and each group",
    key="unknown",
)
components.note("“Don't know” is an answer; questions left blank are not counted here.")
for finding in analysis.patterns:
    if finding.code in FED and finding.coverage:
        components.link("patterns", f"{finding.name}: {finding.word.lower()}", pattern=finding.code)
components.figures(framework.figures_for(*FED))
