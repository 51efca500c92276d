"""Lines, sentences and rows of the Trends page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import CLEAR, POSSIBLE, Analysis
from alignment_model.charts import TrendLine
from alignment_model.charts.trend_lines import clear_changes, question_label
from alignment_model.charts.trend_lines import moved_lines as moved_lines
from alignment_model.charts.trend_lines import position_lines as position_lines
from alignment_model.findings import words
from alignment_model.findings.trends import Trend
from alignment_model.ui.reading.numbers import with_doubt
from alignment_model.wording import number

NAMED = 5  # patterns a sentence names one by one


def layer_names(analysis: Analysis) -> dict[str, str]:
    """Layer code to name."""
    return {layer.code: layer.layer.name for layer in analysis.layers}


def layer_title(lines: Sequence[TrendLine], name: str) -> str:
    """Who moved clearly on a layer."""
    moved = [line.code for line in lines if line.clear]
    if not moved:
        return f"Nobody moved clearly on {name}"
    return f"{words.opened(words.role_phrases(moved))} moved clearly on {name}"


def moved_title(trend: Trend, drawn: int) -> str:
    """How many answers of groups moved clearly, and how many of them are drawn."""
    number_of = len(clear_changes(trend))
    if number_of == 1:
        return "One answer of one group moved clearly"
    if number_of > drawn:
        return f"The {drawn} largest of {number_of} clear changes, question by question"
    return f"{number_of} answers of groups moved clearly, question by question"


def first_layer(trend: Trend) -> str:
    """The layer with the largest clear change of a position, else of any; empty when nothing is shared."""
    ranked = sorted(
        trend.positions, key=lambda change: (change.word != CLEAR, -abs(change.difference.value or 0))
    )
    return ranked[0].layer if ranked else ""


def agreement_rows(trend: Trend, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Agreement between the roles both waves share, on the questions both share."""
    return [
        {
            "Layer": names.get(change.layer, change.layer),
            trend.before: "" if change.before is None else number(change.before, 2),
            trend.after: "" if change.after is None else number(change.after, 2),
            "Change": with_doubt(change.difference, 2),
        }
        for change in trend.agreement
    ]


def gap_rows(trend: Trend, names: Mapping[str, str], called: Mapping[str, str]) -> list[dict[str, Any]]:
    """Gaps that may have changed, clear ones first."""
    found = [gap for gap in trend.gaps if gap.word in (CLEAR, POSSIBLE)]
    found.sort(key=lambda gap: (gap.word != CLEAR, -abs(gap.difference.value or 0)))
    return [
        {
            "Layer": names.get(gap.layer, gap.layer),
            "Between": f"{called.get(gap.role, gap.role)} and {called.get(gap.other, gap.other)}",
            trend.before: wording.points(gap.before, sign=True),
            trend.after: wording.points(gap.after, sign=True),
            "Change": with_doubt(gap.difference),
            "How sure": gap.word,
        }
        for gap in found
    ]


def patterns_sentence(trend: Trend) -> str:
    """How many patterns got another verdict."""
    changed = [item for item in trend.patterns if item.before != item.after]
    if not trend.patterns:
        return "Neither wave has the questions that patterns are made of."
    if not changed:
        return f"Between {trend.before} and {trend.after} every pattern kept its verdict."
    named = [f"{item.name} ({item.before} to {item.after})" for item in changed[:NAMED]]
    if len(changed) > NAMED:
        named.append(f"{len(changed) - NAMED} more")
    number_of = wording.count(len(changed), "pattern")
    return f"{number_of} changed between {trend.before} and {trend.after}: {wording.listing(named)}."


def question_rows(trend: Trend, analysis: Analysis, called: Mapping[str, str]) -> list[dict[str, Any]]:
    """Questions on which a group moved clearly, largest first; higher speaks for the layer."""
    return [
        {
            "Question": question_label(analysis, change.question),
            "Group": called.get(change.role, change.role),
            trend.before: wording.points(change.before),
            trend.after: wording.points(change.after),
            "Change": with_doubt(change.difference),
        }
        for change in clear_changes(trend)
    ]


def apart_rows(trend: Trend) -> list[dict[str, Any]]:
    """What cannot be compared, and why."""
    return [
        {"Kind": item.kind.capitalize(), "What": words.opened(item.label), "Why": item.reason}
        for item in trend.not_comparable
    ]
