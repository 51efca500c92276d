"""A pack for one audience: its files from one snapshot, and a link to the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignment_model.report import exports
from alignment_model.report.audiences import Audience, audience, for_audience, load_audiences
from alignment_model.report.bundles import zipped
from alignment_model.report.model import Report
from alignment_model.store import Store
from alignment_model.workflows.sharing import open_snapshot

AUDIENCES = load_audiences


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: its name says the audience."""

    name: str
    content: bytes
    mime: str
    label: str


def audience_report(report: Report, code: str) -> Report:
    """The report as an audience gets it.

    Raises
    ------
    UsageError
        When there is no such audience, or this report has nothing it may see.
    """
    return for_audience(report, audience(code))


def pack_sections(report: Report, code: str) -> tuple[str, ...]:
    """What a link for an audience shows, in its order.

    Raises
    ------
    UsageError
        As `audience_report`.
    """
    audience_report(report, code)
    return audience(code).chosen(report)


def pack_files(
    store: Store, snapshot_id: str, code: str, choices: exports.Choices = exports.USUAL
) -> Iterator[PackFile]:
    """The audience's files, one after the other, all from one snapshot.

    Raises
    ------
    NotFoundError, StoreError
        When there is no such snapshot, or it was changed.
    UsageError
        As `audience_report`, or when a choice is of no use.
    """
    wanted = audience(code)
    report = audience_report(open_snapshot(store, snapshot_id)[1], code)
    for file in wanted.files:
        yield pack_file(report, wanted, file, choices)


def pack_file(report: Report, wanted: Audience, code: str, choices: exports.Choices) -> PackFile:
    """One file of an audience's pack."""
    maker = exports.exporter(code)
    name = pack_name(exports.file_name(report, code), wanted)
    return PackFile(name, exports.export(report, code, choices), maker.mime, maker.label)


def pack_name(name: str, wanted: Audience) -> str:
    """A file's name with the audience in it.

    >>> from alignment_model.report.audiences import audience
    >>> pack_name("ours-q1.pdf", audience("executive_team")), pack_name("a-b.csv.zip", audience("board"))
    ('ours-q1-executive-team.pdf', 'a-b-board.csv.zip')
    """
    stem, ending = name.split(".", 1)
    return f"{stem}-{wanted.code.replace('_', '-')}.{ending}"


def pack_zip(files: list[PackFile]) -> bytes:
    """A pack's files in one."""
    return zipped((file.name, file.content) for file in files)
