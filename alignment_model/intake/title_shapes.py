"""What a title's shape tells when it is no alias: patterns from `data/role_titles.toml`, and misspelt aliases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz

from alignment_model import data_files
from alignment_model.framework import load_framework
from alignment_model.intake.text import fold

FILE = "role_titles.toml"
SURE, LIKELY, UNKNOWN = "sure", "likely", "unknown"
Meaning = tuple[str, str]  # our role's code ("" when unknown) and how sure that is
NOTHING: Meaning = ("", UNKNOWN)
LIKE_AN_ALIAS, LIKE_A_WORD = 88.0, 80.0


@dataclass(frozen=True)
class TitleShapes:
    """Titles of one kind: found by any of the patterns, they mean `role`, with this certainty."""

    role: str
    certainty: str
    patterns: tuple[str, ...]
    first: bool = False

    def __post_init__(self) -> None:
        if self.certainty not in (SURE, LIKELY):
            raise ValueError(f"the certainty '{self.certainty}' is not known; known are {SURE} and {LIKELY}.")
        if all(role.code != self.role for role in load_framework().roles):
            raise ValueError(f"the role '{self.role}' is no role of framework.toml.")
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"the pattern '{pattern}' is no regular expression: {error}.") from None

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """All patterns as one."""
        return re.compile("|".join(self.patterns))


@cache
def title_shapes() -> tuple[TitleShapes, ...]:
    """The patterns, checked, in the order they are tried.

    Raises
    ------
    DataFileError
        Naming file, table and key.
    """
    tables = data_files.read_toml(data_files.DATA_DIRECTORY / FILE)
    return data_files.rows(TitleShapes, tables, FILE, "titles")


@cache
def aliases_of_roles() -> dict[str, str]:
    """Every code, name, plural and alias, folded, and the code of its role; offices such as the COO have their own."""
    roles = load_framework().roles
    return {
        fold(text): role.code for role in roles for text in (role.code, role.name, role.plural, *role.aliases)
    }


def counted_as(code: str) -> str:
    """The role an office is counted under unless somebody keeps it apart: COO → Other executive."""
    return load_framework().role(code).counts_as or code


def shape_of(folded: str) -> Meaning:
    """What the shape of a folded title tells, or its likeness to an alias.

    >>> shape_of("managr"), shape_of("head of wizardry"), shape_of("astronaut")
    (('Manager', 'likely'), ('Manager', 'likely'), ('', 'unknown'))
    """
    found = _first_found(folded, first=True)
    if found == NOTHING and (alike := _misspelt(folded)):
        return counted_as(alike), LIKELY
    return found if found != NOTHING else _first_found(folded, first=False)


def _first_found(folded: str, *, first: bool) -> Meaning:
    for shapes in title_shapes():
        if shapes.first == first and shapes.expression.search(folded):
            return shapes.role, shapes.certainty
    return NOTHING


def _misspelt(folded: str) -> str:
    """The role whose alias a title spells nearly the same, word by word; short words must be equal."""
    if len(folded) < 5:
        return ""
    words = folded.split()
    best, code = LIKE_AN_ALIAS, ""
    for alias, meant in aliases_of_roles().items():
        score = fuzz.ratio(folded, alias, score_cutoff=best)
        if score >= best and _word_by_word(words, alias.split()):
            best, code = score, meant
    return code


def _word_by_word(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(
        word == other or (min(len(word), len(other)) >= 5 and fuzz.ratio(word, other) >= LIKE_A_WORD)
        for word, other in zip(words, others)
    )
