"""Present: choose and order the slides, then show them to the room."""

import streamlit as st

from alignment_model.ui import components, data, frame
from alignment_model.ui.presenter import choosing

frame.require()
analysis = data.current_analysis()
if analysis is None:
    components.nothing_here("present")
    st.stop()

components.heading("present", "One message a screen, for the whole room")
choosing.start(analysis)
st.subheader("Slides, in this order", anchor=False)
choosing.slides(analysis)
choosing.left_out(analysis)
st.subheader("Keys", anchor=False)
choosing.keys()
