"""What the store gives back: frozen domain types, never rows. Times are ISO 8601 in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from alignment_model.errors import Problem


@dataclass(frozen=True, slots=True)
class WaveSummary:
    """One wave that holds data. `custom` is true when a mapping made its questionnaire."""

    survey: str
    name: str
    wave_date: date | None
    respondents: int
    file_name: str
    sha256: str
    imported_at: str
    import_id: int
    custom: bool


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """One survey with its waves, oldest first; `snapshots` counts what was frozen of it."""

    name: str
    created_at: str
    waves: tuple[WaveSummary, ...]
    snapshots: int = 0


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Where a wave's answers come from: file, mapping, what was wrong with it, who imported it and when."""

    file_name: str
    sha256: str
    imported_at: str
    imported_by: str = ""
    mapping: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import. `status` is "current", "replaced" by a later one, or "undone".

    `replaces` is the id of the import it took the place of. An undone import keeps this record and nothing
    else: its respondents, counts and initiatives are gone.
    """

    id: int
    survey: str
    wave: str
    status: str
    file_name: str
    sha256: str
    imported_at: str
    imported_by: str
    respondents: int
    attributed_roles: frozenset[str]
    confirmed_by: str
    confirmed_at: str
    mapping: str = ""
    problems: tuple[Problem, ...] = ()
    replaces: int | None = None
    undone_at: str = ""
    undone_by: str = ""


@dataclass(frozen=True)
class Holdings:
    """What a survey or a wave holds, counted: waves that hold answers, people and initiatives in force."""

    waves: int
    respondents: int
    imports: int
    initiatives: int
    snapshots: int
    links: int
    commitments: int


@dataclass(frozen=True)
class SnapshotRecord:
    """One frozen snapshot without its content. `sha256` is that of its bytes; `id` cannot be guessed."""

    id: str
    survey: str
    wave: str
    note: str
    created_at: str
    created_by: str
    sha256: str
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """One share link without its token, of which only the SHA-256 is kept.

    `sections` are the codes of the sections it shows, empty for all; `downloads` the formats it gives away.
    `passphrase` is the kept hash, empty when none is asked for. `revoked_at` and `seen_at` may be empty.
    """

    id: str
    snapshot_id: str
    survey: str
    wave: str
    label: str
    sections: tuple[str, ...]
    downloads: tuple[str, ...]
    passphrase: str
    created_at: str
    created_by: str
    expires_at: str
    revoked_at: str = ""
    revoked_by: str = ""
    views: int = 0
    seen_at: str = ""
