"""Value: what each role wants from AI, what all share, and what only one wants."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, pictures
from alignment_model.ui.reading import value as reading_value

ABSENT = opening.Absent(
    "This survey did not ask anybody to spread 100 points over what AI is for",
    "The blank workbook has the question; it takes a minute to answer.",
    "Nobody spread 100 points in a way that may be shown.",
)

analysis = opening.analysis_for("value")
version, framework = data.current_version(), data.framework()
FIGURES = framework.figures_for("value_fragmentation", "VAL_GROWTH", "VAL_WORK")


def explain() -> None:
    """What the points are spread over, and how ten stakeholders look at value."""
    st.subheader("What the 100 points are spread over", anchor=False)
    components.table(
        reading_value.outcome_rows(framework), alt="Eight outcomes of AI and what each means", key="outcomes"
    )
    st.subheader("Ten ways to look at value", anchor=False)
    components.table(
        reading_value.lens_meanings(framework), alt="Ten stakeholders and what they value", key="lenses"
    )
    components.figures(FIGURES)


value = opening.part("value", analysis.value, ABSENT, lambda found: bool(found.points), explain)
for sentence in reading_value.how_sure(value):
    components.note(sentence)
pictures.show(
    charts.value_by_role,
    value,
    analysis.roles,
    key="value",
    version=version,
    measures=("common_ground", "overlap_null"),
)

if value.overlaps:
    pictures.show(
        charts.overlap_matrix,
        value,
        analysis.roles,
        key="overlap",
        version=version,
        title=reading_value.closest_and_farthest(value),
        measures=("overlap",),
    )
    components.subheading("What only one role wants", "valued_alone")
    alone = reading_value.only_one_wants(value)
    components.bullets(alone, "roles")
    components.note(
        "At least 10 points above every other leadership role."
        if alone
        else "No leadership role gives an outcome 10 points more than every other does."
    )

lenses = reading_value.lens_views(analysis, framework)
if lenses:
    st.subheader("Ten ways to look at value", anchor=False)
    st.write(components.plain(reading_value.absent(lenses)))
    components.table(
        reading_value.lens_rows(lenses),
        alt="Ten stakeholders: what they value, who answered for them, who gives them most points",
        key="lenses",
    )
with st.expander("Every role's points with intervals"):
    components.table(
        reading_value.point_rows(analysis, value), alt="Points per outcome and role", key="points"
    )
components.link("consensus_map", "Who stands with whom")
components.figures(FIGURES)
