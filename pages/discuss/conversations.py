"""Conversations: the five worth having, who stands where, what to ask, how long, and an agenda to print."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import agenda, components, data, opening, pictures, state
from alignment_model.ui.editing import checklist, commitment_form
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading import patterns as reading_patterns
from alignment_model.ui.reading import talk as reading_talk

analysis = opening.analysis_for("conversations")
version, framework = data.current_version(), data.framework()
leaders = tuple(role for role in analysis.shown_roles if role.leadership)

components.heading("conversations", reading_talk.conversations_sentence(analysis))
if analysis.conversations:
    components.note(
        "Ranked by how much agreement would rise if the role farthest from the others moved to their middle."
    )
    agenda.button(analysis)
else:
    for sentence in analysis.notes:
        components.note(sentence)
    for finding in reading_patterns.patterns_to_discuss(analysis):
        with st.container(border=True):
            st.markdown(f"**{components.plain(finding.question)}**")
            components.note(reading_patterns.imperative_sentence(framework, finding.imperative))
            components.link("patterns", f"{finding.name}: {finding.word.lower()}", pattern=finding.code)
    if any(gap.difference.known for gap in analysis.gaps):
        components.link("gaps", reading.widest_gap(analysis))

asked = st.query_params.get(state.TALK)
for talk in sorted(analysis.conversations, key=lambda talk: str(talk.rank) != asked):
    result = analysis.question(talk.question)
    title = f"{talk.rank}. {result.question.label} · {talk.minutes} minutes"
    st.subheader(components.plain(title), anchor=False, divider="grey")
    components.note(f"“{result.question.text}”")
    pictures.show(
        charts.positions_on_scale,
        (result,),
        leaders,
        key=f"talk_{talk.question}",
        version=version,
        titled=False,
        noted=False,
        named=False,
    )
    st.markdown(f"**{components.plain(talk.prompt)}**")
    components.note(reading_talk.leverage_sentence(analysis, talk))
    components.note(reading_talk.imperative_sentence(framework, talk))
    with st.container(horizontal=True, vertical_alignment="center"):
        components.link("question", "Everything about this question", question=talk.question)
        if talk.pattern:
            name = framework.pattern(talk.pattern).name
            components.link("patterns", name, pattern=talk.pattern)
        commitment_form.add_button(analysis, question=talk.question)

st.subheader("Before any initiative goes on", anchor=False, divider="grey")
checklist.show(analysis, framework)
