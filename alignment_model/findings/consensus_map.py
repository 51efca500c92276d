"""The strategic consensus map of a wave: which roles rank the same things alike, and who stands apart.

A member is a role: a person who holds an attributed office alone, or a whole group at its mean. Nobody of a
protected group, and nobody of a board, is ever a member by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from alignment_model.analysis.model import Analysis, ConsensusMapResult, ValueResult
from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence, is_leadership
from alignment_model.findings.words import layer_phrase, opened, role_phrase, role_phrases, verb
from alignment_model.framework import load_framework
from alignment_model.measures.consensus_map import (
    ConsensusMap,
    consensus_map,
    leave_one_out,
    within_group_alpha,
)
from alignment_model.measures.map_camps import FAR_R, TIGHT_ALPHA, Camps, find_camps
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import correlation, count

VALUE = "value"
DRAWS = 1000
LEAST_GROUP = 3  # people whose agreement within a group says something
LEAST_RISE = 0.05  # of alpha: smaller is not worth naming anybody for


def value_map(evidence: Evidence, value: ValueResult | None) -> ConsensusMapResult | None:
    """The leadership roles' map from the 100 points; None when they were not asked for."""
    if value is None:
        return None
    members = [role for role in value.points if is_leadership(role)]
    found = _of_value(value, members, evidence.seed)
    return None if found is None else replace(found, inside=_inside(evidence, list(value.points)))


def map_of(
    analysis: Analysis, topic: str, *, everyone: bool = False, seed: int = 0
) -> ConsensusMapResult | None:
    """The map of the 100 points ("value") or of a layer's questions, from what the analysis shows.

    `everyone` adds managers and employees, each as one group. None when the topic was not asked.
    """
    members = [role.code for role in analysis.shown_roles if everyone or role.leadership]
    if topic == VALUE:
        return None if analysis.value is None else _of_value(analysis.value, members, seed)
    layer = next((layer for layer in analysis.layers if layer.code == topic), None)
    if layer is None or not layer.questions:
        return None
    levels = [result.levels for result in layer.questions]
    table = [
        [_five_point(result.positions.get(role), k) for result, k in zip(layer.questions, levels)]
        for role in members
    ]
    labels = _distinct([result.question.label for result in layer.questions])
    things = f"the questions on {layer_phrase(layer.layer)}"
    return _mapped(topic, things, table, labels, members, seed)


def map_topics(analysis: Analysis) -> dict[str, str]:
    """What a map can be made of: topic to name."""
    topics = {VALUE: "What value means"} if analysis.value is not None else {}
    return topics | {layer.code: layer.layer.name for layer in analysis.layers if layer.questions}


def _of_value(value: ValueResult, members: Sequence[str], seed: int) -> ConsensusMapResult | None:
    members = [role for role in members if role in value.points]
    outcomes = list(next(iter(value.points.values()), {}))
    if not outcomes:
        return None
    table = [[value.points[role][outcome].value for outcome in outcomes] for role in members]
    labels = _distinct([value.name(code) for code in outcomes])
    return _mapped(VALUE, "the outcomes of AI", table, labels, members, seed)


def _mapped(
    topic: str,
    things: str,
    rows: Sequence[Sequence[float | None]],
    items: Sequence[str],
    members: Sequence[str],
    seed: int,
) -> ConsensusMapResult:
    """rows: members x items; `things` is what is ranked, in a sentence."""
    scores = _floats(rows, len(items)).T
    found = consensus_map(scores, items, members, draws=DRAWS, seed=seed)
    camps = _camps(scores, members, seed)
    without = leave_one_out(scores, members)
    sentence = _sentence(found, camps, without, things)
    return ConsensusMapResult(topic, found, camps, without, {}, sentence)


def _camps(scores: Floats, members: Sequence[str], seed: int) -> Camps:
    """Camps, with chance tried only where the best split could be reported at all."""
    quick = find_camps(scores, members, draws=1, seed=seed)
    if not quick.camps:
        return quick
    loose = min(alpha.value or 0.0 for alpha in quick.alphas) < TIGHT_ALPHA
    if loose:
        return replace(quick, p=None, reason="the best split is too loose inside to be called camps")
    if quick.correlation is None or quick.correlation > FAR_R:
        return replace(quick, p=None, reason="the two halves see the items much alike")
    return find_camps(scores, members, seed=seed)


def _inside(evidence: Evidence, roles: Sequence[str]) -> dict[str, Statistic]:
    """Each group's alpha over its people; a single office has none."""
    codes = [question.code for question in evidence.outcomes]
    found = {}
    for role in roles:
        people = evidence.matrix.of(role, codes)
        people = people[~np.isnan(people).any(axis=1)]
        if len(people) < LEAST_GROUP:
            continue
        alpha = within_group_alpha(people.T, draws=DRAWS, seed=evidence.seed)
        # Who gives every item the same has no vector, so alpha may rest on fewer people than answered.
        if not evidence.too_few(role, alpha.n if alpha.known and alpha.n else len(people)):
            found[role] = alpha
    return found


def _sentence(
    found: ConsensusMap, camps: Camps, without: Sequence[tuple[str, Statistic]], things: str
) -> str:
    if camps.found:
        return camps_sentence(camps)
    alpha, band = found.alpha, found.null_band
    if alpha.value is None or band is None:
        return f"Nobody can tell yet who stands with whom: {alpha.reason}."
    kind = "leadership role" if all(is_leadership(role) for role in found.members) else "role"
    n = count(len(found.members), kind)
    if alpha.p is not None and alpha.p < 0.05:
        said = f"The {n} rank {things} alike, more than chance would give"
    else:
        said = f"The {n} rank {things} no more alike than chance would give"
    phrase = without_phrase(without)
    return f"{said}; {phrase}" if phrase else said


def camps_sentence(camps: Camps) -> str:
    """Two camps, who is in them, how close each is and how far apart they are, and "may" where it is not sure."""
    if not camps.found or camps.correlation is None:
        return f"No camps to report: {camps.reason}."
    ordered = sorted(
        zip((in_office_order(camp) for camp in camps.camps), camps.alphas),
        key=lambda side: (-len(side[0]), _office(side[0][0])),
    )
    sides = ", ".join(
        f"{role_phrases(camp)} on {side}" for (camp, _), side in zip(ordered, ("one side", "the other"))
    )
    inside = " and ".join(correlation(alpha.value or 0.0) for _, alpha in ordered)
    how = "pull in opposite directions" if camps.correlation < -FAR_R else "share little with each other"
    alone = ""
    if camps.alone:
        who = opened(role_phrases(in_office_order(camps.alone)))
        alone = f" {who} {verb(camps.alone, 'belongs', 'belong')} to neither."
    there = "There are" if camps.sure else "There may be"
    return (
        f"{there} two camps: {sides}. Each agrees closely within itself (alpha {inside}), but they {how} "
        f"(r {correlation(camps.correlation)}).{alone}"
    )


def in_office_order(roles: Sequence[str]) -> list[str]:
    """Roles of the framework in its order, then the others."""
    return sorted(roles, key=_office)


def _office(role: str) -> tuple[int, str]:
    order = {known.code: known.order for known in load_framework().roles}
    return order.get(role, len(order) + 1), role


def without_phrase(without: Sequence[tuple[str, Statistic]]) -> str:
    """Without whom agreement would rise most; empty when nobody's absence would change much."""
    if not without or (without[0][1].value or 0.0) < LEAST_RISE:
        return ""
    name, rise = without[0]
    return f"agreement would rise most without {role_phrase(name)}, by {correlation(rise.value or 0.0)}"


def _five_point(position: Statistic | None, levels: int) -> float | None:
    if position is None or position.value is None:
        return None
    return 1 + (position.value - 1) * 4 / (levels - 1)


def _floats(rows: Sequence[Sequence[float | None]], columns: int) -> Floats:
    values = [[np.nan if value is None else value for value in row] for row in rows]
    return np.array(values, dtype=float).reshape(len(rows), columns)


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, a repeated one numbered, so that no two items are the same."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
