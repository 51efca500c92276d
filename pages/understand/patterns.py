"""Patterns of misalignment: the evidence for each, the evidence against, and what is missing."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, picking, pictures, screen, state
from alignment_model.ui.reading import patterns as reading_patterns

analysis = opening.analysis_for("patterns")
version, framework = data.current_version(), data.framework()

findings = {finding.code: finding for finding in reading_patterns.patterns_first(analysis)}
components.heading("patterns", reading_patterns.patterns_sentence(analysis))
if not findings:
    components.note("This survey has none of the questions that patterns are made of.")
    st.stop()
unknown = reading_patterns.not_judged(analysis)
if unknown:
    components.note(unknown)
if reading_patterns.any_measured(analysis):
    components.table(
        reading_patterns.pattern_rows(analysis), alt="All patterns with their verdict, score and coverage"
    )
else:
    components.note(
        "The blank workbook asks for all of them. Below stands what each means, and what to ask even so."
    )
    components.template_button("patterns_template")
    components.table(
        reading_patterns.meaning_rows(analysis, framework), alt="All patterns with their meaning"
    )
if reading_patterns.linked(analysis):
    pictures.show(charts.shared_causes, analysis, key="together", version=version)
apart = reading_patterns.about_links(analysis)
if apart:
    components.note(apart)

chosen = picking.from_url(
    "Pattern", {code: finding.name for code, finding in findings.items()}, state.PATTERN
)
finding, text = findings[chosen], framework.pattern(chosen)

st.subheader(components.plain(f"{finding.name}: {finding.word.lower()}"), anchor=False)
st.write(components.plain(text.meaning))
st.write(components.plain(finding.sentence))
if finding.coverage:
    pictures.show(charts.pattern_evidence, finding, key=f"evidence_{chosen}", version=version, titled=False)
for title, signals in reading_patterns.sides(finding):
    st.markdown(f"**{title}**")
    if signals:
        components.bullets([signal.sentence for signal in signals], "signals")
    else:
        components.note("None.")
if finding.stability.known:
    components.note(reading_patterns.stability_sentence(finding))

asked, published = screen.beside(2)
with asked, st.container(border=True):
    st.markdown("**The question to ask**")
    st.write(components.plain(finding.question))
    components.note(reading_patterns.imperative_sentence(framework, finding.imperative))
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
