"""What the page of share links asks for: snapshots, their sections, links, and where links are reached."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import streamlit as st

from alignment_model import access, wording, workflows
from alignment_model.report.selection import LEADERS_AS_ONE
from alignment_model.settings import LINK_ADDRESS_VARIABLE
from alignment_model.store import LinkRecord, SnapshotRecord
from alignment_model.ui import data
from alignment_model.workflows import LinkOptions
from alignment_model.workflows.clock import utc_now

A_DAY = "Until a day"
ENDS = {f"{days} days": days for days in access.USUAL_DAYS}


def sections(snapshot_id: str) -> dict[str, str]:
    """The sections a link to this snapshot may leave out: code to title."""
    return workflows.snapshot_sections(data.snapshot(snapshot_id)[1])


def kept_sections(sections: Mapping[str, str], left_out: Sequence[str]) -> tuple[str, ...]:
    """What a link shows when these are left out; all, said by an empty tuple, only when nothing is.

    >>> kept_sections({"gaps": "Gaps"}, []), kept_sections({"gaps": "Gaps"}, ["gaps"])
    ((), ('overview',))
    """
    return ("overview", *(code for code in sections if code not in left_out)) if left_out else ()


def snapshot_name(entry: SnapshotRecord) -> str:
    """A snapshot in a list to choose from."""
    note = f" · {entry.note}" if entry.note else ""
    return f"{entry.survey}, {entry.wave} · frozen {wording.moment(entry.created_at)}{note}"


def end_of(choice: str, day: date) -> datetime:
    """When a link ends; UsageError when the day is over or too far away."""
    now = utc_now()
    return access.end_in_days(now, ENDS[choice]) if choice in ENDS else access.end_of_day(now, day)


def end_in(days: int) -> datetime:
    """When a link made now ends after so many days."""
    return access.end_in_days(utc_now(), days)


def first_and_last_day() -> tuple[date, date]:
    """Between which days a link may end."""
    today = utc_now().date()
    return today, today + timedelta(days=access.LONGEST_DAYS)


def issue(snapshot_id: str, options: LinkOptions) -> str:
    """Make a link; its whole address, which is known only now."""
    _, token = workflows.issue_link(data.store(), snapshot_id, options)
    return f"{_address()}/s/{token}"


def revoke(link_id: str) -> None:
    """End a link at once."""
    workflows.revoke_link(data.store(), link_id)


def links() -> tuple[list[LinkRecord], list[LinkRecord]]:
    """Active links, and ended ones; the latest first."""
    found = workflows.list_links(data.store())
    active = [link for link in found if workflows.link_state(link) == access.ACTIVE]
    return active, [link for link in found if link not in active]


def terms(link: LinkRecord) -> str:
    """Until when, how protected, what it shows, in one line."""
    parts = [
        f"until {wording.moment(link.expires_at)}",
        "asks for a passphrase" if link.passphrase else "no passphrase",
        _shows(link),
        f"downloads: {', '.join(link.downloads)}" if link.downloads else "no downloads",
    ]
    return f"{link.survey}, {link.wave} · {' · '.join(parts)}"


def _shows(link: LinkRecord) -> str:
    """How much of the snapshot a link shows."""
    if not link.sections:
        return "all sections"
    count = len([code for code in link.sections if code != LEADERS_AS_ONE])
    return f"{count} sections" + (", leadership as one" if LEADERS_AS_ONE in link.sections else "")


def seen(link: LinkRecord) -> str:
    """How often it was looked at, and when last."""
    if not link.views:
        return "Not opened yet."
    times = "once" if link.views == 1 else f"{link.views} times"
    return f"Opened {times}, last on {wording.moment(link.seen_at)}."


def ended_rows(links: Sequence[LinkRecord]) -> list[dict[str, str]]:
    """Ended links as a table."""
    return [
        {
            "Link": link.label or "Without a name",
            "Snapshot": f"{link.survey}, {link.wave}",
            "Ended": f"revoked {wording.moment(link.revoked_at)}"
            if link.revoked_at
            else f"expired {wording.moment(link.expires_at)}",
            "Opened": seen(link),
        }
        for link in links
    ]


def _address() -> str:
    """Where readers reach links: as set, or else as this very page was reached."""
    wanted = os.environ.get(LINK_ADDRESS_VARIABLE, "").rstrip("/")
    if wanted:
        return wanted
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""
