"""Groups against each other: how alike their prototypes are, a map of that, and which group agrees within itself.

A group is a shown role: an office held by one person, whose view is its own prototype, or several people. People
are read here and never leave: what comes out is about groups that the privacy policy lets through, counted by
those who answered everything that is mapped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from alignment_model.analysis.model_map import GroupsOnMap
from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.words import layer_phrase, role_phrase
from alignment_model.measures.consensus_map import within_group_alpha
from alignment_model.measures.map_groups import GroupMap, group_map
from alignment_model.measures.map_null import alpha_difference
from alignment_model.measures.map_vectors import FEWEST_ITEMS
from alignment_model.measures.multiple_testing import LEVEL, benjamini_hochberg
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import protects
from alignment_model.questionnaire import Question
from alignment_model.wording import correlation, count

VALUE = "value"
FEWEST_GROUPS = 3  # two groups are a number, not a map
LEAST_GROUP = 3  # people whose agreement within a group says something
MOST_PEOPLE = 2000  # of a group: more change nothing that can be seen
DRAWS = 500
NOBODY = "nobody answered all of it"
EVEN = 0.005  # of r: closer pairs are equally alike


def group_maps(evidence: Evidence) -> Mapping[str, GroupsOnMap]:
    """A map of the shown roles for the 100 points ("value") and for every layer, where there are three."""
    points = evidence.outcomes
    topics = {VALUE: ("the outcomes of AI", points)} if points else {}
    for layer in evidence.questionnaire.layers:
        asked = evidence.questionnaire.in_layer(layer.code)
        topics[layer.code] = (f"the questions on {layer_phrase(layer)}", asked)
    found = {topic: _of_topic(evidence, topic, *given) for topic, given in topics.items()}
    return {topic: result for topic, result in found.items() if result is not None}


def _of_topic(evidence: Evidence, topic: str, things: str, asked: Sequence[Question]) -> GroupsOnMap | None:
    people, left_out = _people(evidence, asked, rated=topic != VALUE)
    if len(people) < FEWEST_GROUPS or len(asked) < FEWEST_ITEMS:
        return None
    placed = group_map(people)
    if len(placed.groups) < FEWEST_GROUPS:
        return None
    inside = {
        role: within_group_alpha(table, draws=DRAWS, seed=evidence.seed)
        for role, table in people.items()
        if table.shape[1] >= LEAST_GROUP
    }
    inside = {  # who gives every item the same has no vector, so alpha may rest on fewer than answered
        role: alpha
        for role, alpha in inside.items()
        if not alpha.known or not evidence.too_few(role, alpha.n or 0)
    }
    known = [role for role, alpha in inside.items() if alpha.known]
    differences = tuple(
        (one, other, alpha_difference(people[one], people[other], draws=DRAWS, seed=evidence.seed))
        for one, other in combinations(known, 2)
    )
    left = {**left_out, **dict(placed.left_out)}
    return GroupsOnMap(topic, placed, inside, differences, tuple(left.items()), _sentence(placed, things))


def _people(
    evidence: Evidence, asked: Sequence[Question], *, rated: bool
) -> tuple[dict[str, Floats], dict[str, str]]:
    """Items x people who answered all of them, by role; and roles too few of whose people did, with the reason."""
    codes = [question.code for question in asked]
    people, left_out = {}, {}
    for role in evidence.leadership + evidence.groups:
        table = evidence.people(role, asked) if rated else evidence.matrix.of(role, codes)
        complete = _thinned(table[~np.isnan(table).any(axis=1)])
        reasons = (evidence.counts.hidden.get((code, role)) for code in codes)
        hidden = next(filter(protects, reasons), NOBODY)
        reason = evidence.too_few(role, len(complete)) if len(complete) else hidden
        if reason:
            left_out[role] = reason
        else:
            people[role] = complete.T
    return people, left_out


def _thinned(people: Floats) -> Floats:
    """At most so many people, spread evenly over the answers given, whatever order they came in."""
    if len(people) <= MOST_PEOPLE:
        return people
    ordered = people[np.lexsort(people.T)]
    return ordered[np.linspace(0, len(ordered) - 1, MOST_PEOPLE).round().astype(int)]


def _sentence(placed: GroupMap, things: str) -> str:
    """Which two groups are most alike and which least; ties are said, not broken."""
    pairs = [
        (found.value, (one, other))
        for (i, one), (j, other) in combinations(enumerate(placed.groups), 2)
        if (found := placed.correlations[i][j]).value is not None
    ]
    high, low = max(r for r, _ in pairs), min(r for r, _ in pairs)
    groups = count(len(placed.groups), "role")
    if high - low < 2 * EVEN:
        return f"All {groups} see {things} equally alike (r {correlation(high)})."
    most, least = ([pair for r, pair in pairs if abs(r - end) < EVEN] for end in (high, low))
    return (
        f"Of {groups}, {_pairs(most)} see {things} most alike (r {correlation(high)}), "
        f"{_pairs(least)} least (r {correlation(low)})."
    )


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    if len(pairs) > 1:
        return f"{count(len(pairs), 'pair')}"
    one, other = pairs[0]
    return f"{role_phrase(one)} and {role_phrase(other)}"


def unequal(found: GroupsOnMap) -> list[tuple[str, str, Statistic]]:
    """Pairs of groups whose agreement within differs more than chance would make it, the largest first."""
    adjusted = benjamini_hochberg([difference.p for *_, difference in found.differences])
    sure = [pair for pair, p in zip(found.differences, adjusted) if p is not None and p < LEVEL]
    return sorted(sure, key=lambda pair: -abs(pair[2].value or 0.0))
