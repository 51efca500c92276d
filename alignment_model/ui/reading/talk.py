"""Sentences of the Discuss pages: conversations and open answers."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model import wording
from alignment_model.analysis.model import Analysis, Conversation, OpenAnswer
from alignment_model.findings import words
from alignment_model.findings.terms import SHARED, MarkedAnswer
from alignment_model.framework import Framework
from alignment_model.privacy import COMMENT_MINIMUM
from alignment_model.ui import components
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading import patterns as reading_patterns

WHY, UNSAID = "WHY_DEPLOY", "UNSAID"


def conversations_sentence(analysis: Analysis) -> str:
    """How many conversations, how long, and where to start."""
    if not analysis.conversations:
        return _without_conversations(analysis)
    first = analysis.conversations[0]
    n = wording.count(len(analysis.conversations), "conversation")
    minutes = sum(talk.minutes for talk in analysis.conversations)
    label = analysis.question(first.question).question.label
    return (
        f"{n}, {minutes} minutes: start with “{label}”, where {words.role_phrase(first.farthest)} "
        f"{words.verb([first.farthest], 'stands', 'stand')} farthest from the others"
    )


def _without_conversations(analysis: Analysis) -> str:
    """Leaders of one mind, or fewer than two of them to compare; and how many patterns ask for a conversation."""
    compared = any(result.agreement.known for result in analysis.questions)
    said = (
        "No question divides leadership enough to be worth a conversation"
        if compared
        else "Nobody can tell which question divides leadership: there are not two roles to compare"
    )
    n = len(reading_patterns.patterns_to_discuss(analysis))
    ask = f"{wording.count(n, 'pattern')} {'asks' if n == 1 else 'ask'} for one" if n else ""
    return f"{said}; {'but ' if compared else ''}{ask}" if ask else said


def leverage_sentence(analysis: Analysis, talk: Conversation) -> str:
    """What the conversation could change, and which imperative it serves."""
    layer = reading.layer_name(analysis, talk.layer)
    who = words.role_phrase(talk.farthest)
    return (
        f"If {who} moved to the middle of the others, agreement on {layer} would rise by {talk.leverage:.2f}."
    )


def imperative_sentence(framework: Framework, talk: Conversation) -> str:
    """The imperative a conversation serves."""
    found = next((item for item in framework.imperatives if item.code == talk.imperative), None)
    return "" if found is None else f"Serves: {found.name}."


def questions_of(analysis: Analysis) -> list[str]:
    """Codes of the open questions, why we deploy AI first."""
    codes = dict.fromkeys(answer.question for answer in analysis.open_answers)
    return sorted(codes, key=lambda code: (code != WHY, code == UNSAID, code))


def answers_to(analysis: Analysis, code: str) -> tuple[OpenAnswer, ...]:
    """The answers to one open question that may be shown, in office order."""
    return tuple(answer for answer in analysis.open_answers if answer.question == code)


def open_sentence(analysis: Analysis, answers: Sequence[OpenAnswer], shared: Sequence[str]) -> str:
    """How many leaders say it, and whether they share a word."""
    roles = list(dict.fromkeys(answer.role for answer in answers))
    if not analysis.open_questions:
        return "This survey asked nothing to be answered in one's own words"
    if not roles:
        return "No leadership role wrote anything that may be shown"
    if len(roles) == 1:
        return f"Only {words.role_phrase(roles[0])} wrote something that may be shown"
    n = wording.count(len(roles), "leadership role")
    if not shared:
        return f"{n} answered in their own words, and no term is common to two of them"
    return (
        f"{n} answered in their own words; they share {wording.listing([f'“{term}”' for term in shared[:4]])}"
    )


def why_no_words(analysis: Analysis) -> list[str]:
    """Why nothing is quoted at all."""
    if not analysis.open_questions:
        return [
            "The blank workbook asks leaders why the organisation deploys AI, and what the team is not saying."
        ]
    if not any(role.leadership for role in analysis.roles):
        return ["No leadership role answered, and only leadership roles are ever quoted."]
    return not_shown(analysis, ())


def not_shown(analysis: Analysis, answers: Sequence[OpenAnswer]) -> list[str]:
    """Which leadership roles are missing side by side, and why."""
    wrote = {answer.role for answer in answers}
    missing = [role for role in analysis.roles if role.leadership and role.code not in wrote]
    blank = [role.code for role in missing if role.attributed]
    groups = [role.code for role in missing if not role.attributed]
    found = []
    if blank:
        found.append(words.opened(f"{words.role_phrases(blank)} left it blank."))
    if groups:
        found.append(
            words.opened(
                f"{words.role_phrases(groups)}: what a group wrote is shown from {COMMENT_MINIMUM} of its people on."
            )
        )
    return found


def as_markdown(answer: MarkedAnswer) -> str:
    """The answer with the terms it shares with another role on a ground of their own."""
    return "".join(
        f":blue-background[{components.plain(piece)}]" if mark == SHARED else components.plain(piece)
        for piece, mark in answer.pieces
    )


def only_here(answer: MarkedAnswer) -> str:
    """Terms nobody else uses."""
    return f"Only here: {', '.join(answer.own)}." if answer.own else ""
