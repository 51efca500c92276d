"""Share links: show a frozen snapshot to people without an account, for a while, and see who looked."""

import streamlit as st

from alignment_model.ui import components, data, frame, opening, state
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.reading import kept as reading_kept
from alignment_model.ui.sharing import link_data

frame.require()
snapshots = {entry.id: entry for entry in data.snapshots()}

active, ended = link_data.links()
components.heading("links", reading_kept.links_sentence(active, snapshots))
components.note(
    "A link shows one frozen snapshot, to read only, until the day you choose. Whoever has the link can read it: "
    "send it to people, not to lists."
)

if not snapshots:
    if data.surveys():
        components.link("snapshots", "Freeze a snapshot first")
    else:
        opening.first_steps()
    st.stop()

fresh = st.session_state.get(state.NEW_LINK)
if fresh:
    with st.container(border=True):
        st.markdown("**Your link. Copy it now: it is shown this once and kept nowhere.**")
        st.code(fresh, language=None, wrap_lines=True)
        if st.button("I have copied it", type=main_button(), icon=":material/check:"):
            st.session_state.pop(state.NEW_LINK, None)
            st.rerun()

asked = st.query_params.get(state.SNAPSHOT, "")
codes = list(snapshots)
chosen = st.selectbox(
    "Snapshot",
    codes,
    index=codes.index(asked) if asked in snapshots else 0,
    format_func=lambda code: link_data.snapshot_name(snapshots[code]),
    key="link_snapshot",
)
sections = link_data.sections(chosen)
formats = {entry.code: entry.label for entry in data.export_formats()}
first, last = link_data.first_and_last_day()

with st.form("link_form", border=True):
    label = st.text_input("Who is it for? (only you see this)", placeholder="The board", max_chars=200)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        ends = st.segmented_control(
            "It ends after",
            [*link_data.ENDS, link_data.A_DAY],
            default="30 days",
            required=True,
            key="link_ends",
        )
        day = st.date_input(
            "Last day, if you chose a day", value=first, min_value=first, max_value=last, format="DD/MM/YYYY"
        )
    passphrase = st.text_input(
        "Passphrase (optional)",
        type="password",
        max_chars=200,
        help="Three or four words. Tell it to readers another way than the link.",
    )
    left_out = st.multiselect(
        "Leave out",
        list(sections),
        format_func=sections.get,
        placeholder="Nothing: show every section",
        help="What is left out is in no page and no file of this link. The overview always stays.",
        key=f"link_left_out_{chosen}",
    )
    downloads = st.multiselect(
        "Files readers may download", list(formats), format_func=formats.get, placeholder="None"
    )
    if st.form_submit_button("Create the link", type=main_button(), icon=":material/link:"):
        kept = link_data.kept_sections(sections, left_out)
        options = link_data.LinkOptions(
            link_data.end_of(ends, day), label, kept, tuple(downloads), passphrase
        )
        st.session_state[state.NEW_LINK] = link_data.issue(chosen, options)
        st.rerun()

if active:
    st.subheader("Open links", anchor=False)
for link in active:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container():
            st.markdown(f"**{components.plain(link.label or 'Without a name')}**")
            components.note(link_data.terms(link))
            components.note(link_data.seen(link))
        if st.button("Revoke", key=f"revoke_{link.id}", icon=":material/link_off:"):
            link_data.revoke(link.id)
            components.keep_message("Revoked. The link opens nothing any more.")
            st.rerun()
if ended:
    st.subheader("Ended links", anchor=False)
    components.table(link_data.ended_rows(ended), alt="Ended share links with when they ended")
