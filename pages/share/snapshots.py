"""Snapshots: freeze a wave, open it exactly as it was, take it along as a file."""

import streamlit as st

from alignment_model.ui import components, data, frame, opening, state
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.reading import kept as reading_kept
from alignment_model.ui.sharing import report_view

frame.require()
snapshots = data.snapshots()
analysis = data.current_analysis()

opened = st.session_state.get(state.SNAPSHOT) or st.query_params.get(state.SNAPSHOT)
if opened and any(entry.id == opened for entry in snapshots):
    report_view.show_snapshot(opened)
    st.stop()

components.heading("snapshots", reading_kept.snapshots_sentence(snapshots, analysis))
components.note("A snapshot keeps every number, chart and sentence as it is now, whatever is imported later.")

if analysis is None and not snapshots:
    opening.first_steps()
    st.stop()

if analysis is not None:
    with st.form("freeze", border=True):
        st.markdown(f"**Freeze {components.plain(analysis.survey)}, {components.plain(analysis.wave)}**")
        note = st.text_input(
            "What is it for? (optional)", placeholder="Board meeting of 3 December", max_chars=200
        )
        if st.form_submit_button("Freeze a snapshot", type=main_button(), icon=":material/photo_camera:"):
            created = data.freeze(analysis.survey, analysis.wave, note)
            components.keep_message(f"Frozen: {created.survey}, {created.wave}.")
            st.rerun()

if snapshots:
    st.subheader("Kept snapshots", anchor=False)
for entry in snapshots:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container():
                st.markdown(f"**{components.plain(entry.survey)}, {components.plain(entry.wave)}**")
                components.note(report_view.snapshot_line(entry))
            if st.button("Open", key=f"open_{entry.id}", icon=":material/visibility:"):
                st.query_params[state.SNAPSHOT] = entry.id
                st.rerun()
        with st.container(horizontal=True):
            report_view.downloads(entry.id, data.file_stem(entry), key=f"list_{entry.id}")
