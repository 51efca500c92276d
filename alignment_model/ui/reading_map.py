"""Sentences and rows of the Consensus map page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ConsensusMapResult
from alignment_model.charts.names import role_names
from alignment_model.findings.consensus_map import camps_sentence
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.reading_numbers import number

UNITS = {"value": "points of 100"}


def names(analysis: Analysis) -> dict[str, str]:
    """What members are called on the map."""
    return role_names(analysis.roles)


def how_sure(found: ConsensusMapResult) -> list[str]:
    """Alpha in two and in all dimensions with its null band and p, and the absolute measure beside it."""
    result = found.map
    alpha, every = result.alpha, result.alpha_all
    if alpha.value is None:
        return [f"There is no alpha: {alpha.reason}."]
    sentences = [
        f"Alpha, the length of the average arrow, is {alpha.value:.2f} in the two dimensions drawn and "
        f"{every.value or 0:.2f} in all; 1 means everybody ranks alike."
    ]
    if result.null_band is not None:
        band = result.null_band
        sentences.append(
            f"With {wording.count(alpha.n or 0, 'member')} random rankings alone reach {band.low:.2f} to "
            f"{band.high:.2f}{_chance(alpha)}."
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


def camps(found: ConsensusMapResult) -> tuple[tuple[str, ...], ...]:
    """The camps to mark on the map; none when there is nothing better than chance."""
    return found.camps.camps if found.camps.found else ()


def about_camps(found: ConsensusMapResult) -> str:
    """The two camps, or why none are reported."""
    return camps_sentence(found.camps)


def without_rows(found: ConsensusMapResult, called: dict[str, str]) -> list[dict[str, Any]]:
    """How alpha would change without each member, largest rise first."""
    return [
        {
            "Without": called.get(member, member),
            "Agreement would change by": found_rise.reason
            if found_rise.value is None
            else f"{'+' if found_rise.value > 0.005 else ''}{number(found_rise.value, 2)}",
        }
        for member, found_rise in found.without
    ]


def inside_rows(found: ConsensusMapResult, called: dict[str, str]) -> list[dict[str, Any]]:
    """How far the people inside each group rank alike."""
    return [
        {
            "Group": called.get(role, role),
            "People": str(alpha.n),
            "Alpha": alpha.reason if alpha.value is None else f"{alpha.value:.2f}",
            "Chance of this from random rankings": "" if alpha.p is None else _p(alpha.p),
        }
        for role, alpha in found.inside.items()
    ]


def _p(p: float) -> str:
    return "below 1 %" if p < 0.01 else wording.percent(p)


def left_out(found: ConsensusMapResult, called: dict[str, str]) -> list[str]:
    """Who or what is not on the map, with the reason."""
    return [f"{called.get(name, name)} is not on the map: {reason}." for name, reason in found.map.left_out]
