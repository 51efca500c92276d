"""Headings: what each column is called, from one to three rows of text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from alignment_model.intake.cells import CellValue, Sheet
from alignment_model.intake.grid import Header
from alignment_model.intake.text import cell_text, fold

SAMPLE_ROWS = 60
LONGEST_SPLIT = (
    4_000  # the longest real heading seen has 1,195 characters; the stems of longer ones cost too much
)
_UNNAMED = re.compile(r"^unnamed:? ?\d+(_level_\d+)?$", re.IGNORECASE)
_CODE_FIRST = re.compile(r"^((?:[A-Za-z]\w{0,15}\d\w{0,8})(?:\[[^\]]+\])?)\s*[.:]\s+(?=\S{2})")
_ANY_CODE_FIRST = re.compile(r"^([A-Za-z]\w{0,30}(?:\[[^\]]+\])*)\.\s+(?=\S)")
ALL_CODED = 0.8  # of the headings; then words without a number are codes too ("submitdate. Date submitted")
_CHOICE = re.compile(r"^(.+?)\s*\(choice=(.+)\)$|^(\w+?)___(\w+)$")  # options of a list in REDCap
_SINGLE = {"response", "open ended response", "reponse", "antwort", "respuesta", "resposta", "antwoord"} | {
    "reponse ouverte", "offene antwort", "respuesta abierta", "resposta aberta", "open antwoord", "antworten",
    "antwort mit offenem ende", "freitextantwort", "reponse libre", "respuesta libre", "open ended reactie"
}  # fmt: skip


def header_texts(sheet: Sheet, rows: int) -> list[list[str]]:
    """The first rows as text, all as wide as the widest row of the sheet's beginning."""
    width = max((len(row) for row in sheet.rows[: rows + SAMPLE_ROWS]), default=0)
    return [[_text(row, column) for column in range(width)] for row in sheet.rows[:rows]]


def _text(row: Sequence[CellValue], column: int) -> str:
    text = cell_text(row[column]) if column < len(row) else ""
    return "" if _UNNAMED.match(text) else text


def is_single_mark(text: str) -> bool:
    """Whether a second-row cell only says that the column holds the answer itself ("Response")."""
    return fold(text) in _SINGLE


def forward_filled(row: Sequence[str], below: Sequence[str]) -> list[str]:
    """A group row with its gaps filled from the left wherever the row below names something."""
    filled: list[str] = []
    current = ""
    for text, under in zip(row, below):
        current = text or (current if under else "")
        filled.append(current)
    return filled


def headers_of(texts: Sequence[Sequence[str]]) -> list[Header]:
    """Headers from one to three rows of text: groups forward-filled, statements taken apart from their stem."""
    rows = [list(row) for row in texts if any(row)]
    if not rows:
        return []
    if len(rows) == 1:
        return split_stems([Header(index, text) for index, text in enumerate(rows[0])])
    groups = rows[-2]
    items = rows[-1]
    if _are_codes(groups, items):
        return split_stems(
            [Header(index, item or code, code=code) for index, (code, item) in enumerate(zip(groups, items))]
        )
    filled = forward_filled(groups, items)
    return split_stems(
        [_grouped(index, group, item) for index, (group, item) in enumerate(zip(filled, items))]
    )


def _grouped(index: int, group: str, item: str) -> Header:
    if not item or is_single_mark(item) or fold(item) == fold(group):
        return Header(index, group or item)
    return Header(index, item, group=group)


def _are_codes(row: Sequence[str], below: Sequence[str]) -> bool:
    """Short names without spaces, all different, one a column: codes such as Q1_1, not questions."""
    if sum(1 for code, item in zip(row, below) if item and not code) > 0.1 * len(row):
        return False
    named = [text for text in row if text]
    short = [text for text in named if " " not in text and len(text) <= 40]
    return len(named) >= 2 and len(short) >= 0.8 * len(named) and len(set(named)) == len(named)


def split_stems(headers: Sequence[Header]) -> list[Header]:
    """Statements apart from the question they share: "Stem [row]", "Stem - row", "Stem:.row", "A1. text"."""
    named = [header for header in headers if header.item and not header.group]
    coded = sum(1 for header in named if _ANY_CODE_FIRST.match(header.item)) >= ALL_CODED * len(named)
    pattern = _ANY_CODE_FIRST if coded and len(named) >= 3 else _CODE_FIRST
    result = [_bracketed(_coded(header, pattern)) for header in headers]
    for mark in (" >> ", " - ", ". ", ".", ": "):
        result = by_mark(result, mark)
    return result


def _coded(header: Header, pattern: re.Pattern[str]) -> Header:
    found = pattern.match(header.item)
    if header.code or header.group or not found:
        return header
    return Header(header.index, header.item[found.end() :].strip(), code=found[1])


def _bracketed(header: Header) -> Header:
    item = header.item.rstrip()
    if not header.group and (choice := _CHOICE.match(item[:LONGEST_SPLIT])):
        return Header(header.index, choice[2] or choice[4], group=choice[1] or choice[3], code=header.code)
    stem, bracket, inside = item.rpartition("[")
    group, inside = stem.strip(), inside.removesuffix("]").strip()
    if header.group or not bracket or not group or not item.endswith("]"):
        return header
    return Header(header.index, inside, group=group, code=header.code)


def by_mark(headers: Sequence[Header], mark: str) -> list[Header]:
    """Split at a mark wherever neighbours share everything before it."""
    stems = [_stems(header, mark) for header in headers]
    common = Counter(stem for found in stems for stem in found)
    result = list(headers)
    for place, (header, found) in enumerate(zip(headers, stems)):
        neighbours = {s for near in (place - 1, place + 1) if 0 <= near < len(stems) for s in stems[near]}
        shared = [stem for stem in found if common[stem] >= 2 and stem in neighbours]
        if shared:
            stem = max(shared, key=len)
            item = header.item[len(stem) + len(mark) :].strip()
            if item:
                result[place] = Header(header.index, item, group=stem.strip(" :."), code=header.code)
    return result


def _stems(header: Header, mark: str) -> list[str]:
    if header.group or mark not in header.item or len(header.item) > LONGEST_SPLIT:
        return []
    parts = header.item.split(mark)
    stems = [mark.join(parts[:count]) for count in range(1, len(parts))]
    return [stem for stem in stems if len(stem) >= 12]
