"""Part of the analysis: who ranks the same things alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model.measures.consensus_map import ConsensusMap
from alignment_model.measures.map_camps import Camps
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
