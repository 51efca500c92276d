"""Value chain: how strong each role's evidence is from implementation to financial results, and where it breaks."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, pictures
from alignment_model.ui.reading import chain as reading_chain

ABSENT = opening.Absent(
    "This survey did not ask how strong the evidence is along the value chain",
    "The blank workbook has the six questions.",
    "Nobody said how strong the evidence is in a way that may be shown.",
)

analysis = opening.analysis_for("value_chain")
version, framework = data.current_version(), data.framework()
FIGURES = framework.figures_for(*(stage.code for stage in framework.stages))


def stages() -> None:
    """What the stages mean."""
    components.table(reading_chain.stage_rows(framework), alt="The six stages", key="stages")


def explain() -> None:
    """The chain as it is asked about, and what others have published on it."""
    st.subheader("The six stages, from activity to outcome", anchor=False)
    stages()
    components.figures(FIGURES)


chain = opening.part(
    "value_chain", analysis.chain, ABSENT, lambda found: reading_chain.any_known(found.evidence), explain
)
pictures.show(charts.value_chain, chain, analysis.roles, key="chain", version=version, titled=False)
components.note(
    "A chain breaks at the first stage whose evidence is weaker than tracked, or a whole step weaker than the "
    "stage before."
)

st.subheader("Activity against outcome", anchor=False)
st.write(components.plain(reading_chain.activity_against_outcome(analysis, chain)))
components.note(
    "Activity is the first three stages, outcome the last three. Counting activity is not measuring value."
)
with st.expander("Every stage in numbers"):
    components.table(
        reading_chain.chain_rows(analysis, chain, framework),
        alt="Evidence from 0 to 4 per role and stage with intervals",
        key="chain_rows",
    )
with st.expander("What the stages mean"):
    stages()
for finding in analysis.patterns:
    if finding.code == "activity_without_outcome":
        components.link("patterns", f"{finding.name}: {finding.word.lower()}", pattern=finding.name)
components.figures(FIGURES)
