"""Value chain: how strong each role's evidence is from implementation to financial results, and where it breaks."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, pictures
from alignment_model.ui.reading import chain as reading_chain

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("value_chain")
    st.stop()
version, framework, chain = data.current_version(), data.framework(), analysis.chain
if chain is None:
    components.heading(
        "value_chain", "This survey did not ask how strong the evidence is along the value chain"
    )
    components.note("The blank workbook has the six questions.")
    components.template_button("chain_template")
    st.stop()

components.heading("value_chain", chain.sentence)
if not reading_chain.any_known(chain.evidence):
    components.note("Nobody said how strong the evidence is in a way that may be shown.")
    st.stop()
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
    components.table(reading_chain.stage_rows(framework), alt="The six stages", key="stages")
for finding in analysis.patterns:
    if finding.code == "activity_without_outcome":
        components.link("patterns", f"{finding.name}: {finding.word.lower()}", pattern=finding.name)
components.figures(framework.figures_for(*(stage.code for stage in framework.stages)))
