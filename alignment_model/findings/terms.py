"""Which words open answers share across roles and which only one role uses: counted, nothing read into them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import OpenAnswer
from alignment_model.framework import fold

SHARED, OWN, PLAIN = "shared", "own", ""
SHORTEST = 3  # letters of a word worth comparing
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
FILLER_WORDS = """
a about after all also an and any are as at be because been before being but by can could do does for from get had
has have here how if in into is it its just like many more most much no not now of off on one only or our out over
own so some something somebody such than that the their them then there these they this those through to too up us
very was we were what when where which while who why will with would you your far else new"""
FILLERS = frozenset(FILLER_WORDS.split())


@dataclass(frozen=True, slots=True)
class MarkedAnswer:
    """One answer as pieces of its text with a mark each: shared with another role, used by this role only, or
    plain. `own` lists the role's own terms as written."""

    role: str
    pieces: tuple[tuple[str, str], ...]
    own: tuple[str, ...]


def marked(answers: Sequence[OpenAnswer]) -> tuple[tuple[MarkedAnswer, ...], tuple[str, ...]]:
    """The answers to one question with their terms marked, and the shared terms, the most shared first.

    A term is shared when two roles use it, in any ending of its singular or plural.

    >>> one = OpenAnswer("WHY", "CEO", "To lead the market.")
    >>> two = OpenAnswer("WHY", "CFO", "Lower costs in our markets.")
    >>> marked([one, two])[1]
    ('market',)
    """
    roles: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for answer in answers:
        for word in _WORD.findall(answer.text):
            if term := _term(word):
                roles[term].add(answer.role)
                written.setdefault(term, word.lower())
    common = {term for term, who in roles.items() if len(who) > 1}
    found = tuple(_marked(answer, common) for answer in answers)
    ordered = sorted(common, key=lambda term: (-len(roles[term]), term))
    return found, tuple(written[term] for term in ordered)


def _marked(answer: OpenAnswer, common: set[str]) -> MarkedAnswer:
    pieces: list[tuple[str, str]] = []
    own: dict[str, str] = {}
    place = 0
    for match in _WORD.finditer(answer.text):
        term = _term(match.group())
        if match.start() > place:
            pieces.append((answer.text[place : match.start()], PLAIN))
        mark = PLAIN if not term else SHARED if term in common else OWN
        pieces.append((match.group(), mark))
        if mark == OWN:
            own.setdefault(term, match.group().lower())
        place = match.end()
    if place < len(answer.text):
        pieces.append((answer.text[place:], PLAIN))
    return MarkedAnswer(answer.role, tuple(pieces), tuple(own.values()))


def _term(word: str) -> str:
    """The word as it is compared; empty for fillers and very short words."""
    plain = fold(word).replace(" ", "")
    if len(plain) < SHORTEST or plain in FILLERS:
        return ""
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain
