"""The parts of an Excel workbook: which XML holds which sheet, and which cell styles hide a day as a date."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from alignment_model.intake.reading.facts import CellStyles
from alignment_model.intake.reading.limits import MAX_SHEETS, MEGABYTE
from alignment_model.intake.reading.refusals import refusal

MAIN_PART = "xl/workbook.xml"
# Sheet lists and styles are small; what is larger is no list.
MAX_PART_BYTES = 20 * MEGABYTE
# The built-in formats that matter; those of a workbook's own stand in its list of styles.
PARTIAL_DATE_FORMATS = {"16": "d-mmm", "17": "mmm-yy"}
PERCENT_FORMATS = {"9": "0%", "10": "0.00%"}
# Quoted text, escapes, padding, colours and locale marks say nothing about the date.
FORMAT_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@dataclass(frozen=True)
class SheetPart:
    """A sheet's name, whether it is hidden, and the archive member that holds it."""

    name: str
    hidden: bool
    member: str


class _NoDoctype(ElementTree.TreeBuilder):
    """Builds a tree, refusing the declarations that entities and outside files come from."""

    def doctype(self, *_declaration: object) -> None:
        raise refusal("file.unsafe_xml")


def parse_part(archive: zipfile.ZipFile, member: str) -> ElementTree.Element:
    """One small XML part as a tree.

    Raises
    ------
    InputError
        The part is missing, too large for what it is, not well-formed, or declares a document type.
    """
    try:
        if archive.getinfo(member).file_size > MAX_PART_BYTES:
            raise refusal("file.too_heavy", "a workbook whose list of sheets or styles is enormous")
        parser = ElementTree.XMLParser(target=_NoDoctype())
        parser.feed(archive.read(member))
        return parser.close()
    except (ElementTree.ParseError, KeyError):
        raise refusal("file.damaged") from None


def sheet_parts(archive: zipfile.ZipFile) -> list[SheetPart]:
    """The worksheets of a workbook in their order; chart sheets and dialogs are left out."""
    main = _main_part(archive)
    relations = _relations(archive, main)
    members = {entry.filename.lower(): entry.filename for entry in archive.infolist()}
    parts = []
    for sheet in parse_part(archive, main).iterfind("{*}sheets/{*}sheet"):
        kind, target = relations.get(_relation_id(sheet), ("", ""))
        member = members.get(target.lower())
        if kind == "worksheet" and member:
            parts.append(SheetPart(sheet.get("name", ""), sheet.get("state", "visible") != "visible", member))
    if len(parts) > MAX_SHEETS:
        raise refusal("file.too_heavy", f"a workbook of {len(parts):,} sheets")
    if not parts:
        raise refusal("file.damaged", ": it has no sheet of cells")
    return parts


def _main_part(archive: zipfile.ZipFile) -> str:
    if "_rels/.rels" in archive.namelist():
        for relation in parse_part(archive, "_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return MAIN_PART


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relation id to (kind, archive member) for everything `part` refers to."""
    folder, name = posixpath.split(part)
    relations = {}
    for relation in parse_part(archive, f"{folder}/_rels/{name}.rels".lstrip("/")):
        target = relation.get("Target", "")
        member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        relations[relation.get("Id", "")] = (posixpath.basename(relation.get("Type", "")), member)
    return relations


def _relation_id(sheet: ElementTree.Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def cell_styles(archive: zipfile.ZipFile) -> CellStyles:
    """Cell styles that show a date without its year or day, as Excel gives a typed "1-5", and those of shares."""
    if "xl/styles.xml" not in archive.namelist():
        return CellStyles()
    styles = parse_part(archive, "xl/styles.xml")
    codes = PARTIAL_DATE_FORMATS | PERCENT_FORMATS
    codes |= {
        form.get("numFmtId", ""): form.get("formatCode", "")
        for form in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    formats = [codes.get(style.get("numFmtId", ""), "") for style in styles.iterfind("{*}cellXfs/{*}xf")]
    return CellStyles(
        frozenset(str(place) for place, code in enumerate(formats) if is_partial_date(code)),
        frozenset(str(place) for place, code in enumerate(formats) if is_percent(code)),
    )


def is_percent(code: str) -> bool:
    """Whether a number format shows a fraction as a share of a hundred.

    >>> [is_percent(code) for code in ("0%", "0.0 %", '0" %"', "0.0")]
    [True, True, False, False]
    """
    return "%" in FORMAT_NOISE.sub("", code.split(";")[0])


def is_partial_date(code: str) -> bool:
    """Whether a number format shows a month with only a day or only a year, and no time.

    >>> [is_partial_date(code) for code in ("d-mmm", "mmm-yy", "[$-407]d. mmm", "dd/mm/yyyy", "mm:ss", "0.0")]
    [True, True, True, False, False, False]
    """
    letters = set(FORMAT_NOISE.sub("", code.split(";")[0]).lower())
    if not letters.isdisjoint("hs0#"):
        return False
    return "m" in letters and ("d" in letters) != ("y" in letters)
