"""What belongs to one pattern on its page: its evidence, the questions behind it, the conversation that answers it."""

from __future__ import annotations

from alignment_model.analysis.model import Analysis, Conversation, PatternFinding, Signal
from alignment_model.findings.patterns.shared_causes import seen_together
from alignment_model.wording import count

SIDES = ("Evidence for", "Evidence against", "Missing")


def sides(finding: PatternFinding) -> tuple[tuple[str, tuple[Signal, ...]], ...]:
    """Title and signals of what speaks for the pattern, against it, and what is missing."""
    found = (finding.signals_for, finding.signals_against, finding.signals_missing)
    return tuple(zip(SIDES, found))


def several_seen(analysis: Analysis) -> bool:
    """Whether at least two patterns appear together."""
    return len(seen_together(analysis.patterns)) > 1


def questions_behind(analysis: Analysis, finding: PatternFinding) -> list[tuple[str, str]]:
    """Code and label of every question of this wave that feeds the pattern, those that speak for it first."""
    asked = {result.question.code: result.question.label for result in analysis.questions}
    signals = (*finding.signals_for, *finding.signals_against, *finding.signals_missing)
    codes = dict.fromkeys(code for signal in signals for code in signal.questions)
    return [(code, asked[code]) for code in codes if code in asked]


def conversation_about(analysis: Analysis, finding: PatternFinding) -> Conversation | None:
    """The conversation that takes up the pattern, else the first one about a question that speaks for it."""
    named = [talk for talk in analysis.conversations if talk.pattern == finding.code]
    speaks = {code for signal in finding.signals_for for code in signal.questions}
    touching = [talk for talk in analysis.conversations if talk.question in speaks]
    return next(iter([*named, *touching]), None)


def conversation_label(talk: Conversation) -> str:
    """What the link to a conversation says."""
    return f"Conversation {talk.rank}, {count(talk.minutes, 'minute')}"
