"""Board pack: deck, PDF and link for one audience in one go, all from one frozen snapshot."""

import streamlit as st

from alignment_model.ui import components, data, frame, opening, picking, state
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.reading import kept as reading_kept
from alignment_model.ui.sharing import export_choices, pack_data

frame.require()
audiences, sources = pack_data.audiences(), pack_data.sources()

components.heading("board_pack", reading_kept.packs_sentence(audiences, sources, data.current_analysis()))
components.note(
    "A pack is deck, PDF and link in one go. Each audience gets its own sections and words on confidentiality; all "
    "come from one snapshot, so that all say the same."
)
if not sources:
    opening.first_steps()
    st.stop()

chosen = picking.segments(
    "Who is it for?", {code: entry.name for code, entry in audiences.items()}, state.AUDIENCE
)
wanted = audiences[chosen]
st.write(components.plain(wanted.purpose))
components.note(pack_data.promise(wanted))

source = st.selectbox("From", list(sources), format_func=sources.get, key="pack_source")
titles, reason = pack_data.titles(source, wanted)
if reason:
    components.problem(f"This pack cannot be made for {wanted.name.lower()}: {reason}")
    st.stop()
if titles:
    with st.expander(f"What is in it: {len(titles)} sections"):
        components.bullets(titles, "sections")

with st.expander("Paper, template, passphrase"):
    choices = export_choices.ask("pack")
    passphrase = st.text_input(
        "Passphrase for the link (optional)",
        type="password",
        max_chars=200,
        help="Three or four words. Tell it to readers another way than the link.",
    )

if st.button("Make the pack", type=main_button(), icon=":material/inventory_2:"):
    bar = st.progress(0.0, "Freezing the snapshot")
    made, reason = pack_data.make(source, wanted, choices, passphrase, bar.progress)
    bar.empty()
    st.session_state[state.PACK] = made
    if reason:
        components.problem(reason)

made_of, made_for, address = st.session_state.get(state.PACK, pack_data.NO_PACK)
if made_for != wanted.code:
    st.stop()

files = [pack_data.file(made_of, made_for, code, choices) for code in wanted.files]
st.subheader("The pack", anchor=False)
with st.container(horizontal=True):
    for file in files:
        st.download_button(
            file.label, file.content, file.name, file.mime, on_click="ignore", icon=":material/download:"
        )
    st.download_button(
        "All files (zip)",
        pack_data.archive(files),
        pack_data.archive_name(files),
        "application/zip",
        on_click="ignore",
        icon=":material/folder_zip:",
    )
if address:
    with st.container(border=True):
        st.markdown("**The link. Copy it now: it is shown until you leave this page and kept nowhere.**")
        st.code(address, language=None, wrap_lines=True)
        components.note(f"Good until {pack_data.until(wanted)}. It can be revoked on Share links.")
components.link("links", "See and revoke links")
