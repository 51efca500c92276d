"""The one way in: a file's bytes to sheets of cells, or an `InputError` that says why not."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any

from alignment_model.errors import Problem
from alignment_model.intake.cells import SourceFile, content_hash
from alignment_model.intake.reading.archive import read_member
from alignment_model.intake.reading.assembly import Workbook, assemble
from alignment_model.intake.reading.decoding import decode_text
from alignment_model.intake.reading.delimited import read_delimited
from alignment_model.intake.reading.limits import MAX_FILE_BYTES, MEGABYTE
from alignment_model.intake.reading.old_excel import cut_off_problems
from alignment_model.intake.reading.progress import CancelCheck, Progress, Watch
from alignment_model.intake.reading.refusals import refusal, warning
from alignment_model.intake.reading.sandbox import ReaderFailed, sandboxed_frames
from alignment_model.intake.reading.sniff import TEXT, FileKind, refuse_foreign_text, sniff
from alignment_model.wording import count

OPENPYXL, CALAMINE = "openpyxl", "calamine"
# (data, format, unpacked bytes, reader, watch) to frames; replaced where a process a file would be too slow.
FrameSource = Callable[[bytes, str, int, str, Watch], Generator[tuple[Any, ...], None, None]]


def read_source(
    data: bytes,
    name: str,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
    open_workbook: FrameSource = sandboxed_frames,
) -> SourceFile:
    """Turn a file into cells; what it is, is told by its bytes, never by `name`.

    Parameters
    ----------
    data, name
        The file's bytes, and its name as the person knows it.
    progress
        Called with (rows read, rows in all or None) while reading anything longer than a moment.
    cancelled
        Asked often; when it answers True, reading stops.
    open_workbook
        How workbooks are opened: in a process of their own.

    Returns
    -------
    SourceFile
        Text files have one sheet named "" whose cells are text or None. Workbook cells are text, numbers
        (whole numbers as int), booleans, dates and times, or None; error cells hold their error as text.
        `encoding` is a name Python's codecs know; `delimiter` is "" for workbooks.

    Raises
    ------
    InputError
        The file is no table, damaged, protected or too large; its problem says which.
    Cancelled
        `cancelled` answered True.
    """
    watch = Watch(progress, cancelled)
    watch.check()
    if len(data) > MAX_FILE_BYTES:
        raise refusal("file.too_large", f"a file of {len(data) / MEGABYTE:,.0f} MB")
    content, kind = _content(data)
    if kind.format == TEXT:
        return _read_text(content, name, content_hash(data), watch)
    book = _read_workbook(content, kind, open_workbook, watch)
    problems = [_macros()] if kind.macros else []
    problems += [*book.problems, *(cut_off_problems(book.sheets) if kind.format == "xls" else ())]
    return SourceFile(name, content_hash(data), kind.format, book.sheets, problems=tuple(problems))


def _content(data: bytes) -> tuple[bytes, FileKind]:
    """The table's bytes and their kind: an archive that holds a single file is that file."""
    kind = sniff(data)
    if kind.format != "zip":
        return data, kind
    if len(kind.members) == 1:
        content = read_member(data, kind.members[0])
        inner = sniff(content)
        if inner.format != "zip" and len(content) <= MAX_FILE_BYTES:
            return content, inner
    raise refusal("file.archive", f"an archive of {count(len(kind.members), 'file')}")


def _read_text(data: bytes, name: str, digest: str, watch: Watch) -> SourceFile:
    decoded = decode_text(data)
    refuse_foreign_text(decoded.text)
    table = read_delimited(decoded.text, watch)
    if not table.sheet.rows:
        raise refusal("file.empty", "a file of nothing but empty cells")
    problems = (*decoded.problems, *table.problems)
    return SourceFile(
        name, digest, "csv", (table.sheet,), decoded.encoding, table.delimiter, decoded.bom, problems
    )


def _read_workbook(data: bytes, kind: FileKind, open_workbook: FrameSource, watch: Watch) -> Workbook:
    """The sheets of a workbook; a file the first reader breaks on is given to the second."""
    readers = (OPENPYXL, CALAMINE) if kind.format == "xlsx" else (CALAMINE,)
    for reader in readers:
        try:
            # Closed whatever happens, a stopped page run included, so that no reader outlives its reading.
            with closing(open_workbook(data, kind.format, kind.unpacked_bytes, reader, watch)) as frames:
                book = assemble(frames, watch)
        except ReaderFailed:
            continue
        if not any(sheet.rows for sheet in book.sheets):
            raise refusal("file.empty", "a workbook without a single filled cell")
        return book
    raise refusal("file.damaged")


def _macros() -> Problem:
    return warning(
        "file.macros",
        "a workbook with macros",
        "a plain workbook",
        "Only its cells were read; the macros were not run and not kept.",
    )
