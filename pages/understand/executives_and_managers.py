"""Executives and managers: what leadership sees of the work, and what those see who do it."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, frame, pictures, reading_chasm

FED = ("executive_manager_chasm", "shadow_ai", "talent_flight")

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("executives_and_managers")
    st.stop()
version, framework, chasm = data.current_version(), data.framework(), asking.chasm(analysis)

components.heading("executives_and_managers", chasm.sentence)
if not chasm.groups:
    for sentence in analysis.notes:
        components.note(sentence)
if chasm.layers:
    pictures.show(charts.gap_intervals, chasm.layers, analysis, key="chasm_layers", version=version)
else:
    components.note("No layer can be compared between leadership and the others.")

if chasm.questions:
    pictures.show(
        charts.positions_on_scale,
        reading_chasm.widest_questions(analysis, chasm),
        analysis.roles,
        key="chasm_questions",
        version=version,
        title="Where leadership and the others stand farthest apart",
    )
    with st.expander("Every blind spot and hidden strength, with its interval"):
        components.table(
            reading_chasm.question_rows(analysis, chasm),
            alt="Questions on which leadership stands clearly apart from a group",
            key="chasm_rows",
        )

for theme in chasm.themes:
    st.subheader(theme.title, anchor=False)
    st.write(components.plain(theme.sentence))
    pictures.show(
        charts.positions_on_scale,
        theme.questions,
        analysis.roles,
        key=f"theme_{theme.code}",
        version=version,
        titled=False,
        noted=False,
    )

st.subheader("What people do not know", anchor=False)
st.write(components.plain(reading_chasm.unknown_sentence(analysis, chasm)))
components.table(
    reading_chasm.unknown_rows(analysis, chasm.unknown),
    alt="Share of don't know per question in leadership and each group",
    key="unknown",
)
components.note("“Don't know” is an answer; questions left blank are not counted here.")
for finding in analysis.patterns:
    if finding.code in FED:
        components.link("patterns", f"{finding.name}: {finding.word.lower()}", pattern=finding.code)
components.figures(framework.figures_for(*FED))
