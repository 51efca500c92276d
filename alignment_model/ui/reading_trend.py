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
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.reading_numbers import number, with_doubt

NOT_ASKED_ALIKE = "not asked alike in every wave"
REGISTER_WORDS = {
    "pilot_conversion": ("Pilots that reached production", "share"),
    "pilot_age_months": ("Median age of current pilots", "months"),
    "no_outcome_share": ("Money with no measured outcome", "share"),
    "no_metric_share": ("Money with no value metric", "share"),
    "no_baseline_share": ("Money with no baseline", "share"),
    "no_owner_share": ("Money with no accountable owner", "share"),
    "announced_unmeasured_share": ("Announced with no measured outcome", "share"),
    "duplicate_share": ("Possible duplicates", "share"),
    "purpose_missing_share": ("Initiatives with no purpose", "share"),
    "low_adoption_share": ("Live initiatives few people use", "share"),
    "enabler_spend_share": ("Money for data, integration and training", "share"),
}


def layer_names(analysis: Analysis) -> dict[str, str]:
    """Layer code to name."""
    return {layer.code: layer.layer.name for layer in analysis.layers}


def first_layer(trend: Trend) -> str:
    """The layer with the largest clear change of a position, else of any; empty when nothing is shared."""
    ranked = sorted(
        trend.positions, key=lambda change: (change.word != CLEAR, -abs(change.difference.value or 0))
    )
    return ranked[0].layer if ranked else ""


def agreement_lines(analyses: Sequence[Analysis]) -> tuple[TrendLine, ...]:
    """Leadership's agreement on each layer over all waves, where all waves asked the same."""
    digests = {analysis.provenance.get("questionnaire_digest") for analysis in analyses}
    if len(digests) != 1 or not analyses:
        return ()
    return tuple(
        TrendLine(
            layer.code,
            layer.layer.name,
            tuple(_agreement(analysis, layer.code) for analysis in analyses),
            clear=True,
        )
        for layer in analyses[-1].layers
    )


def _agreement(analysis: Analysis, layer: str) -> Statistic:
    found = next((item for item in analysis.layers if item.code == layer), None)
    return Statistic.none(NOT_ASKED_ALIKE) if found is None else found.agreement.value


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


def pattern_rows(trend: Trend) -> list[dict[str, Any]]:
    """Every pattern's word in both waves, changed ones first."""
    ranked = sorted(
        trend.patterns,
        key=lambda item: (item.before == item.after, -abs(item.difference.value or 0)),
    )
    return [
        {
            "Pattern": item.name,
            trend.before: item.before,
            trend.after: item.after,
            "Change of score": with_doubt(item.difference, 2)
            if item.difference.caution is None
            else f"{number(item.difference.value or 0, 2)} ({item.difference.caution})",
        }
        for item in ranked
    ]


def patterns_sentence(trend: Trend) -> str:
    """How many patterns got another word."""
    changed = [item for item in trend.patterns if item.before != item.after]
    if not trend.patterns:
        return "Neither wave has the questions that patterns are made of."
    if not changed:
        return "Every pattern has the word it had before."
    names = wording.listing([f"{item.name} ({item.before} to {item.after})" for item in changed[:5]])
    return f"{wording.count(len(changed), 'pattern')} changed: {names}."


def register_rows(trend: Trend) -> list[dict[str, Any]]:
    """The register's numbers in both waves."""
    return [
        {
            "What": REGISTER_WORDS.get(code, (code, ""))[0],
            trend.before: _register_number(code, before),
            trend.after: _register_number(code, after),
        }
        for code, (before, after) in trend.register.items()
    ]


def _register_number(code: str, value: float | None) -> str:
    if value is None:
        return "cannot be said"
    return f"{value:.0f} months" if code == "pilot_age_months" else wording.percent(value)


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
