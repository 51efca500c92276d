"""Sentences and rows of the Consensus map page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ConsensusMapResult, GroupsOnMap
from alignment_model.charts.drawing.names import role_names
from alignment_model.findings import words
from alignment_model.findings.consensus_map import VALUE, camps_sentence, without_phrase
from alignment_model.findings.group_map import unequal
from alignment_model.findings.map_sentences import how_sure as how_sure
from alignment_model.findings.map_sentences import left_out as left_out
from alignment_model.measures.map_vectors import SAME_FOR_ALL
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import correlation, number

FEWEST_MEMBERS = 2
FIRST = 3  # items named of a ranking
NOTHING = Statistic.none("no answer")


def names(analysis: Analysis) -> dict[str, str]:
    """What members are called on the map."""
    return role_names(analysis.roles)


def few_leaders(analysis: Analysis) -> bool:
    """Whether leadership alone makes no map, so that the groups below it are needed."""
    return sum(role.leadership for role in analysis.shown_roles) < FEWEST_MEMBERS


def drawn(found: ConsensusMapResult) -> bool:
    """Whether there are members enough for a picture that says something."""
    return len(found.map.members) >= FEWEST_MEMBERS


def rankings(analysis: Analysis, topic: str) -> list[str]:
    """What each shown role ranks first, for a map that cannot be drawn."""
    found = []
    for role in analysis.shown_roles:
        points = _scores(analysis, topic, role.code)
        first = sorted(points, key=lambda name: -points[name])[:FIRST]
        if first:
            told = wording.listing(
                [f"{name} ({points[name]:.{0 if topic == VALUE else 1}f})" for name in first]
            )
            found.append(words.opened(f"{words.role_phrase(role.code)}: {told}"))
    return found


def _scores(analysis: Analysis, topic: str, role: str) -> dict[str, float]:
    """What a role gives each item of the topic, by the item's name."""
    if topic == VALUE and analysis.value is not None:
        value = analysis.value
        given = {value.name(code): point for code, point in value.points.get(role, {}).items()}
    else:
        layer = analysis.layer(topic)
        given = {result.question.label: result.positions.get(role, NOTHING) for result in layer.questions}
    return {name: found.value for name, found in given.items() if found.value is not None}


def camps(found: ConsensusMapResult) -> tuple[tuple[str, ...], ...]:
    """The camps to mark on the map; none when there is nothing better than chance."""
    return found.camps.camps if found.camps.found else ()


def about_camps(found: ConsensusMapResult) -> str:
    """How sure the camps named at the top are, or why none are reported."""
    return found.camps.certainty or camps_sentence(found.camps)


def without_whom(found: ConsensusMapResult) -> str:
    """Without whom agreement would rise most, or that nobody's absence would change much."""
    phrase = without_phrase(found.without)
    return (
        f"{words.opened(phrase)}." if phrase else "Whoever is left out, agreement would stay much as it is."
    )


def without_rows(found: ConsensusMapResult, called: dict[str, str]) -> list[dict[str, Any]]:
    """How alpha would change without each member, largest rise first."""
    return [
        {
            "Without": called.get(member, member),
            "Agreement would change by": found_rise.reason
            if found_rise.value is None
            else number(found_rise.value, 2, sign=True),
        }
        for member, found_rise in found.without
        if any(rise.value is not None for _, rise in found.without)
    ]


def groups_on_map(analysis: Analysis, topic: str) -> GroupsOnMap | None:
    """The shown roles as groups on one map of this topic; None where there are fewer than three."""
    return analysis.group_maps.get(topic)


def between_rows(found: GroupsOnMap, called: dict[str, str]) -> list[dict[str, Any]]:
    """r of every two groups' prototypes: a triangle, so that each pair stands once."""
    groups = found.map.groups
    return [
        {"Group": called.get(one, one)}
        | {
            called.get(other, other): _r(found.map.correlations[i][j]) if j < i else ""
            for j, other in enumerate(groups[:-1])
        }
        for i, one in enumerate(groups)
        if i
    ]


def _r(found: Statistic) -> str:
    return correlation(found.value) if found.value is not None else str(found.reason)


def unequal_sentence(found: GroupsOnMap, called: dict[str, str]) -> str:
    """Which groups agree more within themselves than others, beyond chance; or that none do."""
    if not found.differences:
        return "Fewer than two groups have the three people that agreement inside a group needs."
    pairs = unequal(found)
    if not pairs:
        return "No group agrees within itself more than another, beyond what chance would make."
    one, other, difference = pairs[0]
    if (difference.value or 0.0) < 0:
        one, other = other, one
    more = f" So do {wording.count(len(pairs) - 1, 'more pair')}." if len(pairs) > 1 else ""
    return (
        f"{words.opened(words.role_phrase(one))} rank more alike among themselves than {words.role_phrase(other)}, by "
        f"{correlation(abs(difference.value or 0.0))} of alpha, more than chance would make "
        f"(p {'below 0.01' if (difference.p or 0) < 0.01 else correlation(difference.p or 0)}, people permuted "
        f"between the two).{more}"
    )


def inside_rows(found: GroupsOnMap, called: dict[str, str]) -> list[dict[str, Any]]:
    """How far the people inside each group rank alike."""
    return [
        {
            "Group": called.get(role, role),
            "People": f"{alpha.n or 0:,}",
            "Alpha": alpha.reason if alpha.value is None else correlation(alpha.value),
            "Chance of this from random rankings": "" if alpha.p is None else _p(alpha.p),
        }
        for role, alpha in found.inside.items()
    ]


def _p(p: float) -> str:
    return "below 1 %" if p < 0.01 else wording.percent(p)


def sentence(found: ConsensusMapResult | None, name: str) -> str:
    """What the map says, or why there is none at all."""
    if found is not None and found.map.members:
        return found.sentence
    reasons = {reason for _, reason in found.map.left_out} if found else set()
    why = f": whoever answered {SAME_FOR_ALL}" if SAME_FOR_ALL in reasons else ""
    return f"Nobody can be placed on a map of {name} yet{why}"
