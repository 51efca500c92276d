"""Every statistic of the product: plain inputs in, a `Statistic` (a value or a reason in words) out."""

from alignment_model.measures.cliff import cliffs_delta, cliffs_delta_of_counts
from alignment_model.measures.deviation import (
    average_deviation,
    average_deviation_of_positions,
    practical_limit,
)
from alignment_model.measures.gaps import Gap, leadership_gaps, mixed_gap, welch_gap
from alignment_model.measures.layers import LayerAgreement, layer_agreement, overall_agreement
from alignment_model.measures.multiple_testing import benjamini_hochberg, gap_word
from alignment_model.measures.null_bands import NullBand, null_agreement
from alignment_model.measures.position import layer_score, mean_position, position, score
from alignment_model.measures.rwg_index import rwg, rwg_j, rwg_j_lindell, rwg_word
from alignment_model.measures.scales import common_scale, counts_from_answers, to_scale
from alignment_model.measures.statistic import Interval, Statistic
from alignment_model.measures.tastle_wierman import consensus, consensus_of_positions
from alignment_model.measures.van_der_eijk import van_der_eijk_a
from alignment_model.measures.verdicts import Verdict, verdict

__all__ = [
    "Gap",
    "Interval",
    "LayerAgreement",
    "NullBand",
    "Statistic",
    "Verdict",
    "average_deviation",
    "average_deviation_of_positions",
    "benjamini_hochberg",
    "cliffs_delta",
    "cliffs_delta_of_counts",
    "common_scale",
    "consensus",
    "consensus_of_positions",
    "counts_from_answers",
    "gap_word",
    "layer_agreement",
    "layer_score",
    "leadership_gaps",
    "mean_position",
    "mixed_gap",
    "null_agreement",
    "overall_agreement",
    "position",
    "practical_limit",
    "rwg",
    "rwg_j",
    "rwg_j_lindell",
    "rwg_word",
    "score",
    "to_scale",
    "van_der_eijk_a",
    "verdict",
    "welch_gap",
]
