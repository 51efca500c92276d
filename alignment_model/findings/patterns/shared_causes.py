"""Which patterns appear together, and what stands behind several of them: the same answers, or the same theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import PRESENT, WATCH, PatternFinding
from alignment_model.framework import load_framework

QUESTION, MEASURE, THEME = "question", "register", "theme"
KINDS = (QUESTION, MEASURE, THEME)


@dataclass(frozen=True, slots=True)
class SharedCause:
    """What several patterns seen in one wave have in common.

    `kind` is "question" (its answers speak for each of them; `code` is the question's), "register" (one of its
    numbers does; `code` is the signal's label) or "theme" (the sources name it behind each; nothing is measured).
    """

    kind: str
    code: str
    patterns: tuple[str, ...]

    @property
    def measured(self) -> bool:
        """Whether answers or the register show it, not only the sources."""
        return self.kind != THEME


def seen_together(findings: Sequence[PatternFinding]) -> tuple[PatternFinding, ...]:
    """The patterns that are present or worth watching, the strongest first."""
    seen = [finding for finding in findings if finding.word in (PRESENT, WATCH)]
    return tuple(sorted(seen, key=lambda finding: (finding.word != PRESENT, -(finding.score or 0.0))))


def shared_causes(findings: Sequence[PatternFinding]) -> tuple[SharedCause, ...]:
    """What at least two of the patterns seen share: answers first, then the register, then themes."""
    behind: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in seen_together(findings):
        for cause in _causes_of(finding):
            behind[cause].append(finding.code)
    shared = [
        SharedCause(kind, code, tuple(patterns))
        for (kind, code), patterns in behind.items()
        if len(patterns) > 1
    ]
    return tuple(
        sorted(shared, key=lambda cause: (KINDS.index(cause.kind), -len(cause.patterns), cause.code))
    )


def alone(findings: Sequence[PatternFinding]) -> tuple[str, ...]:
    """Codes of the patterns seen that share no answer and no number of the register with another."""
    linked = {code for cause in shared_causes(findings) if cause.measured for code in cause.patterns}
    return tuple(finding.code for finding in seen_together(findings) if finding.code not in linked)


def _causes_of(finding: PatternFinding) -> list[tuple[str, str]]:
    asked = [(QUESTION, code) for signal in finding.signals_for for code in signal.questions]
    counted = [(MEASURE, s.label) for s in finding.signals_for if s.source == "register"]
    known = next((text for text in load_framework().patterns if text.code == finding.code), None)
    themes = [(THEME, code) for code in known.themes] if known else []
    return list(dict.fromkeys([*asked, *counted, *themes]))
