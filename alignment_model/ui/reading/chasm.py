"""Sentences and rows of the page Executives and managers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import CLEAR, POSSIBLE, Analysis, QuestionResult
from alignment_model.findings import words
from alignment_model.findings.chasm import Chasm, Theme, Unknown
from alignment_model.findings.evidence import LEADERSHIP
from alignment_model.ui.reading.numbers import share, with_doubt

ROWS = 12
WORTH_A_LOOK = 0.15  # share of "don't know" from which a question is worth a sentence


def leadership_is(analysis: Analysis) -> str:
    """Who leadership is, where it is but one role; empty otherwise."""
    leaders = [role.code for role in analysis.shown_roles if role.leadership]
    if len(leaders) != 1:
        return ""
    return f"Leadership here is {words.role_phrase(leaders[0])} alone; no other leadership role can be shown."


def layers_title(analysis: Analysis, chasm: Chasm) -> str:
    """The widest gap on a layer, from leadership or else between groups, with how sure; empty when none is known."""
    known = [gap for gap in chasm.layers if gap.difference.value is not None]
    if not known:
        return ""
    sure = [gap for gap in known if gap.word == CLEAR] or [gap for gap in known if gap.word == POSSIBLE]
    if not sure:
        gap_to = "gap to leadership" if known[0].from_role == LEADERSHIP else "gap between two groups"
        return f"On no layer is the {gap_to} larger than chance would give"
    gap = max(sure, key=lambda gap: abs(gap.difference.value or 0))
    size = gap.difference.value or 0.0
    layer = words.layer_phrase(analysis.layer(gap.layer).layer)
    way, doubt = "above" if size > 0 else "below", "clearly" if gap.word == CLEAR else "which may be chance"
    who, stand = words.role_phrase(gap.from_role), words.verb([gap.from_role], "stands", "stand")
    return (
        f"Widest on {layer}: {who} {stand} {wording.points(abs(size))} points {way} "
        f"{words.role_phrase(gap.to_role)}, {doubt}"
    )


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


def widest_questions(analysis: Analysis, chasm: Chasm, most: int = 6) -> list[QuestionResult]:
    """The questions to draw: each once, widest gap first."""
    codes = dict.fromkeys(gap.question for gap in chasm.questions)
    return [analysis.question(code) for code in list(codes)[:most]]


def questions_title(chasm: Chasm, most: int = 6) -> str:
    """How many questions are drawn of how many."""
    number = len({gap.question for gap in chasm.questions})
    if number == 1:
        return "The one question on which leadership stands clearly apart from a group"
    few = f"{most} of the {number} questions" if number > most else f"The {number} questions"
    return f"{few} on which leadership stands clearly apart from a group"


def theme_questions(chasm: Chasm) -> list[QuestionResult]:
    """The questions of all themes, each once."""
    found = {question.question.code: question for theme in chasm.themes for question in theme.questions}
    return list(found.values())


def themes_to_show(chasm: Chasm) -> list[Theme]:
    """The themes a group can be set beside leadership on."""
    return [theme for theme in chasm.themes if theme.groups]


def unknown_sentence(analysis: Analysis, chasm: Chasm) -> str:
    """What those nearest the work cannot say; what leadership cannot say where nobody else is shown."""
    if not chasm.unknown:
        return "Nobody who may be shown answered “don't know”"
    if not chasm.groups:
        return _leadership_unknown(analysis, chasm.unknown)
    first = chasm.unknown[0]
    if first.most < WORTH_A_LOOK:
        return "On no question did more than a few in any group answer “don't know”"
    at = [group for group, rate in first.groups if share(rate) == share(first.most)]
    if all(row.most == 1 for row in chasm.unknown) and len(chasm.unknown) == len(analysis.questions):
        return words.opened(f"{words.role_phrases(at)} answered “don't know” to every question")
    alike = [row.question for row in chasm.unknown if share(row.most) == share(first.most)]
    of = f" of {words.role_phrases(at)}" if len(at) == 1 else f" each of {words.role_phrases(at)}"
    return f"{share(first.most)}{of} answered “don't know” to {_asked(analysis, alike)}"


def _leadership_unknown(analysis: Analysis, unknown: Sequence[Unknown]) -> str:
    most = max(unknown, key=lambda row: row.leadership or 0.0)
    if (most.leadership or 0.0) < WORTH_A_LOOK:
        return "On no question did more than a few of the leadership roles answer “don't know”"
    alike = [row.question for row in unknown if share(row.leadership) == share(most.leadership)]
    return f"{share(most.leadership)} of leadership answered “don't know” to {_asked(analysis, alike)}"


def _asked(analysis: Analysis, codes: Sequence[str]) -> str:
    """One question by its name, several by how many they are."""
    if len(codes) > 1:
        return f"each of {len(codes)} questions"
    return words.quoted(analysis.question(codes[0]).question.label)


def unknown_rows(analysis: Analysis, unknown: Sequence[Unknown]) -> list[dict[str, Any]]:
    """The share of "don't know" per question, leadership and groups, most first."""
    return [
        {
            "Question": analysis.question(row.question).question.label,
            "Leadership": share(row.leadership),
            **{words.opened(words.role_phrase(group)): share(rate) for group, rate in row.groups},
        }
        for row in unknown[:ROWS]
    ]
