"""Theory and reality: what was designed against what works today, and whether leaders see the same gap."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, frame, pictures
from alignment_model.ui.reading import chain as reading_chain

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("theory_and_reality")
    st.stop()
version, framework, result = data.current_version(), data.framework(), analysis.theory_reality
if result is None:
    components.heading("theory_and_reality", "This survey did not ask about design and reality")
    components.note("The blank workbook asks it for people, systems, incentives and culture.")
    components.template_button("theory_template")
    st.stop()

components.heading("theory_and_reality", result.sentence)
if not reading_chain.any_known(result.gap):
    components.note("Nobody answered both what was designed and what works today in a way that may be shown.")
    st.stop()
pictures.show(charts.theory_reality, result, analysis.roles, key="theory", version=version, titled=False)

st.subheader("Do leaders see the same gap", anchor=False)
st.write(components.plain(reading_chain.agreement_on_gap(analysis, result, framework)))
ends = reading_chain.ends_per_domain(analysis, result, framework)
components.bullets(ends, "domains")
with st.expander("Every domain in numbers"):
    components.table(
        reading_chain.gap_rows(analysis, result, framework),
        alt="Designed, working and the gap per domain and role with intervals",
        key="gap_rows",
    )
components.figures(framework.figures_for(*(domain.code for domain in framework.domains)))
