"""Cells as text: what people typed, without mark-up, entities, odd spaces or a number's stray decimals."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache
from math import isfinite

from alignment_model.intake.cells import CellValue

_TAGS = re.compile(
    r"</?(?:br|p|div|span|b|i|u|strong|em|font|a|ul|ol|li|sup|sub|h[1-6]|img|table|tbody|tr|td|th|hr|label|small|big)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_INVISIBLE |= {code: None for code in range(160) if not (chr(code).isprintable() or chr(code).isspace())}
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ′"), None)
LONGEST_KEPT = 300  # what is longer is somebody's text, and is not kept in memory
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def tidy(text: str) -> str:
    """Readable text: no tags, entities, invisible and control characters, line breaks or doubled spaces.

    >>> tidy("Lottery A<br>or&nbsp;B?\\u200b")
    'Lottery A or B?'
    """
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.translate(_INVISIBLE).split())


def cell_text(value: CellValue) -> str:
    """A cell as a person reads it; "" when it is empty. Whole numbers lose their decimals.

    >>> cell_text(3.0), cell_text("  NA "), cell_text(None), cell_text(True)
    ('3', 'NA', '', 'True')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def fold(text: str) -> str:
    """Text as it is meant: lower case, no accents, apostrophes or punctuation.

    >>> fold("Don’t know / N.A."), fold("Stimme völlig zu")
    ('dont know n a', 'stimme vollig zu')
    """
    return _fold_label(text) if len(text) <= LONGEST_KEPT else _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return " ".join(plain.translate(_LETTERS).split())


class _Letters(dict[int, str | None]):
    """What becomes of each character: accents go, letters and digits stay, all else is a space.

    A table for `str.translate`, filled as characters come: a cell may hold 32,000 of them.
    """

    def __missing__(self, code: int) -> str | None:
        mark = chr(code)
        self[code] = None if unicodedata.combining(mark) else mark if mark.isalnum() else " "
        return self[code]


_LETTERS = _Letters()


# Labels and headings come back in every row; open answers do not, and would fill the memory of a server.
_fold_label = lru_cache(maxsize=20_000)(_fold)


def as_number(text: str) -> float | None:
    """The number a text is, wholly; a decimal comma counts; None when it is not a number.

    >>> as_number("3.0"), as_number("2,5"), as_number("4 - Agree") is None
    (3.0, 2.5, True)
    """
    if not text or not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    return number if isfinite(number) else None


def shortened(text: str, length: int = 60) -> str:
    """At most `length` characters, cut at a word.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
