"""Domain types to the plain text kept in columns, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Row

from alignment_model.errors import Problem, UsageError
from alignment_model.privacy import RoleVisibility
from alignment_model.responses import Initiative, Respondent, ResponseSet
from alignment_model.store.records import ImportSource
from alignment_model.store.tables import NAME_LENGTH


def to_json(value: Any) -> str:
    """Compact JSON; pure ASCII, so that no database minds any character an answer may hold."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False, default=_other)


def _other(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be kept as JSON")


def clean(text: str) -> str:
    """Text any database takes: without NUL and without halves of characters."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "").strip()


def checked_name(text: str, what: str) -> str:
    """A survey's or wave's name as it is stored: one line, single spaces.

    Raises
    ------
    UsageError
        When it is empty or too long.

    >>> checked_name("  AI   survey ", "survey")
    'AI survey'
    """
    name = " ".join(clean(text).split())
    if not name:
        raise UsageError(f"Give the {what} a name.")
    if len(name) > NAME_LENGTH:
        raise UsageError(f"The name of the {what} is too long: {len(name)} characters, {NAME_LENGTH} fit.")
    return name


def import_row(responses: ResponseSet, source: ImportSource, minimum_group: int) -> dict[str, Any]:
    """The columns of an import that come from what is imported."""
    attribution = responses.attribution
    return {
        "file_name": clean(source.file_name),
        "sha256": source.sha256,
        "imported_at": source.imported_at,
        "imported_by": clean(source.imported_by),
        "questionnaire": responses.questionnaire.digest,
        "mapping": clean(source.mapping),
        "problems": to_json([problem.as_row() for problem in source.problems]),
        "respondents": len(responses.respondents),
        "attributed_roles": to_json(sorted(attribution.attributed_roles)),
        "confirmed": attribution.confirmed,
        "confirmed_by": clean(attribution.confirmed_by),
        "confirmed_at": attribution.confirmed_at,
        "wave_date": responses.wave_date,
        "currency": clean(responses.currency),
        "minimum_group": minimum_group,
        "visibility": "[]",
    }


def respondent_rows(import_id: int, responses: ResponseSet) -> Iterator[tuple[Any, ...]]:
    """One row a respondent: import, position, id, role, answers, don't know."""
    for position, person in enumerate(responses.respondents):
        answers = to_json(dict(person.answers))
        unknown = to_json(sorted(person.dont_know)) if person.dont_know else "[]"
        yield import_id, position, clean(person.id), clean(person.role), answers, unknown


def respondent(row: Row[Any]) -> Respondent:
    """The inverse of one `respondent_rows` row."""
    unknown = frozenset(json.loads(row.dont_know)) if row.dont_know != "[]" else frozenset()
    return Respondent(row.id, row.role, json.loads(row.answers), unknown)


def initiative_rows(import_id: int, responses: ResponseSet) -> Iterator[tuple[Any, ...]]:
    """One row an initiative: import, position, body."""
    for position, initiative in enumerate(responses.initiatives):
        yield import_id, position, to_json(asdict(initiative))


def initiative(body: str) -> Initiative:
    """The inverse of one `initiative_rows` body."""
    fields: dict[str, Any] = json.loads(body)
    started = fields.pop("started")
    return Initiative(**fields, started=date.fromisoformat(started) if started else None)


def problems(text: str) -> tuple[Problem, ...]:
    """Problems kept as JSON."""
    return tuple(Problem(**item) for item in json.loads(text))


def visibility(text: str) -> tuple[RoleVisibility, ...]:
    """Role decisions kept as JSON."""
    return tuple(RoleVisibility(**item) for item in json.loads(text))


def versions(text: str) -> Mapping[str, str]:
    """A snapshot's versions kept as JSON."""
    return json.loads(text)
