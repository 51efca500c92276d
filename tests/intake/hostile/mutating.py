"""Files spoilt at random, each reproducible from its number, and the targets they are thrown at."""

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import lru_cache

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from alignment_model.errors import InputError
from alignment_model.intake import (
    ColumnChoice,
    ColumnMapping,
    RecognisedColumn,
    Recognition,
    RoleChoice,
    load_mapping,
    mapping_to_toml,
    proposed_mapping,
    to_responses,
)
from alignment_model.intake.cells import CellValue, SourceFile
from alignment_model.intake.reading import read_source
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.sandbox import ReaderFailed
from alignment_model.intake.reading.workbook import workbook_frames
from alignment_model.intake.recognition.recognise import recognise
from alignment_model.responses import ResponseSet
from tests.intake.builders import filled_template
from tests.intake.hostile import building

# Pieces that mean something to one of the readers.
PIECES = (
    b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=|\n", b"\x1a",
    b"<row>", b"</row>", b'<c r="XFD1048576"><v>1</v></c>', b'<c r="A0">', b't="e"', b'<f t="shared"/>',
    b'<mergeCell ref="A1:XFD1048576"/>', b'r="-1"', b's="999999"', b"&amp;", b"&b;", b"<!DOCTYPE x>", b"_x0000_",
    b"1e999", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x06\x00\xff\xff", b"=1+1", b"NA", b"-9",
)  # fmt: skip
# Answers and headings that mean something to recognition.
ODD_CELLS: tuple[CellValue, ...] = (
    None, "", " ", "NA", "None", "N/A", "#N/A", "-9", -9, 99, 0, 1, 5, 7, 2.5, 1e308, -1e-308, "1e999", "nan", True,
    "Agree", "Strongly agree", "strongly  AGREE", "Srongly agree", "Don't know", "4 - Agree", "4", "4,0", "5 %", "1-5",
    datetime(2026, 1, 5), datetime(1949, 10, 1), time(9, 30), "A;B;", "A, B", "{\"ImportId\":\"QID1\"}", "Role", "CEO",
    "Chief", "Total", "Average", "Response", "Answered", "Survey Preview", "<b>bold</b>", "&#0;&amp;", "=1+1", "\u202e",
    "\U0001f642", "x" * 40_000, "\n", "Q1", "Q1_1", "Unnamed: 3", "[",
    "How far do you agree?.We plan", "Other (please specify)", "2026-11-20 09:00:00", "٣", "½", "I worry about AI",
)  # fmt: skip
MAX_ROWS_CHANGED, MAX_COLUMNS_CHANGED = 120, 120
MAX_BYTES = 60_000


def built_files() -> list[bytes]:
    """Small files of our own of every format."""
    old = building.old_text(0, 0, "Role") + building.old_text(1, 0, "CEO") + building.old_number(1, 1, 4)
    cells = building.open_document_cell("Role") + building.open_document_cell("Agree", repeated=3)
    text = 'Role,"Do we, all, agree?",Überblick\r\nCEO,"4 – agree",NA\r\nCFO,"Don’t know",\r\n' * 5
    return [
        building.workbook(),
        building.workbook(prepare=_unusual),
        building.workbook(filled_template()),
        building.old_workbook(old + building.old_error(2, 1)),
        building.open_document(f"<table:table-row>{cells}</table:table-row>"),
        *(
            text.encode(codec)
            for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac-roman")
        ),
        text.replace(",", "\t").encode(),
        text.replace(",", ";").replace("\r\n", "\r").encode(),
    ]


def _unusual(book) -> None:
    sheet = book.active
    sheet["D2"], sheet["E2"] = "=A1", "#N/A"
    sheet.merge_cells("A1:B1")
    book.create_sheet("Hidden").sheet_state = "hidden"


def spoilt(number: int, files: list[bytes]) -> bytes:
    """Input `number`: one of the files with a few random changes, always the same for the same files."""
    chance = random.Random(number)
    if chance.random() < 0.4:
        return _with_other_cells(chance, chance.choice(files))
    workbooks = [data for data in files if data.startswith((b"PK", b"\xd0\xcf"))]
    data = chance.choice(workbooks if chance.random() < 0.5 else files)
    data = data if data in workbooks or chance.random() < 0.1 else data[:MAX_BYTES]
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _spoilt_inside(chance, data, files)
    return _changed(chance, data, files)


def _with_other_cells(chance: random.Random, data: bytes) -> bytes:
    """A file that opens, with its cells changed and moved: what is spoilt is the table, not the packing."""
    rows = [list(row) for row in _cells(data)]
    for _ in range(chance.choice((1, 3, 10, 40)) if rows else 0):
        change = chance.choice((_odd_cell, _odd_cell, _odd_column, _move_row, _drop_cells, _double_column))
        change(chance, rows)
    if chance.random() < 0.5:
        return building.workbook(_writable(rows))
    text = io.StringIO()
    csv.writer(text, delimiter=chance.choice(",;\t")).writerows(rows)
    return text.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")), errors="replace")


@lru_cache(maxsize=200)
def _cells(data: bytes) -> tuple[tuple[CellValue, ...], ...]:
    """The first rows of a file's fullest sheet; none when it cannot be read."""
    try:
        sheets = read(data).sheets
    except InputError:
        return ()
    rows = max((sheet.rows for sheet in sheets), key=len)
    return tuple(tuple(row[:MAX_COLUMNS_CHANGED]) for row in rows[:MAX_ROWS_CHANGED])


def _writable(rows: list[list[CellValue]]) -> list[list[CellValue]]:
    return [
        [ILLEGAL_CHARACTERS_RE.sub("", cell)[:32_000] if isinstance(cell, str) else cell for cell in row]
        for row in rows
    ]


def _odd_cell(chance, rows):
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = chance.choice(ODD_CELLS)


def _odd_column(chance, rows):
    place = chance.randrange(max(map(len, rows)) + 1)
    cells = chance.sample(ODD_CELLS, chance.randint(1, 6))
    for row in rows[chance.choice((0, 1, 1, 2, 3)) :]:
        if place < len(row):
            row[place] = chance.choice(cells)


def _move_row(chance, rows):
    rows.insert(chance.randrange(len(rows)), chance.choice((chance.choice(rows).copy(), [], rows[-1].copy())))


def _drop_cells(chance, rows):
    row = chance.choice(rows)
    del row[chance.randint(0, len(row)) :]


def _double_column(chance, rows):
    place = chance.randrange(max(map(len, rows)) + 1)
    for row in rows:
        if place < len(row):
            row.insert(place, row[place])


def _changed(chance: random.Random, data: bytes, files: list[bytes]) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        change = chance.choice((_flip, _cut, _insert, _remove, _repeat, _splice))
        data = change(chance, data, files)
    return data


def _spoilt_inside(chance: random.Random, data: bytes, files: list[bytes]) -> bytes:
    """A workbook whose parts were changed and packed again, so that the change reaches the XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            members = {name: source.read(name) for name in source.namelist()}
    except zipfile.BadZipFile:
        return _changed(chance, data, files)
    names = [name for name in members if name.endswith(".xml")] or list(members)
    name = chance.choice(names)
    if chance.random() < 0.1:
        del members[name]
    else:
        members[name] = _changed(chance, members[name], files)
    return building.archive(members)


def _flip(chance, data, _files):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 32)) if data else 0):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(chance, data, _files):
    return data[: chance.randint(0, len(data))]


def _insert(chance, data, _files):
    place = chance.randint(0, len(data))
    piece = (
        chance.choice(PIECES) * chance.choice((1, 1, 1, 50))
        if chance.random() < 0.8
        else chance.randbytes(20)
    )
    return data[:place] + piece + data[place:]


def _remove(chance, data, _files):
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(0, 200) :]


def _repeat(chance, data, _files):
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.randint(1, 200)]
    return data[:start] + piece * chance.choice((2, 20, 200)) + data[start:]


def _splice(chance, data, files):
    other = chance.choice(files)[:MAX_BYTES]
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def frames_in_this_process(data, file_format, _unpacked_bytes, reader, _watch):
    """What the sandbox does, without a process for each file: any failure of a library is the reader's."""
    try:
        yield from workbook_frames(data, file_format, reader)
    except InputError:
        raise
    except MemoryError:
        raise refusal("file.too_heavy", "a workbook that needs more memory than answers would") from None
    except BaseException as error:
        # calamine panics on some broken old workbooks; a panic is no Exception, and would end a sandbox.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise ReaderFailed(f"{type(error).__name__}: {error}") from error
        raise


def read(data: bytes) -> SourceFile:
    """Read a file as the app does, but for the process of its own."""
    return read_source(data, "spoilt", open_workbook=frames_in_this_process)


def read_and_recognise(data: bytes) -> Recognition:
    """Read a file and recognise what it is, down to the words on the screen and the command line."""
    found = recognise(read(data))
    json.dumps(found.as_dict())
    assert all(problem.sentence for problem in found.problems)
    return found


def build(data: bytes) -> ResponseSet:
    """Read, recognise, decide whatever is open the first way that comes, and build the responses."""
    found = read_and_recognise(data)
    text = mapping_to_toml(_decided(found))
    try:
        mapping = load_mapping(text)
    except InputError as error:  # what we write we must be able to read
        raise AssertionError(f"a mapping of our own is at fault: {error}") from error
    found = recognise(read(data), mapping=mapping)
    return to_responses(found, survey="Survey", wave="Wave")


def _decided(found: Recognition) -> ColumnMapping:
    """The mapping proposed, with an answer to everything that is asked."""
    proposed = proposed_mapping(found)
    columns = {column.header: column for column in found.columns}
    choices = [_decided_choice(choice, columns.get(choice.column)) for choice in proposed.columns]
    role = proposed.role or RoleChoice("", {"": "Employee"})
    if found.role is not None:
        decided = {
            answer: found.role.proposed.get(answer, "Employee") if code is None else code
            for answer, code in found.role.mapped.items()
        }
        role = replace(role, values=decided)
    return replace(proposed, role=role, columns=tuple(choices))


def _decided_choice(choice: ColumnChoice, column: RecognisedColumn | None) -> ColumnChoice:
    if not choice.own or column is None:
        return choice
    labels = choice.labels or (column.levels if len(column.levels) > 1 else ())
    unknown = column.reading.unknown if column.reading else ()
    meant = {**dict.fromkeys(unknown, labels[0] if labels else ""), **choice.read_as}
    return replace(choice, reversed=bool(choice.reversed), labels=labels, read_as=meant)


# What spoilt files are thrown at; a target returns, or raises an InputError, and does nothing else.
TARGETS: dict[str, Callable[[bytes], object]] = {
    "read": read,
    "recognise": read_and_recognise,
    "build": build,
}


def outcome(data: bytes, target: str = "read") -> str:
    """How a target ended on this file: "accepted", or the code of the refusal."""
    try:
        TARGETS[target](data)
    except InputError as error:
        return error.problems[0].code
    return "accepted"
