"""Store one wave's answers whole or not at all, and take an import back.

A wave holds one current import. Importing into a wave that holds one needs `replace=True`: the old one is
set aside and comes back when the new one is undone. Counts are made here, in the import's own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from alignment_model import counts as counting
from alignment_model.errors import ConflictError
from alignment_model.privacy import DEFAULT_MINIMUM, PrivacyPolicy
from alignment_model.responses import ResponseSet
from alignment_model.store import plain, reading
from alignment_model.store.engine import POSTGRES, bulk_insert
from alignment_model.store.opening import Store
from alignment_model.store.records import ImportRecord, ImportSource
from alignment_model.store.tables import (
    CURRENT,
    REPLACED,
    UNDONE,
    counts,
    imports,
    initiatives,
    questionnaires,
    register_edits,
    respondents,
    surveys,
    waves,
)


def add_import(
    store: Store,
    responses: ResponseSet,
    source: ImportSource,
    *,
    replace: bool = False,
    minimum_group: int = DEFAULT_MINIMUM,
) -> ImportRecord:
    """Store one wave.

    Parameters
    ----------
    responses
        Checked answers; `survey` and `wave` name where they go, `attribution` is kept with them.
    source
        The file they come from. The same file is taken once per survey.
    replace
        Whether a wave that holds data may be replaced.
    minimum_group
        From how many respondents a protected group is in the counts.

    Raises
    ------
    ConflictError
        When the file is in the survey already, or the wave holds data and `replace` is false.
    UsageError
        When survey or wave has no usable name.
    """
    survey = plain.checked_name(responses.survey, "survey")
    wave = plain.checked_name(responses.wave, "wave")
    with store.writing() as connection:
        survey_id = _survey(connection, survey, source.imported_at)
        wave_id = _wave(connection, survey_id, wave, source.imported_at)
        _check_same_file(connection, survey_id, wave_id, source, replace)
        replaced = _set_aside(connection, wave_id, survey, wave, replace)
        _keep_questionnaire(connection, responses, source.imported_at)
        row = plain.import_row(responses, source, minimum_group) | {
            "status": CURRENT,
            "survey_id": survey_id,
            "wave_id": wave_id,
            "replaces": replaced,
        }
        import_id = connection.execute(insert(imports).values(row)).inserted_primary_key[0]
        _fill(connection, import_id, responses)
        earlier = () if replaced is None else reading.versions_of_wave(connection, replaced)
        _write_counts(connection, import_id, responses, earlier, minimum_group)
        return reading.import_record(connection, import_id)


def undo_import(store: Store, import_id: int, *, at: str, by: str = "") -> ImportRecord:
    """Take an import back: its answers are deleted, and what it had replaced is current again.

    Raises
    ------
    NotFoundError
        When there is no such import.
    ConflictError
        When it was undone before, or a later import replaced it.
    """
    with store.writing() as connection:
        record = reading.import_record(connection, import_id)
        _lock_survey(connection, record.survey)
        record = reading.import_record(connection, import_id)
        _check_undoable(record)
        for table in (respondents, counts, initiatives, register_edits):
            connection.execute(delete(table).where(table.c.import_id == import_id))
        _set_status(connection, import_id, UNDONE, undone_at=at, undone_by=plain.clean(by), problems="[]")
        if record.replaces is not None:
            _set_status(connection, record.replaces, CURRENT)
        return reading.import_record(connection, import_id)


def rebuild_counts(store: Store, survey: str, wave: str, minimum_group: int) -> None:
    """Make a wave's counts anew from its answers, for another minimum group size.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.writing() as connection:
        import_id = reading.current_import(connection, survey, wave)
        responses, *earlier = reading.versions_of_wave(connection, import_id)
        _write_counts(connection, import_id, responses, earlier, minimum_group)


def _write_counts(
    connection: Connection,
    import_id: int,
    responses: ResponseSet,
    earlier: Iterable[ResponseSet],
    minimum_group: int,
) -> None:
    policy = PrivacyPolicy.of_attribution(responses.attribution, minimum_group)
    made, _ = counting.count(responses, policy, earlier=earlier)
    rows = ((import_id, row.question, row.role, row.value, row.n) for row in counting.count_rows(made))
    connection.execute(delete(counts).where(counts.c.import_id == import_id))
    bulk_insert(connection, counts, ("import_id", "question", "role", "value", "n"), rows)
    decisions = plain.to_json([asdict(role) for role in made.roles])
    changed = update(imports).where(imports.c.id == import_id)
    connection.execute(changed.values(visibility=decisions, minimum_group=minimum_group))


def _check_undoable(record: ImportRecord) -> None:
    if record.status == UNDONE:
        raise ConflictError(f"This import was already undone on {record.undone_at[:10]}.")
    if record.status == REPLACED:
        raise ConflictError("A later import replaced this one. Undo the later one first.")


def _upsert(connection: Connection, table: Any, **values: Any) -> None:
    dialect = postgresql if connection.dialect.name == POSTGRES else sqlite
    connection.execute(dialect.insert(table).values(values).on_conflict_do_nothing())


def _lock_survey(connection: Connection, name: str) -> int:
    # Imports into one survey wait for each other; on SQLite the whole database does already.
    query = select(surveys.c.id).where(surveys.c.name == name).with_for_update()
    return connection.execute(query).scalar_one()


def _survey(connection: Connection, name: str, now: str) -> int:
    _upsert(connection, surveys, name=name, created_at=now)
    return _lock_survey(connection, name)


def _wave(connection: Connection, survey_id: int, name: str, now: str) -> int:
    _upsert(connection, waves, survey_id=survey_id, name=name, created_at=now)
    query = select(waves.c.id).where(waves.c.survey_id == survey_id, waves.c.name == name)
    return connection.execute(query).scalar_one()


def _check_same_file(
    connection: Connection, survey_id: int, wave_id: int, source: ImportSource, replace: bool
) -> None:
    query = select(imports.c.id, imports.c.wave_id).where(
        imports.c.survey_id == survey_id, imports.c.sha256 == source.sha256, imports.c.status != UNDONE
    )
    for row in connection.execute(query).all():
        if replace and row.wave_id == wave_id:
            continue  # the same file read another way, by another mapping
        old = reading.import_record(connection, row.id)
        raise ConflictError(
            f"The file '{source.file_name}' is here already: it was imported on {old.imported_at[:10]} at "
            f"{old.imported_at[11:16]} UTC as wave '{old.wave}' of survey '{old.survey}'. "
            "Undo that import first if it should go elsewhere."
        )


def _set_aside(connection: Connection, wave_id: int, survey: str, wave: str, replace: bool) -> int | None:
    query = select(imports.c.id, imports.c.file_name, imports.c.imported_at)
    old = connection.execute(query.where(imports.c.wave_id == wave_id, imports.c.status == CURRENT)).first()
    if old is None:
        return None
    if not replace:
        raise ConflictError(
            f"Wave '{wave}' of survey '{survey}' already holds '{old.file_name}', imported on "
            f"{old.imported_at[:10]}. Choose another wave name, or say that it should be replaced."
        )
    _set_status(connection, old.id, REPLACED)
    return old.id


def _set_status(connection: Connection, import_id: int, status: str, **more: str) -> None:
    connection.execute(update(imports).where(imports.c.id == import_id).values(status=status, **more))


def _keep_questionnaire(connection: Connection, responses: ResponseSet, now: str) -> None:
    asked = responses.questionnaire
    body = plain.to_json(asked.as_dict())
    _upsert(connection, questionnaires, digest=asked.digest, custom=asked.custom, body=body, created_at=now)


def _fill(connection: Connection, import_id: int, responses: ResponseSet) -> None:
    people = ("import_id", "position", "id", "role", "answers", "dont_know")
    bulk_insert(connection, respondents, people, plain.respondent_rows(import_id, responses))
    lines = ("import_id", "position", "body")
    bulk_insert(connection, initiatives, lines, plain.initiative_rows(import_id, responses))
