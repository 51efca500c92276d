"""Initiatives: what is under way, which money has no agreed outcome, which pilots never arrive; add and edit."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, opening, pictures
from alignment_model.ui.editing import register_editor
from alignment_model.ui.reading import register as reading_register

analysis = opening.analysis_for("initiatives")
version, register = data.current_version(), analysis.register
FIGURES = data.framework().figures_for("ai_pilot_trap", "ai_theatre", "activity_without_outcome")

if register is None:
    components.heading(
        "initiatives", "No initiative register was given, so nothing is known of spend and outcomes"
    )
    components.note(
        "Enter the initiatives here, or fill in the sheet Initiatives of the workbook and import it again."
    )
    register_editor.show(analysis)
    components.template_button("register_template")
    components.figures(FIGURES)
    st.stop()

components.heading("initiatives", reading_register.sentence(analysis, register))
components.note(reading_register.what_there_is(analysis, register))
as_of = asking.wave_day(analysis)
if as_of is None:
    components.note("The wave has no date, so the age of the initiatives cannot be drawn.")
else:
    pictures.show(
        charts.initiatives,
        register,
        as_of,
        key="initiatives",
        version=version,
        titled=False,
        currency=analysis.currency,
    )

st.subheader("Money with no agreed outcome, by what is missing", anchor=False)
st.write(components.plain(reading_register.missing_title(register)))
components.table(
    reading_register.missing_rows(analysis, register),
    alt="Money in live and pilot initiatives by what they lack",
    key="missing",
    columns={
        "Share of the money": st.column_config.ProgressColumn(format="%.0f %%", min_value=0, max_value=100)
    },
)
components.note(
    "Live and pilot initiatives only. One that lacks two things is in two rows; the first row counts it once."
)
components.note(reading_register.COUNT_NOT_SAMPLE)

st.subheader("From pilot to production", anchor=False)
for sentence in (*reading_register.pilots(register), reading_register.adoption(register)):
    if sentence:
        st.write(components.plain(sentence))

st.subheader("Announced, and done twice", anchor=False)
st.write(components.plain(reading_register.announced(register)))
for sentence in reading_register.duplicates(register):
    st.write(components.plain(f"Possibly twice: {sentence}"))
if not register.duplicates:
    components.note("No two initiatives of different owners state the same purpose.")

st.subheader("Add and edit", anchor=False)
register_editor.show(analysis)
components.link("conversations", "Check the preconditions of each initiative")
components.figures(FIGURES)
