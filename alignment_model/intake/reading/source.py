"""The one way in: a file's bytes to sheets of cells, or an `InputError` that says why not."""

from __future__ import annotations

from alignment_model.intake.cells import SourceFile, content_hash
from alignment_model.intake.reading.decoding import decode_text
from alignment_model.intake.reading.delimited import read_delimited
from alignment_model.intake.reading.progress import CancelCheck, Progress, Watch
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.workbook import read_workbook


def read_source(
    data: bytes, name: str, *, progress: Progress | None = None, cancelled: CancelCheck | None = None
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

    Returns
    -------
    SourceFile
        Text files have one sheet named "" whose cells are text or None. Workbook cells are text, numbers
        (whole numbers as int), booleans, dates or None.

    Raises
    ------
    InputError
        The file is no table, damaged, protected or too large; its problems say which.
    Cancelled
        `cancelled` answered True.
    """
    watch = Watch(progress, cancelled)
    if not data.strip():
        raise refusal("file.empty")
    if data.startswith(b"PK"):
        return SourceFile(name, content_hash(data), "xlsx", read_workbook(data, watch))
    decoded = decode_text(data)
    table = read_delimited(decoded.text, watch)
    return SourceFile(
        name,
        content_hash(data),
        "csv",
        (table.sheet,),
        decoded.encoding,
        table.delimiter,
        decoded.bom,
        decoded.problems,
    )
