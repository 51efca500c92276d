"""Part of the analysis: who ranks the same things alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model.measures.consensus_map import ConsensusMap
from alignment_model.measures.map_camps import Camps
from alignment_model.measures.map_groups import GroupMap
from alignment_model.measures.statistic import Statistic


@dataclass(frozen=True)
class ConsensusMapResult:
    """One strategic consensus map with everything said about it; its members are roles.

    `topic` is "value" or a layer's code. `without` lists the members with how alpha (all dimensions) would
    change without them, largest rise first. `inside` is each group's own alpha over its people, for the 100
    points only.
    """

    topic: str
    map: ConsensusMap
    camps: Camps
    without: tuple[tuple[str, Statistic], ...]
    inside: Mapping[str, Statistic]
    sentence: str


@dataclass(frozen=True)
class GroupsOnMap:
    """The shown roles as groups on one map, and how far each agrees within itself.

    `topic` is "value" or a layer's code. `inside` is alpha over a group's people, for groups of three or more;
    `differences` its differences between two groups with p by permuting who belongs to which. `left_out` names
    roles left out, with the reason.
    """

    topic: str
    map: GroupMap
    inside: Mapping[str, Statistic]
    differences: tuple[tuple[str, str, Statistic], ...]
    left_out: tuple[tuple[str, str], ...]
    sentence: str
