"""Windows-1252 or Mac Roman: which of the two old encodings makes better sense of the bytes above 127."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

WINDOWS, MAC = "windows-1252", "mac-roman"
SAMPLE_BYTES_ABOVE_127 = 5_000
ABOVE_127 = re.compile(rb"[\x80-\xff]")
SMALL_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœ")
CAPITALS = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒ")
# Letters that are words by themselves in French, Spanish, Italian or Portuguese.
ONE_LETTER_WORDS = frozenset("àáéèóòÀÁÉÈÓÒ")
PUNCTUATION = frozenset("‘’“”„–—…•€£§°«»¿¡·\u00a0™©®")
BETWEEN_LETTERS = frozenset("’\u00a0")


def choose_legacy_encoding(data: bytes) -> str:
    """The encoding under which more of the unusual bytes are letters in words and marks between them.

    >>> choose_legacy_encoding("Führung, don’t know".encode("mac-roman"))
    'mac-roman'
    >>> choose_legacy_encoding("Führung, don’t know".encode("windows-1252"))
    'windows-1252'
    """
    padded = b" " + data + b" "
    places = (match.start() for match in ABOVE_127.finditer(padded))
    contexts = Counter(padded[place - 1 : place + 2] for place in islice(places, SAMPLE_BYTES_ABOVE_127))
    return MAC if _score(contexts, MAC) > _score(contexts, WINDOWS) else WINDOWS


def _score(contexts: Counter[bytes], encoding: str) -> int:
    """Sum of plausibilities of all contexts read in `encoding`."""
    return sum(
        times * _plausibility(context.decode(encoding, "replace")) for context, times in contexts.items()
    )


def _plausibility(context: str) -> int:
    """How well the middle one of three characters sits between its neighbours: 1, 0 or -1."""
    before, character, after = context
    if character in SMALL_LETTERS | CAPITALS:
        return _letter_plausibility(before, character, after)
    if character in PUNCTUATION:
        return 1 if character in BETWEEN_LETTERS or not (before.isalpha() and after.isalpha()) else -1
    return 0 if character.islower() and before.isalpha() else -1


def _letter_plausibility(before: str, character: str, after: str) -> int:
    if not before.isalpha() and not after.isalpha():
        return 1 if character in ONE_LETTER_WORDS else -1
    return -1 if character in CAPITALS and before.islower() else 1
