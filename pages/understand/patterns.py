"""Patterns of misalignment: the evidence for each, the evidence against, and what is missing."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, picking, pictures, screen, state
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading import patterns as reading_patterns

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("patterns")
    st.stop()
version, framework = data.current_version(), data.framework()

findings = {finding.code: finding for finding in reading.patterns_first(analysis)}
components.heading("patterns", reading.patterns_sentence(analysis))
if not findings:
    components.note("This survey has none of the questions that patterns are made of.")
    st.stop()
unknown = reading.not_judged(analysis)
if unknown:
    components.note(unknown)
components.table(reading.pattern_rows(analysis), alt="All patterns with their word, score and coverage")
if reading_patterns.several_seen(analysis):
    pictures.show(charts.shared_causes, analysis, key="together", version=version)
    components.note(
        "Patterns that rest on the same answers may have one cause: one conversation can answer both."
    )

chosen = picking.from_url(
    "Pattern", {code: finding.name for code, finding in findings.items()}, state.PATTERN
)
finding, text = findings[chosen], framework.pattern(chosen)

st.subheader(components.plain(f"{finding.name}: {finding.word.lower()}"), anchor=False)
st.write(components.plain(text.meaning))
st.write(components.plain(finding.sentence))
pictures.show(charts.pattern_evidence, finding, key=f"evidence_{chosen}", version=version, titled=False)
for title, signals in reading_patterns.sides(finding):
    st.markdown(f"**{title}**")
    if signals:
        st.markdown("\n".join(f"- {components.plain(signal.sentence)}" for signal in signals))
    else:
        components.note("None.")
if finding.stability.known:
    components.note(reading.stability_sentence(finding))

asked, published = screen.beside(2)
with asked, st.container(border=True):
    st.markdown("**The question to ask**")
    st.write(components.plain(finding.question))
    components.note(reading.imperative_sentence(framework, finding.imperative))
    talk = reading_patterns.conversation_about(analysis, finding)
    if talk:
        components.link(
            "conversations", reading_patterns.conversation_label(talk), conversation=str(talk.rank)
        )
with published:
    components.figures(framework.figures_for(chosen))

behind = reading_patterns.questions_behind(analysis, finding)
if behind:
    st.markdown("**The questions behind it**")
    with st.container(horizontal=True):
        for code, label in behind:
            components.link("question", label, question=code)
with st.container(horizontal=True):
    components.link("pattern_thresholds", "Its thresholds", rules=chosen)
    components.link("methods", "How patterns are scored")
