"""Files spoilt at random, each reproducible from its number, and the targets they are thrown at."""

import io
import random
import zipfile
from collections.abc import Callable

from alignment_model.errors import InputError
from alignment_model.intake.cells import SourceFile
from alignment_model.intake.reading import read_source
from alignment_model.intake.reading.refusals import refusal
from alignment_model.intake.reading.sandbox import ReaderFailed
from alignment_model.intake.reading.workbook import workbook_frames
from alignment_model.intake.recognise import recognise
from tests.intake.hostile import building

# Pieces that mean something to one of the readers.
PIECES = (
    b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=|\n", b"\x1a",
    b"<row>", b"</row>", b'<c r="XFD1048576"><v>1</v></c>', b'<c r="A0">', b't="e"', b'<f t="shared"/>',
    b'<mergeCell ref="A1:XFD1048576"/>', b'r="-1"', b's="999999"', b"&amp;", b"&b;", b"<!DOCTYPE x>", b"_x0000_",
    b"1e999", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x06\x00\xff\xff", b"=1+1", b"NA", b"-9",
)  # fmt: skip
MAX_BYTES = 60_000


def built_files() -> list[bytes]:
    """Small files of our own of every format."""
    old = building.old_text(0, 0, "Role") + building.old_text(1, 0, "CEO") + building.old_number(1, 1, 4)
    cells = building.open_document_cell("Role") + building.open_document_cell("Agree", repeated=3)
    text = 'Role,"Do we, all, agree?",Überblick\r\nCEO,"4 – agree",NA\r\nCFO,"Don’t know",\r\n' * 5
    return [
        building.workbook(),
        building.workbook(prepare=_unusual),
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
    workbooks = [data for data in files if data.startswith((b"PK", b"\xd0\xcf"))]
    data = chance.choice(workbooks if chance.random() < 0.5 else files)
    data = data if data in workbooks or chance.random() < 0.1 else data[:MAX_BYTES]
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _spoilt_inside(chance, data, files)
    return _changed(chance, data, files)


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


def read_and_recognise(data: bytes) -> None:
    """Read a file and recognise what it is."""
    recognise(read(data))


# What spoilt files are thrown at; a target returns, or raises an InputError, and does nothing else.
TARGETS: dict[str, Callable[[bytes], object]] = {"read": read, "recognise": read_and_recognise}


def outcome(data: bytes, target: str = "read") -> str:
    """How a target ended on this file: "accepted", or the code of the refusal."""
    try:
        TARGETS[target](data)
    except InputError as error:
        return error.problems[0].code
    return "accepted"
