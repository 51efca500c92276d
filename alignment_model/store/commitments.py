"""What teams agreed to do, kept with their survey from wave to wave."""

from __future__ import annotations

import uuid
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from alignment_model.commitments import Commitment
from alignment_model.errors import ConflictError, NotFoundError
from alignment_model.store import plain
from alignment_model.store.opening import Store
from alignment_model.store.tables import commitments, surveys

ID_LENGTH = 16
KEPT = tuple(field.name for field in fields(Commitment))
TEXTS = ("wave", "text", "owner", "question", "layer", "state", "note")


def add_commitment(store: Store, survey: str, commitment: Commitment, *, at: str, by: str = "") -> Commitment:
    """Keep a commitment; it comes back with its id.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    made = {"id": uuid.uuid4().hex[:ID_LENGTH], "made_at": at, "made_by": plain.clean(by)}
    with store.writing() as connection:
        found = connection.execute(select(surveys.c.id).where(surveys.c.name == survey)).scalar_one_or_none()
        if found is None:
            raise NotFoundError(f"There is no survey called '{survey}'.")
        changed = {"changed_at": at, "changed_by": made["made_by"]}
        connection.execute(
            insert(commitments).values(survey_id=found, **made, **changed, **_said(commitment))
        )
        return _one(connection, survey, made["id"])


def list_commitments(store: Store, survey: str) -> tuple[Commitment, ...]:
    """A survey's commitments in the order they were made; none for a survey that is not there."""
    with store.reading() as connection:
        rows = connection.execute(_rows(survey).order_by(commitments.c.number))
        return tuple(_commitment(row) for row in rows)


def change_commitment(
    store: Store, survey: str, commitment: Commitment, *, at: str, by: str = ""
) -> Commitment:
    """Put this in place of what the commitment with its `id` says.

    Raises
    ------
    NotFoundError
        When there is no such commitment in this survey.
    ConflictError
        When somebody else changed it since `commitment.changed_at`; nothing is stored then.
    """
    with store.writing() as connection:
        found = _one(connection, survey, commitment.id)
        if found.changed_at != commitment.changed_at:
            raise ConflictError(
                f"Somebody else changed this commitment meanwhile: it now says “{found.text}”, {found.owner}, "
                f"due {found.due.isoformat()}, {found.state}. Look at it and change it again if need be."
            )
        changed = {"changed_at": at, "changed_by": plain.clean(by), **_said(commitment)}
        connection.execute(update(commitments).where(commitments.c.id == commitment.id).values(changed))
        return _one(connection, survey, commitment.id)


def remove_commitment(store: Store, survey: str, commitment_id: str) -> Commitment:
    """Take a commitment out for good; what it said comes back.

    Raises
    ------
    NotFoundError
        When there is no such commitment in this survey.
    """
    with store.writing() as connection:
        found = _one(connection, survey, commitment_id)
        connection.execute(delete(commitments).where(commitments.c.id == commitment_id))
        return found


def _said(commitment: Commitment) -> dict[str, str | date]:
    texts: dict[str, str | date] = {name: plain.clean(getattr(commitment, name)) for name in TEXTS}
    return texts | {"due": commitment.due}


def _rows(survey: str) -> Select[Any]:
    columns = [commitments.c[name] for name in KEPT]
    return select(*columns).select_from(commitments.join(surveys)).where(surveys.c.name == survey)


def _one(connection: Connection, survey: str, commitment_id: str) -> Commitment:
    row = connection.execute(_rows(survey).where(commitments.c.id == commitment_id)).first()
    if row is None:
        raise NotFoundError(f"There is no commitment '{commitment_id}' in survey '{survey}'.")
    return _commitment(row)


def _commitment(row: Any) -> Commitment:
    return Commitment(**{name: getattr(row, name) for name in KEPT})
