"""A file somebody kept or sent, checked against what was frozen here: its mark, its bytes, what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from alignment_model.errors import AlignmentError, UsageError
from alignment_model.report.audiences import warnings_for
from alignment_model.report.exports import Choices, export
from alignment_model.report.mark import Mark, report_sha256
from alignment_model.report.model import Report
from alignment_model.report.pdf.export import PAPERS
from alignment_model.report.reading_back import Said, kind_of, mark_of, said_in
from alignment_model.report.selection import select
from alignment_model.store import SnapshotRecord, Store
from alignment_model.workflows.comparing import MISSING, MOST_SHOWN, check_data, numbers_in
from alignment_model.workflows.sharing import list_snapshots, open_snapshot

SAME, ALIKE, CHANGED, UNSURE = "same", "alike", "changed", "unsure"
UNKNOWN, STRANGE, UNREADABLE = "unknown", "strange", "unreadable"
Differences = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FileCheck:
    """Whether a kept file says what a snapshot says.

    `word` is "same" (byte for byte, or for JSON number for number), "alike" (everything it says is the
    snapshot's, though its bytes are not what this version makes), "changed" (`differences` are place, what the
    file says, what the snapshot says; the first twenty), "unsure" (its mark is the snapshot's, its bytes are
    not, and its kind cannot be read back), "unknown" (no snapshot here has its mark), "strange" (JSON of a
    survey and wave not kept here) or "unreadable".
    """

    word: str
    sha256: str
    record: SnapshotRecord | None = None
    differences: Differences = ()
    kind: str = "json"


def check_file(store: Store, content: bytes) -> FileCheck:
    """Whether a kept file of any format that carries a mark says what was frozen here."""
    sha256 = hashlib.sha256(content).hexdigest()
    kind = kind_of(content)
    if not kind:
        return _json(store, content, sha256)
    mark = mark_of(content, kind)
    if mark is None:
        return FileCheck(UNREADABLE, sha256, kind=kind)
    found = _marked(store, mark)
    if found is None:
        return FileCheck(UNKNOWN, sha256, kind=kind)
    record, report = found
    word, differences = _against(content, kind, report, mark)
    return FileCheck(word, sha256, record, differences, kind)


def _json(store: Store, content: bytes, sha256: str) -> FileCheck:
    data = numbers_in(content)
    if data is None:
        return FileCheck(UNREADABLE, sha256)
    found = min(check_data(store, data), key=lambda pair: len(pair[1]), default=None)
    if found is None:
        return FileCheck(STRANGE, sha256)
    record, differences = found
    return FileCheck(CHANGED if differences else SAME, sha256, record, differences)


def _marked(store: Store, mark: Mark) -> tuple[SnapshotRecord, Report] | None:
    """The snapshot whose numbers have this mark, and the part of it that the file holds."""
    for record in list_snapshots(store):
        try:
            report = select(open_snapshot(store, record.id)[1], mark.sections)
        except UsageError:
            continue  # this one has no such part
        if report_sha256(report) == mark.sha256:
            return record, report
    return None


def _against(content: bytes, kind: str, report: Report, mark: Mark) -> tuple[str, Differences]:
    """The word for a file, and where it differs from the nearest of what could have been made."""
    try:
        said = said_in(content, kind)
    except ValueError:
        return CHANGED, (("the file", "cannot be read", "a file of this kind"),)
    nearest: Differences | None = None
    for made in _makes(kind, report, mark):
        if made == content:
            return SAME, ()
        wanted = said_in(made, kind)
        if said is None or wanted is None:
            continue
        found = tuple(islice(_apart(said, wanted), MOST_SHOWN))
        nearest = found if nearest is None or len(found) < len(nearest) else nearest
        if not found:
            break
    if nearest is None:
        return UNSURE, ()
    return (CHANGED, nearest) if nearest else (ALIKE, ())


def _makes(kind: str, report: Report, mark: Mark) -> Iterator[bytes]:
    """The files this version makes of it: on each paper, with the words of each audience it could be for."""
    for warning in ("", *warnings_for(report, mark.sections)):
        for paper in PAPERS if kind == "pdf" else PAPERS[:1]:
            try:
                yield export(replace(report, warning=warning), kind, Choices(paper))
            except AlignmentError:
                continue


def _apart(said: Said, wanted: Said) -> Iterator[tuple[str, str, str]]:
    nowhere = ("", MISSING)
    for (here, one), (there, other) in zip_longest(said, wanted, fillvalue=nowhere):
        if one != other or here != there:
            yield here or there, _short(one), _short(other)


def check_sentence(found: FileCheck, frozen_on: str) -> str:
    """What came of checking a file, in a sentence; `frozen_on` says when its snapshot was frozen."""
    if found.record is None:
        return WITHOUT_SNAPSHOT[found.word]
    which = f"the snapshot frozen {frozen_on}, mark {found.record.sha256[:12]}"
    return {
        SAME: f"Every number in this file is that of {which}.",
        ALIKE: f"Everything this file says is what {which}, says; only its layout was made another way, as by "
        "another version of the app or a company's template.",
        UNSURE: f"This file says it was made from {which}, but it is not byte for byte what this version makes of "
        "it, and a PDF cannot be read number by number. Make the PDF anew and compare the two.",
        CHANGED: f"This file differs from every kept snapshot. The nearest is {which}."
        if found.kind == "json"
        else f"This file was changed: it says it was made from {which}, and says something else.",
    }[found.word]


WITHOUT_SNAPSHOT = {
    UNREADABLE: "This is no file of ours, or it lost its mark: choose the JSON, web page, PDF, Excel, PowerPoint, "
    "CSV or picture file of a report as it was made.",
    STRANGE: "No snapshot of this survey and wave is kept here, so the file cannot be checked.",
    UNKNOWN: "No snapshot kept here has the numbers this file says it was made from, so it cannot be checked.",
}


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."
