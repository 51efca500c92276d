"""Enter and change a commitment: in a dialog on the pages, in the facilitator's notes while the room talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.commitments import LONGEST_NOTE, LONGEST_TEXT, STATES, Commitment
from alignment_model.findings.commitments import Standing
from alignment_model.ui import components, dialogs, state
from alignment_model.ui.editing import commitment_data
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.reading.commitments import STATE_NAMES

ICON = ":material/handshake:"
WHAT = "What is going to be done"


def add_button(analysis: Analysis, *, question: str = "") -> None:
    """A button that asks for a commitment about this question."""
    mark = f"commit:{question}"
    if dialogs.button("Add a commitment", mark, icon=ICON, key=f"commit_{question or 'new'}"):
        _new(analysis, question)


def change_button(analysis: Analysis, item: Commitment) -> None:
    """A button that lets a commitment be settled or changed."""
    if dialogs.button(
        "Settle or change", f"change:{item.id}", icon=":material/edit:", key=f"change_{item.id}"
    ):
        _change(analysis, item)


def reopen(analysis: Analysis, settled: Sequence[Standing]) -> None:
    """A picker and a button to change one that is done with."""
    items = {standing.commitment.id: standing.commitment for standing in settled}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Settle or change one of these",
            list(items),
            format_func=lambda code: items[code].text,
            key="reopen",
        )
        if chosen in items:
            change_button(analysis, items[chosen])


def origin_link(analysis: Analysis, item: Commitment) -> None:
    """A link to the question or layer a commitment came from, where this wave asks it."""
    question, layer = workflows.talked_about(analysis, item)
    if question is not None:
        components.link("question", "The question", question=question.code)
    elif layer is not None:
        components.link("layers", "The layer", layer=layer.code)


@st.dialog("What was agreed?", icon=ICON, on_dismiss=dialogs.close)
def _new(analysis: Analysis, question: str) -> None:
    with st.form("new_commitment", border=False):
        wanted = _fields(analysis, commitment_data.new(analysis, question), "new")
        sent = st.form_submit_button("Keep it", type=main_button(), icon=":material/check:")
    if sent:
        _keep(analysis, wanted, "The commitment is kept with this survey.")


@st.dialog("Settle or change", icon=ICON, on_dismiss=dialogs.close)
def _change(analysis: Analysis, item: Commitment) -> None:
    with st.form("changed_commitment", border=False):
        became = st.segmented_control(
            "What became of it",
            STATES,
            default=item.state,
            required=True,
            format_func=lambda code: STATE_NAMES[code],
            key=f"state_{item.id}",
        )
        note = st.text_area("Note (optional)", item.note, max_chars=LONGEST_NOTE, key=f"note_{item.id}")
        wanted = replace(_fields(analysis, item, item.id), state=became, note=note)
        sent = st.form_submit_button("Save", type=main_button(), icon=":material/check:")
    if sent:
        _keep(analysis, wanted, "Saved.")
    if st.button("Remove: it was entered by mistake", icon=":material/delete:", type="tertiary"):
        commitment_data.remove(analysis, item)
        _done("The commitment is removed.")


def _keep(analysis: Analysis, item: Commitment, done: str) -> None:
    problems = commitment_data.save(analysis, item)
    for sentence in problems:
        components.problem(sentence)
    if not problems:
        _done(done)


def _done(text: str) -> None:
    dialogs.close()
    components.keep_message(text)
    st.rerun()


def _fields(analysis: Analysis, item: Commitment, key: str, *, ask_origin: bool = True) -> Commitment:
    """What, who, until when and from what, as fields; the commitment they say."""
    text = st.text_area(WHAT, item.text, max_chars=LONGEST_TEXT, height=80, key=f"text_{key}")
    owners = commitment_data.owners(analysis, item)
    owner = st.selectbox(
        "Who does it",
        owners,
        index=0 if item.owner else None,
        accept_new_options=True,
        placeholder="A role, or type a name",
        key=f"owner_{key}",
    )
    due = st.date_input("Until when", item.due, key=f"due_{key}")
    said = replace(item, text=text, owner=owner or "", due=due)
    return replace(said, **_origin(analysis, item, key)) if ask_origin else said


def _origin(analysis: Analysis, item: Commitment, key: str) -> dict[str, str]:
    origins, now = commitment_data.origins(analysis), commitment_data.origin_of(item)
    marks = list(origins) if now in origins else [now, *origins]
    chosen = st.selectbox(
        "What it came from",
        marks,
        index=marks.index(now),
        format_func=lambda mark: origins.get(mark, mark.partition(":")[2]),
        key=f"origin_{key}",
    )
    return commitment_data.from_origin(chosen if chosen in marks else now)


def in_notes(analysis: Analysis, question: str) -> None:
    """A form that stays while the slides move on; what is entered belongs to the conversation on the screen."""
    with (
        st.expander("Add a commitment", icon=ICON),
        st.form("noted_commitment", border=False, clear_on_submit=False),
    ):
        round_ = st.session_state.setdefault(state.NOTED_ROUND, 0)
        item = commitment_data.new(analysis, question)
        wanted = _fields(analysis, item, f"noted_{round_}", ask_origin=False)
        if question:
            components.note(f"From the conversation on “{analysis.question(question).question.label}”.")
        sent = st.form_submit_button("Keep it", icon=":material/check:")
    if sent:
        problems = commitment_data.save(analysis, wanted)
        for sentence in problems:
            components.problem(sentence)
        if not problems:
            st.session_state[state.NOTED_ROUND] = round_ + 1
            components.keep_message("Kept.")
            st.rerun()
