"""What a sheet of an Excel workbook says about itself, found by walking its XML once, cell values unread.

The readers give values; merged headings, errors, formulas without a result and texts that Excel turned into
dates are only in the XML. Where the last filled cell stands is needed before a fast reader may be trusted:
two cells in opposite corners make it reserve memory for everything between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from alignment_model.intake.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGED_RANGES, MAX_ROWS
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.rows import too_many_cells

CHUNK_BYTES = 256 * 1024
Position = tuple[int, int]
MergedRange = tuple[int, int, int, int]
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class CellStyles:
    """The numbers of the cell styles under which a number is not what it seems: a day and month, a share."""

    partial_dates: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()


PLAIN = CellStyles()


@dataclass
class SheetFacts:
    """Of one sheet: how far it reaches (rows and columns counted from 1), and its unusual cells (from 0)."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    formulas: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    dates_from_text: set[Position] = field(default_factory=set)
    percents: set[Position] = field(default_factory=set)


def position_of(reference: str) -> Position | None:
    """Row and column, from 0, of an address; None if it is none.

    >>> position_of("F12"), position_of("twelve")
    ((11, 5), None)
    """
    match = REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - 64
    return int(match.group(2)) - 1, column - 1


def range_of(reference: str) -> MergedRange | None:
    """First row, first column, last row, last column of a range such as "B1:D1"; None if it is none."""
    first, _, last = reference.partition(":")
    start, end = position_of(first), position_of(last or first)
    return (*start, *end) if start and end else None


class _SheetWalk:
    """Follows a sheet's XML: keeps the place, notes what is unusual."""

    def __init__(self, name: str, styles: CellStyles) -> None:
        self.name = name
        self.styles = styles
        self.facts = SheetFacts()
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = refuse_doctype
        self.row = self.column = -1
        self.kind = self.style = ""
        self.in_formula = False
        self.text: list[str] = []
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            "c": self._cell,
            "v": self._value,
            "is": self._value,
            "f": self._formula,
            "row": self._row,
            "mergeCell": self._merged,
        }

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        handle = self.starts.get(tag) or self.starts.get(tag.rpartition(":")[2])
        if handle is not None:
            handle(attributes)
        elif self.in_formula or self.kind == "e":
            self.parser.CharacterDataHandler = None

    def _row(self, attributes: dict[str, str]) -> None:
        self._close_cell()
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self.row + 1
        self.column = -1

    def _cell(self, attributes: dict[str, str]) -> None:
        if self.in_formula or self.kind == "e":
            self._close_cell()
        place = position_of(attributes.get("r", ""))
        if place is None:
            self.column += 1
        else:
            self.row, self.column = place
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")

    def _formula(self, _attributes: dict[str, str]) -> None:
        self.in_formula = True
        self.text.clear()

    def _value(self, _attributes: dict[str, str]) -> None:
        facts = self.facts
        facts.cells += 1
        if self.row >= facts.rows:
            facts.rows = self.row + 1
        if self.column >= facts.columns:
            facts.columns = self.column + 1
        if facts.columns > MAX_COLUMNS or facts.rows > MAX_ROWS or facts.cells > MAX_CELLS:
            raise too_many_cells(max(self.row, 0), max(self.column, 0), self.name)
        if self.kind == "n":
            if self.style in self.styles.partial_dates:
                facts.dates_from_text.add((self.row, self.column))
            elif self.style in self.styles.percents:
                facts.percents.add((self.row, self.column))
        if self.in_formula or self.kind == "e":
            self.text.clear()
            self.parser.CharacterDataHandler = self.text.append

    def _merged(self, attributes: dict[str, str]) -> None:
        merged = range_of(attributes.get("ref", ""))
        if merged is not None and len(self.facts.merged) < MAX_MERGED_RANGES:
            self.facts.merged.append(merged)

    def _close_cell(self) -> None:
        """What was in a formula or error cell is known once the next cell begins."""
        result = "".join(self.text).strip()
        if self.kind == "e":
            self.facts.errors[self.row, self.column] = result or "#VALUE!"
        elif self.in_formula and not result and self.kind != "str":
            self.facts.formulas.add((self.row, self.column))
        self.kind, self.in_formula = "", False
        self.text.clear()
        self.parser.CharacterDataHandler = None

    def finish(self) -> SheetFacts:
        """End of the sheet: the last cell is closed too."""
        self.parser.Parse(b"", True)
        self._close_cell()
        return self.facts


def refuse_doctype(*_declaration: object) -> None:
    """Refuse a part that declares a document type: entities and outside files come from there."""
    raise refusal("file.unsafe_xml")


def walk_sheet(stream: BinaryIO, name: str, styles: CellStyles = PLAIN) -> SheetFacts:
    """Walk a sheet's XML to its end.

    Raises
    ------
    InputError
        The sheet reaches further than the limits allow, or is not well-formed.
    """
    walk = _SheetWalk(name, styles)
    try:
        while chunk := stream.read(CHUNK_BYTES):
            walk.parser.Parse(chunk, False)
        return walk.finish()
    except expat.ExpatError:
        raise refusal("file.damaged", f": sheet '{name}' is broken off or garbled") from None
