"""How large a file may be, and why. Real exports stay far below every one of these."""

from __future__ import annotations

# The largest upload. 100,000 respondents with 60 answers each are 21.6 MB as a workbook.
MAX_FILE_BYTES = 25 * 1024 * 1024

# Excel itself ends at 1,048,576 rows; no leadership survey comes near.
MAX_ROWS = 1_000_000

# The widest real export seen has 317 columns, the widest survey tools allow about a thousand.
MAX_COLUMNS = 2_000

# 100,000 respondents x 60 answers are 6 million. Ten million cells are about 500 MB once read.
MAX_CELLS = 10_000_000

# More sheets than a person can look through; a workbook of many sheets is slow to open for no reason.
MAX_SHEETS = 200

# What a workbook may be once unpacked: 100,000 x 60 answers are 262 MB of XML.
MAX_UNPACKED_BYTES = 400 * 1024 * 1024

# Text packs 5 to 30 times smaller; bombs pack 400 to 1,000 times. Small parts are let off, they do no harm.
MAX_PACKING_RATIO = 100
PACKING_RATIO_FROM_BYTES = 1024 * 1024

# A workbook has some dozen parts. Thousands are pictures or an attack on the directory.
MAX_ZIP_ENTRIES = 2_000
