"""Open answers: why we deploy AI, leader beside leader, in their own words; and what is not being said."""

import streamlit as st

from alignment_model.ui import asking, components, data, frame, screen
from alignment_model.ui.reading import talk as reading_talk

COLUMNS = 3

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("open_answers")
    st.stop()

codes = reading_talk.questions_of(analysis)
if not codes:
    components.heading("open_answers", reading_talk.open_sentence(analysis, (), ()))
    components.note("Either nobody was asked, nobody answered, or too few of a group wrote something.")
    st.stop()

for number, code in enumerate(codes):
    answers = reading_talk.answers_to(analysis, code)
    marked, shared = asking.terms(answers)
    sentence = reading_talk.open_sentence(analysis, answers, shared)
    if number == 0:
        components.heading("open_answers", sentence)
        st.subheader(components.plain(asking.question_text(analysis, code)), anchor=False)
    else:
        st.subheader(components.plain(asking.question_text(analysis, code)), anchor=False)
        st.write(components.plain(f"{sentence}."))
    for start in range(0, len(marked), COLUMNS):
        row = marked[start : start + COLUMNS]
        for place, answer in zip(screen.beside(min(COLUMNS, len(marked)), gap="medium"), row):
            with place.container(border=True):
                st.markdown(f"**{components.plain(asking.role_name(analysis, answer.role))}**")
                st.header(reading_talk.as_markdown(answer), anchor=False)
                components.note(reading_talk.only_here(answer))
    for reason in reading_talk.not_shown(analysis, answers):
        components.note(reason)

components.note(
    "Marked: terms that two roles use. Words are compared as they are written; nothing is read into them. "
    "Only leadership roles are quoted; the answers of managers and employees are never shown."
)
components.link("conversations", "What to talk about")
