"""What is loaded: every survey and wave, with the way to take an import back or to delete for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from alignment_model import wording
from alignment_model.errors import ConflictError, NotFoundError
from alignment_model.store import Holdings, ImportRecord, SurveySummary, WaveSummary
from alignment_model.ui import components, data, dialogs
from alignment_model.ui.emphasis import main_button

SHOWN = 50
DELETE, UNDO = ":material/delete:", ":material/undo:"
FATE = {"undone": "taken back", "replaced": "replaced by a later import"}


def show() -> None:
    """The surveys with their waves, and what was loaded before and is not in force."""
    surveys, records = data.surveys(), data.imports()
    if not records and not surveys:
        return
    st.subheader("What is loaded", anchor=False)
    for survey in surveys:
        with st.container(border=True):
            _survey(survey, records)
    _history([record for record in records if record.status in FATE])


def _survey(survey: SurveySummary, records: Sequence[ImportRecord]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{components.plain(survey.name)}**", width="content")
        mark = f"delete:{survey.name}"
        if dialogs.button("Delete survey", mark, icon=DELETE, key=f"delete_{survey.name}", type="tertiary"):
            _delete(survey.name, "")
    for wave in survey.waves:
        record = next((found for found in records if found.id == wave.import_id), None)
        _wave(survey, wave, record)
    if not survey.waves:
        components.note(f"No answers any more; {wording.count(survey.snapshots, 'snapshot')} kept.")


def _wave(survey: SurveySummary, wave: WaveSummary, record: ImportRecord | None) -> None:
    place = f"{survey.name}_{wave.name}"
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        with st.container(width="stretch", gap=None):
            st.markdown(
                components.plain(f"{wave.name}, {wording.count(wave.respondents, 'person', 'people')}")
            )
            by = f" by {record.imported_by}" if record and record.imported_by else ""
            components.note(f"{wave.file_name}, loaded on {wording.moment(wave.imported_at)}{by}")
        with st.container(horizontal=True, width="content"):
            if record and dialogs.button(
                "Undo import", f"undo:{wave.import_id}", icon=UNDO, key=f"undo_{wave.import_id}"
            ):
                _undo(record)
            several = len(survey.waves) > 1  # the last wave goes with its survey
            if several and dialogs.button(
                "Delete wave", f"delete:{place}", icon=DELETE, key=f"delete_{place}", type="tertiary"
            ):
                _delete(survey.name, wave.name)


def _history(records: Sequence[ImportRecord]) -> None:
    if not records:
        return
    with st.expander(f"Earlier imports that are no longer in force ({len(records):,})"):
        components.table(
            [
                {
                    "Survey": record.survey,
                    "Wave": record.wave,
                    "File": record.file_name,
                    "People": record.respondents,
                    "Loaded": wording.moment(record.imported_at),
                    "Since": FATE[record.status],
                }
                for record in records[:SHOWN]
            ],
            alt="Imports that were taken back or replaced",
        )


@st.dialog("Undo this import?", icon=UNDO, on_dismiss=dialogs.close)
def _undo(record: ImportRecord) -> None:
    people = wording.count(record.respondents, "person", "people")
    st.write(
        components.plain(
            f"The answers of {people} from {record.file_name} are taken out of {record.survey}, {record.wave}, with "
            "every change made to its register since."
        )
    )
    if record.replaces is None:
        components.note("The wave is then empty. Snapshots stay. You can load the file again.")
    else:
        components.note("What it had replaced comes back. Snapshots stay. You can load the file again.")
    if _meant("Undo the import", UNDO):
        _carry_out(lambda: data.undo(record.id), f"Undone: {record.survey}, {record.wave}.")


@st.dialog("Delete for good?", icon=DELETE, on_dismiss=dialogs.close)
def _delete(survey: str, wave: str) -> None:
    try:
        held = data.holdings(survey, wave)
    except NotFoundError as error:
        components.problem(str(error))
        return
    st.write(components.plain(f"Deleting {f'{survey}, {wave},' if wave else survey} takes away for good:"))
    st.markdown("\n".join(f"- {line}" for line in lost(held, whole=not wave)))
    if wave:
        components.note("The other waves, and what the team committed to, stay.")
    typed = "" if wave else st.text_input("Type the survey's name to confirm", key=f"confirm_{survey}")
    ready = bool(wave) or typed.strip() == survey
    if _meant("Delete for good", DELETE, disabled=not ready):
        _carry_out(lambda: data.delete(survey, wave), f"Deleted: {survey}{f', {wave}' if wave else ''}.")


def lost(held: Holdings, *, whole: bool) -> list[str]:
    """What goes, a line each; nothing that is not there."""
    counted = (
        (held.waves if whole else 0, "wave", ""),
        (held.respondents, "person's answers", "people's answers"),
        (held.initiatives, "initiative of the register", "initiatives of the register"),
        (held.imports, "import with its confirmation", "imports with their confirmations"),
        (held.snapshots, "snapshot", ""),
        (held.links, "share link, which stops working", "share links, which stop working"),
        (held.commitments if whole else 0, "commitment", ""),
    )  # fmt: skip
    return [wording.count(number, *nouns) for number, *nouns in counted if number]


def _meant(label: str, icon: str, *, disabled: bool = False) -> bool:
    """The two buttons at the end of a dialog; whether the first was pressed."""
    with st.container(horizontal=True):
        pressed = st.button(label, icon=icon, type=main_button(), disabled=disabled)
        if st.button("Keep it"):
            dialogs.close()
            st.rerun()
    return pressed


def _carry_out(action: Callable[[], object], done: str) -> None:
    try:
        action()
    except (NotFoundError, ConflictError) as error:
        components.problem(str(error))
        return
    dialogs.close()
    components.keep_message(done)
    st.rerun()
