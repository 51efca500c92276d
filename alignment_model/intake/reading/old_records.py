"""What the records of an old Excel workbook (BIFF8) say about its cells, which their reader leaves out.

Errors read as blank, shares as fractions, and a text that became a date as an ordinary date. Record numbers and
layouts: [MS-XLS] 2.4. The workbook is taken to lie in one piece, as programs write it; where it does not, the walk
ends early and less is known.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from alignment_model.intake.reading.facts import SheetFacts
from alignment_model.intake.reading.parts import (
    PARTIAL_DATE_FORMATS,
    PERCENT_FORMATS,
    is_partial_date,
    is_percent,
)

BEGINNING = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # of the workbook's own records
BEGIN, END = 0x0809, 0x000A
SHEET, FORMAT, STYLE = 0x0085, 0x041E, 0x00E0
NUMBER, RK, MANY_RK, BOOL_OR_ERROR, FORMULA = 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006
ERROR_TEXTS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
CELL = struct.Struct("<HHH")  # row, column, style
Record = tuple[int, bytes]


def old_workbook_facts(data: bytes) -> dict[str, SheetFacts]:
    """The unusual cells of every sheet, by its name; what cannot be followed is left out."""
    start = data.find(BEGINNING)
    if start < 0:
        return {}
    try:
        globals_ = list(_records(data, start))
        styles = _styles(globals_)
        places = [_sheet(content) for kind, content in globals_ if kind == SHEET]
        return {name: _facts(_records(data, start + place), styles) for place, name in places}
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def _records(data: bytes, place: int) -> Iterator[Record]:
    """Records from here to the end of what begins here, charts inside it included."""
    depth = 0
    while place + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, place)
        if not kind:
            return  # no record has this number: the workbook does not go on here
        depth += (kind == BEGIN) - (kind == END)
        yield kind, data[place + 4 : place + 4 + length]
        place += 4 + length
        if depth <= 0:
            return


def _styles(records: list[Record]) -> list[str]:
    """The number format of every cell style that matters, "" for the others."""
    codes = {int(number): code for number, code in (PARTIAL_DATE_FORMATS | PERCENT_FORMATS).items()}
    codes |= {
        struct.unpack_from("<H", content)[0]: _text(content[2:], 2)
        for kind, content in records
        if kind == FORMAT
    }
    return [
        codes.get(struct.unpack_from("<H", content, 2)[0], "") for kind, content in records if kind == STYLE
    ]


def _sheet(content: bytes) -> tuple[int, str]:
    return struct.unpack_from("<I", content)[0], _text(content[6:], 1)


def _text(content: bytes, length_bytes: int) -> str:
    """A text that says how long it is, and whether its characters take two bytes."""
    length = int.from_bytes(content[:length_bytes], "little")
    wide = content[length_bytes] & 1
    characters = content[length_bytes + 1 :]
    return characters[: 2 * length].decode("utf-16-le") if wide else characters[:length].decode("latin-1")


def _facts(records: Iterator[Record], styles: list[str]) -> SheetFacts:
    percents = {number for number, code in enumerate(styles) if code and is_percent(code)}
    dates = {number for number, code in enumerate(styles) if code and is_partial_date(code)}
    facts = SheetFacts()
    for kind, content in records:
        for row, column, style, error in _CELLS.get(kind, _none)(content):
            if error:
                facts.errors[row, column] = error
            elif style in percents:
                facts.percents.add((row, column))
            elif style in dates:
                facts.dates_from_text.add((row, column))
    return facts


Cells = Iterator[tuple[int, int, int, str]]  # row, column, style, error


def _none(_content: bytes) -> Cells:
    yield from ()


def _number(content: bytes) -> Cells:
    yield (*CELL.unpack_from(content), "")


def _many_numbers(content: bytes) -> Cells:
    row, first = struct.unpack_from("<HH", content)
    for place in range((len(content) - 6) // 6):
        yield row, first + place, struct.unpack_from("<H", content, 4 + 6 * place)[0], ""


def _bool_or_error(content: bytes) -> Cells:
    if content[7]:
        yield (*CELL.unpack_from(content), ERROR_TEXTS.get(content[6], "#VALUE!"))


def _formula(content: bytes) -> Cells:
    special = content[12:14] == b"\xff\xff"
    if special and content[6] == 2:
        yield (*CELL.unpack_from(content), ERROR_TEXTS.get(content[8], "#VALUE!"))
    elif not special:
        yield (*CELL.unpack_from(content), "")


_CELLS: dict[int, Callable[[bytes], Cells]] = {
    NUMBER: _number,
    RK: _number,
    MANY_RK: _many_numbers,
    BOOL_OR_ERROR: _bool_or_error,
    FORMULA: _formula,
}
