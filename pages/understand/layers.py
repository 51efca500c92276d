"""Layers: one layer at a time, question by question."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, pictures, reading, state

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("layers")
    st.stop()
version = data.current_version()

names = {layer.code: layer.layer.name for layer in analysis.layers}
chosen = st.segmented_control(
    "Layer",
    list(names),
    format_func=lambda code: names[code],
    default=next(iter(names)),
    key=state.LAYER,
    bind="query-params",
    required=True,
    label_visibility="collapsed",
)
layer = analysis.layer(chosen)

components.heading("layers", layer.agreement.sentence)
if layer.layer.meaning:
    components.note(layer.layer.meaning)
pictures.show(
    charts.positions_on_scale, layer.questions, analysis.roles, key=f"positions_{layer.code}", version=version
)

st.subheader("How each group answered", anchor=False)
roles = {role.code: role.name for role in analysis.shown_roles if role.n >= 3}
if roles:
    group = st.segmented_control(
        "Group",
        list(roles),
        format_func=lambda code: roles[code],
        default=list(roles)[-1],
        key=state.GROUP,
        bind="query-params",
        required=True,
    )
    pictures.show(
        charts.answer_distribution,
        layer.questions,
        group,
        key=f"answers_{layer.code}_{group}",
        version=version,
        role_name=roles[group],
    )
else:
    components.note("No role has enough people to show how answers are spread.")

st.subheader("How sure is this", anchor=False)
for sentence in reading.how_sure(layer.agreement):
    st.write(components.plain(sentence))
with st.expander("Agreement inside each group"):
    components.table(
        reading.within_rows(layer, analysis), alt=f"Agreement inside each group on {layer.layer.name}"
    )
with st.expander("Every question in numbers"):
    components.table(
        reading.question_rows(layer, analysis), alt=f"Every question of {layer.layer.name} in numbers"
    )
