"""Which character parts the columns: the one under which the records agree on how many there are."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_RECORDS = 200


def choose_delimiter(text: str) -> str:
    """The delimiter that gives the most records the same number of columns; "," when there is only one.

    Records are parsed, quotes and line breaks inside them included: characters are not counted, because
    consent texts in a header hold more commas than a table has columns.
    """
    scored = [(*_agreement(text, delimiter), -place) for place, delimiter in enumerate(DELIMITERS)]
    _share, width, place = max(scored)
    return DELIMITERS[-place] if width > 1 else ","


def _agreement(text: str, delimiter: str) -> tuple[float, int]:
    """The commonest width, and the share of first records that have it (halved if the very first has not)."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths = [len(record) for record in islice(records, SAMPLE_RECORDS) if record]
    if not widths:
        return 0.0, 0
    width, times = Counter(widths).most_common(1)[0]
    if width == 1:
        return 0.0, 1
    return times / len(widths) * (1.0 if widths[0] == width else 0.5), width
