"""Read what is stored: surveys, waves, imports, answers and counts, as frozen domain types."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from alignment_model.counts import CountRow, Counts, counts_from_rows
from alignment_model.errors import NotFoundError
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import Questionnaire, questionnaire_from_dict
from alignment_model.responses import Attribution, ResponseSet
from alignment_model.store import plain
from alignment_model.store.opening import Store
from alignment_model.store.records import ImportRecord, SurveySummary, WaveSummary
from alignment_model.store.tables import (
    CURRENT,
    UNDONE,
    counts,
    imports,
    initiatives,
    questionnaires,
    respondents,
    snapshots,
    surveys,
    waves,
)


def list_surveys(store: Store) -> tuple[SurveySummary, ...]:
    """Surveys that hold data or snapshots, by name, each with its waves, oldest first."""
    with store.reading() as connection:
        found: dict[str, list[WaveSummary]] = defaultdict(list)
        for row in connection.execute(_current_imports()):
            found[row.survey].append(_wave_summary(row))
        query = (
            select(surveys.c.name, surveys.c.created_at, func.count(snapshots.c.id).label("frozen"))
            .outerjoin(snapshots)
            .group_by(surveys.c.id)
        )
        # Sorted here: databases differ in what comes first.
        rows = sorted(connection.execute(query).all(), key=lambda row: row.name.casefold())
    return tuple(
        SurveySummary(row.name, row.created_at, tuple(sorted(found[row.name], key=_age)), row.frozen)
        for row in rows
        if row.name in found or row.frozen
    )


def wave_summary(store: Store, survey: str, wave: str) -> WaveSummary:
    """One wave.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.reading() as connection:
        import_id = current_import(connection, survey, wave)
        query = _current_imports().where(imports.c.id == import_id)
        return _wave_summary(connection.execute(query).one())


def list_imports(store: Store, survey: str = "") -> tuple[ImportRecord, ...]:
    """All imports of a survey (or of all), the latest first; undone ones too."""
    query = _import_records().order_by(imports.c.id.desc())
    if survey:
        query = query.where(surveys.c.name == survey)
    with store.reading() as connection:
        return tuple(_import_record(row) for row in connection.execute(query))


def find_file(store: Store, sha256: str) -> tuple[ImportRecord, ...]:
    """The imports of the file with these contents that are not undone, in any survey."""
    query = _import_records().where(imports.c.sha256 == sha256, imports.c.status != UNDONE)
    with store.reading() as connection:
        return tuple(_import_record(row) for row in connection.execute(query.order_by(imports.c.id)))


def read_versions(store: Store, survey: str, wave: str) -> tuple[ResponseSet, ...]:
    """A wave's answers, then those of earlier versions of it that were replaced. Nothing is suppressed yet.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.reading() as connection:
        return versions_of_wave(connection, current_import(connection, survey, wave))


def read_counts(store: Store, survey: str, wave: str) -> tuple[Counts, int]:
    """A wave's stored counts, and the minimum group size they were made for.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.reading() as connection:
        import_id = current_import(connection, survey, wave)
        head = connection.execute(select(imports).where(imports.c.id == import_id)).one()
        query = select(counts.c.question, counts.c.role, counts.c.value, counts.c.n)
        rows = [CountRow(*row) for row in connection.execute(query.where(counts.c.import_id == import_id))]
        questionnaire = _questionnaire(connection, head.questionnaire)
    policy = PrivacyPolicy.of_attribution(_attribution(head), head.minimum_group)
    made = counts_from_rows(rows, questionnaire, plain.visibility(head.visibility), policy)
    return made, head.minimum_group


def import_record(connection: Connection, import_id: int) -> ImportRecord:
    """One import; NotFoundError when there is none of this number."""
    row = connection.execute(_import_records().where(imports.c.id == import_id)).first()
    if row is None:
        raise NotFoundError(f"There is no import number {import_id}.")
    return _import_record(row)


def current_import(connection: Connection, survey: str, wave: str) -> int:
    """The number of the import a wave holds; NotFoundError names what there is instead."""
    query = _current_imports().where(surveys.c.name == survey)
    found = {row.wave: row.id for row in connection.execute(query)}
    if wave in found:
        return found[wave]
    if found:
        raise NotFoundError(f"Survey '{survey}' has no wave '{wave}'. It has: {', '.join(sorted(found))}.")
    known = sorted({row.survey for row in connection.execute(_current_imports())})
    has = f"There are: {', '.join(known)}." if known else "Nothing is stored yet."
    raise NotFoundError(f"There is no survey called '{survey}'. {has}")


def versions_of_wave(connection: Connection, import_id: int) -> tuple[ResponseSet, ...]:
    """The answers of this import, then of the ones it replaced, the latest first."""
    found = []
    number: int | None = import_id
    while number is not None:
        query = (
            select(imports, surveys.c.name.label("survey"), waves.c.name.label("wave"))
            .join(surveys, surveys.c.id == imports.c.survey_id)
            .join(waves, waves.c.id == imports.c.wave_id)
            .where(imports.c.id == number)
        )
        head = connection.execute(query).one()
        found.append(_responses(connection, head))
        number = head.replaces
    return tuple(found)


def _responses(connection: Connection, head: Row[Any]) -> ResponseSet:
    people = select(respondents).where(respondents.c.import_id == head.id).order_by(respondents.c.position)
    lines = select(initiatives.c.body).where(initiatives.c.import_id == head.id)
    return ResponseSet(
        questionnaire=_questionnaire(connection, head.questionnaire),
        respondents=tuple(plain.respondent(row) for row in connection.execute(people)),
        initiatives=tuple(
            plain.initiative(body)
            for body in connection.execute(lines.order_by(initiatives.c.position)).scalars()
        ),
        attribution=_attribution(head),
        survey=head.survey,
        wave=head.wave,
        wave_date=head.wave_date,
        currency=head.currency,
    )


def _questionnaire(connection: Connection, digest: str) -> Questionnaire:
    query = select(questionnaires.c.body).where(questionnaires.c.digest == digest)
    return questionnaire_from_dict(json.loads(connection.execute(query).scalar_one()))


def _attribution(head: Row[Any]) -> Attribution:
    roles = frozenset(json.loads(head.attributed_roles))
    return Attribution(roles, head.confirmed, head.confirmed_by, head.confirmed_at)


def _current_imports() -> Select[Any]:
    names = (surveys.c.name.label("survey"), waves.c.name.label("wave"))
    joined = select(imports, *names, questionnaires.c.custom).join(
        surveys, surveys.c.id == imports.c.survey_id
    )
    joined = joined.join(waves, waves.c.id == imports.c.wave_id).join(questionnaires)
    return joined.where(imports.c.status == CURRENT)


def _wave_summary(row: Row[Any]) -> WaveSummary:
    return WaveSummary(
        survey=row.survey,
        name=row.wave,
        wave_date=row.wave_date,
        respondents=row.respondents,
        file_name=row.file_name,
        sha256=row.sha256,
        imported_at=row.imported_at,
        import_id=row.id,
        custom=row.custom,
    )


def _age(wave: WaveSummary) -> tuple[str, int]:
    return (wave.wave_date.isoformat() if wave.wave_date else wave.imported_at[:10], wave.import_id)


def _import_records() -> Select[Any]:
    names = (surveys.c.name.label("survey"), waves.c.name.label("wave"))
    joined = select(imports, *names).join(surveys, surveys.c.id == imports.c.survey_id)
    return joined.join(waves, waves.c.id == imports.c.wave_id)


def _import_record(row: Row[Any]) -> ImportRecord:
    return ImportRecord(
        id=row.id,
        survey=row.survey,
        wave=row.wave,
        status=row.status,
        file_name=row.file_name,
        sha256=row.sha256,
        imported_at=row.imported_at,
        imported_by=row.imported_by,
        respondents=row.respondents,
        attributed_roles=frozenset(json.loads(row.attributed_roles)),
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
        mapping=row.mapping,
        problems=plain.problems(row.problems),
        replaces=row.replaces,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )
