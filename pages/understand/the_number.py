"""The number: what each role expects AI to do to operating cost, how sure it is, and what the spread is worth."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, opening, pictures
from alignment_model.ui.editing import money
from alignment_model.ui.reading import chain as reading_chain

ABSENT = opening.Absent(
    "This survey did not ask for the expected effect on operating cost",
    "The blank workbook asks for it, and how sure each is of it.",
    "Nobody gave a number that may be shown.",
)

analysis = opening.analysis_for("the_number")
version = data.current_version()
FIGURES = data.framework().figures_for("EFFECT_PERCENT", "financial_results")


def explain() -> None:
    """The two questions as they are asked, and what others have published on the effect."""
    st.subheader("Two questions make the number", anchor=False)
    components.bullets(asking.words_of("EFFECT_PERCENT", "EFFECT_CONFIDENCE"), "questions")
    components.figures(FIGURES)


number = opening.part(
    "the_number",
    analysis.number,
    ABSENT,
    lambda found: any(effect.known for effect in found.effect.values()),
    explain,
)
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
components.figures(FIGURES)
