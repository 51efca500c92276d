"""Share links: kept by the SHA-256 of their token, never by the token itself."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, insert, select, update

from alignment_model.errors import NotFoundError
from alignment_model.store import plain
from alignment_model.store.opening import Store
from alignment_model.store.records import LinkRecord
from alignment_model.store.tables import share_links, snapshots, surveys

ID_LENGTH = 16
KEPT = ("id", "label", "passphrase", "created_at", "created_by", "expires_at", "revoked_at", "revoked_by")


@dataclass(frozen=True, slots=True)
class NewLink:
    """What a link is to be. No `sections` means all; no `passphrase` hash means that none is asked for."""

    snapshot_id: str
    token_sha256: str
    expires_at: str
    label: str = ""
    sections: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    passphrase: str = ""


def add_link(store: Store, link: NewLink, *, at: str, by: str = "") -> LinkRecord:
    """Keep a link to a snapshot.

    Raises
    ------
    NotFoundError
        When there is no such snapshot.
    """
    with store.writing() as connection:
        query = select(snapshots.c.number).where(snapshots.c.id == link.snapshot_id)
        snapshot = connection.execute(query).scalar_one_or_none()
        if snapshot is None:
            raise NotFoundError(f"There is no snapshot '{link.snapshot_id}'.")
        row = {
            "id": uuid.uuid4().hex[:ID_LENGTH],
            "token_sha256": link.token_sha256,
            "snapshot": snapshot,
            "label": plain.clean(link.label),
            "sections": plain.to_json(list(link.sections)),
            "downloads": plain.to_json(list(link.downloads)),
            "passphrase": link.passphrase,
            "created_at": at,
            "created_by": plain.clean(by),
            "expires_at": link.expires_at,
        }
        connection.execute(insert(share_links).values(row))
        return _record(connection.execute(_records().where(share_links.c.id == row["id"])).one())


def find_link(store: Store, token_sha256: str) -> LinkRecord | None:
    """The link with this token, whatever its state; None when there is none."""
    query = _records().where(share_links.c.token_sha256 == token_sha256)
    with store.reading() as connection:
        row = connection.execute(query).first()
    return None if row is None else _record(row)


def list_links(store: Store, survey: str = "") -> tuple[LinkRecord, ...]:
    """Links of a survey (or of all), the latest first."""
    query = _records().order_by(share_links.c.number.desc())
    if survey:
        query = query.where(surveys.c.name == survey)
    with store.reading() as connection:
        return tuple(_record(row) for row in connection.execute(query))


def revoke_link(store: Store, link_id: str, *, at: str, by: str = "") -> LinkRecord:
    """End a link for good; one that was revoked before stays as it is.

    Raises
    ------
    NotFoundError
        When there is no such link.
    """
    ended = {"revoked_at": at, "revoked_by": plain.clean(by)}
    with store.writing() as connection:
        this = share_links.c.id == link_id
        connection.execute(update(share_links).where(this, share_links.c.revoked_at == "").values(ended))
        row = connection.execute(_records().where(this)).first()
    if row is None:
        raise NotFoundError(f"There is no share link '{link_id}'.")
    return _record(row)


def count_view(store: Store, link_id: str, *, at: str) -> None:
    """One more look through this link, just now."""
    seen = {"views": share_links.c.views + 1, "seen_at": at}
    with store.writing() as connection:
        connection.execute(update(share_links).where(share_links.c.id == link_id).values(seen))


def _records() -> Select[Any]:
    columns = [
        column for column in share_links.c if column.name not in ("number", "snapshot", "token_sha256")
    ]
    source = share_links.join(snapshots).join(surveys)
    named = (snapshots.c.id.label("snapshot_id"), snapshots.c.wave, surveys.c.name.label("survey"))
    return select(*columns, *named).select_from(source)


def _record(row: Any) -> LinkRecord:
    kept = {name: getattr(row, name) for name in KEPT}
    return LinkRecord(
        **kept,
        snapshot_id=row.snapshot_id,
        survey=row.survey,
        wave=row.wave,
        sections=tuple(json.loads(row.sections)),
        downloads=tuple(json.loads(row.downloads)),
        views=row.views,
        seen_at=row.seen_at,
    )
