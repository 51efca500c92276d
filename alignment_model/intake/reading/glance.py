"""A quicker look at a very large sheet: enough when it holds nothing unusual, which is the rule."""

from __future__ import annotations

import re
from typing import BinaryIO

from alignment_model.intake.reading.facts import PLAIN, CellStyles, SheetFacts, position_of
from alignment_model.intake.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MEGABYTE
from alignment_model.intake.reading.rows import too_many_cells

CELL_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"')
CELL_START = b"<c "
ROW_NUMBER = re.compile(rb'<row r="([0-9]{1,7})"')
ROW_START = b"<row "
# A formula, an error, a merged range or a declaration: the sheet has to be walked.
UNUSUAL = (b"<f>", b"<f ", b"<f/", b't="e"', b"<mergeCell ", b"<!DOCTYPE")
LONGEST_CELL_START = 64


def glance_at_sheet(stream: BinaryIO, name: str, styles: CellStyles = PLAIN) -> SheetFacts | None:
    """How far a sheet reaches, or None when it must be walked to know; about four times as fast as walking.

    Cells that are formatted but empty count here, so a table may seem to reach further than it does; when it
    seems to reach too far, the sheet is walked.
    """
    if styles != PLAIN:
        return None
    columns: set[bytes] = set()
    facts, rest = SheetFacts(), b""
    while chunk := stream.read(MEGABYTE):
        chunk = rest + chunk
        cut = max(chunk.rfind(b"<"), len(chunk) - LONGEST_CELL_START)  # never inside the start of a cell
        chunk, rest = chunk[:cut], chunk[cut:]
        found, rows = CELL_COLUMN.findall(chunk), ROW_NUMBER.findall(chunk)
        counts = chunk.count(CELL_START), chunk.count(ROW_START)
        if any(mark in chunk for mark in UNUSUAL) or counts != (len(found), len(rows)):
            return None
        columns.update(found)
        facts.cells += len(found)
        facts.rows = max(facts.rows, *map(int, rows)) if rows else facts.rows
        if facts.cells > MAX_CELLS:
            raise too_many_cells(facts.rows - 1, 0, name)
    facts.columns = max((position_of(f"{letters.decode()}1")[1] + 1 for letters in columns), default=0)
    within = facts.rows <= MAX_ROWS and facts.columns <= MAX_COLUMNS and facts.cells
    return facts if within and b"worksheet>" in rest else None
