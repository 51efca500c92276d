"""Open answers of leadership roles that may be shown word for word, side by side."""

from __future__ import annotations

from alignment_model.analysis.model import OpenAnswer
from alignment_model.findings.evidence import Evidence
from alignment_model.questionnaire import TEXT


def open_answers(evidence: Evidence) -> tuple[OpenAnswer, ...]:
    """By question, then in office order."""
    return tuple(
        OpenAnswer(question.code, role, text)
        for question in evidence.questionnaire.of_kind(TEXT)
        for role in evidence.leadership
        for text in evidence.texts.get((question.code, role), ())
    )
