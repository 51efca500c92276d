"""What an exported file says, place by place, so that it can be set against what was frozen.

Files come back from outside: nothing is unpacked beyond fixed bounds, and no XML with a document type is read.
A PDF cannot be read back place by place; only its mark and its bytes can be compared.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from alignment_model.report.mark import Mark, mark_in

MOST_PARTS, MOST_BYTES = 3_000, 80_000_000
UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, RuntimeError)
CORE, CONTENTS = "docProps/core.xml", "contents.csv"
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
TARGET = re.compile(rb'Target="([^"]+)"')
SPACE = re.compile(r"\s+")
Said = list[tuple[str, str]]  # place and text, in the file's order
Parts = dict[str, bytes]


def kind_of(content: bytes) -> str:
    """Which of our formats a file is: "pdf", "html", "pptx", "xlsx", "csv", "png" or "svg"; empty when none."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if not content.startswith(b"PK"):
        return "html" if b"<html" in content[:2000].lower() else ""
    names = parts_of(content)
    if "ppt/presentation.xml" in names:
        return "pptx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    endings = {name.rsplit(".", 1)[-1] for name in names if name != CONTENTS}
    return next((code for code in ("csv", "png", "svg") if endings == {code}), "")


def mark_of(content: bytes, kind: str) -> Mark | None:
    """The mark a file carries; None when it carries none."""
    if kind in ("pdf", "html"):
        return mark_in(content)
    parts = parts_of(content)
    return mark_in(parts.get(CORE, b"") + parts.get(CONTENTS, b""))


def said_in(content: bytes, kind: str) -> Said | None:
    """Everything a file says, by place; None when its kind cannot be read back.

    Raises
    ------
    ValueError
        When the file is damaged, too large, or not what it seems.
    """
    if kind == "html":
        return _html(content)
    if kind in ("pptx", "xlsx", "csv", "svg", "png"):
        return list(READERS[kind](parts_of(content)))
    return None


def parts_of(content: bytes) -> Parts:
    """The members of a zip file, within bounds; none when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                return {}
            return {entry.filename: archive.read(entry) for entry in entries}
    except UNREADABLE:
        return {}


class _Page(HTMLParser):
    """Texts of a page under the section they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.said: Said = []
        self.section, self.silent = "cover", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where we are."""
        self.silent += tag in ("script", "style")
        if tag == "section":
            self.section = dict(attrs).get("id") or "section"
        elif tag == "footer":
            self.section = "what this was made from"

    def handle_endtag(self, tag: str) -> None:
        """Note what is over."""
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        """Keep what is read by people."""
        text = _flat(data)
        if text and not self.silent:
            self.said.append((self.section, text))


def _html(content: bytes) -> Said:
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    return page.said


def _pptx(parts: Parts) -> Iterator[tuple[str, str]]:
    slides = sorted((int(found.group(1)), name) for name in parts if (found := SLIDE.fullmatch(name)))
    for number, name in slides:
        yield from ((f"slide {number}", text) for text in _texts(parts[name], "t"))
        for target in _related(parts, name):
            if "/charts/" in target:
                yield from ((f"slide {number}, chart", text) for text in _texts(parts[target], "v"))
            elif "/notesSlides/" in target:
                yield from ((f"slide {number}, notes", text) for text in _texts(parts[target], "t"))


def _related(parts: Parts, name: str) -> list[str]:
    folder, file = posixpath.split(name)
    listed = TARGET.findall(parts.get(f"{folder}/_rels/{file}.rels", b""))
    paths = [
        posixpath.normpath(posixpath.join(folder, target.decode("utf-8", "replace"))) for target in listed
    ]
    return [path for path in paths if path in parts]


def _xlsx(parts: Parts) -> Iterator[tuple[str, str]]:
    book = _tree(parts.get("xl/workbook.xml", b""))
    names = [node.get("name", "") for node in book.iter() if _tag(node) == "sheet"]
    shared = [
        "".join(part.text or "" for part in node.iter() if _tag(part) == "t")
        for node in _tree(parts.get("xl/sharedStrings.xml", b"<sst/>")).iter()
        if _tag(node) == "si"
    ]
    for number, name in enumerate(names, 1):
        for cell in _tree(parts.get(f"xl/worksheets/sheet{number}.xml", b"<none/>")).iter():
            if _tag(cell) == "c":
                text = _cell(cell, shared)
                if text:
                    yield f"{name}!{cell.get('r')}", text


def _cell(cell: ElementTree.Element, shared: list[str]) -> str:
    value = next((node.text or "" for node in cell if _tag(node) == "v"), "")
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
        return _flat(shared[int(value)])
    if value and cell.get("t") in (None, "n"):
        return _number(value)
    return _flat(value or "".join(node.text or "" for node in cell.iter() if _tag(node) == "t"))


def _number(text: str) -> str:
    """A number as short as exact, however a program wrote it."""
    try:
        return f"{float(text):.12g}"
    except ValueError:
        return text


def _lines(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, data in parts.items():
        for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
            yield f"{name}, line {number}", _flat(line)


def _svg(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, data in parts.items():
        if name.endswith(".svg"):
            yield from ((name, text) for text in _texts(data, "text"))


def _png(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, data in parts.items():
        yield name, f"SHA-256 {hashlib.sha256(data).hexdigest()}"


READERS = {"pptx": _pptx, "xlsx": _xlsx, "csv": _lines, "svg": _svg, "png": _png}


def _texts(data: bytes, wanted: str) -> list[str]:
    found = [_flat("".join(node.itertext())) for node in _tree(data).iter() if _tag(node) == wanted]
    return [text for text in found if text]


def _tree(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a document type stands in it, which our files never have")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError(f"a part of it cannot be read: {error}") from None


def _tag(node: ElementTree.Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _flat(text: str) -> str:
    return SPACE.sub(" ", text).strip()
