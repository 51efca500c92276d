"""Charts: each function takes parts of an analysis and a `Look`, and returns a `ChartResult`.

A result carries the chart, its finding as title, what is plotted, one sentence for who cannot see it, and
the same numbers as a table. Everything is drawn with Altair from small data that is already summed up.
"""

from alignment_model.charts.agreement_with_doubt import agreement_with_doubt
from alignment_model.charts.answer_distribution import answer_distribution
from alignment_model.charts.consensus_map import consensus_map
from alignment_model.charts.drawing.result import ChartResult, spec, to_png, to_svg
from alignment_model.charts.gap_intervals import gap_intervals
from alignment_model.charts.group_map import group_map
from alignment_model.charts.initiatives import initiatives
from alignment_model.charts.nested_layers import nested_layers
from alignment_model.charts.overlap_matrix import overlap_matrix
from alignment_model.charts.pattern_evidence import pattern_evidence
from alignment_model.charts.positions_on_scale import layers_on_scale, positions_on_scale
from alignment_model.charts.role_by_layer import role_by_layer
from alignment_model.charts.shared_causes import shared_causes
from alignment_model.charts.style.look import PRINT_LOOK, Look
from alignment_model.charts.the_number import the_number
from alignment_model.charts.theory_reality import theory_reality
from alignment_model.charts.trend import TrendLine, trend
from alignment_model.charts.value_by_role import value_by_role
from alignment_model.charts.value_chain import value_chain
from alignment_model.charts.who_answered import who_answered

__all__ = [
    "ChartResult",
    "Look",
    "PRINT_LOOK",
    "TrendLine",
    "agreement_with_doubt",
    "answer_distribution",
    "consensus_map",
    "gap_intervals",
    "group_map",
    "initiatives",
    "layers_on_scale",
    "nested_layers",
    "overlap_matrix",
    "pattern_evidence",
    "positions_on_scale",
    "role_by_layer",
    "shared_causes",
    "spec",
    "the_number",
    "theory_reality",
    "to_png",
    "to_svg",
    "trend",
    "value_by_role",
    "value_chain",
    "who_answered",
]
