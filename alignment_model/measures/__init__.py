"""Every statistic of the product: plain inputs in, a `Statistic` (a value or a reason in words) out.

Three kinds of plain input: counts per level 1..K; ratings as raters x items (people x questions) with NaN
where missing; scores as items x members for the consensus map. Which one is said in each docstring.
"""

from alignment_model.measures.allocations import common_ground, overlap, overlap_null, valued_alone
from alignment_model.measures.cliff import cliffs_delta, cliffs_delta_of_counts
from alignment_model.measures.consensus_map import (
    ConsensusMap,
    consensus_map,
    leave_one_out,
    within_group_alpha,
)
from alignment_model.measures.count_intervals import interval_from_counts
from alignment_model.measures.cronbach import cronbach_alpha
from alignment_model.measures.deviation import (
    average_deviation,
    average_deviation_of_positions,
    practical_limit,
)
from alignment_model.measures.dispersion import (
    a_wg,
    berry_mielke,
    d_squared,
    entropy,
    l_squared,
    leik,
    polarisation,
)
from alignment_model.measures.gaps import Gap, leadership_gaps, mixed_gap, welch_gap
from alignment_model.measures.gwet import gwet_ac2
from alignment_model.measures.intraclass import icc, icc_between_groups
from alignment_model.measures.kendall import RankTest, kendall_w, kendall_w_test
from alignment_model.measures.krippendorff_alpha import krippendorff_alpha
from alignment_model.measures.layers import LayerAgreement, layer_agreement, overall_agreement
from alignment_model.measures.map_camps import Camps, find_camps
from alignment_model.measures.map_groups import GroupMap, between_group_r, group_map, metric_scaling
from alignment_model.measures.map_null import alpha_difference
from alignment_model.measures.multiple_testing import benjamini_hochberg, gap_word
from alignment_model.measures.null_bands import NullBand, null_agreement
from alignment_model.measures.position import layer_score, mean_position, position, score
from alignment_model.measures.question_gaps import question_gaps
from alignment_model.measures.rank_tests import kruskal_wallis, mann_whitney
from alignment_model.measures.rwg_index import rwg, rwg_j, rwg_j_lindell, rwg_word
from alignment_model.measures.scales import common_scale, counts_from_answers, to_scale
from alignment_model.measures.statistic import Interval, Statistic
from alignment_model.measures.tastle_wierman import consensus, consensus_of_positions
from alignment_model.measures.van_der_eijk import van_der_eijk_a
from alignment_model.measures.verdicts import Verdict, verdict

__all__ = [
    "Camps",
    "ConsensusMap",
    "Gap",
    "GroupMap",
    "Interval",
    "LayerAgreement",
    "NullBand",
    "RankTest",
    "Statistic",
    "Verdict",
    "a_wg",
    "alpha_difference",
    "average_deviation",
    "average_deviation_of_positions",
    "benjamini_hochberg",
    "berry_mielke",
    "between_group_r",
    "cliffs_delta",
    "cliffs_delta_of_counts",
    "common_ground",
    "common_scale",
    "consensus",
    "consensus_map",
    "consensus_of_positions",
    "counts_from_answers",
    "cronbach_alpha",
    "d_squared",
    "entropy",
    "find_camps",
    "gap_word",
    "group_map",
    "gwet_ac2",
    "icc",
    "icc_between_groups",
    "interval_from_counts",
    "kendall_w",
    "kendall_w_test",
    "krippendorff_alpha",
    "kruskal_wallis",
    "l_squared",
    "layer_agreement",
    "layer_score",
    "leadership_gaps",
    "leave_one_out",
    "leik",
    "mann_whitney",
    "mean_position",
    "metric_scaling",
    "mixed_gap",
    "null_agreement",
    "overall_agreement",
    "overlap",
    "overlap_null",
    "polarisation",
    "position",
    "practical_limit",
    "question_gaps",
    "rwg",
    "rwg_j",
    "rwg_j_lindell",
    "rwg_word",
    "score",
    "to_scale",
    "valued_alone",
    "van_der_eijk_a",
    "verdict",
    "welch_gap",
    "within_group_alpha",
]
