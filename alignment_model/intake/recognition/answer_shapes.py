"""The shape of a column's answers: identifiers, dates, numbers, several answers in one cell, free text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from alignment_model.intake.grid import Column, Header
from alignment_model.intake.recognition.scales.scale_words import scale_words
from alignment_model.intake.text import as_number

MOST_CHOICES = 60
MOST_RANKS = 12  # whole numbers that count on beyond this, in the first column, are row numbers
MOST_RANGES = 200
_MONTHS = r"(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez)[a-z]*"
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T]\d{1,2}:\d{2}.*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}([ ,T]+\d{1,2}:\d{2}.*)?|"
    rf"\d{{1,2}}[. -]+{_MONTHS}[. ,-]+\d{{2,4}}.*|{_MONTHS} \d{{1,2}},? \d{{4}}.*|\d{{4}}-\d{{2}}-\d{{2}}T.*",
    re.IGNORECASE,
)
DAMAGED_DATE = re.compile(rf"\d{{1,2}}[-. ]{_MONTHS}|{_MONTHS}[-. ]\d{{1,2}}", re.IGNORECASE)
RANGE = re.compile(
    r"[<>$€£]?\s*\d[\d.,]*\s*(?:[-–—]|to|bis|à|a)\s*[$€£]?\s*\d[\d.,]*\+?\s*\D*|[<>]\s*\d+|\d+\s*\+.*"
)
_ADDRESS = re.compile(
    r"[^@\s]+@[^@\s]+\.[a-z]{2,}|(\d{1,3}\.){3}\d{1,3}|"
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{18,}|[0-9a-f]{24,}",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[+-]?\d+([.,]\d+)?\s*%")
_BRACKETS = re.compile(r"\([^()]*\)")
_SEPARATORS = (";", "|", "\n", ", ", ",")


def looks_like_identifier(header: Header, answers: Mapping[str, int]) -> bool:
    """Row numbers under a blank heading, and columns of addresses, e-mails or long random keys."""
    if len(answers) < 3 or max(answers.values()) > max(2, sum(answers.values()) // 20):
        return False
    numbers = (
        [as_number(answer) for answer in answers] if header.index == 0 or not header.text.strip() else []
    )
    if numbers and None not in numbers:
        steps = {later - earlier for earlier, later in pairwise(numbers)}
        counted_on = steps == {1} and numbers[0] in (0, 1) and len(numbers) >= MOST_RANKS
        return counted_on if header.text.strip() else min(steps) > 0
    return sum(1 for answer in answers if _ADDRESS.fullmatch(answer)) >= 0.9 * len(answers)


def is_dates(column: Column, answers: Mapping[str, int]) -> bool:
    """Whether nearly all answers are dates or times."""
    if not answers:
        return False
    real = {column.answers[code] for code in column.dates}
    hits = sum(1 for answer in answers if answer in real or _DATE.fullmatch(answer))
    return hits >= 0.9 * len(answers)


def damaged_ranges(column: Column, answers: Mapping[str, int]) -> list[str]:
    """Answers that a spreadsheet turned from a range into a date: "5-Jan" among "6-10" and "11-50"."""
    if len(answers) > MOST_RANGES:
        return []
    real = {column.answers[code] for code in column.dates}
    suspects = [a for a in answers if a in real or DAMAGED_DATE.fullmatch(a) or _DATE.fullmatch(a)]
    ranges = [a for a in answers if a not in suspects and RANGE.fullmatch(a)]
    return (
        suspects
        if suspects and ranges and len(suspects) <= 3 * len(ranges) and len(suspects) < len(answers)
        else []
    )


def is_numbers(answers: Mapping[str, int]) -> bool:
    """Whether at least nine in ten distinct answers are numbers or percentages."""
    words = scale_words()
    kept = [answer for answer in answers if not words.off_scale_kind(answer)]
    if not kept:
        return False
    hits = sum(1 for answer in kept if as_number(answer) is not None or _PERCENT.fullmatch(answer))
    return hits >= 0.9 * len(kept)


def parts_of(answer: str, separator: str) -> list[str]:
    """Several answers in one cell, apart; a backslash before the separator, or brackets around it, keep it in the answer.

    >>> parts_of("A;B;", ";"), parts_of("Yes\\\\, often,No", ","), parts_of("Mixed (talks, labs), Once", ", ")
    (['A', 'B'], ['Yes, often', 'No'], ['Mixed (talks, labs)', 'Once'])
    """
    hidden = answer.replace("\\" + separator, "\x00")
    if "(" in hidden:
        hidden = _BRACKETS.sub(lambda found: found[0].replace(separator, "\x00"), hidden)
    return [part.replace("\x00", separator).strip() for part in hidden.split(separator) if part.strip()]


def options_of(answers: Mapping[str, int], separator: str) -> dict[str, int]:
    """How often each option stands in the cells. A part that only ever follows another is the rest of that option.

    >>> options_of({"Yes, when asked": 4, "No": 2, "Yes, when asked, No": 1}, ", ")
    {'Yes, when asked': 5, 'No': 3}
    """
    cells = [(parts_of(answer, separator), count) for answer, count in answers.items()]
    rests = _rests(cells)
    found: Counter[str] = Counter()
    for parts, count in cells:
        options: list[str] = []
        for part in parts:
            if part in rests and options:
                options[-1] += separator.rstrip() + " " + part
            else:
                options.append(part)
        for option in options:
            found[option] += count
    return dict(found)


def _rests(cells: Sequence[tuple[list[str], int]]) -> set[str]:
    """Parts that begin small and stand only behind one other part, as often as that one does."""
    totals: Counter[str] = Counter()
    after: dict[str, set[str]] = {}
    for parts, count in cells:
        for before, part in zip(["", *parts], parts):
            totals[part] += count
            after.setdefault(part, set()).add(before)
    return {
        part
        for part, before in after.items()
        if len(before) == 1 and part[:1].islower() and totals[next(iter(before))] == totals[part] >= 2
    }


def is_multi(answers: Mapping[str, int]) -> bool:
    """Whether cells hold several answers of a list: the parts recur far more than the cells do."""
    return bool(multi_separator(answers))


def multi_separator(answers: Mapping[str, int]) -> str:
    """What stands between the answers of a cell; "" when cells hold one answer each."""
    for separator in _SEPARATORS:
        joined = [answer for answer in answers if separator.strip() in answer]
        if len(joined) < max(2, 0.2 * len(answers)):
            continue
        if separator == ";" and sum(1 for answer in answers if answer.endswith(";")) >= 0.9 * len(answers):
            return separator
        if _parts_recur(answers, separator):
            return separator
    return ""


def _parts_recur(answers: Mapping[str, int], separator: str) -> bool:
    cells: Counter[str] = Counter()
    seen_in: Counter[str] = Counter()
    for answer, count in answers.items():
        parts = set(parts_of(answer, separator))
        if any(len(part) > 120 for part in parts):
            return False
        cells.update({part: count for part in parts})
        seen_in.update(parts)
    recurring = [part for part, times in seen_in.items() if times >= 2]
    total = sum(cells.values())
    return (
        len(recurring) >= 2
        and sum(cells[part] for part in recurring) >= 0.6 * total
        and (len(seen_in) < 1.2 * len(answers) + 3)
    )


def is_ranked_list(answers: Mapping[str, int]) -> bool:
    """Whether every cell holds the same options in some order ("A;B;C;", "B;A;C;")."""
    if len(answers) < 2:
        return False
    for separator in (";", "|", ","):
        sets = {frozenset(parts_of(answer, separator)) for answer in answers}
        if len(sets) == 1 and len(next(iter(sets))) >= 3:
            return True
    return False


def is_choice(answers: Mapping[str, int], respondents: int) -> bool:
    """Whether answers recur like the options of a list rather than like what people write."""
    given = sum(answers.values())
    distinct = len(answers)
    if not given or distinct > MOST_CHOICES:
        return False
    longest = max(len(answer) for answer in answers)
    if distinct == given:
        return given <= 3 and longest <= 40 and respondents <= 8
    single = sum(1 for count in answers.values() if count == 1)
    if distinct <= 12 and single <= distinct / 2 and given >= 2 * distinct:
        return True
    return distinct <= 0.3 * given and single <= 0.5 * distinct
