"""Scales told by numbers: "3 - Proficient", bare 1 to 5, ends named in the header or nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from alignment_model.intake.recognition.headings.header_ends import HIGHEST, HeaderEnds, header_ends
from alignment_model.intake.recognition.headings.heading_words import asks_to_recommend
from alignment_model.intake.recognition.scales.scale_reading import (
    DOUBT_DIRECTION,
    DOUBT_ENDS,
    DOUBT_GAP,
    DOUBT_ORDER,
    DOUBT_STEPS,
    ScaleReading,
)
from alignment_model.intake.recognition.scales.scale_words import NO_ANSWER, scale_words
from alignment_model.intake.text import as_number, fold

USUAL_ENDS = (5, 7, 10)
ANSWERS_A_LEVEL = 15  # with this many answers a level, a code nobody chose is a gap, not chance

LONGEST_LABEL = (
    200  # longer answers are comments; the patterns take time that grows with the square of length
)

LONGEST_STEP = 24  # "Quantitatively managed" is a step; longer labels are phrases

_NUMBER_FIRST = re.compile(
    r"^(?:(-?\d{1,2})\s*(?:[-–—:.)=]|\s)|[(\[](\d{1,2})[)\]])\s*(?=[^\W\d_]|\()(.*\D.*)$"
)
_NUMBER_LAST = re.compile(r"^(.*[^\W\d_].*?)\s*(?:[(\[]\s*(\d{1,2})\s*[)\]]|[-–—:=]\s*(\d{1,2}))$")
_STARS = re.compile(
    r"(?P<full>(?:[★⭐]\ufe0f?){1,10})[☆]*|(?P<count>\d{1,2})\s*[-–]?\s*(?:★|⭐|stars?|sterne?|étoiles?|estrellas?|estrelas?|sterren)",
    re.IGNORECASE,
)
_CODE = re.compile(r"([A-Za-z]{1,4})(\d{1,3})")


def split_label(text: str) -> tuple[int, str] | None:
    """A label with its number: "4 - Agree" and "Agree (4)" → (4, "Agree"); ranges such as "18-24" are none.

    >>> split_label("3 – Proficient"), split_label("Strongly agree (5)"), split_label("18-24")
    ((3, 'Proficient'), (5, 'Strongly agree'), None)
    """
    if len(text) > LONGEST_LABEL:
        return None
    found = _NUMBER_FIRST.match(text)
    if found:
        return int(found[1] or found[2]), found[3].strip("() ")
    found = _NUMBER_LAST.match(text)
    if found:
        return int(found[2] or found[3]), found[1].strip(" -–:")
    return None


def whole_numbers(answers: Mapping[str, int]) -> dict[str, int] | None:
    """Every answer as a whole number, or None when one is not."""
    found: dict[str, int] = {}
    for answer in answers:
        number = as_number(answer)
        if number is None or not number.is_integer():
            return None
        found[answer] = int(number)
    return found


def usual_end(highest: int) -> int:
    """The number a scale usually ends at when the highest chosen is `highest`.

    >>> usual_end(4), usual_end(6), usual_end(9)
    (5, 7, 10)
    """
    return next(end for end in USUAL_ENDS if end >= highest)


def read_numbered(answers: Mapping[str, int], shared: Mapping[str, int] | None = None) -> ScaleReading | None:
    """The scale of labels that carry their number; bare numbers between labelled ends are levels too."""
    pool = dict(shared or answers)
    words = scale_words()
    off = _off_codes(pool)
    numbers: dict[str, int] = {}
    labels: dict[int, str] = {}
    for answer in pool:
        if answer in off:
            continue
        split = split_label(answer)
        number = split[0] if split else as_number(answer)
        if number is None or number != int(number) or not 0 <= number <= HIGHEST:
            return None
        if split and words.off_scale_kind(split[1]):
            off[answer] = words.off_scale_kind(split[1])
            continue
        numbers[answer] = int(number)
        if split:
            labels[int(number)] = answer
    if len(labels) < 2 or len(set(numbers.values())) < 2:
        return None
    if len({fold(_words_of(label)) for label in labels.values()}) < len(labels):  # "2 people", "3 people"
        return None
    low = 0 if min(numbers.values()) == 0 else 1
    order = list(range(low, max(numbers.values()) + 1))
    if _falling({number: _words_of(label) for number, label in labels.items()}):
        order.reverse()
    place = {number: level for level, number in enumerate(order, start=1)}
    return ScaleReading(
        labels=tuple(labels.get(number, str(number)) for number in order),
        level_of={answer: place[number] for answer, number in numbers.items() if answer in answers},
        off={answer: kind for answer, kind in off.items() if answer in answers},
        family="numbered labels",
        doubts=(DOUBT_STEPS,) if _maybe_kinds([_words_of(label) for label in labels.values()]) else (),
    )


def _maybe_kinds(labels: list[str]) -> bool:
    """Whether numbered answers are whole phrases whose order no word tells: they may be kinds, not steps."""
    phrases = sum(1 for label in labels if len(label) > LONGEST_STEP)
    return phrases >= 0.5 * len(labels) and not any(scale_words().meanings(label) for label in labels)


def _words_of(label: str) -> str:
    split = split_label(label)
    return split[1] if split else label


def _falling(labels: Mapping[int, str]) -> bool:
    """Whether higher numbers carry lower meanings: "1 - Strongly agree" … "5 - Strongly disagree"."""
    words = scale_words()
    low, high = min(labels), max(labels)
    pairs = [
        (first.position, last.position)
        for first in words.meanings(labels[low])
        for last in words.meanings(labels[high])
        if (first.family, first.language) == (last.family, last.language)
    ]
    return bool(pairs) and all(first > last for first, last in pairs)


def read_bare(
    answers: Mapping[str, int],
    shared: Mapping[str, int] | None = None,
    *,
    header: str = "",
    recoded: bool = False,
) -> ScaleReading | None:
    """The scale of bare numbers, or None when they are not a scale of at most eleven points.

    Parameters
    ----------
    answers, shared : as in `read_labels`.
    header : the question's text, which may name the ends.
    recoded : whether the tool may have given its choices numbers that are not in order (Qualtrics).
    """
    pool = dict(shared or answers)
    off = _off_codes(pool)
    numbers = whole_numbers({answer: count for answer, count in pool.items() if answer not in off})
    if not numbers or min(numbers.values()) < 0 or max(numbers.values()) > HIGHEST:
        return None
    ends = header_ends(header)
    if ends is None and asks_to_recommend(header):
        people = sum(pool[answer] for answer in numbers)
        ends = HeaderEnds(0, HIGHEST) if max(numbers.values()) > (5 if people < 30 else 7) else None
    if ends and not (ends.low <= min(numbers.values()) and max(numbers.values()) <= ends.high):
        ends = None
    levels, doubts = _bare_levels(
        set(numbers.values()), sum(pool[answer] for answer in numbers), ends, recoded
    )
    place = {number: level for level, number in enumerate(levels, start=1)}
    return ScaleReading(
        labels=tuple(str(number) for number in levels),
        level_of={answer: place[number] for answer, number in numbers.items() if answer in answers},
        off={answer: kind for answer, kind in off.items() if answer in answers},
        family="numbers",
        doubts=doubts,
    )


def read_stars(answers: Mapping[str, int], shared: Mapping[str, int]) -> ScaleReading | None:
    """The scale of "★★★☆☆" or "3 stars", or None when one answer is neither; ends as for bare numbers."""
    off = _off_codes(shared)
    found = {answer: _STARS.fullmatch(answer.strip()) for answer in shared if answer not in off}
    numbers = {
        answer: int(star["count"] or len(star["full"].replace("\ufe0f", "")))
        for answer, star in found.items()
        if star
    }
    if len(numbers) < max(2, len(found)) or not 0 <= min(numbers.values()) < max(numbers.values()) <= HIGHEST:
        return None
    levels, doubts = _bare_levels(set(numbers.values()), sum(shared[a] for a in numbers), None, False)
    named = {number: answer for answer, number in numbers.items()}
    return ScaleReading(
        labels=tuple(named.get(number, str(number)) for number in levels),
        level_of={
            answer: levels.index(number) + 1 for answer, number in numbers.items() if answer in answers
        },
        off={answer: kind for answer, kind in off.items() if answer in answers},
        family="stars",
        doubts=doubts,
    )


def read_codes(answers: Mapping[str, int], shared: Mapping[str, int]) -> ScaleReading | None:
    """The scale of a grid of answer codes, A1 to A5, whose order a person has to confirm; None for other answers."""
    off = _off_codes(shared)
    found = {answer: _CODE.fullmatch(answer) for answer in shared if answer not in off}
    prefixes = {code[1] for code in found.values() if code}
    numbers = {answer: int(code[2]) for answer, code in found.items() if code}
    if len(prefixes) != 1 or len(numbers) < max(3, len(found)) or max(numbers.values()) > HIGHEST:
        return None
    order = sorted(numbers, key=lambda answer: numbers[answer])
    return ScaleReading(
        labels=tuple(order),
        level_of={answer: level for level, answer in enumerate(order, start=1) if answer in answers},
        off={answer: kind for answer, kind in off.items() if answer in answers},
        family="codes",
        doubts=(DOUBT_ORDER,),
    )


def _off_codes(pool: Mapping[str, int]) -> dict[str, str]:
    """Codes for "no answer": negative ones always, 77, 99 and the like when they are out of range."""
    words = scale_words()
    found = {answer: words.off_scale_kind(answer) for answer in pool if words.off_scale_kind(answer)}
    for answer in pool:
        number = as_number(answer)
        if number is not None and number.is_integer() and int(number) in words.off_codes:
            found[answer] = NO_ANSWER
    return found


def _bare_levels(
    numbers: set[int], answers: int, ends: HeaderEnds | None, recoded: bool
) -> tuple[list[int], tuple[str, ...]]:
    if ends:
        falling = _falling({ends.low: ends.low_label, ends.high: ends.high_label})
        return list(range(ends.low, ends.high + 1)), (DOUBT_DIRECTION,) if falling else ()
    low, high = min(0 if 0 in numbers else 1, *numbers), max(numbers)
    missing = set(range(low, high + 1)) - numbers
    if missing and recoded and answers >= 30:
        return sorted(numbers), (DOUBT_ORDER,)
    if missing - {low} and max(numbers) in USUAL_ENDS and answers >= ANSWERS_A_LEVEL * (high - low + 1):
        return list(range(low, high + 1)), (DOUBT_GAP,)
    usual = usual_end(high)
    if high == usual or answers >= ANSWERS_A_LEVEL * usual * 4:
        return list(range(low, high + 1)), ()
    return list(range(low, usual + 1)), (DOUBT_ENDS,)
