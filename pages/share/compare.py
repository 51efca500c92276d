"""Compare: two frozen snapshots side by side, and a kept file against what was frozen."""

import streamlit as st

from alignment_model.ui import components, data, frame, opening, picking, screen, state
from alignment_model.ui.reading import kept as reading_kept
from alignment_model.ui.sharing import compare_data, link_data

frame.require()
snapshots = {entry.id: entry for entry in data.snapshots()}

if len(snapshots) < 2:
    components.heading("compare", reading_kept.compare_sentence(snapshots))
    components.note(
        "Freeze one now and one later, and this page shows which numbers differ, and how clearly."
    )
    if data.surveys():
        components.link("snapshots", "Freeze a snapshot")
    else:
        opening.first_steps()
else:
    names = {code: link_data.snapshot_name(entry) for code, entry in snapshots.items()}
    latest, previous, *_ = names
    top = st.container()
    on_the_left, on_the_right = screen.beside(2, gap="medium")
    with on_the_left:
        before = picking.from_url("Before", names, state.BEFORE, first=previous)
        components.note(compare_data.moved_sentence(snapshots[before]))
    with on_the_right:
        after = picking.from_url("After", names, state.AFTER, first=latest)
        components.note(compare_data.moved_sentence(snapshots[after]))
    found = compare_data.compared(before, after)
    with top:
        components.heading("compare", compare_data.headline(found))
        components.note(
            "Clearly: the two 95 % intervals do not overlap. A changed verdict alone says that a number crossed a line, "
            "not that it moved clearly. Trends sees finer: it has the answers and pairs them question by question."
        )
    differing_only = st.toggle("Show only what differs", value=False, key="compare_differing")
    for kind, title in compare_data.TITLES.items():
        shown = compare_data.rows(found.of(kind), differing_only=differing_only)
        if shown:
            st.subheader(title, anchor=False)
            components.note(compare_data.sentence(found.of(kind)))
            components.table(shown, alt=title, key=f"compare_{kind}")
    apart = compare_data.apart_rows(found)
    if apart:
        st.subheader("What cannot be compared", anchor=False)
        components.table(apart, alt="What cannot be compared, and why")

st.subheader("Check a kept file", anchor=False)
components.note(
    "Choose a file of a report that somebody sent or kept. It carries a mark of its numbers, by which its snapshot is "
    "found; then everything it says is set against that snapshot, place by place."
)
kept = st.file_uploader(
    "File of a report",
    type=["json", "html", "pdf", "xlsx", "pptx", "zip"],
    key="compare_file",
    max_upload_size=25,
)
if kept is not None:
    checked = compare_data.check(kept.getvalue())
    (st.success if checked.word in ("same", "alike") else st.warning)(
        components.plain(compare_data.check_sentence(checked))
    )
    components.table(compare_data.check_rows(checked), alt="Where the file differs from the snapshot")
    components.note(f"SHA-256 of this file: {checked.sha256}")
