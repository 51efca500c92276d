"""Open answers: why we deploy AI, leader beside leader, in their own words; and what is not being said."""

import streamlit as st

from alignment_model.ui import asking, components, opening, screen
from alignment_model.ui.reading import talk as reading_talk

COLUMNS = 3

analysis = opening.analysis_for("open_answers")

codes = reading_talk.questions_of(analysis)
if not codes:
    components.heading("open_answers", reading_talk.open_sentence(analysis, (), ()))
    for reason in reading_talk.why_no_words(analysis):
        components.note(reason)
    if analysis.open_questions:
        st.subheader("What was asked", anchor=False)
        components.bullets(list(analysis.open_questions.values()), "questions")
    else:
        components.template_button("open_template")
    components.link("conversations", "What to talk about")
    st.stop()

for number, code in enumerate(codes):
    answers = reading_talk.answers_to(analysis, code)
    marked, shared = asking.terms(answers)
    sentence = reading_talk.open_sentence(analysis, answers, shared)
    if number == 0:
        components.heading("open_answers", sentence)
        st.subheader(components.plain(analysis.open_questions[code]), anchor=False)
    else:
        st.subheader(components.plain(analysis.open_questions[code]), anchor=False)
        st.write(components.plain(f"{sentence}."))
    for start in range(0, len(marked), COLUMNS):
        row = marked[start : start + COLUMNS]
        for place, answer in zip(screen.beside(min(COLUMNS, len(marked)), gap="medium"), row):
            with place.container(border=True, height="stretch"):
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
