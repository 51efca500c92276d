"""The pattern rules as tables people read: in the analyst's guide, and wherever methods are explained."""

from __future__ import annotations

from alignment_model.findings.patterns.rules import PatternRule, PatternRules, SignalRule
from alignment_model.framework import load_framework
from alignment_model.questionnaire import load_questionnaire
from alignment_model.wording import points


def rules_as_markdown(rules: PatternRules) -> str:
    """One section a pattern: what it means, and its signals with thresholds, weights and reasons."""
    return "\n\n".join(_section(pattern) for pattern in rules.patterns)


def _section(pattern: PatternRule) -> str:
    text = load_framework().pattern(pattern.code)
    head = "| signal | kind | fed by | no evidence | full evidence | weight | reason |\n|---|---|---|---|---|---|---|"
    lines = [f"| {' | '.join(signal_row(signal))} |" for signal in pattern.signals]
    return "\n".join([f"### {text.name} (`{pattern.code}`)", "", text.meaning, "", head, *lines])


def signal_row(signal: SignalRule) -> tuple[str, ...]:
    """Label, kind, what feeds it, none, full, weight and reason, as text."""
    asked = ", ".join(question.code for question in load_questionnaire().feeding(signal.code))
    return (
        signal.label,
        signal.source,
        asked or signal.measure,
        f"{_amount(signal.none)} {signal.unit}",
        f"{_amount(signal.full)} {signal.unit}",
        f"{signal.weight:g}, core" if signal.core else f"{signal.weight:g}",
        signal.reason,
    )


def _amount(value: float) -> str:
    return f"{value:g}" if abs(value) < 1 or value == int(value) else points(value)
