"""The conversations: which five, and one slide for each with its question, its people and its minutes."""

from __future__ import annotations

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.findings import words
from alignment_model.ui import data
from alignment_model.ui.presenter.opening import GUESS, stand
from alignment_model.ui.presenter.view import Line, Notes, View
from alignment_model.ui.reading import patterns as reading_patterns


def conversations(analysis: Analysis, hidden: bool) -> View | None:
    """All of them, in the order of what they could change."""
    if not analysis.conversations:
        return None
    lines = tuple(
        Line(str(talk.rank), analysis.question(talk.question).question.label, f"{talk.minutes} min")
        for talk in analysis.conversations
    )
    whole = sum(talk.minutes for talk in analysis.conversations)
    return View(
        "What to talk about",
        f"{wording.count(len(lines), 'conversation')}, {whole} minutes",
        lines=lines,
        notes=Notes(
            say=(
                "They are ranked by how much agreement would rise if the farthest role moved to the others.",
            ),
            ask=("Which of these would you take first?",),
            care=("Leave out what the room has settled already. Time is better spent on one than on five.",),
        ),
    )


def conversation(rank: int, analysis: Analysis, hidden: bool) -> View | None:
    """One conversation: the question to ask, who stands where, the minutes to give it."""
    talk = next((entry for entry in analysis.conversations if entry.rank == rank), None)
    if talk is None:
        return None
    result = analysis.question(talk.question)
    return View(
        f"Conversation {talk.rank} of {len(analysis.conversations)}",
        asked(talk.prompt),
        GUESS if hidden else f"On “{result.question.label}”",
        stand(result, analysis.roles, hidden=hidden, leaders_only=True),
        notes=Notes(
            say=(f"The question behind it: {result.question.text}",),
            ask=(_farthest(talk.farthest), "What would each of us have to see to move by one point?"),
            care=(
                f"Give it {talk.minutes} minutes; press T to start the clock.",
                reading_patterns.imperative_sentence(data.framework(), talk.imperative),
            ),
        ),
        minutes=talk.minutes,
    )


def asked(prompt: str) -> str:
    """The prompt as a title: one that quotes its question first asks alone, the question stands below.

    >>> asked("On “Our data are fit”: what does the CEO see that the board does not?")
    'What does the CEO see that the board does not?'
    """
    quoted = prompt.startswith("On “") and "”: " in prompt
    return words.opened(prompt.partition("”: ")[2]) if quoted else prompt


def _farthest(role: str) -> str:
    who = words.role_phrase(role)
    return f"{words.opened(who)} {words.verb([role], 'stands', 'stand')} farthest from the others; let {who} speak first."
