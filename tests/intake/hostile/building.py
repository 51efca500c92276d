"""Workbooks made byte by byte: what no program would write, and what old programs wrote."""

import io
import struct
import zipfile

import openpyxl

SHEET_START = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = "</sheetData></worksheet>"
SHEET_PART = "xl/worksheets/sheet1.xml"
TABLE = [["Role", "We agree on AI"], ["CEO", 4], ["Manager", "Don't know"], ["Employee", 2]]


def workbook(rows=TABLE, prepare=None) -> bytes:
    """An ordinary workbook; `prepare(book)` may add to it."""
    book = openpyxl.Workbook()
    book.active.title = "Answers"
    for row in rows:
        book.active.append(row)
    if prepare:
        prepare(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def archive(members, compression=zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of {name: bytes or text}."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return stream.getvalue()


def with_parts(data, changes) -> bytes:
    """A workbook with some of its parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    return archive(members | changes)


def with_sheet_xml(cells, before="") -> bytes:
    """A workbook whose only sheet holds these row elements."""
    return with_parts(workbook(), {SHEET_PART: before + SHEET_START + cells + SHEET_END})


def open_document(table_rows, manifest="<manifest/>") -> bytes:
    """An OpenDocument spreadsheet whose only sheet holds these row elements."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="Answers">'
        f"{table_rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return archive({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": content})


def open_document_cell(text, repeated=1, extra="") -> str:
    """One text cell of an OpenDocument row."""
    repeat = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    opening = f'<table:table-cell office:value-type="string"{repeat}{extra}>'
    return f"{opening}<text:p>{text}</text:p></table:table-cell>"


def old_workbook(records=b"", streams=("Workbook",), before=b"") -> bytes:
    """An .xls file: sheet "Answers" holding these BIFF8 cell records, in an OLE container, `before` ahead of them."""
    begin, end = struct.Struct("<HHHH8x"), _record(0x0A)
    opening = _record(0x809, begin.pack(0x600, 5, 0x0DBB, 1996)) + before
    sheet = _record(0x809, begin.pack(0x600, 0x10, 0x0DBB, 1996)) + records + end
    name = b"Answers"
    listing_size = 4 + 8 + len(name)
    start = len(opening) + listing_size + len(end)
    listing = _record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
    return _ole(opening + listing + end + sheet, streams)


def old_text(row, column, text) -> bytes:
    """A LABEL record."""
    encoded = text.encode("utf-16-le")
    return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + encoded)


def old_number(row, column, number, style=0) -> bytes:
    """A NUMBER record."""
    return _record(0x203, struct.pack("<HHHd", row, column, style, number))


def old_style(number_format) -> bytes:
    """An XF record with this built-in number format."""
    return _record(0xE0, struct.pack("<HH16x", 0, number_format))


def old_formula_error(row, column) -> bytes:
    """A FORMULA record whose result is #DIV/0!."""
    return _record(0x06, struct.pack("<HHHBxBxxxHHIH", row, column, 0, 2, 7, 0xFFFF, 0, 0, 0))


def old_error(row, column) -> bytes:
    """A BOOLERR record holding #N/A."""
    return _record(0x205, struct.pack("<HHHBB", row, column, 0, 0x2A, 1))


def _record(number, content=b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _ole(stream, names) -> bytes:
    """The old Office container: header, one sector of FAT, one of directory, then the stream."""
    sectors = max(8, -(-len(stream) // 512))  # below 4,096 bytes it would go to another kind of stream
    end_of_chain, fat_sector, free = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end_of_chain, 0, end_of_chain, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    chain = [fat_sector, end_of_chain, *range(3, 2 + sectors), end_of_chain]
    fat = b"".join(struct.pack("<I", entry) for entry in chain + [free] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, 1, end_of_chain, 0)
    directory += b"".join(_entry(name, 2, free, 2, sectors * 512) for name in names)
    return header + fat + directory.ljust(512, b"\0") + stream.ljust(sectors * 512, b"\0")


def _entry(name, kind, child, start, size) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    free = 0xFFFFFFFF
    packed = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, free, free, child)
    return packed + bytes(36) + struct.pack("<IQ", start, size)
