"""Bytes to text: which encoding a text file is in, found from its bytes alone."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from alignment_model.errors import Problem
from alignment_model.intake.reading.refusals import warning

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
SAMPLE_BYTES = 65_536


@dataclass(frozen=True)
class DecodedText:
    """A text file's characters; `encoding` is a name Python's codecs know, `bom` says it began with a mark."""

    text: str
    encoding: str
    bom: bool
    problems: tuple[Problem, ...] = ()


def decode_text(data: bytes) -> DecodedText:
    """The text in `data`, whatever it is encoded in; never fails, warns where bytes had to be guessed."""
    for mark, encoding, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return DecodedText(data.decode(codec, errors="replace"), encoding, True)
    wide = _utf16_without_mark(data[:SAMPLE_BYTES])
    if wide:
        return DecodedText(data.decode(wide, errors="replace"), wide, False)
    try:
        return DecodedText(data.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        return _not_quite_utf8(data)


def _utf16_without_mark(sample: bytes) -> str:
    """Western text in UTF-16 has a zero in every second byte; which half tells the byte order."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    zeros_even, zeros_odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if zeros_odd > pairs / 10 and zeros_odd > 10 * zeros_even:
        return "utf-16-le"
    if zeros_even > pairs / 10 and zeros_even > 10 * zeros_odd:
        return "utf-16-be"
    return ""


def _not_quite_utf8(data: bytes) -> DecodedText:
    text = data.decode("utf-8", errors="surrogateescape")
    bad = [index for index, character in enumerate(text) if "\udc80" <= character <= "\udcff"]
    good = sum(1 for character in text if character > "\x7f") - len(bad)
    if good >= len(bad):
        line = text.count("\n", 0, bad[0]) + 1
        return DecodedText(
            data.decode("utf-8", errors="replace"), "utf-8", False, (_bad_bytes(len(bad), line),)
        )
    return DecodedText(data.decode("cp1252", errors="replace"), "windows-1252", False)


def _bad_bytes(count: int, line: int) -> Problem:
    return warning(
        "file.bad_bytes",
        f"{count} damaged character{'s' if count > 1 else ''}, the first on line {line}",
        "readable text throughout",
        "The rest was read. Check the words on that line in the preview.",
        cell=f"line {line}",
    )
