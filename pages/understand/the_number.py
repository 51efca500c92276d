"""The number: what each role expects AI to do to operating cost, how sure it is, and what the spread is worth."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, pictures
from alignment_model.ui.editing import money
from alignment_model.ui.reading import chain as reading_chain

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("the_number")
    st.stop()
version, number = data.current_version(), analysis.number
if number is None:
    components.heading("the_number", "This survey did not ask for the expected effect on operating cost")
    components.note("The blank workbook asks for it, and how sure each is of it.")
    components.template_button("number_template")
    st.stop()

components.heading("the_number", number.sentence)
if not any(found.known for found in number.effect.values()):
    components.note("Nobody gave a number that may be shown.")
    st.stop()
pictures.show(charts.the_number, number, analysis.roles, key="number", version=version, titled=False)
for sentence in (reading_chain.spread_sentence(number), reading_chain.confidence_sentence(analysis, number)):
    if sentence:
        st.write(components.plain(sentence))

if number.spread.known:
    st.subheader("What the spread is worth", anchor=False)
    money.show(analysis)

with st.expander("Every role in numbers"):
    components.table(
        reading_chain.number_rows(analysis, number), alt="Expected effect and confidence per role", key="rows"
    )
components.figures(data.framework().figures_for("EFFECT_PERCENT", "financial_results"))
