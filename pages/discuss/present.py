"""Present: choose and order the slides, then show them to the room."""

import streamlit as st

from alignment_model.ui import components, opening
from alignment_model.ui.presenter import choosing

analysis = opening.analysis_for("present")

components.heading("present", choosing.sentence(analysis))
components.note("One message a screen, readable from the last row, with notes for whoever leads the day.")
choosing.start(analysis)
st.subheader("Slides, in this order", anchor=False)
choosing.slides(analysis)
choosing.left_out(analysis)
st.subheader("Keys", anchor=False)
choosing.keys()
