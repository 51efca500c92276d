"""Sentences and table rows for the pages, made from an analysis. Words only: nothing is computed here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import (
    CLEAR,
    POSSIBLE,
    Agreement,
    Analysis,
    Gap,
    LayerResult,
)
from alignment_model.charts.drawing.names import role_name
from alignment_model.findings import words
from alignment_model.findings.headline import how_sure as doubt_about
from alignment_model.measures.statistic import Statistic


def where_from(analysis: Analysis) -> str:
    """Survey, wave, and how many answered."""
    shown = wording.count(len(analysis.shown_roles), "role")
    people = wording.count(analysis.respondents, "person", "people")
    return f"{analysis.survey}, {analysis.wave}. {people} answered; {shown} shown."


def how_to_read_layers(analysis: Analysis) -> str:
    """What the figure's colours and borders mean."""
    inner, outer = analysis.layers[0].layer.name, analysis.layers[-1].layer.name
    if len(analysis.layers) < 2:
        return "The stronger the colour, the more the leadership roles agree."
    return f"From {inner} inside to {outer} outside. The stronger the colour, the more the leadership roles agree."


def layer_name(analysis: Analysis, code: str) -> str:
    """The layer's name; empty for a question outside the layers."""
    return next((layer.layer.name for layer in analysis.layers if layer.code == code), "")


def hidden_roles(analysis: Analysis) -> list[str]:
    """Why some roles are not shown."""
    return [f"{role_name(role)}: {role.reason}." for role in analysis.roles if not role.shown]


def judged(analysis: Analysis) -> bool:
    """Whether leadership's agreement is known on any layer."""
    return any(layer.agreement.value.known for layer in analysis.layers)


def shown_only(analysis: Analysis) -> Analysis:
    """The same without the roles nothing may be shown about; the page says elsewhere who they are."""
    return replace(analysis, roles=analysis.shown_roles)


def placed(analysis: Analysis) -> bool:
    """Whether any role stands anywhere."""
    return any(position.known for layer in analysis.layers for position in layer.positions.values())


def turned_note(layer: LayerResult) -> str:
    """What right and left mean where some statements are turned round; empty where none is."""
    if not any(result.question.reversed for result in layer.questions):
        return ""
    return "More favourable speaks for the layer: statements that speak against it are turned round."


def divides_most(analysis: Analysis) -> str:
    """The question that divides most, with who stands where."""
    result = analysis.question(analysis.most_divisive)
    if not result.spread.known:
        return f"The question that divides most: {words.quoted(result.question.label)}"
    return (
        f"The question that divides most: {words.quoted(result.question.label)} "
        f"({wording.points(result.spread.value or 0)} points from lowest to highest)"
    )


def how_sure(agreement: Agreement) -> list[str]:
    """The doubt about an agreement, in sentences."""
    value, sentences = agreement.value, []
    if not value.known:
        return [f"{agreement.word}: {value.reason}."]
    sentences.append(
        f"Agreement is {value.value:.2f} on a scale from 0 (half at each end) to 1 (all the same)."
    )
    if value.interval and f"{value.interval[0]:.2f}" != f"{value.interval[1]:.2f}":
        low, high = value.interval
        sentences.append(f"With other questions of this kind it would lie between {low:.2f} and {high:.2f}.")
    elif value.interval_reason:
        sentences.append(f"There is no interval: {value.interval_reason}.")
    if agreement.null_band and agreement.p is not None:
        band = agreement.null_band
        sentences.append(
            f"As many people answering at random would reach {band.low:.2f} to {band.high:.2f}; "
            f"{_chance(agreement.p)}."
        )
    deviation, limit = agreement.average_deviation, agreement.practical_limit
    if deviation.value is not None and limit is not None:
        sentences.append(deviation_sentence(deviation.value, limit))
    return sentences


def deviation_sentence(deviation: float, limit: float) -> str:
    """How far roles stand from their mean, and how far counts as agreement; two decimals where one says the same."""
    near = wording.points(deviation) == wording.points(limit)
    apart, most = (f"{found:.{2 if near else 1}f}" for found in (deviation, limit))
    return f"Roles stand {apart} points from their mean on average; up to {most} counts as agreement."


def _chance(p: float) -> str:
    if p < 0.01:
        return "they would almost never agree this much"
    return f"they would agree this much {wording.percent(p)} of the time"


def widest_gap(analysis: Analysis) -> str:
    """The gap that matters most: the widest clear one, else the widest possible one."""
    for word in (CLEAR, POSSIBLE):
        found = [gap for gap in analysis.gaps if gap.word == word and gap.difference.known]
        if found:
            return gap_sentence(analysis, max(found, key=lambda gap: abs(gap.difference.value or 0)))
    known = [gap.difference.value for gap in analysis.gaps if gap.difference.value is not None]
    if not known:
        return "No two roles can be compared yet"
    if not any(known):
        return "No two roles that can be compared stand apart on any layer"
    return "No gap between roles is larger than chance would give"


def gap_sentence(analysis: Analysis, gap: Gap) -> str:
    """Who stands how far above whom, on what, how sure: a possible gap says whether it is small or may be chance."""
    high, low = gap.from_role, gap.to_role
    if (gap.difference.value or 0) < 0:
        high, low = low, high
    layer = words.layer_phrase(analysis.layer(gap.layer).layer)
    distance = wording.points(abs(gap.difference.value or 0))
    stand = words.verb([high], "stands", "stand")
    first, last = (f"clearly {stand}", "") if gap.word == CLEAR else (stand, f", {doubt_about(gap)}")
    return words.opened(
        f"{words.role_phrase(high)} {first} {distance} points above {words.role_phrase(low)} on {layer}{last}"
    )


def question_gap_rows(analysis: Analysis) -> list[dict[str, Any]]:
    """Blind spots and hidden strengths, widest first."""
    found = sorted(analysis.question_gaps, key=lambda gap: -abs(gap.difference.value or 0))
    return [
        {
            "Question": analysis.question(gap.question).question.text,
            "Kind": gap.kind.capitalize(),
            "Compared with": words.opened(words.role_phrase(gap.group)),
            "Leadership stands": wording.points(gap.difference.value or 0, sign=True),
            "How sure": gap.word,
        }
        for gap in found
    ]


def why_no_question_gaps(analysis: Analysis, question: str = "") -> str:
    """Nobody to compare, or nobody clearly a whole point apart, on any question or on this one."""
    leaders = any(role.leadership for role in analysis.shown_roles)
    others = [role.code for role in analysis.shown_roles if not role.leadership]
    if not leaders or not others:
        took_part = any(role.leadership != leaders and role.n for role in analysis.roles)
        who = "No leadership role" if not leaders else "Nobody below leadership"
        return f"{who} {'may be shown' if took_part else 'answered'}, so there is nobody to compare with."
    on = "On this question leadership does not stand" if question else "On no question does leadership stand"
    below = wording.listing([words.role_phrase(role) for role in others], "or")
    return f"{on} clearly a whole point above or below {below}."


def shown(statistic: Statistic, decimals: int = 1) -> str:
    """A value or its reason, for a table cell."""
    return f"{statistic.value:.{decimals}f}" if statistic.known else (statistic.reason or "")


def question_rows(layer: LayerResult, analysis: Analysis) -> list[dict[str, Any]]:
    """Every question of a layer: where each role stands, and agreement."""
    rows = []
    for result in layer.questions:
        row: dict[str, Any] = {"Question": result.question.text}
        for role in analysis.roles:
            position = result.positions.get(role.code)
            row[role_name(role)] = shown(position) if position else result.hidden.get(role.code, role.reason)
        row["Agreement"] = shown(result.agreement, 2)
        rows.append(row)
    return rows


# What stands in columns about the inside of a group, by its code in the catalogue.
INSIDE = {
    "Consensus": "consensus",
    "Agreement A": "van_der_eijk_a",
    "Average deviation": "average_deviation",
    "rwg": "rwg",
}


def within_rows(layer: LayerResult, analysis: Analysis) -> list[dict[str, Any]]:
    """Agreement inside each role of several people on each question of a layer."""
    return [
        {
            "Group": role_name(role),
            "Question": result.question.label,
            "Consensus": shown(within.consensus, 2),
            "Agreement A": shown(within.van_der_eijk_a, 2),
            "Average deviation": shown(within.average_deviation, 2),
            "rwg": shown(within.rwg, 2),
        }
        for role in analysis.shown_roles
        if role.n > 1
        for result in layer.questions
        if (within := result.within.get(role.code)) is not None
    ]
