"""The report's parts that look at the same answers another way: the map, leadership as one, the wave before."""

from __future__ import annotations

from typing import Any

from alignment_model.analysis.model import Analysis, ConsensusMapResult
from alignment_model.charts.trend_lines import clear_changes, question_label
from alignment_model.findings.consensus_map import camps_sentence
from alignment_model.findings.trends import Change, Trend
from alignment_model.measures.statistic import Statistic
from alignment_model.report import plain
from alignment_model.report.leaders_as_one import leaders_as_one

Roles = frozenset[str]


def consensus_map(found: ConsensusMapResult, shown: Roles) -> dict[str, Any] | None:
    """The map: members as arrows, items as points, how far members rank alike, and camps."""
    drawn = found.map
    if not set(drawn.members) <= shown:
        return None
    return {
        "topic": found.topic,
        "members": {role: plain.numbers(vector) for role, vector in zip(drawn.members, drawn.vectors)},
        "items": {item: plain.numbers(point) for item, point in zip(drawn.items, drawn.points)},
        "alpha": plain.statistic(drawn.alpha),
        "alpha_all": plain.statistic(drawn.alpha_all),
        "null_band": plain.null_band(drawn.null_band),
        "explained": plain.number(drawn.explained),
        "average_deviation": plain.statistic(drawn.average_deviation),
        "camps": [list(camp) for camp in found.camps.camps] if found.camps.found else [],
        "camps_sentence": camps_sentence(found.camps),
        "without": plain.statistics(dict(found.without), shown),
        "inside": plain.statistics(found.inside, shown),
        "sentence": found.sentence,
    }


def executives_and_managers(analysis: Analysis) -> dict[str, Any]:
    """Leadership as one against each group: themes, and the share of "don't know"; no office is in it."""
    found = leaders_as_one(analysis)
    asked = [gap.question for gap in found.questions] + [row.question for row in found.unknown]
    return {
        "groups": list(found.groups),
        "labels": {code: _label(analysis, code) for code in dict.fromkeys(asked)},
        "themes": [
            {
                "theme": theme.code,
                "title": theme.title,
                "leadership": plain.number(theme.leadership),
                "groups": {group: plain.number(mean) for group, mean in theme.groups},
                "questions": [result.question.code for result in theme.questions],
                "sentence": theme.sentence,
            }
            for theme in found.themes
        ],
        "unknown": [
            {
                "question": row.question,
                "leadership": plain.number(row.leadership),
                "groups": {group: plain.number(share) for group, share in row.groups},
            }
            for row in found.unknown
        ],
        "sentence": found.sentence,
    }


def _label(analysis: Analysis, code: str) -> str:
    known = (result.question.label for result in analysis.questions if result.question.code == code)
    return next(known, code)


def trends(analysis: Analysis, found: Trend, shown: Roles) -> dict[str, Any]:
    """What changed since the wave before, on the questions and roles both share."""
    return {
        "before": found.before,
        "after": found.after,
        "questions": list(found.questions),
        "positions": [_change(item) for item in found.positions if _may_show(item, shown)],
        "gaps": [_change(item) for item in found.gaps if _may_show(item, shown)],
        "agreement": [
            {"layer": item.layer, **_from_to(item.before, item.after, item.difference)}
            for item in found.agreement
        ],
        "patterns": [
            {
                "pattern": item.code,
                "before": item.before,
                "after": item.after,
                "difference": plain.statistic(item.difference),
            }
            for item in found.patterns
        ],
        "clear_changes": [
            {
                "question": item.question,
                "label": question_label(analysis, item.question),
                "role": item.role,
                **_from_to(item.before, item.after, item.difference),
            }
            for item in clear_changes(found)
            if item.role in shown
        ],
        "moved": list(found.moved),
        "not_comparable": [
            {"kind": item.kind, "code": item.code, "reason": item.reason} for item in found.not_comparable
        ],
        "sentence": found.sentence,
    }


def _may_show(item: Change, shown: Roles) -> bool:
    return {item.role, item.other} - {""} <= shown | {"Leadership"}


def _change(item: Change) -> dict[str, Any]:
    return {
        "layer": item.layer,
        "role": item.role,
        "other": item.other or None,
        **_from_to(item.before, item.after, item.difference),
        "adjusted_p": plain.number(item.adjusted_p),
        "word": item.word,
    }


def _from_to(before: float | None, after: float | None, difference: Statistic) -> dict[str, Any]:
    return {
        "before": plain.number(before),
        "after": plain.number(after),
        "difference": plain.statistic(difference),
    }
