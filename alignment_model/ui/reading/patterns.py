"""Patterns in words: all of them, and one on its page with its evidence, questions and conversation."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import (
    NOT_ENOUGH,
    NOT_SEEN,
    PRESENT,
    WATCH,
    Analysis,
    Conversation,
    PatternFinding,
    Signal,
)
from alignment_model.findings.patterns import overview as pattern_overview
from alignment_model.findings.patterns.shared_causes import seen_together, shared_causes
from alignment_model.framework import Framework
from alignment_model.wording import count

PATTERN_ORDER = (PRESENT, WATCH, NOT_SEEN, NOT_ENOUGH)
SIDES = ("Evidence for", "Evidence against", "Missing")


def sides(finding: PatternFinding) -> tuple[tuple[str, tuple[Signal, ...]], ...]:
    """Title and signals of what speaks for the pattern, against it, and what is missing."""
    found = (finding.signals_for, finding.signals_against, finding.signals_missing)
    if not finding.coverage:
        return ((SIDES[2], finding.signals_missing),)
    return tuple(zip(SIDES, found))


def any_measured(analysis: Analysis) -> bool:
    """Whether anything at all that patterns are made of could be measured."""
    return any(finding.coverage for finding in analysis.patterns)


def meaning_rows(analysis: Analysis, framework: Framework) -> list[dict[str, Any]]:
    """What each pattern means, where nothing of it can be judged."""
    texts = [framework.pattern(finding.code) for finding in analysis.patterns]
    return [{"Pattern": text.name, "What it means": text.meaning} for text in texts]


def linked(analysis: Analysis) -> bool:
    """Whether patterns that appear together have anything in common."""
    return bool(shared_causes(analysis.patterns))


def about_links(analysis: Analysis) -> str:
    """What it means that patterns share answers, or that they share nothing; empty where fewer than two appear."""
    seen, causes = seen_together(analysis.patterns), shared_causes(analysis.patterns)
    if len(seen) < 2:
        return ""
    if not causes:
        return (
            f"{count(len(seen), 'pattern')} appear together, each on answers of its own, and share no theme."
        )
    if any(cause.measured for cause in causes):
        return "Patterns that rest on the same answers may have one cause: one conversation can answer both."
    return "No answer and no number of the register speaks for two of them; the sources name what they share."


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


def patterns_first(analysis: Analysis) -> list[PatternFinding]:
    """Patterns, those to look at first."""
    return sorted(analysis.patterns, key=_place)


def _place(finding: PatternFinding) -> tuple[int, float]:
    """Judged ones by their score, the others by how much is known of them."""
    known = finding.coverage if finding.word == NOT_ENOUGH else finding.score or 0.0
    return PATTERN_ORDER.index(finding.word), -known


def patterns_to_discuss(analysis: Analysis) -> list[PatternFinding]:
    """Patterns that are present or worth watching, strongest first."""
    return [finding for finding in patterns_first(analysis) if finding.word in (PRESENT, WATCH)]


def patterns_sentence(analysis: Analysis) -> str:
    """Which patterns are there."""
    return pattern_overview.patterns_sentence(analysis.patterns)


def not_judged(analysis: Analysis) -> str:
    """How many patterns nobody can judge, beside some that can be; empty when all or none."""
    return pattern_overview.not_judged(analysis.patterns)


def pattern_rows(analysis: Analysis) -> list[dict[str, Any]]:
    """All patterns as a table."""
    return [
        {
            "Pattern": finding.name,
            "Verdict": finding.word,
            "Score (0 to 1)": "" if finding.known_score is None else f"{finding.known_score:.2f}",
            "Evidence at hand": wording.percent(finding.coverage),
            "For": len(finding.signals_for),
            "Against": len(finding.signals_against),
            "Missing": len(finding.signals_missing),
        }
        for finding in patterns_first(analysis)
    ]


def stability_sentence(finding: PatternFinding) -> str:
    """How firm the word is."""
    share = wording.percent(finding.stability.value or 0)
    return f"Drawn again from the same people and questions, the verdict stays {share} of the time."


def imperative_sentence(framework: Framework, code: str) -> str:
    """The imperative that answers a pattern."""
    found = next(imperative for imperative in framework.imperatives if imperative.code == code)
    return f"What answers it: {found.name}. {found.meaning}"
