"""The lines a picture of two waves is drawn from: who moved clearly, and where each role stands on a layer."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_model.analysis.model import CLEAR, Analysis
from alignment_model.charts.trend import TrendLine
from alignment_model.findings.evidence import LEADERSHIP, is_leadership
from alignment_model.findings.question_changes import QuestionChange
from alignment_model.findings.trends import Trend
from alignment_model.measures.statistic import Statistic

LINES = 8  # that one picture holds


def moved_lines(trend: Trend, analysis: Analysis, called: Mapping[str, str]) -> tuple[TrendLine, ...]:
    """Groups that moved clearly on a question, largest first; positions speak for the layer."""
    return tuple(
        TrendLine(
            change.role,
            f"{called.get(change.role, change.role)}: {question_label(analysis, change.question)}",
            (Statistic.of(change.before), Statistic.of(change.after)),
            clear=True,
        )
        for change in clear_changes(trend)[:LINES]
    )


def position_lines(trend: Trend, layer: str, called: Mapping[str, str]) -> tuple[TrendLine, ...]:
    """Where each role stood and stands on one layer; clear changes marked. Leadership only where it is several."""
    found = [change for change in trend.positions if change.layer == layer]
    several = sum(is_leadership(change.role) for change in found) > 1
    return tuple(
        TrendLine(
            change.role,
            "Leadership" if change.role == LEADERSHIP else called.get(change.role, change.role),
            (Statistic.of(change.before), Statistic.of(change.after)),
            change.word == CLEAR,
        )
        for change in found
        if several or change.role != LEADERSHIP
    )


def clear_changes(trend: Trend) -> list[QuestionChange]:
    """What moved clearly on single questions, largest first."""
    found = [change for change in trend.question_changes if change.word == CLEAR]
    return sorted(found, key=lambda change: -abs(change.difference.value or 0))


def question_label(analysis: Analysis, code: str) -> str:
    """A question's label, saying when it is turned round."""
    question = analysis.question(code).question
    return f"{question.label} (turned round)" if question.reversed else question.label
