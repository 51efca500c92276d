"""Take surveys and waves out for good, and say beforehand what that takes away."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, func, select

from alignment_model.errors import NotFoundError
from alignment_model.store.opening import Store
from alignment_model.store.records import Holdings
from alignment_model.store.tables import (
    CURRENT,
    UNDONE,
    commitments,
    imports,
    initiatives,
    questionnaires,
    share_links,
    snapshots,
    surveys,
    waves,
)


def holdings(store: Store, survey: str, wave: str = "") -> Holdings:
    """What a survey (or one wave of it) holds.

    Raises
    ------
    NotFoundError
        When there is no such survey or wave.
    """
    with store.reading() as connection:
        survey_id, wave_id = _ids(connection, survey, wave)
        here = imports.c.wave_id == wave_id if wave else imports.c.survey_id == survey_id
        frozen = snapshots.c.survey_id == survey_id
        frozen &= snapshots.c.wave == wave if wave else True
        kept = select(snapshots.c.number).where(frozen)
        current = select(imports.c.id).where(here, imports.c.status == CURRENT)
        people = select(func.coalesce(func.sum(imports.c.respondents), 0)).where(
            here, imports.c.status == CURRENT
        )
        return Holdings(
            waves=_count(connection, imports, here & (imports.c.status == CURRENT)),
            respondents=int(connection.execute(people).scalar_one()),
            imports=_count(connection, imports, here & (imports.c.status != UNDONE)),
            initiatives=_count(connection, initiatives, initiatives.c.import_id.in_(current)),
            snapshots=_count(connection, snapshots, frozen),
            links=_count(connection, share_links, share_links.c.snapshot.in_(kept)),
            commitments=0 if wave else _count(connection, commitments, commitments.c.survey_id == survey_id),
        )


def delete_survey(store: Store, survey: str) -> None:
    """Delete a survey with its waves, answers, import records and snapshots, for good.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    with store.writing() as connection:
        survey_id, _ = _ids(connection, survey)
        _remove_survey(connection, survey_id)


def delete_wave(store: Store, survey: str, wave: str) -> None:
    """Delete a wave with its answers, import records, snapshots and their share links, for good.

    What the team committed to stays with the survey. A survey whose last wave this is goes with it.

    Raises
    ------
    NotFoundError
        When there is no such survey or wave.
    """
    with store.writing() as connection:
        survey_id, wave_id = _ids(connection, survey, wave)
        connection.execute(
            delete(snapshots).where(snapshots.c.survey_id == survey_id, snapshots.c.wave == wave)
        )
        connection.execute(delete(waves).where(waves.c.id == wave_id))
        if not _count(connection, waves, waves.c.survey_id == survey_id):
            _remove_survey(connection, survey_id)
        _remove_unused_questionnaires(connection)


def _remove_survey(connection: Connection, survey_id: int) -> None:
    connection.execute(delete(surveys).where(surveys.c.id == survey_id))
    _remove_unused_questionnaires(connection)


def _remove_unused_questionnaires(connection: Connection) -> None:
    used = select(imports.c.questionnaire)
    connection.execute(delete(questionnaires).where(questionnaires.c.digest.not_in(used)))


def _ids(connection: Connection, survey: str, wave: str = "") -> tuple[int, int | None]:
    survey_id = connection.execute(select(surveys.c.id).where(surveys.c.name == survey)).scalar_one_or_none()
    if survey_id is None:
        raise NotFoundError(f"There is no survey called '{survey}'.")
    if not wave:
        return survey_id, None
    query = select(waves.c.id).where(waves.c.survey_id == survey_id, waves.c.name == wave)
    wave_id = connection.execute(query).scalar_one_or_none()
    if wave_id is None:
        raise NotFoundError(f"There is no wave '{wave}' in survey '{survey}'.")
    return survey_id, wave_id


def _count(connection: Connection, table: Table, condition: object) -> int:
    return connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()
