"""The last step of an import: preview by role, confirm attribution, store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from alignment_model import wording, workflows
from alignment_model.errors import ConflictError, InputError
from alignment_model.intake import Recognition, form_fingerprint, mapping_to_toml, proposed_mapping
from alignment_model.intake.cells import SourceFile
from alignment_model.privacy import DEFAULT_ATTRIBUTED
from alignment_model.responses import ResponseSet
from alignment_model.ui import components, data
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.importing import file as import_file
from alignment_model.ui.importing import mapping as import_mapping
from alignment_model.ui.importing import summary as import_summary


def confirm(recognition: Recognition, uploaded: UploadedFile) -> None:
    """Name it, see who will be shown, confirm that people were told, store."""
    st.subheader("Name it and import", anchor=False)
    survey, wave, when = _names(recognition, uploaded)
    present = [role.code for role in data.framework().roles if role.code in _roles_present(recognition)]
    attributed = st.multiselect(
        "Roles shown by name of role",
        present,
        default=[role for role in present if role in _usually_attributed(recognition)],
        help="Answers of these roles are shown however few people hold them. All others are shown from five people.",
        key="import_attributed",
    )
    if not survey or not wave:
        components.note("Give the survey and the wave a name to go on.")
        return
    try:
        responses = workflows.file_responses(
            recognition,
            survey=survey,
            wave=wave,
            wave_date=when,
            currency=workflows.workbook_details(import_file.source_of(uploaded)).currency,
            attributed=attributed,
        )
    except InputError as error:
        import_summary.problems(error.problems, uploaded.name)
        return
    _store(recognition, uploaded, responses)


def _names(recognition: Recognition, uploaded: UploadedFile) -> tuple[str, str, date | None]:
    """Survey, wave and date, filled with what our workbook says of itself and where this form was loaded before."""
    told = workflows.workbook_details(import_file.source_of(uploaded))
    mark = import_file.source_of(uploaded).content_hash[:12]
    with st.container(horizontal=True):
        survey = st.text_input(
            "Survey",
            told.survey or import_mapping.survey_of(recognition),
            max_chars=120,
            placeholder="Leadership survey on AI",
            key=f"survey_{mark}",
        )
        wave = st.text_input("Wave", told.wave, max_chars=60, placeholder="2026 Q4", key=f"wave_{mark}")
        when = st.date_input("When people answered", told.wave_date, format="DD/MM/YYYY", key=f"date_{mark}")
    return survey.strip(), wave.strip(), when


def _usually_attributed(recognition: Recognition) -> Collection[str]:
    """The roles shown by name last time this form was loaded, else the usual ones."""
    decided = recognition.mapping.attributed_roles if recognition.mapping else None
    return DEFAULT_ATTRIBUTED if decided is None else decided


def _roles_present(recognition: Recognition) -> set[str]:
    role = recognition.role
    return set() if role is None else {code for code in role.mapped.values() if code}


def _store(recognition: Recognition, uploaded: UploadedFile, responses: ResponseSet) -> None:
    source = import_file.source_of(uploaded)
    preview = workflows.preview_import(
        data.store(), responses, source, minimum_group=data.settings().minimum_group
    )
    _preview_table(preview)
    replace_wave = False
    if preview.already:
        last = preview.already[0]
        st.warning(
            components.plain(
                f"This very file was imported on {wording.moment(last.imported_at)} as {last.survey}, {last.wave}."
            )
        )
    if preview.holds:
        people = wording.count(preview.holds.respondents, "person", "people")
        replace_wave = st.checkbox(
            f"{components.plain(preview.holds.name)} already holds {people}. Replace them; undo brings them back."
        )
    told = True
    if preview.to_confirm:
        told = st.checkbox(
            f"The people who answered as {wording.listing(preview.to_confirm)} were told beforehand that their answers "
            "are shown by name of role."
        )
    by = st.text_input("Who confirms this import", max_chars=80, key="import_by").strip()
    ready = told and bool(by) and (preview.holds is None or replace_wave)
    if st.button("Import", type=main_button(), icon=":material/save:", disabled=not ready):
        _import(recognition, source, responses, by, replace_wave)


def _preview_table(preview: workflows.Preview) -> None:
    components.table(
        [
            {
                "Role": role.code,
                "People": role.n,
                "Will be shown": role.reason or ("By name of role" if role.attributed else "As a group"),
            }
            for role in preview.roles
        ],
        alt="Who answered, by role, and who will be shown",
    )


def _import(
    recognition: Recognition, source: SourceFile, responses: ResponseSet, by: str, replace_wave: bool
) -> None:
    absent = set(_usually_attributed(recognition)) - _roles_present(recognition)
    shown = tuple(sorted(responses.attribution.attributed_roles | absent))
    decided = replace(proposed_mapping(recognition), attributed_roles=shown)
    try:
        record = workflows.import_wave(
            data.store(),
            responses,
            source,
            attribution=workflows.confirmed(responses, by),
            mapping=mapping_to_toml(decided),
            form=form_fingerprint(recognition),
            problems=recognition.problems,
            replace_wave=replace_wave,
            actor=by,
            minimum_group=data.settings().minimum_group,
        )
    except (ConflictError, InputError) as error:
        components.problem(str(error))
        return
    import_file.forget()
    people = wording.count(record.respondents, "person", "people")
    components.keep_message(f"Imported {record.survey}, {record.wave}: {people}.")
    components.go("overview", survey=record.survey, wave=record.wave)
