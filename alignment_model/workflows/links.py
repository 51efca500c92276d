"""Share a frozen snapshot by a link without an account: issue it, open it, end it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from alignment_model import access
from alignment_model import store as stores
from alignment_model.errors import UsageError
from alignment_model.report import exports
from alignment_model.report.audiences import warnings_for
from alignment_model.report.model import Report
from alignment_model.report.selection import LEADERS_AS_ONE, optional_sections, select
from alignment_model.store import LinkRecord, Store
from alignment_model.workflows.clock import stamp, utc_now
from alignment_model.workflows.sharing import open_snapshot

NOBODY = access.token_digest(
    ""
)  # looked for when a text cannot be a token, so that a look-up happens either way


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What a link shows and for how long.

    `sections` empty means all; `downloads` are formats; an empty `passphrase` means that none is asked for.
    """

    ends: datetime
    label: str = ""
    sections: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    passphrase: str = ""


def issue_link(
    store: Store, snapshot_id: str, options: LinkOptions, *, actor: str = "", now: datetime | None = None
) -> tuple[LinkRecord, str]:
    """A new link and its token, which is given out here and never again.

    Raises
    ------
    NotFoundError
        When there is no such snapshot.
    UsageError
        When a format or section does not exist, the passphrase is of no use, or the link would end at once.
    """
    now = now or utc_now()
    if options.ends <= now:
        raise UsageError("This link would have ended already. Choose a later day.")
    for code in options.downloads:
        exports.exporter(code)
    _, report = open_snapshot(store, snapshot_id)
    known = {LEADERS_AS_ONE, *(section.code for section in report.sections)}
    unknown = sorted(set(options.sections) - known)
    if unknown:
        raise UsageError(f"The snapshot has no section '{unknown[0]}'.")
    select(report, options.sections)  # refuses what may not be shown on its own
    token = access.new_token()
    link = stores.NewLink(
        snapshot_id=snapshot_id,
        token_sha256=access.token_digest(token),
        expires_at=stamp(options.ends),
        label=options.label,
        sections=options.sections,
        downloads=options.downloads,
        passphrase=access.hash_passphrase(options.passphrase) if options.passphrase else "",
    )
    return stores.add_link(store, link, at=stamp(now), by=actor), token


def list_links(store: Store, survey: str = "") -> tuple[LinkRecord, ...]:
    """Links of a survey (or of all), the latest first, ended ones too."""
    return stores.list_links(store, survey)


def link_state(link: LinkRecord, now: datetime | None = None) -> str:
    """Whether a link is "active", "expired" or "revoked"."""
    return access.link_state(datetime.fromisoformat(link.expires_at), bool(link.revoked_at), now or utc_now())


def revoke_link(store: Store, link_id: str, *, actor: str = "", now: datetime | None = None) -> LinkRecord:
    """End a link at once and for good.

    Raises
    ------
    NotFoundError
        When there is no such link.
    """
    return stores.revoke_link(store, link_id, at=stamp(now), by=actor)


def open_link(store: Store, token: str, *, now: datetime | None = None) -> LinkRecord | None:
    """The active link with this token; None for a stranger's, an expired and a revoked one alike."""
    digest = access.token_digest(token) if access.is_token(token) else NOBODY
    link = stores.find_link(store, digest)
    state = access.REVOKED if link is None else link_state(link, now)
    return link if state == access.ACTIVE else None


def count_view(store: Store, link: LinkRecord, *, now: datetime | None = None) -> None:
    """Note that somebody looked."""
    stores.count_view(store, link.id, at=stamp(now))


def linked_report(store: Store, link: LinkRecord) -> Report:
    """What the link shows, as frozen: its sections, and no number of any other; an audience's words with it.

    Raises
    ------
    NotFoundError, StoreError
        When the snapshot is gone, or was changed after it was frozen.
    """
    report = open_snapshot(store, link.snapshot_id)[1]
    found = warnings_for(report, link.sections)
    return replace(select(report, link.sections), warning=found[0] if found else "")


def snapshot_sections(report: Report) -> dict[str, str]:
    """The sections a link may leave out: code to title. Overview and confidentiality always stay."""
    return optional_sections(report)
