"""Which character parts the columns: the one under which the records agree on how many there are."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from alignment_model.intake.reading.limits import MAX_FILE_BYTES

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_RECORDS = 300
END_MARK = "\n\x00end"  # zeros are removed when text is decoded
SAMPLE_CHARACTERS = 1_000_000
# What Excel writes, and reads, as a first line of its own: `sep=;`.
SEPARATOR_LINE = re.compile(r'\s*"?sep=([,;|\t])"?[ ,;|\t]*(?:\r\n|\r|\n)', re.IGNORECASE)


def declared_delimiter(text: str) -> tuple[str, int]:
    """The delimiter a `sep=` line names and where the table starts; ("", 0) without such a line."""
    declared = SEPARATOR_LINE.match(text[:100])
    return (declared.group(1), declared.end()) if declared else ("", 0)


def choose_delimiter(text: str) -> str:
    """The delimiter that gives the most records the same number of columns; "," when there is only one.

    Records are parsed, quotes and line breaks inside them included: characters are not counted, because
    consent texts in a header hold more commas than a table has columns.
    """
    sample = text[:SAMPLE_CHARACTERS]
    scored = [(*_agreement(sample, delimiter), -place) for place, delimiter in enumerate(DELIMITERS)]
    _share, width, place = max(scored)
    return DELIMITERS[-place] if width > 1 else ","


def _agreement(sample: str, delimiter: str) -> tuple[float, int]:
    """The commonest width, and the share of the first records that have it.

    Halved if the very first has not, and again if a quotation mark opened under this delimiter is never
    closed: the wrong delimiter sees one at the end of "A;B;" and takes the rest of the file for its field.
    """
    csv.field_size_limit(MAX_FILE_BYTES)
    text = io.StringIO(sample + END_MARK, newline="")
    records = list(islice(csv.reader(text, delimiter=delimiter), SAMPLE_RECORDS))
    unclosed = len(records) < SAMPLE_RECORDS and records[-1] != [END_MARK.strip()]
    if len(records) < SAMPLE_RECORDS and len(records) > 1 and len(sample) == SAMPLE_CHARACTERS:
        records.pop()  # the sample ends in the middle of it
        unclosed = len(records) < 3
    widths = [len(record) for record in records if record and record != [END_MARK.strip()]]
    if not widths:
        return 0.0, 0
    width, times = Counter(widths).most_common(1)[0]
    if width == 1:
        return 0.0, 1
    return times / len(widths) * (1.0 if widths[0] == width else 0.5) * (0.5 if unclosed else 1.0), width
