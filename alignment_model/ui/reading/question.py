"""Sentences and rows of the Question page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, QuestionGap, QuestionResult
from alignment_model.charts.drawing.names import role_name, standing
from alignment_model.findings import words
from alignment_model.findings.question_detail import QuestionDetail
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.reading import general as reading
from alignment_model.ui.reading.numbers import share, with_doubt

TOGETHER = 0.5  # points
# What stands in the columns of `within_rows`, by its code in the catalogue.
MEASURES = {"Position": "position"} | reading.INSIDE
NOBODY = "Nobody answered"  # what the counts say of a role without answers


def choices(analysis: Analysis) -> dict[str, str]:
    """Every scaled question by code, named so that people find it: label, then its layer."""
    names = {layer.code: layer.layer.name for layer in analysis.layers}
    found: dict[str, str] = {}
    for result in analysis.questions:
        layer = names.get(result.question.layer, result.question.section)
        label = f"{result.question.label} · {layer}" if layer else result.question.label
        found[result.question.code] = (
            label if label not in found.values() else f"{label} ({result.question.code})"
        )
    return found


def first_choice(analysis: Analysis) -> str:
    """The question to show when nobody asked for one: the one that divides most, else the first."""
    return analysis.most_divisive or analysis.questions[0].question.code


def sentence(analysis: Analysis, detail: QuestionDetail) -> str:
    """Who stands how far from whom on this question, and whether chance could do it."""
    result = detail.result
    asked = words.quoted(result.question.label)
    leaders = [role for role in analysis.shown_roles if role.leadership]
    stands = standing(leaders, result.positions)
    if not stands:
        leaders = [role.code for role in analysis.roles if role.leadership]
        answered = any(result.hidden.get(role, NOBODY) != NOBODY for role in leaders)
        return f"No leadership role {'may be shown on' if answered else 'answered'} {asked}"
    if len(stands) == 1:
        who = words.role_phrase(stands[0][1].code)
        return f"Only one leadership role can be shown on {asked}: {who}, at {wording.points(stands[0][0])}"
    (low, _), (high, _) = stands[0], stands[-1]
    if wording.points(high) == wording.points(low):
        return f"On {asked} {_all(stands)} leadership roles stand at {wording.points(low)}{_chance(detail)}"
    if high - low < TOGETHER:
        return (
            f"On {asked} {_all(stands)} leadership roles stand within {wording.points(high - low)} points, "
            f"around {wording.points((low + high) / 2)}{_chance(detail)}"
        )
    top = [role.code for value, role in stands if value > high - 0.05]
    bottom = [role.code for value, role in stands if value < low + 0.05]
    distance = wording.points(high - low)
    if result.question.reversed:  # as people answered, so that nobody has to turn it round in their head
        said = f"{words.role_phrases(bottom)} {words.verb(bottom, 'answers', 'answer')} {distance} points higher than"
        return f"On {asked} {said} {words.role_phrases(top)}{_chance(detail)}"
    said = f"{words.role_phrases(top)} {words.verb(top, 'stands', 'stand')} {distance} points above"
    return f"On {asked} {said} {words.role_phrases(bottom)}{_chance(detail)}"


def _all(stands: Sequence[object]) -> str:
    return "both" if len(stands) == 2 else f"all {len(stands)}"


def _chance(detail: QuestionDetail) -> str:
    if detail.p is None:
        return ""
    if detail.p < 0.05:
        return "; they agree more than chance would give"
    return "; no more agreement than random answers would show"


def what_is_plotted(result: QuestionResult, analysis: Analysis) -> str:
    """The question's own words, its layer and its scale."""
    layer = reading.layer_name(analysis, result.question.layer)
    parts = [
        f"“{result.question.text}”",
        layer,
        f"{result.labels[0]} (1) to {result.labels[-1]} ({result.levels})",
    ]
    text = " · ".join(part for part in parts if part)
    if result.question.reversed:
        text += " · Turned round for positions: a high position disagrees with this statement."
    return text


def how_sure(detail: QuestionDetail) -> list[str]:
    """The doubt about the roles' agreement on this question, in sentences."""
    result = detail.result
    agreement, deviation = result.agreement, result.average_deviation
    if not agreement.known:
        return [f"Nobody can tell how far leadership agrees: {agreement.reason}."]
    roles = wording.count(agreement.n or 0, "leadership role")
    found = [
        f"Agreement between {roles} is {agreement.value:.2f} on a scale from 0 (half at each end) to 1 (all the same)."
    ]
    if detail.null_band and detail.p is not None:
        band = detail.null_band
        found.append(
            f"The same roles answering at random would reach {band.low:.2f} to {band.high:.2f}, and would agree "
            f"at least this much {_often(detail.p)}."
        )
    if deviation.known:
        found.append(reading.deviation_sentence(deviation.value or 0.0, detail.practical_limit))
    found.append("One question alone has no interval of its own; the layer's agreement has.")
    return found


def _often(p: float) -> str:
    return (
        "almost never" if p < 0.01 else "almost always" if p > 0.99 else f"{wording.percent(p)} of the time"
    )


def within_rows(analysis: Analysis, detail: QuestionDetail) -> list[dict[str, Any]]:
    """Roles of several people: how many answered, position, agreement inside, don't know; with interval or reason."""
    rows = []
    for role in analysis.roles:
        position, within = detail.result.positions.get(role.code), detail.within.get(role.code)
        if position is None or not position.known or _alone(position):
            continue
        row: dict[str, Any] = {"Group": role_name(role), "Answered": f"{position.n or 0:,}"}
        row["Position"] = with_doubt(position)
        row["Consensus"] = with_doubt(within.consensus, 2) if within else ""
        row["Average deviation"] = with_doubt(within.average_deviation, 2) if within else ""
        row["rwg"] = with_doubt(within.rwg, 2) if within else ""
        row["Agreement A"] = _bare(within.van_der_eijk_a) if within else ""
        rate = detail.result.dont_know_rate.get(role.code)
        row["Don't know"] = share(rate.value) if rate is not None and rate.known else ""
        rows.append(row)
    return rows


def not_inside(analysis: Analysis, detail: QuestionDetail) -> list[str]:
    """Roles with nothing to measure inside: who answered alone, and of whom nothing can be shown, with the reason."""
    found = detail.result.positions
    alone = [
        f"{words.role_phrase(role)} ({wording.points(position.value or 0)})"
        for role, position in found.items()
        if position.known and _alone(position)
    ]
    reasons: dict[str, list[str]] = {}
    for role in analysis.roles:
        position = found.get(role.code)
        if position is None or not position.known:
            why = position.reason if position is not None else None
            reason = why or detail.result.hidden.get(role.code) or role.reason or NOBODY
            reasons.setdefault(reason, []).append(words.role_phrase(role.code))
    said = [words.opened(f"{wording.listing(alone)} answered alone, so there is nothing to measure inside.")]
    return (said if alone else []) + [
        f"{words.opened(reason)}: {wording.listing(roles)}." for reason, roles in reasons.items()
    ]


def _alone(position: Statistic) -> bool:
    return position.n == 1


def _bare(found: Any) -> str:
    if found.caution:
        return found.caution.split(":")[0]
    return found.reason or f"{found.value:.2f}"


def gap_sentence(gap: QuestionGap) -> str:
    """A blind spot or hidden strength in words."""
    size = wording.points(abs(gap.difference.value or 0))
    way = "above" if (gap.difference.value or 0) > 0 else "below"
    low_high = ""
    if gap.difference.interval:
        low, high = sorted(abs(end) for end in gap.difference.interval)
        low_high = f" (95 % interval {wording.points(low)} to {wording.points(high)})"
    return (
        f"{gap.kind.capitalize()}: leadership stands {size} points {way} {words.role_phrase(gap.group)}, "
        f"clearly{low_high}."
    )
