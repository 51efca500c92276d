"""Hostile files too heavy for every run of the tests; `benchmarks/hostile_files.py` reads them one by one."""

import io
import random
import stat
import zipfile

from tests.intake.hostile import building
from tests.intake.hostile.kinds import ENTITIES, OUTSIDE, WEB_PAGE

MEGABYTE = 1024 * 1024
ACCEPTED = "accepted"  # read, or read as a table that holds no answers; the app says which
HEAD = "Role,We agree on AI\n"
LAUGHS = "<!DOCTYPE x [" + '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip


def noise(size: int) -> bytes:
    """Text that does not pack."""
    return random.Random(1).randbytes(size // 2).hex().encode()


def sheet_of(rows: str) -> bytes:
    """A workbook whose sheet holds these rows."""
    return building.with_sheet_xml(rows)


def part(name: str, xml: str) -> bytes:
    """An ordinary workbook with one part replaced."""
    return building.with_parts(building.workbook(), {name: xml})


def text_cell(text: str) -> str:
    """A row with one text in it."""
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def nested_bomb() -> bytes:
    """Zip in zip in zip, the innermost a gigabyte of zeros."""
    data = building.archive({"a.csv": b"\0" * (64 * MEGABYTE)})
    for _ in range(3):
        data = building.archive({f"{place}.zip": data for place in range(10)})
    return data


def single_bomb() -> bytes:
    """An archive of a single text file of 300 MB."""
    return building.archive({"answers.csv": b"a,b\n" * (75 * MEGABYTE)})


def overlapping_bomb() -> bytes:
    """Two hundred sheets that are one and the same piece of the file."""
    data = building.archive({"xl/worksheets/sheet0.xml": b" " * (30 * MEGABYTE), "xl/workbook.xml": b"<a/>"})
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        start = source.start_dir
    entry = data[start : data.index(b"PK\x01\x02", start + 4)]
    end = data[data.index(b"PK\x01\x02", start + 4) :]
    last, tail = end[: end.index(b"PK\x05\x06")], end[end.index(b"PK\x05\x06") :]
    entries = (
        b"".join(entry.replace(b"sheet0.xml", f"shee{place:03}.xm".encode()) for place in range(200)) + last
    )
    tail = bytearray(tail)
    tail[8:10] = tail[10:12] = (201).to_bytes(2, "little")
    tail[12:16] = len(entries).to_bytes(4, "little")
    return data[:start] + entries + bytes(tail)


def lying_sizes() -> bytes:
    """A workbook whose directory and headers call a sheet of 300 MB a hundred bytes long."""
    packed = bytearray(building.with_sheet_xml(text_cell("a") + " " * (300 * MEGABYTE)))
    size = len(building.SHEET_START + text_cell("a") + building.SHEET_END) + 300 * MEGABYTE
    return bytes(packed).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def odd_paths() -> bytes:
    """A workbook with entries that point out of the archive, and one that is a symbolic link."""
    stream = io.BytesIO(building.workbook())
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr("../../../etc/cron.d/evil", "x")
        target.writestr("/etc/passwd", "x")
        link = zipfile.ZipInfo("xl/worksheets/link.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "/etc/passwd")
    return stream.getvalue()


def chart_sheets() -> bytes:
    """A workbook of chart sheets alone."""

    def only_charts(book):
        book.create_chartsheet("Chart")
        book.remove(book.worksheets[0])

    return building.workbook(prepare=only_charts)


def many_strings() -> bytes:
    """A table of texts that a workbook keeps apart, each a megabyte, used by every cell."""
    texts = "".join(f"<si><t>{'x' * MEGABYTE}</t></si>" for _ in range(30))
    cells = "".join(f'<c r="{column}1" t="s"><v>{place}</v></c>' for place, column in enumerate("ABCDEFGH"))
    shared = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>'
    return building.with_parts(
        building.with_sheet_xml(f'<row r="1">{cells}</row>'), {"xl/sharedStrings.xml": shared}
    )


def slow_sheet() -> bytes:
    """A sheet just below every limit: as much XML as may pass unpacked, all of it cells."""
    row = "".join(f'<c r="{{0}}"><f>A{place}</f><v>{place}</v></c>' for place in range(40))
    return sheet_of("".join(f"<row>{row}</row>".replace(' r="{0}"', "") for _ in range(20_000)))


def cut_everywhere() -> list[bytes]:
    """A workbook cut off after every fiftieth of its length."""
    data = building.workbook([["Role", "We agree"], *[["CEO", 4]] * 200])
    return [data[: len(data) * place // 50] for place in range(1, 50)]


# name: (how to make it, the code it is refused with, or accepted)
HEAVY = {
    "a csv named xlsx": (lambda: (HEAD + "CEO,4\n").encode(), ACCEPTED),
    "a web page of 20 MB named xls": (lambda: WEB_PAGE * 250_000, "file.html"),
    "a workbook with macros": (
        lambda: building.with_parts(building.workbook(), {"xl/vbaProject.bin": b"Sub Auto_Open()"}),
        ACCEPTED,
    ),
    "a zip bomb in zip bombs": (nested_bomb, "file.archive"),
    "a text of 300 MB in an archive": (single_bomb, "file.zip_bomb"),
    "200 sheets that share their bytes": (overlapping_bomb, "file.zip_bomb"),
    "a sheet of 300 MB that says it has 100 bytes": (lying_sizes, "file.damaged"),
    "a billion laughs in the sheet": (
        lambda: building.with_sheet_xml(text_cell("&a9;"), LAUGHS), "file.unsafe_xml"),
    "a billion laughs in the texts": (
        lambda: part("xl/sharedStrings.xml", LAUGHS + "<sst><si><t>&a9;</t></si></sst>"), "file.unsafe_xml"),
    "a billion laughs in the styles": (
        lambda: part("xl/styles.xml", LAUGHS + "<styleSheet>&a9;</styleSheet>"), "file.unsafe_xml"),
    "a file of the server's in the relations": (
        lambda: part("xl/_rels/workbook.xml.rels", OUTSIDE + "<Relationships>&b;</Relationships>"), "file.unsafe_xml"),
    "entities far into the sheet": (
        lambda: part(building.SHEET_PART, " " * 8192 + ENTITIES.format("ha") + "<worksheet/>"), "file.unsafe_xml"),
    "paths out of the archive, and a link": (odd_paths, ACCEPTED),
    "chart sheets alone": (chart_sheets, "file.damaged"),
    "a zip without a workbook": (
        lambda: building.archive({"xl/styles.xml": "<a/>", "xl/other.xml": "<a/>"}), "file.damaged"),
    "a workbook cut off in 49 places": (cut_everywhere, "file.truncated"),
    "garbage in the old Office container": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(5 * MEGABYTE), "file.damaged"),
    "garbage that names a workbook": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0" + noise(5 * MEGABYTE), "file.damaged"),
    "16,384 columns": (
        lambda: sheet_of("<row>" + "<c><v>1</v></c>" * 16_384 + "</row>"), "file.too_many_cells"),
    "a cell of 30 MB": (lambda: sheet_of(text_cell(noise(30 * MEGABYTE).decode())), ACCEPTED),
    "30 texts of a megabyte in every cell": (many_strings, ACCEPTED),
    "800,000 formulas": (slow_sheet, ACCEPTED),
    "a text cell of 20 MB": (lambda: HEAD.encode() + b'CEO,"' + b"x" * (20 * MEGABYTE) + b'"\n', ACCEPTED),
    "a line of 20 MB": (lambda: b"Role," * (4 * MEGABYTE), "file.too_many_cells"),
    "5 million empty lines": (lambda: HEAD.encode() + b"\n" * 5_000_000 + b"CEO,4\n", "file.too_many_cells"),
    "20 MB of zeros": (lambda: b"\0" * (20 * MEGABYTE), "file.empty"),
    "a zero after every letter": (
        lambda: b"".join(bytes([letter, 0, 0, 0]) for letter in (HEAD + "CEO,4\n").encode()), ACCEPTED),
    "20 MB of quotation marks": (lambda: HEAD.encode() + b'"' * (20 * MEGABYTE + 1), ACCEPTED),
    "a quote opened in every line": (lambda: HEAD.encode() + b'"CEO,4\n' * (2 * MEGABYTE), "file.too_many_cells"),
    "quotes in quotes": (
        lambda: HEAD.encode() + b"CEO," + b'"' * (2 * MEGABYTE) + b"4" + b'"' * (2 * MEGABYTE) + b"\n", ACCEPTED),
    "10,000 headings of 2 kB": (lambda: b",".join([b"x" * 2000] * 1999) + b"\n" + b"1," * 1998 + b"1\n", ACCEPTED),
}  # fmt: skip
