"""Commitments: what was agreed, who does it until when, and what has happened since to what was talked about."""

import streamlit as st

from alignment_model.ui import asking, components, opening
from alignment_model.ui.editing import commitment_data, commitment_form
from alignment_model.ui.reading import commitments as reading_commitments

analysis = opening.analysis_for("commitments")

today = commitment_data.today()
found = commitment_data.standings(analysis)
components.heading("commitments", reading_commitments.sentence(found, today))
components.note(
    "What a team agrees to do after a conversation: what, who, until when. It is carried on from wave to wave until "
    "somebody says what became of it."
)
commitment_form.add_button(analysis)

still = [standing for standing in found if standing.commitment.open]
carried = [standing for standing in still if standing.since]
for title, standings in (
    ("Carried on from earlier waves", carried),
    ("Agreed in this wave", [standing for standing in still if not standing.since]),
):
    if standings:
        st.subheader(title, anchor=False)
    for standing in standings:
        item = standing.commitment
        with st.container(border=True):
            st.markdown(f"**{components.plain(item.text)}**")
            st.write(components.plain(reading_commitments.terms(item, today)))
            components.note(f"{reading_commitments.origin(item, analysis)}. {item.note}")
            if standing.since:
                st.write(components.plain(reading_commitments.since(standing)))
            with st.container(horizontal=True, vertical_alignment="center"):
                commitment_form.change_button(analysis, item)
                commitment_form.origin_link(analysis, item)
if carried:
    components.note(
        "What has happened since is told by the survey's own numbers for the question and its layer. That something "
        "moved does not say that the commitment moved it."
    )

settled = [standing for standing in found if not standing.commitment.open]
if settled:
    st.subheader("Done with", anchor=False)
    components.table(
        reading_commitments.settled_rows(settled, analysis),
        alt="Commitments kept, missed and dropped",
        key="settled",
    )
    commitment_form.reopen(analysis, settled)
sources = [] if found else reading_commitments.could_come_from(analysis)
if sources:
    st.subheader("What the first could come from", anchor=False)
    components.bullets(sources, "conversations")
with st.container(horizontal=True):
    components.link("conversations", "What to talk about")
    if len(asking.waves()) > 1:
        components.link("trends", "What moved since the last wave")
