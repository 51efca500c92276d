"""Rows of the page Executives and managers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignment_model.analysis.model import Analysis
from alignment_model.findings import words
from alignment_model.findings.chasm import Chasm, Unknown
from alignment_model.ui.reading_numbers import share, with_doubt

ROWS = 12
WORTH_A_LOOK = 0.15  # share of "don't know" from which a question is worth a sentence


def question_rows(analysis: Analysis, chasm: Chasm) -> list[dict[str, Any]]:
    """Questions on which leadership stands clearly a point or more from a group, widest first."""
    return [
        {
            "Question": analysis.question(gap.question).question.text,
            "Against": words.opened(words.role_phrase(gap.group)),
            "Leadership stands": with_doubt(gap.difference),
            "Kind": gap.kind.capitalize(),
        }
        for gap in chasm.questions
    ]


def widest_questions(analysis: Analysis, chasm: Chasm, most: int = 6) -> list[Any]:
    """The questions to draw: each once, widest gap first."""
    codes = dict.fromkeys(gap.question for gap in chasm.questions)
    return [analysis.question(code) for code in list(codes)[:most]]


def unknown_sentence(analysis: Analysis, chasm: Chasm) -> str:
    """What those nearest the work cannot say."""
    if not chasm.unknown:
        return "Nobody who may be shown answered “don't know”."
    first = chasm.unknown[0]
    if first.most < WORTH_A_LOOK:
        return "On no question did more than a few in any group answer “don't know”."
    group = max(first.groups, key=lambda pair: pair[1])[0]
    return words.opened(
        f"{words.role_phrase(group)} know least about {words.quoted(analysis.question(first.question).question.label)}: "
        f"{share(first.most)} answered “don't know”."
    )


def unknown_rows(analysis: Analysis, unknown: Sequence[Unknown]) -> list[dict[str, Any]]:
    """The share of "don't know" per question, leadership and groups, most first."""
    return [
        {
            "Question": analysis.question(row.question).question.text,
            "Leadership": share(row.leadership),
            **{words.opened(words.role_phrase(group)): share(rate) for group, rate in row.groups},
        }
        for row in unknown[:ROWS]
    ]
