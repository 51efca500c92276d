"""Workbooks to frames of rows. This runs in a process of its own: see `sandbox`.

xlsx: openpyxl, which uses little memory; large sheets go to calamine, ten times as fast. Whichever reads the
values, what is unusual about cells comes from the sheet's own XML (`facts`). xls and ods: calamine.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import load_workbook
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from alignment_model.intake.cells import CellValue
from alignment_model.intake.reading import frames
from alignment_model.intake.reading.archive import UNREADABLE_ARCHIVE, with_slashes
from alignment_model.intake.reading.facts import CellStyles, SheetFacts, walk_sheet
from alignment_model.intake.reading.glance import glance_at_sheet
from alignment_model.intake.reading.limits import LARGE_SHEET_BYTES, MAX_CELLS, MAX_SHEETS
from alignment_model.intake.reading.old_excel import count_hidden_errors
from alignment_model.intake.reading.old_records import old_workbook_facts
from alignment_model.intake.reading.open_document import open_document_facts
from alignment_model.intake.reading.parts import SheetPart, cell_styles, sheet_parts
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.rows import SharedTexts, too_many_cells
from alignment_model.intake.reading.values import as_share, plain_row

BATCH_ROWS = 500
OPENPYXL, CALAMINE = "openpyxl", "calamine"
Rows = Iterable[list[CellValue]]


def workbook_frames(data: bytes, file_format: str, reader: str = OPENPYXL) -> Iterator[tuple[Any, ...]]:
    """Everything in a workbook, as the items of frames.

    Raises
    ------
    InputError
        The workbook is damaged, protected, unsafe or larger than the limits allow.
    """
    if file_format == "xlsx":
        yield from _modern_frames(data, reader)
    else:
        yield from _other_frames(data, file_format)
    yield (frames.DONE,)


def _modern_frames(data: bytes, reader: str) -> Iterator[tuple[Any, ...]]:
    try:
        data = with_slashes(data)
    except UNREADABLE_ARCHIVE:
        raise refusal("file.damaged") from None
    parts, facts, large = _survey(data)
    yield (frames.TOTAL, sum(fact.rows for fact in facts))
    read = _calamine_rows if large or reader == CALAMINE else _openpyxl_rows
    for part, fact, rows in zip(parts, facts, read(data, parts, facts)):
        yield (frames.SHEET, part.name, part.hidden)
        yield from _batches(_counted(_as_shown(rows, fact), part, fact))
        yield _marks(fact)


def _survey(data: bytes) -> tuple[list[SheetPart], list[SheetFacts], bool]:
    """The sheets, the facts of each, and whether any is large, found with the zip and XML readers alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_declarations(archive)
            parts = sheet_parts(archive)
            styles = cell_styles(archive)
            facts = [_facts(archive, part, styles) for part in parts]
            large = any(archive.getinfo(part.member).file_size > LARGE_SHEET_BYTES for part in parts)
            return parts, facts, large
    except UNREADABLE_ARCHIVE:
        raise refusal("file.damaged") from None


def _refuse_declarations(archive: zipfile.ZipFile) -> None:
    """Refuse XML that declares entities, in whichever part: nothing that writes answers needs them."""
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.open(entry) as stream:
                if b"<!DOCTYPE" in stream.read(4096).replace(b"\x00", b""):
                    raise refusal("file.unsafe_xml")


def _facts(archive: zipfile.ZipFile, part: SheetPart, styles: CellStyles) -> SheetFacts:
    if archive.getinfo(part.member).file_size > LARGE_SHEET_BYTES:
        with archive.open(part.member) as stream:
            glanced = glance_at_sheet(stream, part.name, styles)
        if glanced is not None:
            return glanced
    with archive.open(part.member) as stream:
        return walk_sheet(stream, part.name, styles)


def _openpyxl_rows(data: bytes, parts: list[SheetPart], facts: list[SheetFacts]) -> Iterator[Rows]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about drawings and validations, which are not read
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for part, fact in zip(parts, facts):
            if not fact.cells:
                yield ()
                continue
            cells = book[part.name].iter_rows(max_row=fact.rows, max_col=fact.columns, values_only=True)
            yield (plain_row(row) for row in cells)


def _calamine_rows(data: bytes, parts: list[SheetPart], facts: list[SheetFacts]) -> Iterator[Rows]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for part, fact in zip(parts, facts):
        yield _rows_of(book.get_sheet_by_name(part.name)) if fact.cells else ()


def _rows_of(sheet: CalamineSheet) -> Rows:
    """Rows from the top; calamine starts at the first filled column, so the empty ones are put before it."""
    texts = SharedTexts()
    left = [None] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        values = texts.row(plain_row(row))
        yield [*left, *values] if values else []


def _as_shown(rows: Rows, facts: SheetFacts) -> Rows:
    """Rows in which errors, which calamine leaves empty, and shares are what a person sees in the cell."""
    changes: dict[int, list[tuple[int, str | None]]] = {}
    for (row, column), text in (*facts.errors.items(), *dict.fromkeys(facts.percents).items()):
        changes.setdefault(row, []).append((column, text))
    for number, row in enumerate(rows):
        for column, text in changes.get(number, ()):
            row.extend([None] * (column + 1 - len(row)))
            row[column] = as_share(row[column]) if text is None else text
        yield row


def _marks(facts: SheetFacts) -> tuple[Any, ...]:
    """The frame that says which cells of a sheet are unusual."""
    marks = (facts.formulas, facts.errors, facts.merged, facts.dates_from_text)
    return (frames.MARKS, *(tuple(sorted(mark)) for mark in marks))


def _counted(rows: Rows, part: SheetPart, facts: SheetFacts) -> Rows:
    """Pass rows on; a sheet whose XML has values and whose reader gave none was not understood."""
    filled = False
    for row in rows:
        filled = filled or bool(row)
        yield row
    if not filled and facts.cells > len(facts.formulas):
        raise refusal("file.damaged", f": sheet '{part.name}' could not be understood")


def _batches(rows: Rows) -> Iterator[tuple[Any, ...]]:
    batch: list[tuple[CellValue, ...]] = []
    for row in rows:
        batch.append(tuple(row))
        if len(batch) == BATCH_ROWS:
            yield (frames.ROWS, batch)
            batch = []
    yield (frames.ROWS, batch)


def _other_frames(data: bytes, file_format: str) -> Iterator[tuple[Any, ...]]:
    """Old Excel and OpenDocument."""
    try:
        known = _known_facts(data, file_format)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        listed = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if len(listed) > MAX_SHEETS:
            raise refusal("file.too_heavy", f"a workbook of {len(listed):,} sheets")
        for metadata in listed:
            sheet = book.get_sheet_by_name(metadata.name)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                raise too_many_cells(sheet.total_height, sheet.total_width, metadata.name)
            yield (frames.SHEET, metadata.name, metadata.visible != SheetVisibleEnum.Visible)
            facts = known.get(metadata.name, SheetFacts())
            facts.merged = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
            yield from _batches(_as_shown(_rows_of(sheet), facts))
            yield _marks(facts)
        hidden = count_hidden_errors(data, file_format) - sum(len(facts.errors) for facts in known.values())
        yield (frames.HIDDEN_ERRORS, max(0, hidden) if file_format == "xls" else 0)
    except PasswordError:
        raise refusal("file.encrypted") from None
    except (CalamineError, *UNREADABLE_ARCHIVE):
        raise refusal("file.damaged") from None


def _known_facts(data: bytes, file_format: str) -> dict[str, SheetFacts]:
    """The unusual cells of the sheets, by name."""
    if file_format != "ods":
        return old_workbook_facts(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return open_document_facts(archive)
