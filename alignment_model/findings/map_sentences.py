"""Sentences on a consensus map: how sure it is, and who is not on it; the same on the page and in the report."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_model import wording
from alignment_model.analysis.model import ConsensusMapResult, GroupsOnMap
from alignment_model.findings.words import opened, verb
from alignment_model.measures.statistic import Statistic

UNITS = {"value": "points of 100"}


def how_sure(found: ConsensusMapResult) -> list[str]:
    """Alpha in two and in all dimensions with its null band and p, and the absolute measure beside it."""
    result = found.map
    alpha, every = result.alpha, result.alpha_all
    if alpha.value is None:
        return [f"There is no alpha: {alpha.reason}."]
    sentences = [
        f"Alpha, the length of the average arrow, is {wording.correlation(alpha.value)} in the two dimensions drawn "
        f"and {wording.correlation(every.value or 0.0)} in all; 1 means everybody ranks alike."
    ]
    if result.null_band is not None:
        band = result.null_band
        sentences.append(
            f"With {wording.count(alpha.n or 0, 'member')} random rankings alone reach {wording.correlation(band.low)} "
            f"to {wording.correlation(band.high)}{_chance(alpha)}."
        )
    if result.explained is not None:
        sentences.append(f"The picture holds {wording.percent(result.explained)} of what there is to see.")
    deviation = result.average_deviation
    if deviation.value is not None:
        unit = UNITS.get(found.topic, "points of the scale")
        sentences.append(
            f"A map shows who ranks alike, not how far apart they are: on average a role lies "
            f"{deviation.value:.1f} {unit} from the mean of all."
        )
    return sentences


def _chance(alpha: Statistic) -> str:
    if alpha.p is None:
        return ""
    if alpha.p < 0.01:
        return ", and almost never this much"
    return f", and this much or more {wording.percent(alpha.p)} of the time"


def left_out(found: ConsensusMapResult | GroupsOnMap, called: Mapping[str, str]) -> list[str]:
    """Who or what is not on the map, with the reason."""
    left = found.left_out if isinstance(found, GroupsOnMap) else found.map.left_out
    return [
        f"{called.get(name, name)} {verb([name], 'is', 'are')} not on the map. {opened(reason)}."
        for name, reason in left
    ]
