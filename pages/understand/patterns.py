"""Patterns of misalignment: the evidence for each, the evidence against, and what is missing."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, pictures, reading, state

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("patterns")
    st.stop()
version = data.current_version()

findings = {finding.code: finding for finding in reading.patterns_first(analysis)}
components.heading("patterns", reading.patterns_sentence(analysis))
if not findings:
    components.note("This survey has none of the questions that patterns are made of.")
    st.stop()
components.table(reading.pattern_rows(analysis), alt="All patterns with their word, score and coverage")

together = reading.together_rows(analysis)
if together:
    with st.expander("Which patterns appear together"):
        components.note("Patterns that share questions may share a cause: one conversation can answer both.")
        components.table(
            together, alt="Pairs of patterns seen at once and the questions they share", key="together"
        )

chosen = st.selectbox(
    "Pattern",
    list(findings),
    format_func=lambda code: findings[code].name,
    key=state.PATTERN,
    bind="query-params",
)
finding = findings[chosen]
text = data.framework().pattern(chosen)

st.subheader(components.plain(f"{finding.name}: {finding.word.lower()}"), anchor=False)
st.write(components.plain(text.meaning))
st.write(components.plain(finding.sentence))
pictures.show(charts.pattern_evidence, finding, key=f"evidence_{chosen}", version=version, titled=False)

for title, signals in (
    ("Evidence for", finding.signals_for),
    ("Evidence against", finding.signals_against),
    ("Missing", finding.signals_missing),
):
    st.markdown(f"**{title}**")
    for signal in signals:
        st.markdown(f"- {components.plain(signal.sentence)}")
    if not signals:
        components.note("None.")

with st.container(border=True):
    st.markdown("**The question to ask**")
    st.write(components.plain(finding.question))
    components.note(reading.imperative_sentence(data.framework(), finding.imperative))
if finding.stability.known:
    components.note(reading.stability_sentence(finding))
components.figures(data.framework().figures_for(chosen))
components.link("methods", "How patterns are scored")
