"""Overview: where leaders agree and where not, in one picture and one sentence."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, home, pictures, screen
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading import patterns as reading_patterns

frame.require()
analysis = data.current_analysis()
if analysis is None:
    home.welcome()
    st.stop()
version = data.current_version()

components.heading("overview", analysis.headline)
components.note(reading.where_from(analysis))

figure, beside = screen.beside([3, 2])
with figure:
    if reading.judged(analysis) or not reading.placed(analysis):
        st.subheader("How far leaders agree", anchor=False)
        pictures.show(charts.nested_layers, analysis, key="nested", version=version, titled=False, share=0.6)
    else:
        st.subheader("Where each group stands", anchor=False)
        pictures.show(
            charts.role_by_layer,
            reading.shown_only(analysis),
            key="roles",
            version=version,
            titled=False,
            share=0.6,
        )
with beside:
    st.subheader("Who answered", anchor=False)
    pictures.show(charts.who_answered, analysis.roles, key="who", version=version, titled=False, share=0.4)

home.where_you_are(analysis)

if analysis.most_divisive:
    divisive = analysis.question(analysis.most_divisive)
    st.subheader(components.plain(reading.divides_most(analysis)), anchor=False)
    components.note(divisive.question.text)
    pictures.show(
        charts.positions_on_scale,
        (divisive,),
        analysis.roles,
        key="divisive",
        version=version,
        titled=False,
        noted=False,
        named=False,
    )
    components.link("layers", "All questions of this layer", layer=divisive.question.layer)

if reading.judged(analysis):
    pictures.show(
        charts.agreement_with_doubt,
        analysis,
        key="agreement",
        version=version,
        measures=("layer_agreement", "null_agreement", "verdict"),
    )

st.subheader(components.plain(reading_patterns.patterns_sentence(analysis)), anchor=False)
seen = reading_patterns.patterns_to_discuss(analysis)[:4]
for pair in filter(None, (seen[:2], seen[2:])):
    for finding, place in zip(pair, screen.beside(len(pair))):
        with place, st.container(border=True, height="stretch"):
            st.write(components.plain(finding.sentence))
            components.link("patterns", "Evidence for and against", pattern=finding.code)
components.link("patterns", "All patterns")
for sentence in analysis.notes:
    components.note(sentence)
