"""What the page of packs asks for: audiences, a pack's files one by one, and its link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from alignment_model import wording, workflows
from alignment_model.errors import UsageError
from alignment_model.report.audiences import Audience
from alignment_model.store import SnapshotRecord
from alignment_model.ui import data
from alignment_model.ui.sharing import link_data
from alignment_model.ui.sharing.export_choices import Chosen
from alignment_model.workflows import LinkOptions, PackFile

NEW = "new"
Pack = tuple[str, str, str]  # snapshot, audience, the link's address
NO_PACK: Pack = ("", "", "")


def audiences() -> dict[str, Audience]:
    """Whom a pack can be made for."""
    return {item.code: item for item in workflows.AUDIENCES()}


def sources() -> dict[str, str]:
    """What a pack can be made from: the wave as it is now, or a kept snapshot."""
    analysis = data.current_analysis()
    now = {} if analysis is None else {NEW: f"{analysis.survey}, {analysis.wave}, frozen now"}
    return now | {entry.id: link_data.snapshot_name(entry) for entry in data.snapshots()}


def frozen(source: str, wanted: Audience) -> SnapshotRecord:
    """The snapshot to make the pack from; freezes one when the wave as it is now was chosen."""
    if source != NEW:
        return data.snapshot(source)[0]
    analysis = data.current_analysis()
    if analysis is None:
        raise UsageError("There is no wave to freeze. Choose a snapshot.")
    return data.freeze(analysis.survey, analysis.wave, f"Pack for: {wanted.name}")


def titles(source: str, wanted: Audience) -> tuple[list[str], str]:
    """The sections the pack will hold, by title, once it is known; or why this audience cannot be served."""
    if source == NEW:
        return [], ""
    try:
        report = workflows.audience_report(data.snapshot(source)[1], wanted.code)
    except UsageError as error:
        return [], str(error)
    return [section.title for section in report.sections], ""


def promise(wanted: Audience) -> str:
    """What the pack will be, in one line."""
    labels = {entry.code: entry.label for entry in data.export_formats()}
    files = wording.listing([labels[code] for code in wanted.files])
    offered = wording.listing([labels[code] for code in wanted.downloads]) or "nothing"
    return f"Files: {files}. The link is good for {wanted.link_days} days; to download from it: {offered}."


def make(
    source: str, wanted: Audience, chosen: Chosen, passphrase: str, tell: Callable[[float, str], None]
) -> tuple[Pack, str]:
    """The pack made, as what the session keeps of it, or why there is none; `tell` hears how far it is."""
    labels = {entry.code: entry.label for entry in data.export_formats()}
    try:
        snapshot = frozen(source, wanted)
        for step, code in enumerate(wanted.files, 1):
            tell(step / (len(wanted.files) + 2), f"Making the {labels[code]}")
            file(snapshot.id, wanted.code, code, chosen)
        tell(1 - 1 / (len(wanted.files) + 2), "Issuing the link")
        return (snapshot.id, wanted.code, issue(snapshot, wanted, passphrase)), ""
    except UsageError as error:
        return NO_PACK, str(error)


def file(snapshot_id: str, audience: str, code: str, chosen: Chosen) -> PackFile:
    """One file of a pack; a snapshot does not change, so it is made once."""
    return _file(data.database(), snapshot_id, audience, code, chosen.mark, _chosen=chosen)


@st.cache_data(max_entries=24, show_spinner=False)
def _file(
    database: str, snapshot_id: str, audience: str, code: str, mark: str, *, _chosen: Chosen
) -> PackFile:
    report = workflows.audience_report(data.snapshot(snapshot_id)[1], audience)
    return workflows.pack_file(report, audiences()[audience], code, _chosen.choices)


def issue(snapshot: SnapshotRecord, wanted: Audience, passphrase: str) -> str:
    """A link for the audience; its whole address, which is known only now."""
    sections = workflows.pack_sections(data.snapshot(snapshot.id)[1], wanted.code)
    options = LinkOptions(
        link_data.end_in(wanted.link_days), wanted.name, sections, wanted.downloads, passphrase
    )
    return link_data.issue(snapshot.id, options)


def until(wanted: Audience) -> str:
    """The last day of a link made now."""
    end: datetime = link_data.end_in(wanted.link_days)
    return wording.day(end.date())


def archive(files: Sequence[PackFile]) -> bytes:
    """All files in one zip."""
    return workflows.pack_zip(list(files))


def archive_name(files: Sequence[PackFile]) -> str:
    """The zip's name, after its first file."""
    return files[0].name.split(".", 1)[0] + ".zip"
