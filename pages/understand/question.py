"""Question: everything about one question, every statistic with its interval, and how sure that is."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, opening, picking, pictures, state
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading import question as reading_question

analysis = opening.analysis_for("question")
version = data.current_version()
if not analysis.questions:
    components.heading("question", "This survey has no question that is answered on a scale")
    components.note("The blank workbook has the questions, and every page that rests on them.")
    components.template_button("question_template")
    st.stop()

top = st.container()
code = picking.from_url(
    "Question",
    reading_question.choices(analysis),
    state.QUESTION,
    reading_question.first_choice(analysis),
    help="Type a few letters of any question.",
)
detail = asking.question_detail(analysis, code)
result = detail.result
with top:
    components.heading("question", reading_question.sentence(analysis, detail))
    components.note(reading_question.what_is_plotted(result, analysis))
    pictures.show(
        charts.positions_on_scale,
        (result,),
        analysis.roles,
        key=f"at_{code}",
        version=version,
        titled=False,
        named=False,
    )

pictures.show(charts.answer_distribution, result, analysis.roles, key=f"answers_{code}", version=version)

components.subheading("How sure is this", "consensus_of_positions", "null_agreement")
for sentence in reading_question.how_sure(detail):
    st.write(components.plain(sentence))

st.subheader("Inside each group", anchor=False)
inside = reading_question.within_rows(analysis, detail)
components.table(
    inside,
    alt="Each group's people, position, agreement inside, and don't know",
    key="within",
    measures=reading_question.MEASURES,
)
if inside:
    components.note(
        "In brackets: 95 % interval, or the reason there is none. Agreement A has no interval that can be trusted."
    )
for sentence in reading_question.not_inside(analysis, detail):
    components.note(sentence)

st.subheader("Leadership against the others", anchor=False)
for gap in detail.gaps:
    st.write(components.plain(reading_question.gap_sentence(gap)))
if not detail.gaps:
    components.note(reading.why_no_question_gaps(analysis, code))

if detail.feeds:
    st.subheader("Patterns it feeds", anchor=False)
for finding, signals in detail.feeds:
    with st.container(border=True):
        st.markdown(f"**{components.plain(finding.name)}** · {finding.word}")
        for signal in signals:
            st.write(components.plain(signal.sentence))
        components.link("patterns", "Evidence for and against", pattern=finding.code)

if detail.conversation:
    with st.container(border=True):
        st.markdown(f"**One of the five conversations: number {detail.conversation.rank}**")
        st.write(components.plain(detail.conversation.prompt))
        components.link(
            "conversations",
            f"{detail.conversation.minutes} minutes for it",
            conversation=str(detail.conversation.rank),
        )
components.figures(data.framework().figures_for(code))
components.link("methods", "What these statistics mean")
