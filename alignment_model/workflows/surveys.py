"""Open the store, see what is in it, take things out of it."""

from __future__ import annotations

from datetime import datetime

from alignment_model import __version__
from alignment_model import store as stores
from alignment_model.settings import Settings
from alignment_model.store import Holdings, ImportRecord, Store, SurveySummary, WaveSummary
from alignment_model.workflows.clock import stamp
from alignment_model.workflows.rules import edited_rules


def open_store(settings: Settings) -> Store:
    """The store the settings name, made when it is not there yet.

    Raises
    ------
    UsageError, StoreError
        When the address cannot be meant, or the database cannot be used.
    """
    return stores.open_store(settings.database_url)


def list_surveys(store: Store) -> tuple[SurveySummary, ...]:
    """All surveys by name, each with its waves, oldest first."""
    return stores.list_surveys(store)


def find_wave(store: Store, survey: str, wave: str) -> WaveSummary:
    """One wave; NotFoundError names what there is instead."""
    return stores.wave_summary(store, survey, wave)


def list_imports(store: Store, survey: str = "") -> tuple[ImportRecord, ...]:
    """The imports of a survey (or of all), the latest first, undone ones too."""
    return stores.list_imports(store, survey)


def undo_import(
    store: Store, import_id: int, *, actor: str = "", now: datetime | None = None
) -> ImportRecord:
    """Take an import back; what it had replaced is current again.

    Raises
    ------
    NotFoundError, ConflictError
        When there is no such import, or it cannot be undone (any more, or yet).
    """
    return stores.undo_import(store, import_id, at=stamp(now), by=actor)


def delete_survey(store: Store, survey: str) -> None:
    """Delete a survey with its answers, import records, snapshots and commitments, for good.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    stores.delete_survey(store, survey)


def delete_wave(store: Store, survey: str, wave: str) -> None:
    """Delete a wave with its answers, import records, snapshots and share links, for good.

    Commitments stay with the survey; a survey whose only wave this is goes with it.

    Raises
    ------
    NotFoundError
        When there is no such survey or wave.
    """
    stores.delete_wave(store, survey, wave)


def what_is_held(store: Store, survey: str, wave: str = "") -> Holdings:
    """What a survey, or one wave of it, holds: what deleting it would take away.

    Raises
    ------
    NotFoundError
        When there is no such survey or wave.
    """
    return stores.holdings(store, survey, wave)


def data_version(store: Store, survey: str, wave: str) -> str:
    """What the wave's numbers rest on now: answers, register, pattern rules, and version of the program.

    Cheap, and therefore fit for a cache key; settings are not in it.
    """
    found = stores.wave_summary(store, survey, wave)
    edits = stores.register_version(store, survey, wave)
    rules = edited_rules(store)
    judged_by = "own" if rules is None else f"{rules.saved_at}-{len(rules.body)}"
    return f"{found.import_id}-{found.imported_at}-{edits}-{judged_by}-{__version__}"
