"""What the XML of an OpenDocument spreadsheet says about its cells, which their reader leaves out.

Errors read as blank, percentages as fractions, and a text that became a date as an ordinary date. All of it
stands in `content.xml`, walked here once; named date formats may stand in `styles.xml`.
"""

from __future__ import annotations

import zipfile
from typing import BinaryIO
from xml.parsers import expat

from alignment_model.intake.reading.facts import CHUNK_BYTES, SheetFacts, refuse_doctype
from alignment_model.intake.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.rows import too_many_cells

CONTENT, STYLES = "content.xml", "styles.xml"
CELLS = ("table:table-cell", "table:covered-table-cell")
CLOCK = {"number:hours", "number:minutes", "number:seconds"}
DAY, MONTH, YEAR = "number:day", "number:month", "number:year"
MOST_REPEATED = 1_000  # a cell repeated further is a decoration, not answers


class _Walk:
    """Follows the XML: date formats, cell styles, then the cells of every sheet."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self.name, self.facts = "", SheetFacts()
        self.partial_dates: set[str] = set()
        self.data_style_of: dict[str, str] = {}
        self.date_style, self.date_parts = "", set[str]()
        self.row = self.column = -1
        self.row_repeat = self.column_repeat = 1
        self.error: list[str] | None = None
        self.starts = {
            "number:date-style": self._date_style,
            "style:style": self._cell_style,
            "table:table": self._table,
            "table:table-row": self._row,
            **dict.fromkeys(CELLS, self._cell),
        }

    def parse(self, stream: BinaryIO, what: str) -> None:
        """Walk one XML part."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = refuse_doctype
        try:
            while chunk := stream.read(CHUNK_BYTES):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise refusal("file.damaged", f": {what} is broken off or garbled") from None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        handle = self.starts.get(tag)
        if handle is not None:
            handle(attributes)
        elif self.date_style and tag.startswith("number:"):
            self.date_parts.add(tag)

    def _end(self, tag: str) -> None:
        if tag == "number:date-style":
            partial = MONTH in self.date_parts and (DAY in self.date_parts) != (YEAR in self.date_parts)
            if partial and not self.date_parts & CLOCK:
                self.partial_dates.add(self.date_style)
            self.date_style = ""
        elif tag in CELLS and self.error is not None:
            self._mark_error("".join(self.error).strip() or "#VALUE!")

    def _text(self, text: str) -> None:
        if self.error is not None:
            self.error.append(text)

    def _date_style(self, attributes: dict[str, str]) -> None:
        self.date_style, self.date_parts = attributes.get("style:name", ""), set()

    def _cell_style(self, attributes: dict[str, str]) -> None:
        self.data_style_of[attributes.get("style:name", "")] = attributes.get("style:data-style-name", "")

    def _table(self, attributes: dict[str, str]) -> None:
        self.name = attributes.get("table:name", "")
        self.facts = self.sheets.setdefault(self.name, SheetFacts())
        self.row, self.row_repeat = -1, 1

    def _row(self, attributes: dict[str, str]) -> None:
        self.row = self.row + self.row_repeat if self.row >= 0 else 0
        self.row_repeat = _times(attributes, "table:number-rows-repeated")
        self.column, self.column_repeat = -1, 1

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column = self.column + self.column_repeat if self.column >= 0 else 0
        self.column_repeat = _times(attributes, "table:number-columns-repeated")
        kind, facts = attributes.get("office:value-type", ""), self.facts
        if kind:
            self._keep_within_limits()
        if attributes.get("calcext:value-type") == "error":
            self.error = []
        elif kind == "percentage":
            facts.percents.update(self._places())
        elif kind == "date" and self._is_partial(attributes.get("table:style-name", "")):
            facts.dates_from_text.update(self._places())
        elif not kind and "table:formula" in attributes:
            facts.formulas.update(self._places())

    def _keep_within_limits(self) -> None:
        last_row, last_column = self.row + self.row_repeat - 1, self.column + self.column_repeat - 1
        self.facts.cells += self.row_repeat * self.column_repeat
        if last_row >= MAX_ROWS or last_column >= MAX_COLUMNS or self.facts.cells > MAX_CELLS:
            raise too_many_cells(last_row, last_column, self.name)

    def _is_partial(self, style: str) -> bool:
        return self.data_style_of.get(style, "") in self.partial_dates

    def _mark_error(self, text: str) -> None:
        self.facts.errors.update(dict.fromkeys(self._places(), text))
        self.error = None

    def _places(self) -> list[tuple[int, int]]:
        """The positions the current cell stands for."""
        rows, columns = min(self.row_repeat, MOST_REPEATED), min(self.column_repeat, MOST_REPEATED)
        if rows * columns > MOST_REPEATED:
            return []
        return [(self.row + down, self.column + right) for down in range(rows) for right in range(columns)]


def _times(attributes: dict[str, str], name: str) -> int:
    repeated = attributes.get(name, "1")
    return max(1, int(repeated)) if repeated.isdecimal() and len(repeated) < 9 else 1


def open_document_facts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """The unusual cells of every sheet, by its name.

    Raises
    ------
    InputError
        The XML is not well-formed or declares entities: their reader may follow it round in circles.
    """
    walk = _Walk()
    if STYLES in archive.namelist():
        with archive.open(STYLES) as stream:
            walk.parse(stream, "its list of styles")
    with archive.open(CONTENT) as stream:
        walk.parse(stream, "its table")
    return walk.sheets
