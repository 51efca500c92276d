"""Theory and reality: what was designed against what works today, and whether leaders see the same gap."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, pictures
from alignment_model.ui.reading import chain as reading_chain

ABSENT = opening.Absent(
    "This survey did not ask about design and reality",
    "The blank workbook asks it for people, systems, incentives and culture.",
    "Nobody answered both what was designed and what works today in a way that may be shown.",
)

analysis = opening.analysis_for("theory_and_reality")
version, framework = data.current_version(), data.framework()
FIGURES = framework.figures_for(*(domain.code for domain in framework.domains))


def explain() -> None:
    """The four domains as they are asked about, and what others have published on them."""
    st.subheader("Four domains, each as designed and as it works today", anchor=False)
    components.table(reading_chain.domain_rows(framework), alt="The four domains", key="domains")
    components.figures(FIGURES)


result = opening.part(
    "theory_and_reality",
    analysis.theory_reality,
    ABSENT,
    lambda found: reading_chain.any_known(found.gap),
    explain,
)
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
components.figures(FIGURES)
