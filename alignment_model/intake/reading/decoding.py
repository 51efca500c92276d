"""Bytes to text: which encoding a text file is in, found from its bytes alone."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from alignment_model.errors import Problem
from alignment_model.intake.reading.legacy import choose_legacy_encoding
from alignment_model.intake.reading.refusals import warning

# (mark, name we give, Python's codec); UTF-32 stands before UTF-16, whose mark it begins with.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
SAMPLE_BYTES = 65_536
UNDECODED = re.compile("[\udc80-\udcff]")
UNUSUAL = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True)
class DecodedText:
    """A text file's characters; `encoding` is a name Python's codecs know, `bom`: it began with a mark."""

    text: str
    encoding: str
    bom: bool
    problems: tuple[Problem, ...] = ()


def decode_text(data: bytes) -> DecodedText:
    """The text in `data`, whatever it is encoded in; never fails, warns where bytes had to be guessed."""
    decoded = _decode_marked(data) or _decode_unmarked(data)
    if "\x00" not in decoded.text:
        return decoded
    problems = (*decoded.problems, _nul_characters(decoded.text))
    return DecodedText(decoded.text.replace("\x00", ""), decoded.encoding, decoded.bom, problems)


def _decode_marked(data: bytes) -> DecodedText | None:
    for mark, encoding, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                body = _decode_utf8(data[len(mark) :])
                return DecodedText(body.text, encoding, True, body.problems)
            return _decode_wide(data, codec, encoding, bom=True)
    return None


def _decode_unmarked(data: bytes) -> DecodedText:
    wide = _utf16_without_mark(data[:SAMPLE_BYTES])
    if wide:
        return _decode_wide(data, wide, wide, bom=False)
    try:
        return DecodedText(data.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        return _decode_utf8(data) if _mostly_utf8(data) else _decode_legacy(data)


def _utf16_without_mark(sample: bytes) -> str:
    """Western text in UTF-16 has a zero in every second byte; which half tells the byte order."""
    pairs = len(sample) // 2
    zeros_even, zeros_odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs > 1 and zeros_odd > pairs / 10 and zeros_odd > 10 * zeros_even:
        return "utf-16-le"
    if pairs > 1 and zeros_even > pairs / 10 and zeros_even > 10 * zeros_odd:
        return "utf-16-be"
    return ""


def _decode_wide(data: bytes, codec: str, encoding: str, bom: bool) -> DecodedText:
    text = data.decode(codec, errors="replace")
    damaged = text.count("\ufffd")
    problems = (_bad_bytes(damaged, _line_of(text, text.index("\ufffd"))),) if damaged else ()
    return DecodedText(text, encoding, bom, problems)


def _mostly_utf8(data: bytes) -> bool:
    """Whether well-formed UTF-8 characters outnumber the bytes that fit nowhere."""
    text = data.decode("utf-8", errors="surrogateescape")
    unusual = len(text) - len(text.encode("ascii", errors="ignore"))
    misfits = len(text) - len(text.encode("utf-8", errors="ignore").decode("utf-8"))
    return unusual - misfits >= misfits


def _decode_utf8(data: bytes) -> DecodedText:
    """UTF-8 in which single bytes fit nowhere: those are read as Windows-1252, their usual origin."""
    text = data.decode("utf-8", errors="surrogateescape")
    first = UNDECODED.search(text)
    if first is None:
        return DecodedText(text, "utf-8", False)
    mended, misfits = UNDECODED.subn(_as_windows, text)
    return DecodedText(mended, "utf-8", False, (_bad_bytes(misfits, _line_of(text, first.start())),))


def _as_windows(misfit: re.Match[str]) -> str:
    return bytes([ord(misfit.group()) - 0xDC00]).decode("cp1252", errors="replace")


def _decode_legacy(data: bytes) -> DecodedText:
    encoding = choose_legacy_encoding(data)
    text = data.decode(encoding, errors="replace")
    line = _line_of(text, UNUSUAL.search(text).start())
    name = "Mac Roman" if encoding == "mac-roman" else "Windows-1252"
    guessed = warning(
        "file.encoding_guessed",
        f"letters in an old encoding, first on line {line}; they were read as {name}",
        "a file in UTF-8",
        "Check the accents and apostrophes in the preview. If they are wrong, save the file as 'CSV UTF-8'.",
        cell=f"line {line}",
    )
    return DecodedText(text, encoding, False, (guessed,))


def _line_of(text: str, place: int) -> int:
    return max(text.count("\n", 0, place), text.count("\r", 0, place)) + 1


def _bad_bytes(count: int, line: int) -> Problem:
    return warning(
        "file.bad_bytes",
        f"{count:,} damaged character{'s' if count > 1 else ''}, the first on line {line}",
        "readable text throughout",
        "Everything else was read. Check the words on that line in the preview.",
        cell=f"line {line}",
    )


def _nul_characters(text: str) -> Problem:
    line = _line_of(text, text.index("\x00"))
    return warning(
        "file.nul_characters",
        f"{text.count(chr(0)):,} invisible zero characters, the first on line {line}",
        "text without them",
        "They were left out. Check the words on that line in the preview.",
        cell=f"line {line}",
    )
