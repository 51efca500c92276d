"""Answers to a known question: what an answer means, or why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from alignment_model.intake.recognition.scales.label_scales import LIKELY_SPELLING, SURE_SPELLING
from alignment_model.intake.recognition.scales.number_scales import split_label
from alignment_model.intake.recognition.scales.scale_reading import ScaleReading
from alignment_model.intake.recognition.scales.scale_words import DONT_KNOW, NO_ANSWER, scale_words
from alignment_model.intake.text import as_number, fold
from alignment_model.questionnaire import ALLOCATION, NUMBER, TEXT, Question, Scale

LEVEL, VALUE, WORDS, WRONG, DOUBTFUL = "level", "value", "words", "wrong", "doubtful"


@dataclass(frozen=True, slots=True)
class Read:
    """What one answer means: its kind ("level", "value", "words", "dont_know", "no_answer", "wrong",
    "doubtful") and value; `read_as` is the label it was taken for when it is not spelled like it."""

    kind: str
    value: int | float | str | None = None
    read_as: str = ""


def read_scaled(answer: str, scale: Scale, found: ScaleReading | None, read_as: Mapping[str, str]) -> Read:
    """An answer to a question on a scale: a number, a label, "4 - Agree", or an answer off the scale.

    Parameters
    ----------
    found : the column's own scale as recognised; used when it has as many levels in other words.
    read_as : a person's decisions, answer → label.
    """
    answer = read_as.get(answer, answer)
    folded = fold(answer)
    places = {fold(label): level for level, label in enumerate(scale.labels, start=1)}
    if folded in places:
        return Read(LEVEL, places[folded])
    if folded in {fold(label) for label in scale.off_scale}:
        return Read(DONT_KNOW)
    numbered = _numbered(answer, scale, places)
    if numbered is not None:
        return numbered
    off = scale_words().off_scale_kind(answer)
    if off:
        return Read(off)
    if found is not None and found.levels == scale.levels and answer in found.level_of:
        return Read(LEVEL, found.level_of[answer])
    return _respelled(folded, scale)


def _numbered(answer: str, scale: Scale, places: Mapping[str, int]) -> Read | None:
    number = as_number(answer)
    if number is not None:
        if number.is_integer() and 1 <= number <= scale.levels:
            return Read(LEVEL, int(number))
        missing = number.is_integer() and number < 0 and int(number) in scale_words().off_codes
        return Read(NO_ANSWER) if missing else Read(WRONG)
    split = split_label(answer)
    if split is None:
        return None
    level, label = split
    known = places.get(fold(label))
    if known is not None:
        return Read(LEVEL, known) if known == level else Read(WRONG)
    if scale_words().off_scale_kind(label):
        return Read(scale_words().off_scale_kind(label))
    return None


def _respelled(folded: str, scale: Scale) -> Read:
    ranked = sorted(
        (
            (OSA.normalized_similarity(folded, fold(label)), label)
            for label in (*scale.labels, *scale.off_scale)
        ),
        reverse=True,
    )
    score, label = ranked[0]
    if score < LIKELY_SPELLING or score - ranked[1][0] < 0.02:
        return Read(WRONG)
    if label in scale.off_scale:
        return Read(DONT_KNOW, read_as=label) if score >= SURE_SPELLING else Read(DOUBTFUL, read_as=label)
    level = scale.labels.index(label) + 1
    return Read(LEVEL if score >= SURE_SPELLING else DOUBTFUL, level, read_as=label)


def read_free(answer: str, question: Question) -> Read:
    """An answer to a question that is a number, points or text."""
    if question.kind == TEXT:
        return Read(WORDS, answer)
    off = scale_words().off_scale_kind(answer)
    if off:
        return Read(off)
    number = as_number(answer.replace("%", "").replace("\u2212", "-").replace(" ", ""))
    if number is None:
        return Read(WRONG)
    low = 0.0 if question.kind == ALLOCATION and question.minimum is None else question.minimum
    if (low is not None and number < low) or (question.maximum is not None and number > question.maximum):
        return Read(WRONG)
    return Read(VALUE, number)


def expected(question: Question, scale: Scale | None) -> str:
    """What a question takes, in words: "1 to 5, or a label from 'Strongly disagree' to 'Strongly agree'…"."""
    if scale is not None:
        words = f"1 to {scale.levels}, or a label from '{scale.labels[0]}' to '{scale.labels[-1]}'"
        return words + "".join(f", or '{label}'" for label in scale.off_scale)
    if question.kind in (NUMBER, ALLOCATION):
        unit = f" {question.unit}" if question.unit else ""
        if question.minimum is not None and question.maximum is not None:
            return f"a number from {question.minimum:g} to {question.maximum:g}{unit}"
        return f"a number{unit}"
    return "a text"
