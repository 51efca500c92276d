"""Roles and layers as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from alignment_model.framework import LAYER_CODES, Layer, load_framework
from alignment_model.wording import listing, points

PHRASES = {
    "Board": ("the board", False),
    "Other executive": ("the other executives", True),
    "Manager": ("managers", True),
    "Employee": ("employees", True),
    "Leadership": ("leadership", False),
}


def role_phrase(code: str) -> str:
    """A role inside a sentence.

    >>> role_phrase("CFO"), role_phrase("Manager"), role_phrase("General Counsel"), role_phrase("Plant heads")
    ('the CFO', 'managers', 'the general counsel', 'Plant heads')
    """
    if code in PHRASES:
        return PHRASES[code][0]
    if any(role.code == code for role in load_framework().roles):
        return f"the {code}" if code.isupper() else f"the {code.lower()}"
    return code


def role_phrases(codes: Sequence[str]) -> str:
    """Several roles inside a sentence.

    >>> role_phrases(["CEO", "Board"])
    'the CEO and the board'
    """
    return listing([role_phrase(code) for code in codes])


def verb(codes: Sequence[str], singular: str, plural: str) -> str:
    """The verb that goes with these roles; a group of a custom survey is many when its name ends like a plural.

    >>> verb(["CFO"], "stands", "stand"), verb(["Manager"], "stands", "stand"), verb(["Plants"], "stands", "stand")
    ('stands', 'stand', 'stand')
    """
    return plural if len(codes) != 1 or _many(codes[0]) else singular


def _many(code: str) -> bool:
    if code in PHRASES:
        return PHRASES[code][1]
    known = any(role.code == code for role in load_framework().roles)
    return not known and code.endswith("s") and not code.endswith(("ss", "us"))


def at_ends(known: Mapping[str, float], said: Callable[[float], str] = points) -> tuple[list[str], list[str]]:
    """Who stands highest and who lowest: everybody whose number reads the same as theirs.

    >>> at_ends({"CEO": 4.0, "CFO": 4.04, "CTO": 3.0})
    (['CEO', 'CFO'], ['CTO'])
    """
    texts = {code: said(value) for code, value in known.items()}
    ends = [texts[find(known, key=known.__getitem__)] for find in (max, min)]
    high, low = ([code for code, text in texts.items() if text == end] for end in ends)
    return high, low


def layer_phrase(layer: Layer) -> str:
    """A layer inside a sentence: our own in lower case, a survey's own group as it is written, in quotation marks."""
    return layer.name.lower() if layer.code in LAYER_CODES else quoted(layer.name)


def opened(text: str) -> str:
    """The text with a capital at its start.

    >>> opened("the CFO stands lower")
    'The CFO stands lower'
    """
    return text[:1].upper() + text[1:]


def quoted(text: str, limit: int = 90) -> str:
    """A question's text in quotation marks, shortened at a word where it is long.

    >>> quoted("We agree.")
    '“We agree”'
    """
    plain = text.strip().rstrip(".")
    if len(plain) > limit:
        plain = plain[:limit].rsplit(" ", 1)[0] + "…"
    return f"“{plain}”"
