"""Error cells in old Excel and OpenDocument files, which their reader shows as blank: counted, to be told.

Their places are not found out; the person is told to save the file as .xlsx, where they are.
"""

from __future__ import annotations

import io
import re
import zipfile

from alignment_model.errors import Problem
from alignment_model.intake.reading.limits import MEGABYTE
from alignment_model.intake.reading.refusals import SAVE_AS_EXCEL, warning

# BIFF8 (the format of .xls): a BOOLERR record that is an error, and a formula whose stored result is one.
ERROR_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"
XLS_ERROR = re.compile(
    rb"(?s)\x05\x02\x08\x00.{6}"
    + ERROR_CODES
    + rb"\x01|\x06\x00..[\s\S]{6}\x02\x00"
    + ERROR_CODES
    + rb"\x00{3}\xff\xff"
)
ODS_ERROR = re.compile(rb'calcext:value-type="error"')
ODS_CONTENT = "content.xml"
LONGEST_MATCH = 32


def count_hidden_errors(data: bytes, file_format: str) -> int:
    """How many cells of an xls or ods file hold an error; 0 for formats whose errors are read."""
    if file_format == "xls":
        return sum(1 for _ in XLS_ERROR.finditer(data))
    return _count_in_content(data) if file_format == "ods" else 0


def _count_in_content(data: bytes) -> int:
    count, rest = 0, b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(ODS_CONTENT) as stream:
        while chunk := stream.read(MEGABYTE):
            chunk = rest + chunk
            matches = list(ODS_ERROR.finditer(chunk))
            count += len(matches)
            rest = chunk[max(len(chunk) - LONGEST_MATCH, matches[-1].end() if matches else 0) :]
    return count


def hidden_errors_problem(count: int) -> Problem:
    """The warning that `count` cells with errors read as blank."""
    return warning(
        "file.hidden_errors",
        f"{count:,} cell{'s' if count > 1 else ''} with an error such as #N/A, read as blank",
        "answers in every cell",
        SAVE_AS_EXCEL,
    )
