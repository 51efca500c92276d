"""What people set in the app: of the whole installation, or of one survey (gone when the survey goes)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from alignment_model.errors import NotFoundError
from alignment_model.store import plain
from alignment_model.store.opening import Store
from alignment_model.store.tables import settings, survey_notes, surveys


@dataclass(frozen=True, slots=True)
class Setting:
    """A kept text with who kept it and when."""

    body: str
    saved_at: str
    saved_by: str


def read_setting(store: Store, name: str) -> Setting | None:
    """One setting of the installation; None when it was never made, or was reset."""
    query = select(settings.c.body, settings.c.saved_at, settings.c.saved_by).where(settings.c.name == name)
    with store.reading() as connection:
        row = connection.execute(query).first()
    return None if row is None else Setting(*row)


def save_setting(store: Store, name: str, body: str, *, at: str, by: str = "") -> None:
    """Keep a setting of the installation in place of the one before."""
    values = {"body": body, "saved_at": at, "saved_by": plain.clean(by)}
    with store.writing() as connection:
        changed = update(settings).where(settings.c.name == name).values(values)
        if not connection.execute(changed).rowcount:
            connection.execute(insert(settings).values(name=name, **values))


def forget_setting(store: Store, name: str) -> None:
    """Back to what the program comes with."""
    with store.writing() as connection:
        connection.execute(delete(settings).where(settings.c.name == name))


def read_note(store: Store, survey: str, name: str) -> Setting | None:
    """One note of a survey; None when there is none.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    with store.reading() as connection:
        here = survey_notes.c.survey_id == _survey(connection, survey)
        columns = (survey_notes.c.body, survey_notes.c.saved_at, survey_notes.c.saved_by)
        row = connection.execute(select(*columns).where(here, survey_notes.c.name == name)).first()
    return None if row is None else Setting(*row)


def save_note(store: Store, survey: str, name: str, body: str, *, at: str, by: str = "") -> None:
    """Keep a note of a survey in place of the one before.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    values = {"body": body, "saved_at": at, "saved_by": plain.clean(by)}
    with store.writing() as connection:
        survey_id = _survey(connection, survey)
        here = (survey_notes.c.survey_id == survey_id, survey_notes.c.name == name)
        if not connection.execute(update(survey_notes).where(*here).values(values)).rowcount:
            connection.execute(insert(survey_notes).values(survey_id=survey_id, name=name, **values))


def _survey(connection: Connection, name: str) -> int:
    found = connection.execute(select(surveys.c.id).where(surveys.c.name == name)).scalar_one_or_none()
    if found is None:
        raise NotFoundError(f"There is no survey called '{name}'.")
    return found
