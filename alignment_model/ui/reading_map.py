"""Sentences and rows of the Consensus map page."""

from __future__ import annotations

from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import Analysis, ConsensusMapResult
from alignment_model.charts.names import role_names
from alignment_model.findings.consensus_map import camps_sentence
from alignment_model.findings.map_sentences import how_sure as how_sure
from alignment_model.findings.map_sentences import left_out as left_out
from alignment_model.ui.reading_numbers import number


def names(analysis: Analysis) -> dict[str, str]:
    """What members are called on the map."""
    return role_names(analysis.roles)


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
