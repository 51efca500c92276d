"""Methods: how every number is computed, how to read it, and when it misleads."""

import streamlit as st

from alignment_model.measures import catalogue
from alignment_model.ui import components, data, frame, state

frame.require()
components.heading("methods", "How every number is computed, and when it misleads")
components.note(
    "Written from the same catalogue that the exports' appendix and the help texts are written from."
)

asked = catalogue.CATALOGUE.get(st.query_params.get(state.MEASURE, ""))
if asked is not None:
    components.measure(asked, expanded=True)

for group, title in catalogue.GROUPS.items():
    st.subheader(title, anchor=False)
    for entry in (entry for entry in catalogue.CATALOGUE.values() if entry.group == group):
        components.measure(entry)

st.subheader("How patterns are scored", anchor=False)
st.write(
    "A pattern is a set of signals. Each signal is one measured quantity with two thresholds: below the first it says "
    "nothing, from the second on it speaks fully, in between in proportion. The score is their weighted mean. A pattern "
    "is present from 0.6 with at least two kinds of source behind it and with the signals that tell it from plain "
    "trouble, worth watching from 0.4, and not judged at all "
    "when too little of the evidence could be measured."
)
for pattern in data.pattern_rules():
    with st.expander(components.plain(data.framework().pattern(pattern.code).name)):
        components.table(
            data.signal_rows(pattern),
            alt=f"Signals of the pattern {pattern.code}",
            key=f"rule_{pattern.code}",
        )

st.subheader("Confidentiality", anchor=False)
st.write(
    f"A protected role is shown from {data.settings().minimum_group} people. Roles shown by name of role were told so "
    "before they answered, and the person importing confirmed it. Numbers over several roles are made of shown roles "
    "only. Comments of protected roles are never shown word for word below ten people."
)
