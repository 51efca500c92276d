"""The machine-readable report: every number of an analysis as plain JSON, by `report.schema.json`.

Bare values stand where a reader looks first (`positions`, `difference`); beside them stand n, interval and,
wherever a value is null, the reason in words. Roles that are not shown appear in `roles` with the reason
and nowhere else, whatever the analysis holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from alignment_model.analysis.model import (
    Analysis,
    Gap,
    LayerResult,
    PatternFinding,
    QuestionGap,
    QuestionResult,
    RoleSummary,
    Signal,
)
from alignment_model.findings.commitments import Standing
from alignment_model.findings.trends import Trend
from alignment_model.measures.statistic import Statistic
from alignment_model.report import plain
from alignment_model.report.data_extras import (
    chain,
    commitment,
    conversation,
    figure,
    number,
    register,
    theory_reality,
    value,
)
from alignment_model.report.data_views import consensus_map, executives_and_managers, trends
from alignment_model.report.names import LEADERSHIP, Names, names_of
from alignment_model.report.sections.figures import bearing_on

REPORT_VERSION = "1.2"
Roles = frozenset[str]


def report_data(
    analysis: Analysis, commitments: Sequence[Standing] = (), trend: Trend | None = None
) -> dict[str, Any]:
    """Everything in an analysis that may be shown, what was agreed, and the way from the wave before, as JSON.

    The same analysis gives the same dictionary, key order included. Its shape is
    `alignment_model/report/report.schema.json`, explained in `docs/developer/report-schema.md`.
    """
    names = names_of(analysis)
    shown = frozenset(role.code for role in analysis.shown_roles)
    return {
        "report_version": REPORT_VERSION,
        "survey": analysis.survey,
        "wave": analysis.wave,
        "wave_date": analysis.wave_date,
        "custom": analysis.custom,
        "currency": analysis.currency,
        "respondents": analysis.respondents,
        "headline": analysis.headline,
        "most_divisive": analysis.most_divisive or None,
        "notes": list(analysis.notes),
        "names": names.as_dict(),
        "roles": [_role(role) for role in analysis.roles],
        "overall": {"agreement": plain.agreement(analysis.overall)},
        "layers": [_layer(layer, shown) for layer in analysis.layers],
        "other_questions": [_question(result, shown) for result in analysis.other_questions],
        "gaps": [_gap(gap) for gap in analysis.gaps if _may_show(gap, shown)],
        "question_gaps": [_question_gap(gap) for gap in analysis.question_gaps if gap.group in shown],
        "patterns": [_pattern(pattern) for pattern in analysis.patterns],
        **_extras(analysis, shown, names),
        **_views(analysis, trend, shown),
        "conversations": [conversation(item, shown) for item in analysis.conversations],
        "commitments": [commitment(item) for item in commitments],
        "open_answers": [asdict(answer) for answer in analysis.open_answers if answer.role in shown],
        "figures": [figure(item) for item in bearing_on(analysis)],
        "provenance": plain.anything(analysis.provenance),
    }


def _extras(analysis: Analysis, shown: Roles, names: Names) -> dict[str, Any]:
    return {
        "value": None if analysis.value is None else value(analysis, shown),
        "chain": None if analysis.chain is None else chain(analysis.chain, shown),
        "theory_reality": None
        if analysis.theory_reality is None
        else theory_reality(analysis.theory_reality, shown),
        "number": None if analysis.number is None else number(analysis.number, shown),
        "register": None if analysis.register is None else register(analysis.register),
    }


def _views(analysis: Analysis, trend: Trend | None, shown: Roles) -> dict[str, Any]:
    mapped = analysis.consensus_map
    return {
        "consensus_map": None if mapped is None else consensus_map(mapped, shown),
        "executives_and_managers": executives_and_managers(analysis),
        "trends": None if trend is None else trends(analysis, trend, shown),
    }


def _role(role: RoleSummary) -> dict[str, Any]:
    return {
        "role": role.code,
        "name": role.name,
        "n": role.n,
        "attributed": role.attributed,
        "shown": role.shown,
        "leadership": role.leadership,
        "reason": role.reason or None,
    }


def _layer(layer: LayerResult, shown: Roles) -> dict[str, Any]:
    return {
        "layer": layer.code,
        "name": layer.layer.name,
        "order": layer.layer.order,
        "meaning": layer.layer.meaning,
        "agreement": plain.agreement(layer.agreement),
        "positions": plain.values(layer.positions, shown),
        "position_details": plain.statistics(layer.positions, shown),
        "leadership_position": plain.statistic(layer.leadership_position),
        "score": plain.statistic(layer.score),
        "highest": layer.highest or None,
        "lowest": layer.lowest or None,
        "most_divisive": layer.most_divisive or None,
        "within": {role: plain.statistics(found) for role, found in layer.within.items() if role in shown},
        "questions": [_question(result, shown) for result in layer.questions],
    }


def _question(result: QuestionResult, shown: Roles) -> dict[str, Any]:
    question = result.question
    return {
        "question": question.code,
        "text": question.text,
        "short": question.short,
        "kind": question.kind,
        "layer": question.layer or None,
        "part": question.part or None,
        "reversed": question.reversed,
        "levels": result.levels,
        "labels": list(result.labels),
        "positions": plain.values(result.positions, shown),
        "position_details": plain.statistics(result.positions, shown),
        "distributions": {
            role: plain.distribution(found) for role, found in result.distributions.items() if role in shown
        },
        "hidden": _reasons(result.hidden, shown),
        "agreement": plain.statistic(result.agreement),
        "average_deviation": plain.statistic(result.average_deviation),
        "spread": plain.statistic(result.spread),
        "dont_know_rate": plain.statistics(result.dont_know_rate, shown),
        "within": {role: plain.within(found) for role, found in result.within.items() if role in shown},
    }


def _reasons(hidden: Mapping[str, str], shown: Roles) -> dict[str, str]:
    return {role: reason for role, reason in hidden.items() if role in shown}


def _may_show(gap: Gap, shown: Roles) -> bool:
    return {gap.from_role, gap.to_role} <= shown | {LEADERSHIP}


def _difference(found: Statistic) -> dict[str, Any]:
    return {
        "difference": plain.number(found.value),
        "interval": plain.pair(found.interval),
        "interval_reason": found.interval_reason,
        "n": found.n,
        "p": plain.number(found.p),
        "reason": found.reason,
        "caution": found.caution,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "layer": gap.layer,
        "from": gap.from_role,
        "to": gap.to_role,
        "kind": gap.kind,
        **_difference(gap.difference),
        "adjusted_p": plain.number(gap.adjusted_p),
        "word": gap.word,
        "cliffs_delta": None if gap.cliffs_delta is None else plain.statistic(gap.cliffs_delta),
    }


def _question_gap(gap: QuestionGap) -> dict[str, Any]:
    return {
        "question": gap.question,
        "group": gap.group,
        "kind": gap.kind,
        **_difference(gap.difference),
        "word": gap.word,
    }


def _pattern(pattern: PatternFinding) -> dict[str, Any]:
    return {
        "pattern": pattern.code,
        "name": pattern.name,
        "word": pattern.word,
        "score": plain.number(pattern.known_score),
        "coverage": plain.number(pattern.coverage),
        "stability": plain.statistic(pattern.stability),
        "signals_for": [_signal(signal) for signal in pattern.signals_for],
        "signals_against": [_signal(signal) for signal in pattern.signals_against],
        "signals_missing": [_signal(signal) for signal in pattern.signals_missing],
        "sentence": pattern.sentence,
        "question": pattern.question,
        "imperative": pattern.imperative or None,
    }


def _signal(signal: Signal) -> dict[str, Any]:
    return {
        "signal": signal.code,
        "label": signal.label,
        "source": signal.source,
        "measured": plain.statistic(signal.measured),
        "unit": signal.unit,
        "none": plain.number(signal.none),
        "full": plain.number(signal.full),
        "weight": plain.number(signal.weight),
        "strength": plain.number(signal.strength),
        "sentence": signal.sentence,
        "questions": list(signal.questions),
    }
