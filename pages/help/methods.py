"""Methods: how every number is computed, how to read it, and when it misleads."""

import streamlit as st

from alignment_model.measures import catalogue
from alignment_model.ui import components, data, frame, in_words, state

EVERY = "all"
OPEN_UP_TO = 3  # so few measures are shown open

frame.require()
components.heading("methods", "How every number is computed, and when it misleads")
components.note(
    f"{len(catalogue.CATALOGUE)} measures, each with its range, how to read it, when it misleads, its formula and source."
)

text, kind = st.columns([3, 2], vertical_alignment="bottom")
with text:
    words = st.text_input(
        "Find a measure",
        key=state.MEASURE,
        bind="query-params",
        placeholder="A name, a symbol or an author: consensus, rwg, Cliff",
    )
with kind:
    only = st.selectbox(
        "Kind of measure",
        [EVERY, *catalogue.GROUPS],
        format_func=lambda code: catalogue.GROUPS.get(code, "Every kind"),
        key="measure_kind",
        bind="query-params",
    )
listed = [entry for entry in catalogue.CATALOGUE.values() if only in (EVERY, entry.group)]
listed = catalogue.found(listed, words or "")
if not listed:
    components.note(f"No measure has “{words}” in its name, symbol, author or text. Try a shorter word.")
for group, title in catalogue.GROUPS.items():
    entries = [entry for entry in listed if entry.group == group]
    if entries:
        st.subheader(title, anchor=False)
    for entry in entries:
        in_words.measure(entry, expanded=len(listed) <= OPEN_UP_TO)
if words or only != EVERY:
    st.stop()

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
