"""Layers: one layer at a time, question by question."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, picking, pictures, state
from alignment_model.ui.reading import general as reading

analysis = opening.analysis_for("layers")
version = data.current_version()

top = st.container()
names = {layer.code: layer.layer.name for layer in analysis.layers}
chosen = picking.segments("Layer", names, state.LAYER, label_visibility="collapsed")
layer = analysis.layer(chosen)

with top:
    components.heading("layers", layer.agreement.sentence)
    if layer.layer.meaning:
        components.note(layer.layer.meaning)
pictures.show(
    charts.positions_on_scale, layer.questions, analysis.roles, key=f"positions_{layer.code}", version=version
)
if reading.turned_note(layer):
    components.note(reading.turned_note(layer))

st.subheader("How people answered", anchor=False)
questions = {result.question.code: result for result in layer.questions}
code = picking.from_url(
    "Question", {code: result.question.text for code, result in questions.items()}, state.QUESTION
)
pictures.show(
    charts.answer_distribution,
    questions[code],
    analysis.roles,
    key=f"answers_{code}",
    version=version,
    titled=False,
)

components.subheading(
    "How sure is this", "layer_agreement", "null_agreement", "average_deviation_of_positions"
)
for sentence in reading.how_sure(layer.agreement):
    st.write(components.plain(sentence))
inside = reading.within_rows(layer, analysis)
if inside:
    with st.expander("Agreement inside each group"):
        components.table(
            inside, alt=f"Agreement inside each group on {layer.layer.name}", measures=reading.INSIDE
        )
with st.expander("Every question in numbers"):
    components.table(
        reading.question_rows(layer, analysis), alt=f"Every question of {layer.layer.name} in numbers"
    )
components.figures(data.framework().figures_for(chosen))
