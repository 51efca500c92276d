"""Qualtrics: three header rows (name, text, ImportId), states of a response, choices numbered by history.

The ImportId row is JSON in a fresh export and has Python quotes after a trip through pandas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.headings.headers import by_mark, header_texts, headers_of
from alignment_model.intake.recognition.metadata import import_kind, metadata_kind
from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import INCOMPLETE, PREVIEW, Tool, View

_IMPORT_ID = re.compile(r"""['"]ImportId['"]\s*:\s*['"]([^'"]+)['"]""")
_CODE = re.compile(r"Q[A-Z]{0,3}\d+(?:\.\d+)?(?:[_#]\w+)*", re.IGNORECASE)
_CHOICE = re.compile(r"^Selected Choice\s+-\s+(?=\S)")  # what Qualtrics puts before each option of a list
_OWN = {
    "startdate", "enddate", "status", "ipaddress", "progress", "duration in seconds", "finished", "recordeddate",
    "responseid", "recipientlastname", "recipientfirstname", "recipientemail", "externalreference",
    "externaldatareference", "locationlatitude", "locationlongitude", "distributionchannel", "userlanguage",
    "responseset",
}  # fmt: skip
_PREVIEW_CODES = {"1", "2", "8", "9", "12", "17"}
_PREVIEW_WORDS = re.compile(
    r"preview|\btest\b|\bspam\b|vorschau|apercu|vista previa|previsuali[sz]acion|\bprevia\b|pre visualizacao"
    r"|voorbeeld|voorvertoning"
)
_UNFINISHED = {"false", "0", "falsch", "faux", "falso", "onwaar", "no", "nein", "non", "nao", "nee"}


def _import_row(view: View) -> int | None:
    for place in range(min(4, len(view.texts))):
        row = [text for text in view.row(place) if text]
        if row and sum(1 for text in row if _IMPORT_ID.search(text)) >= 0.5 * len(row):
            return place
    return None


def _matches(view: View) -> bool:
    if _import_row(view) is not None:
        return True
    if any(len(_OWN & {fold(text) for text in view.row(place)}) >= 4 for place in (0, 1)):
        return True
    return _named_twice(view)


def _named_twice(view: View) -> bool:
    """Whether codes such as Q4_1 stand over their questions, and a name of Qualtrics' own over its spaced form."""
    own = sum(
        1 for above, below in zip(view.row(0), view.row(1)) if fold(above) in _OWN and _same(above, below)
    )
    codes = [(above, below) for above, below in zip(view.row(0), view.row(1)) if _CODE.fullmatch(above)]
    asked = sum(1 for _, below in codes if len(below) > 15)
    return own >= 1 and len(codes) >= 2 and asked >= 0.7 * len(codes)


def _same(above: str, below: str) -> bool:
    return fold(above).replace(" ", "") == fold(below).replace(" ", "")


def _header_rows(view: View) -> int:
    found = _import_row(view)
    if found is not None:
        return view.first + found + 1
    if _named_twice(view):
        return view.first + 2
    second = {fold(text).replace(" ", "") for text in view.row(1)}
    own = {name.replace(" ", "") for name in _OWN} | {"responsetype"}
    return view.first + (2 if len(own & second) >= 3 else 1)


def _headers(view: View, rows: int) -> list[Header]:
    texts = header_texts(view.sheet, rows)[view.first :]
    if _import_row(view) is not None:
        texts = texts[:-1]
    if len(texts) < 2:
        return headers_of(texts)
    codes, items = texts[-2], texts[-1]
    named = [_split(index, code, item) for index, (code, item) in enumerate(zip(codes, items))]
    shared = [header.group for header in named]
    found = [
        header
        if shared.count(header.group) > 1
        else Header(header.index, items[header.index], code=header.code)
        for header in named
    ]
    return (
        found if _import_row(view) is not None else by_mark(found, "-")
    )  # older exports: "Question-statement"


def _split(index: int, code: str, item: str) -> Header:
    """Matrix rows read "question - statement"; the split holds only where several columns share the question."""
    stem, mark, statement = item.partition(" - ")
    if not mark or not statement.strip():
        return Header(index, item or code, code=code)
    return Header(index, _CHOICE.sub("", statement.strip()), group=stem.strip(), code=code)


def _metadata(view: View, headers: Sequence[Header]) -> dict[int, str]:
    row = _import_row(view)
    found = {}
    for header in headers:
        text = view.row(row)[header.index] if row is not None else ""
        match = _IMPORT_ID.search(text)
        kind = import_kind(match[1]) if match else metadata_kind(header.code) or metadata_kind(header.item)
        if kind:
            found[header.index] = kind
    return found


def _row_note(answers: Mapping[str, str]) -> str:
    status = fold(answers.get("status", ""))
    channel = fold(answers.get("channel", ""))
    if status in _PREVIEW_CODES or _PREVIEW_WORDS.search(status) or channel in ("preview", "test"):
        return PREVIEW
    return INCOMPLETE if fold(answers.get("finished", "")) in _UNFINISHED else ""


QUALTRICS = Tool("qualtrics", _matches, _header_rows, _headers, _metadata, _row_note, recoded=True)
