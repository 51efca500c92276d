"""What a file is, told by its first bytes; its name is never asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alignment_model.intake.reading.archive import Archive, inspect_archive
from alignment_model.intake.reading.refusals import refusal

TEXT = "text"
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# (first bytes, code, what it is); the first that fits is told to the reader.
FOREIGN_SIGNATURES = (
    (b"%PDF", "file.pdf", ""),
    (b"\x89PNG", "file.image", ""),
    (b"\xff\xd8\xff", "file.image", ""),
    (b"GIF8", "file.image", ""),
    (b"II*\x00", "file.image", ""),
    (b"MM\x00*", "file.image", ""),
    (b"{\\rtf", "file.document", "a text document (RTF)"),
    (b"\x1f\x8b", "file.archive", "a compressed archive (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "file.archive", "a compressed archive (7z)"),
    (b"Rar!", "file.archive", "a compressed archive (RAR)"),
    (b"$FL2", "file.document", "an SPSS data file"),
    (b"$FL3", "file.document", "an SPSS data file"),
    (b"PAR1", "file.not_a_table", "a Parquet data file"),
    (b"SQLite format 3\x00", "file.not_a_table", "a database file"),
    (b"\x7fELF", "file.not_a_table", "a program"),
    (b"MZ\x90\x00", "file.not_a_table", "a program"),
)
WEB_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "mime-version:")
# The names of an OLE file's streams, as they are spelt inside it.
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLE_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
OLE_DOCUMENTS = (
    ("WordDocument".encode("utf-16-le"), "a Word document"),
    ("PowerPoint Document".encode("utf-16-le"), "a PowerPoint presentation"),
    ("__properties_version".encode("utf-16-le"), "an e-mail message"),
)
# An .xls behind a password: a FILEPASS record right after the beginning of the workbook.
XLS_PASSWORD = re.compile(rb"(?s)\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00")
OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")


@dataclass(frozen=True)
class FileKind:
    """What the bytes are: text, xlsx, xls, ods or zip; `unpacked_bytes` is what reading will meet."""

    format: str
    unpacked_bytes: int
    macros: bool = False
    members: tuple[str, ...] = ()


def sniff(data: bytes) -> FileKind:
    """The kind of a file that may hold a table.

    Raises
    ------
    InputError
        The bytes are something else: a PDF, a picture, a document, a bomb, protected or cut off.
    """
    if not data:
        raise refusal("file.empty", "an empty file (0 bytes)")
    for signature, code, what in FOREIGN_SIGNATURES:
        if data.startswith(signature):
            raise refusal(code, what)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise refusal("file.image")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found: Archive = inspect_archive(data)
        return FileKind(found.kind, found.unpacked_bytes, found.macros, found.members)
    if data.startswith(OLE_SIGNATURE):
        return _sniff_ole(data)
    if b"%PDF-" in data[:1024].lstrip()[:16]:
        raise refusal("file.pdf")
    return FileKind(TEXT, len(data))


def _sniff_ole(data: bytes) -> FileKind:
    """The old Office container holds workbooks, documents, mails, and new workbooks behind a password."""
    if OLE_ENCRYPTED in data or XLS_PASSWORD.search(data):
        raise refusal("file.encrypted")
    if any(name in data for name in OLE_WORKBOOKS):
        return FileKind("xls", len(data), OLE_MACROS in data)
    for name, what in OLE_DOCUMENTS:
        if name in data:
            raise refusal("file.document", what)
    raise refusal("file.damaged")


def refuse_foreign_text(text: str) -> None:
    """Refuse text that is a web page, XML, JSON or the inside of something binary."""
    start = text[:4096].lstrip("\ufeff \t\r\n")
    lowered = start[:200].lower()
    if not start:
        raise refusal("file.empty", "a file of nothing but spaces and empty lines")
    if lowered.startswith(WEB_PAGE_STARTS):
        raise refusal("file.html")
    if lowered.startswith("<?xml"):
        raise refusal("file.html" if "<html" in start.lower() else "file.document", "an XML document")
    if lowered.startswith(("{", "[{")) and '"' in lowered[:20]:
        raise refusal("file.not_a_table", "a data file for programs (JSON)")
    sample = text[:65_536]
    strange = sum(1 for character in sample if _is_strange(character))
    if strange > len(sample) / 50:
        raise refusal("file.not_a_table", "bytes that are not text")


def _is_strange(character: str) -> bool:
    return character == "\ufffd" or (character < " " and character not in "\t\n\r\f\v\x1a")
