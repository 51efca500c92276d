"""Cell values as every reader must give them: text, numbers, booleans, dates and times, or None."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from alignment_model.intake.cells import CellValue
from alignment_model.intake.reading.limits import MAX_CELL_CHARACTERS

# How Excel writes characters XML cannot hold; "_x000D_" is the other half of a line break.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Above this a float no longer tells neighbouring whole numbers apart.
LARGEST_WHOLE_FLOAT = 2.0**53


def plain_value(value: object) -> CellValue:
    """A reader's value as ours: whole floats become int, dates get midnight, durations become text.

    >>> plain_value(3.0), plain_value(2.5), plain_value(""), plain_value("a_x000D_b")
    (3, 2.5, None, 'a\\rb')
    """
    if isinstance(value, str):
        value = value[: MAX_CELL_CHARACTERS + 1]  # one more than may be, so that it is known to have been cut
        return (ESCAPED.sub(_unescaped, value) if "_x" in value else value) or None
    if isinstance(value, float):
        return _plain_float(value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if value is None or isinstance(value, int | time):
        return value
    return _duration(value) if isinstance(value, timedelta) else str(value)


def _plain_float(value: float) -> CellValue:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < LARGEST_WHOLE_FLOAT else value


def as_share(value: CellValue) -> CellValue:
    """A fraction as the share a spreadsheet shows for it; anything else as it is.

    >>> as_share(0.05), as_share(-0.125), as_share(1), as_share("none")
    ('5%', '-12.5%', '100%', 'none')
    """
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value * 100:.10g}%" if is_number else value


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match.group(1), 16))
    return character if not "\ud800" <= character <= "\udfff" else "\ufffd"


def plain_row(values: Iterable[object]) -> list[CellValue]:
    """A row of plain values without its empty end."""
    row = [plain_value(value) for value in values]
    while row and row[-1] is None:
        row.pop()
    return row
