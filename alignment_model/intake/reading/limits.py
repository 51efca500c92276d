"""How large a file may be, and why. Real exports stay far below every one of these."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

# The largest upload. 100,000 respondents with 60 answers each are 21 to 25 MB as a workbook.
MAX_FILE_BYTES = 25 * MEGABYTE

# Excel itself ends at 1,048,576 rows; no survey of an organisation comes near.
MAX_ROWS = 1_000_000

# The widest real export seen has 317 columns; the widest a survey tool writes is about a thousand.
MAX_COLUMNS = 2_000

# 100,000 respondents x 60 answers are 6 million; 25 MB of text hold at most 12.5 million cells.
MAX_CELLS = 13_000_000

# What a cell of Excel holds at most; the longest honest answer seen has 5,000 characters.
MAX_CELL_CHARACTERS = 32_767

# More sheets than a person can look through.
MAX_SHEETS = 200

# Merged ranges are headings; a sheet with more of them than this is a drawing.
MAX_MERGED_RANGES = 10_000

# What a workbook may be once unpacked: 100,000 x 60 answers are 270 MB of XML.
MAX_UNPACKED_BYTES = 400 * MEGABYTE

# Answers pack 10 to 30 times smaller, and up to 200 times in a wordy OpenDocument of equal answers; bombs pack 400
# to 1,000 times. What unpacks to less than the second figure takes seconds at most, and is let off.
MAX_PACKING_RATIO = 100
PACKING_RATIO_FROM_BYTES = 40 * MEGABYTE

# A workbook has some dozen parts. Thousands are pictures, or an attack on the directory.
MAX_ZIP_ENTRIES = 2_000

# From this much XML on (about 200,000 cells) a sheet goes to the fast reader: 1 s per million cells, not 6 s.
LARGE_SHEET_BYTES = 10 * MEGABYTE

# The address space of the process that opens workbooks: 100,000 x 60 answers need about 700 MB.
CHILD_MEMORY_BYTES = 950 * MEGABYTE

# Processor seconds for a workbook of ordinary size (it needs 0.3), and more for each MB of unpacked XML
# (measured: 0.04). A library that runs in circles is stopped here.
CHILD_SECONDS = 3.0
CHILD_SECONDS_PER_MEGABYTE = 0.12

# Without a cap on processor time (Windows) the clock decides. With one it only ends what is starved of time:
# on a machine six times overloaded an ordinary workbook was measured to need 10 s by the clock.
WALL_SECONDS = 9.0
WALL_SECONDS_PER_MEGABYTE = 0.24
STARVED_FACTOR = 8.0


def child_seconds(unpacked_bytes: int) -> float:
    """Processor time the reader of a workbook may take, in seconds."""
    return CHILD_SECONDS + CHILD_SECONDS_PER_MEGABYTE * unpacked_bytes / MEGABYTE


def wall_seconds(unpacked_bytes: int, processor_capped: bool) -> float:
    """Time by the clock after which the reader of a workbook is given up, in seconds."""
    seconds = WALL_SECONDS + WALL_SECONDS_PER_MEGABYTE * unpacked_bytes / MEGABYTE
    return seconds * STARVED_FACTOR if processor_capped else seconds
