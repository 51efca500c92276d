"""Trends: two waves side by side; what moved clearly, what did not, and what cannot be compared."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, opening, picking, pictures, state, trends_over_waves
from alignment_model.ui.reading import register as reading_register
from alignment_model.ui.reading import trend as reading_trend
from alignment_model.ui.reading import waves as reading_waves

analysis = opening.analysis_for("trends")
waves = [wave.name for wave in asking.waves()]
if len(waves) < 2:
    components.heading("trends", reading_waves.first_wave_sentence(analysis))
    components.note(
        "Load the next wave of this survey, and this page shows what moved, and how sure that is."
    )
    components.link("import", "Import the next wave")
    st.subheader("What the next wave will be set against", anchor=False)
    for title, rows in reading_waves.first_wave(analysis).items():
        st.markdown(f"**{title}**")
        components.table(rows, alt=f"{title} in this wave", key=f"first_{title}")
    st.stop()

top = st.container()
others, here = {wave: wave for wave in waves if wave != analysis.wave}, waves.index(analysis.wave)
wave_picker, linked_picker = st.columns([2, 3], vertical_alignment="bottom")
with wave_picker:
    other = picking.from_url("Compare with", others, state.COMPARE, waves[here - 1] if here else waves[1])
with linked_picker:
    linked = st.toggle("The same id means the same person in both waves", key="same_people")
before, after = sorted((analysis.wave, other), key=waves.index)
trend, latest = asking.trend(before, after, linked), asking.wave_analysis(after)
names, called = reading_trend.layer_names(latest), asking.role_names(latest)
version = asking.trend_version(before, after, linked)
moved = reading_trend.moved_lines(trend, latest, called)

with top:
    components.heading("trends", trend.sentence)
    if moved:
        pictures.show(
            charts.trend,
            moved,
            (before, after),
            key="moved",
            version=version,
            title=reading_trend.moved_title(trend, len(moved)),
        )
        components.note(
            "Positions speak for the layer: where agreeing speaks against it, they are turned round."
        )

if len(trend.moved) > 1:
    st.subheader("What moved clearly, in words", anchor=False)
    components.bullets(trend.moved, "changes")

layer = reading_trend.first_layer(trend)
if layer:
    shown = st.container()
    layer = picking.from_url("Layer", names, state.TREND_LAYER, layer)
    with shown:
        lines = reading_trend.position_lines(trend, layer, called)
        pictures.show(
            charts.trend,
            lines,
            (before, after),
            key=f"trend_{layer}",
            version=version,
            title=reading_trend.layer_title(lines, names[layer]),
        )

trends_over_waves.show(trend, waves, called)
with st.expander("Agreement and gaps in numbers, with intervals"):
    components.table(reading_trend.agreement_rows(trend, names), alt="Agreement in both waves", key="agreed")
    components.table(
        reading_trend.gap_rows(trend, names, called), alt="Gaps that changed clearly or possibly", key="gaps"
    )
    components.note("Only the questions and roles both waves share. Gaps that did not change are left out.")

st.subheader("Patterns", anchor=False)
st.write(components.plain(reading_trend.patterns_sentence(trend)))
analyses = [asking.wave_analysis(wave) for wave in waves]
components.table(
    reading_waves.pattern_rows(trend, analyses), alt="Each pattern's verdict in every wave", key="patterns"
)

register = reading_waves.register_rows(analyses)
if register:
    st.subheader("Initiatives", anchor=False)
    components.table(register, alt="The register's numbers in every wave", key="register")
    components.note(reading_register.COUNT_NOT_SAMPLE)
if moved:
    with st.expander("Every question on which a group moved clearly, with intervals"):
        components.table(
            reading_trend.question_rows(trend, latest, called), alt="Questions that moved", key="questions"
        )

st.subheader("What cannot be compared", anchor=False)
components.table(reading_trend.apart_rows(trend), alt="What cannot be compared, and why", key="apart")
if not trend.not_comparable:
    components.note("Both waves asked the same, and the same roles may be shown.")
