"""Keep frozen snapshots, byte for byte, and remember how a form was mapped."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, insert, select, update

from alignment_model.errors import NotFoundError, StoreError
from alignment_model.store import plain
from alignment_model.store.opening import Store
from alignment_model.store.records import SnapshotRecord
from alignment_model.store.tables import mappings, snapshots, surveys

ID_LENGTH = 16


def add_snapshot(
    store: Store,
    body: str,
    *,
    survey: str,
    wave: str,
    at: str,
    by: str = "",
    note: str = "",
    versions: Mapping[str, str] | None = None,
) -> SnapshotRecord:
    """Keep a snapshot.

    Parameters
    ----------
    body
        The canonical JSON of the report; what is read back has the same bytes.
    versions
        Of what it was made: data, questionnaire, rules, app.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    with store.writing() as connection:
        query = select(surveys.c.id).where(surveys.c.name == survey)
        survey_id = connection.execute(query).scalar_one_or_none()
        if survey_id is None:
            raise NotFoundError(f"There is no survey called '{survey}'.")
        row = {
            "id": uuid.uuid4().hex[:ID_LENGTH],
            "survey_id": survey_id,
            "wave": wave,
            "note": plain.clean(note),
            "created_at": at,
            "created_by": plain.clean(by),
            "sha256": _sha256(body),
            "versions": plain.to_json(dict(versions or {})),
            "body": body,
        }
        connection.execute(insert(snapshots).values(row))
        return _record(connection.execute(_records().where(snapshots.c.id == row["id"])).one())


def list_snapshots(store: Store, survey: str = "") -> tuple[SnapshotRecord, ...]:
    """Snapshots of a survey (or of all), the latest first, without their content."""
    query = _records().order_by(snapshots.c.number.desc())
    if survey:
        query = query.where(surveys.c.name == survey)
    with store.reading() as connection:
        return tuple(_record(row) for row in connection.execute(query))


def read_snapshot(store: Store, snapshot_id: str) -> tuple[SnapshotRecord, str]:
    """One snapshot and its content, exactly as it was kept.

    Raises
    ------
    NotFoundError
        When there is no such snapshot.
    StoreError
        When the content is no longer what was frozen.
    """
    query = _records().add_columns(snapshots.c.body).where(snapshots.c.id == snapshot_id)
    with store.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise NotFoundError(f"There is no snapshot '{snapshot_id}'.")
    if _sha256(row.body) != row.sha256:
        raise StoreError(f"Snapshot '{snapshot_id}' was changed after it was frozen; it is not shown.")
    return _record(row), row.body


def remember_mapping(store: Store, fingerprint: str, mapping: str, *, at: str) -> None:
    """Keep the mapping that suited a form, for the next wave of the same form."""
    values = {"mapping": plain.clean(mapping), "saved_at": at}
    with store.writing() as connection:
        changed = update(mappings).where(mappings.c.fingerprint == fingerprint).values(values)
        if not connection.execute(changed).rowcount:
            connection.execute(insert(mappings).values(fingerprint=fingerprint, **values))


def known_mapping(store: Store, fingerprint: str) -> str:
    """The mapping that suited this form last time; empty when the form is new."""
    query = select(mappings.c.mapping).where(mappings.c.fingerprint == fingerprint)
    with store.reading() as connection:
        return connection.execute(query).scalar_one_or_none() or ""


def _sha256(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _records() -> Select[Any]:
    columns = [column for column in snapshots.c if column.name not in ("number", "survey_id", "body")]
    return select(*columns, surveys.c.name.label("survey")).join(surveys)


def _record(row: Any) -> SnapshotRecord:
    return SnapshotRecord(
        id=row.id,
        survey=row.survey,
        wave=row.wave,
        note=row.note,
        created_at=row.created_at,
        created_by=row.created_by,
        sha256=row.sha256,
        versions=plain.versions(row.versions),
    )
