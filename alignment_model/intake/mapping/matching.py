"""Which column answers which of our questions: by code, by text, by text that is nearly the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from alignment_model.intake.grid import Header
from alignment_model.intake.text import fold
from alignment_model.questionnaire import Question, Questionnaire

BY_MAPPING, BY_CODE, BY_TEXT, BY_LIKENESS = "mapping", "code", "text", "likeness"
SURE = 0.92  # reworded by a word or two at most; below it a person confirms
LIKELY = 0.78  # below this the column is not taken for the question at all
_NUMBERING = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d{1,3}\s*[.):–-]+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A column taken for a question: how sure (0 to 1) and by what."""

    code: str
    confidence: float
    how: str

    @property
    def sure(self) -> bool:
        """Whether nobody needs to confirm it."""
        return self.confidence >= SURE


def match_columns(headers: Sequence[Header], questionnaire: Questionnaire) -> dict[int, Match]:
    """Columns of our own questions, by column; every question is taken once, by its best column.

    Two columns that match one question equally well by code or text both appear, so that the clash can be named.
    """
    exact = _exact_names(questionnaire)
    found: dict[int, Match] = {}
    for header in headers:
        match = _exact_match(header, exact)
        if match is not None:
            found[header.index] = match
    taken = {match.code for match in found.values()}
    rest = [header for header in headers if header.index not in found]
    questions = [question for question in questionnaire.questions if question.code not in taken]
    for score, place, code in sorted(_likenesses(rest, questions), reverse=True):
        if place not in found and code not in taken:
            found[place] = Match(code, round(score, 3), BY_LIKENESS)
            taken.add(code)
    return found


def _exact_names(questionnaire: Questionnaire) -> dict[str, Match]:
    names: dict[str, Match] = {}
    for question in questionnaire.questions:
        if question.short and len(fold(question.short).split()) >= 3:
            names.setdefault(fold(question.short), Match(question.code, 0.95, BY_TEXT))
    for question in questionnaire.questions:
        names[fold(question.text)] = Match(question.code, 1.0, BY_TEXT)
        names[fold(question.code)] = Match(question.code, 1.0, BY_CODE)
    return names


def _exact_match(header: Header, exact: dict[str, Match]) -> Match | None:
    for text in (header.code, *_variants(header)):
        match = exact.get(fold(text)) if text else None
        if match is not None:
            return match
    first = fold(header.item).split(" ", 1)[0]
    match = exact.get(first)
    rest = fold(header.item)[len(first) :]
    if match is not None and match.how == BY_CODE and any(char.isdigit() for char in first) and len(rest) > 8:
        return Match(match.code, 0.97, BY_CODE)
    return None


def _variants(header: Header) -> list[str]:
    """The statement as it stands, without its numbering, and the whole heading."""
    plain = _NUMBERING.sub("", header.item)
    return list(dict.fromkeys((header.item, plain, header.text)))


def _likenesses(headers: Sequence[Header], questions: Sequence[Question]) -> list[tuple[float, int, str]]:
    texts = [(question.code, fold(question.text)) for question in questions]
    found = []
    for header in headers:
        variants = [folded for text in _variants(header) if len(folded := fold(text)) >= 15]
        for code, text in texts:
            score = max((_likeness(variant, text) for variant in variants), default=0.0)
            if score >= LIKELY:
                found.append((score, header.index, code))
    return found


def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 0.5 * max(len(one), len(other)):
        return 0.0
    return max(fuzz.ratio(one, other), 0.97 * fuzz.token_sort_ratio(one, other)) / 100
