"""Roles and layers as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.framework import LAYER_CODES, Layer, load_framework
from alignment_model.wording import listing

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
    """The verb that goes with these roles.

    >>> verb(["CFO"], "stands", "stand"), verb(["Manager"], "stands", "stand")
    ('stands', 'stand')
    """
    many = len(codes) != 1 or PHRASES.get(codes[0], ("", False))[1]
    return plural if many else singular


def layer_phrase(layer: Layer) -> str:
    """A layer inside a sentence: our own in lower case, those of a custom survey as they are written."""
    return layer.name.lower() if layer.code in LAYER_CODES else layer.name


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
