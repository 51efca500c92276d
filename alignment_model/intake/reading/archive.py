"""What is inside a zip file, asked of its directory alone: nothing is unpacked here."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass

from alignment_model.intake.reading.limits import (
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
    MAX_ZIP_ENTRIES,
    MEGABYTE,
    PACKING_RATIO_FROM_BYTES,
)
from alignment_model.intake.reading.refusals import refusal

ENCRYPTED_FLAG = 0x1
# What the zip reader raises on bytes that are not what the directory says; an unknown packing is a RuntimeError too.
UNREADABLE_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
DOCUMENTS = (
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("index/document.iwa", "an Apple Numbers or Pages document"),
)


@dataclass(frozen=True)
class Archive:
    """A zip file that is safe to open: its `kind` (xlsx, ods or zip) and size unpacked, in bytes."""

    kind: str
    unpacked_bytes: int
    members: tuple[str, ...]
    macros: bool = False


def inspect_archive(data: bytes) -> Archive:
    """Look at a zip file's directory; refuse bombs, passwords, documents and cut-off files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(data))
            return _classify(archive, entries)
    except zipfile.BadZipFile:
        raise refusal("file.truncated" if b"PK\x05\x06" not in data[-66_000:] else "file.damaged") from None
    except UNREADABLE_ARCHIVE:
        raise refusal("file.damaged") from None


def read_member(data: bytes, member: str) -> bytes:
    """One member of a checked archive, unpacked; never more than its declared, checked size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(member)
    except UNREADABLE_ARCHIVE:
        raise refusal("file.damaged") from None


def with_slashes(data: bytes) -> bytes:
    """A workbook whose part names have backslashes, as some programs write them, with the slashes readers look for.

    Unpacks every part, so it belongs where memory is bounded.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not any("\\" in name for name in archive.namelist()):
            return data
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
            for entry in archive.infolist():
                target.writestr(entry.filename.replace("\\", "/"), archive.read(entry))
        return packed.getvalue()


def _check_sizes(entries: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    if len(entries) > MAX_ZIP_ENTRIES:
        raise refusal("file.zip_bomb", f"a workbook of {len(entries):,} parts")
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise refusal("file.encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    # Parts that share their bytes each look harmless, so the whole is measured against the whole as well.
    ratios = [entry.file_size / max(entry.compress_size, 1) for entry in entries if _sizeable(entry)]
    if unpacked > PACKING_RATIO_FROM_BYTES:
        ratios.append(unpacked / packed_bytes)
    if unpacked > MAX_UNPACKED_BYTES or max(ratios, default=0.0) > MAX_PACKING_RATIO:
        raise refusal(
            "file.zip_bomb",
            f"a file of {packed_bytes / MEGABYTE:,.1f} MB that unpacks to {unpacked / MEGABYTE:,.0f} MB",
        )


def _sizeable(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > PACKING_RATIO_FROM_BYTES


def _classify(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Archive:
    names = [entry.filename.lower().replace("\\", "/") for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    macros = any(name.endswith("vbaproject.bin") for name in names)
    if any(name.startswith("xl/") for name in names):
        if "xl/workbook.bin" in names:
            raise refusal("file.document", "a binary Excel workbook (.xlsb)")
        return Archive("xlsx", unpacked, (), macros)
    if "content.xml" in names and "mimetype" in names:
        return Archive(_open_document_kind(archive, names), unpacked, (), _has_basic(names))
    for start, what in DOCUMENTS:
        if any(name.startswith(start) for name in names):
            raise refusal("file.document", what)
    members = tuple(e.filename for e in entries if not e.is_dir() and not e.filename.startswith("__MACOSX/"))
    return Archive("zip", unpacked, members)


def _open_document_kind(archive: zipfile.ZipFile, names: list[str]) -> str:
    if not archive.read("mimetype").startswith(ODS_TYPE):
        raise refusal("file.document", "an OpenDocument text or presentation")
    if "meta-inf/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusal("file.encrypted")
    return "ods"


def _has_basic(names: list[str]) -> bool:
    return any(name.startswith("basic/") for name in names)
