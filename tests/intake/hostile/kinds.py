"""One file of each hostile or mistaken kind, and the code it must be refused with."""

import gzip
import json

from tests.intake.hostile import building

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
ENTITY_CELL = '<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'
CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
FAR_DOWN = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
WEB_PAGE = b"<html><body><table><tr><td>Role</td><td>Q1</td></tr></table></body></html>"


def old_corners() -> bytes:
    """An old workbook with cells in its two far corners."""
    return building.old_workbook(building.old_text(0, 0, "Role") + building.old_number(65_535, 255, 1))


def open_corners() -> bytes:
    """An OpenDocument sheet that repeats one filled cell over the whole of it."""
    cell = building.open_document_cell("Role", repeated=16_384)
    return building.open_document(
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    )


def locked_zip() -> bytes:
    """A zip file whose entries say they are encrypted."""
    data = bytearray(building.workbook())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def understated_size() -> bytes:
    """A workbook whose directory says its sheet is 100 bytes long; it is 60,000."""
    data = bytearray(building.with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 60_000))
    entry = data.index(building.SHEET_PART.encode(), data.index(b"PK\x01\x02")) - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(data)


# name: (how to make it, the code it is refused with)
REFUSED = {
    "an empty file": (lambda: b"", "file.empty"),
    "spaces and line breaks": (lambda: b" \r\n\t\n  ", "file.empty"),
    "nothing but commas": (lambda: b",,,\n,,,\n", "file.empty"),
    "a workbook without a cell": (lambda: building.workbook([]), "file.empty"),
    "more than 25 MB": (lambda: b"a," * 14_000_000, "file.too_large"),
    "a PDF named csv": (lambda: b"%PDF-1.7\n1 0 obj\n", "file.pdf"),
    "a picture": (lambda: PICTURE, "file.image"),
    "a photograph": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "file.image"),
    "a web page named xls": (lambda: WEB_PAGE, "file.html"),
    "a web page in UTF-16": (lambda: WEB_PAGE.decode().encode("utf-16"), "file.html"),
    "an archived web page": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "file.html"),
    "XML": (lambda: b'<?xml version="1.0"?><Workbook/>', "file.document"),
    "JSON": (lambda: json.dumps([{"role": "CEO"}]).encode(), "file.not_a_table"),
    "random bytes": (lambda: bytes(range(256)) * 40, "file.not_a_table"),
    "a Word document": (lambda: building.archive({"word/document.xml": "<a/>"}), "file.document"),
    "a presentation": (lambda: building.archive({"ppt/presentation.xml": "<a/>"}), "file.document"),
    "an Apple Numbers file": (lambda: building.archive({"Index/Document.iwa": b"x"}), "file.document"),
    "an OpenDocument text": (
        lambda: building.archive(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
        ),
        "file.document",
    ),
    "a binary workbook": (lambda: building.archive({"xl/workbook.bin": b"x"}), "file.document"),
    "an old Word document": (lambda: building.old_workbook(streams=("WordDocument",)), "file.document"),
    "a compressed file": (lambda: gzip.compress(b"Role,Q1\nCEO,4\n"), "file.archive"),
    "an archive of two tables": (lambda: building.archive({"a.csv": "a", "b.csv": "b"}), "file.archive"),
    "an archive in an archive": (
        lambda: building.archive({"a.zip": building.archive({"a.csv": "a,b"})}),
        "file.archive",
    ),
    "a workbook with a password": (
        lambda: building.old_workbook(streams=("EncryptedPackage",)),
        "file.encrypted",
    ),
    "an old workbook with a password": (
        lambda: building.old_workbook(before=b"\x2f\x00\x06\x00" + bytes(6)),
        "file.encrypted",
    ),
    "an OpenDocument with a password": (
        lambda: building.open_document("", manifest="<m><manifest:encryption-data/></m>"),
        "file.encrypted",
    ),
    "a locked zip": (locked_zip, "file.encrypted"),
    "a workbook cut in half": (
        lambda: building.workbook()[: len(building.workbook()) // 2],
        "file.truncated",
    ),
    "an old workbook cut off": (
        lambda: building.old_workbook(building.old_text(0, 0, "Role"))[:1400],
        "file.damaged",
    ),
    "a sheet broken off": (lambda: building.with_sheet_xml('<row r="1"><c r="A1"><v>1</v>'), "file.damaged"),
    "a workbook without sheets": (
        lambda: building.archive({"xl/workbook.xml": "<workbook/>"}),
        "file.damaged",
    ),
    "a size that is a lie": (understated_size, "file.damaged"),
    "a bomb": (lambda: building.with_sheet_xml(" " * 60_000_000), "file.zip_bomb"),
    "a bomb in ten thousand parts": (
        lambda: building.archive({f"xl/{number}": b"" for number in range(10_000)}),
        "file.zip_bomb",
    ),
    "a billion laughs": (
        lambda: building.with_sheet_xml(ENTITY_CELL, ENTITIES.format("ha")),
        "file.unsafe_xml",
    ),
    "a file of the server's": (lambda: building.with_sheet_xml(ENTITY_CELL, OUTSIDE), "file.unsafe_xml"),
    "an OpenDocument table broken off": (lambda: building.open_document("<table:table-row>"), "file.damaged"),
    "entities in an OpenDocument": (
        lambda: building.with_parts(building.open_document(""), {"content.xml": OUTSIDE + "<x>&b;</x>"}),
        "file.unsafe_xml",
    ),
    "entities in the styles": (
        lambda: building.with_parts(building.workbook(), {"xl/styles.xml": OUTSIDE + "<styleSheet/>"}),
        "file.unsafe_xml",
    ),
    "two cells far apart": (lambda: building.with_sheet_xml(CORNERS), "file.too_many_cells"),
    "a cell a million rows down": (lambda: building.with_sheet_xml(FAR_DOWN), "file.too_many_cells"),
    "two old cells far apart": (old_corners, "file.too_heavy"),
    "a cell repeated over the sheet": (open_corners, "file.too_many_cells"),
    "a row of three million commas": (lambda: b"," * 3_000_000, "file.too_many_cells"),
    "two million rows": (lambda: b"a\n" * 2_000_000, "file.too_many_cells"),
}
