"""Patterns and their signals in words: every sentence holds its number, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import NOT_ENOUGH, NOT_SEEN, PRESENT, WATCH, Signal
from alignment_model.findings.evidence import EMPLOYEE, MANAGER, Evidence
from alignment_model.findings.patterns.rules import SignalRule
from alignment_model.findings.words import role_phrase
from alignment_model.framework import PatternText
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import HIDDEN, protects
from alignment_model.wording import count, percent, points

NOT_ASKED = "no question of this survey feeds it"
PRESENT_SCORE = 0.6


def signal_sentence(rule: SignalRule, measured: Statistic, strength: float | None) -> str:
    """What was measured and how it counts."""
    if measured.value is None or strength is None:
        return f"{rule.label}: nobody can tell ({measured.reason})."
    found = amount(measured.value, rule.unit)
    limits = f"no evidence at {amount(rule.none, rule.unit)}, full evidence at {amount(rule.full, rule.unit)}"
    return f"{rule.label}: {found} ({limits})."


def amount(value: float, unit: str) -> str:
    """A measured quantity with its unit.

    >>> amount(0.25, "share"), amount(2.44, "of 5"), amount(14.6, "months")
    ('25 %', '2.4 of 5', '15 months')
    """
    if unit == "share":
        return percent(value)
    if unit in ("points", "of 5"):
        return f"{points(value)} {unit}"
    return f"{round(value)} {unit}".strip()


def missing_reason(evidence: Evidence, rule: SignalRule) -> str:
    """Why a signal from answers could not be measured."""
    asked = bool(evidence.questionnaire.feeding(rule.code))
    if not asked:
        return NOT_ASKED
    groups = {"managers": MANAGER, "employees": EMPLOYEE}
    wanted = [groups[rule.roles]] if rule.roles in groups else []
    if rule.measure == "gap":
        wanted.append(MANAGER)
    for role in wanted:
        if role not in evidence.counts.shown:
            hidden = [found.reason for found in evidence.counts.roles if found.code == role]
            return _absent(role, hidden[0] if hidden else "")
    if rule.roles == "leadership" and not evidence.leadership:
        return "no leadership role may be shown"
    if rule.measure in ("disagreement", "overlap", "effect_range"):
        return "fewer than two leadership roles answered"
    return "too few answered its questions"


def _absent(role: str, reason: str) -> str:
    """Why a group is not there, as part of a sentence."""
    who = role_phrase(role)
    if not reason:
        return f"no answers from {who}"
    return f"{who} are hidden: {reason.removeprefix(HIDDEN)}" if protects(reason) else f"{who}: {reason}"


def pattern_sentence(
    text: PatternText, word: str, score: float | None, coverage: float, signals: Sequence[Signal]
) -> str:
    """The finding in one sentence: how strong, on how many signals, and what counts most."""
    known = [signal for signal in signals if signal.strength is not None]
    if word == NOT_ENOUGH or score is None:
        have = f"{len(known)} of {count(len(signals), 'signal')}"
        return f"{text.name}: nobody can tell yet ({have} measured, {percent(coverage)} of their weight)."
    opening = {
        PRESENT: f"{text.name} is present",
        WATCH: f"{text.name} is worth watching",
        NOT_SEEN: f"{text.name} is not seen",
    }[word]
    strong = sum((signal.strength or 0.0) >= 0.5 for signal in known)
    base = f"{opening}: {strong} of {count(len(known), 'signal')} speak for it (score {score:.2f})"
    if word == NOT_SEEN:
        return base + "."
    top = max(known, key=lambda signal: (signal.strength or 0.0) * signal.weight)
    found = f"{base}, most of all “{top.label}”: {amount(top.measured.value or 0.0, top.unit)}"
    return f"{found}; {but}." if (but := _held_back(word, score, known)) else f"{found}."


def _held_back(word: str, score: float, known: Sequence[Signal]) -> str:
    """Why a score that would do for Present does not; empty when it does or is too low."""
    if word != WATCH or score < PRESENT_SCORE:
        return ""
    kinds = {signal.source for signal in known if (signal.strength or 0.0) >= 0.5}
    return (
        "all of it comes from one kind of source"
        if len(kinds) < 2
        else "what would tell it from plain trouble is not there"
    )
