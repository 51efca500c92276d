"""Changes between two waves in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from alignment_model.analysis.model import CLEAR
from alignment_model.findings.question_changes import QuestionChange
from alignment_model.findings.words import layer_phrase, opened, quoted, role_phrase, verb
from alignment_model.framework import Layer
from alignment_model.questionnaire import Question
from alignment_model.wording import count, points

if TYPE_CHECKING:
    from alignment_model.findings.trends import Change


def moved_sentences(
    changes: Sequence[Change],
    questions: Sequence[QuestionChange],
    layers: Mapping[str, Layer],
    asked: Mapping[str, Question],
) -> tuple[str, ...]:
    """One sentence for everything that moved clearly, layers first, each from the largest down."""
    of_layers = [
        (_size(change), layer_sentence(change, layers[change.layer]))
        for change in changes
        if change.word == CLEAR
    ]
    of_questions = [
        (_size(change), question_sentence(change, asked[change.question]))
        for change in questions
        if change.word == CLEAR
    ]
    return tuple(text for part in (of_layers, of_questions) for _, text in sorted(part, key=lambda x: -x[0]))


def trend_sentence(before: str, after: str, comparable: bool, moved: Sequence[str]) -> str:
    """What to take away from the comparison."""
    if not comparable:
        return f"{before} and {after} share no question and role, so nothing can be compared."
    if not moved:
        return f"Between {before} and {after} nothing moved clearly."
    if len(moved) == 1:
        return f"One thing moved clearly between {before} and {after}. {moved[0]}"
    return f"{count(len(moved), 'thing')} moved clearly between {before} and {after}. {moved[0]}"


def layer_sentence(change: Change, layer: Layer) -> str:
    """How a position or a gap changed on a layer."""
    name = layer_phrase(layer)
    if not change.other:
        up = (change.difference.value or 0.0) > 0
        stands = f"{role_phrase(change.role)} {verb([change.role], 'stands', 'stand')}"
        way = "higher" if up else "lower"
        return opened(f"{stands} {points(_size(change))} points {way} than before on {name}.")
    way = "closer" if abs(change.after) < abs(change.before) else "further apart"
    both = f"{role_phrase(change.role)} and {role_phrase(change.other)}"
    return opened(f"{both} moved {points(_size(change))} points {way} on {name}.")


def question_sentence(change: QuestionChange, question: Question) -> str:
    """As people answered, so that nobody has to turn a reversed question round in their head."""
    up = ((change.difference.value or 0.0) > 0) != question.reversed
    answer = f"{role_phrase(change.role)} {verb([change.role], 'answers', 'answer')}"
    way = "higher" if up else "lower"
    return opened(f"{answer} {points(_size(change))} points {way} than before to {quoted(question.label)}.")


def _size(change: Change | QuestionChange) -> float:
    return abs(change.difference.value or 0.0)
