"""One layer seen by several roles: their positions on one scale, and how many people stand behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.deviation import practical_limit
from alignment_model.measures.null_bands import NullBand, null_agreement
from alignment_model.measures.scales import Floats, common_scale, levels_per_question, read_table
from alignment_model.measures.tastle_wierman import consensus_of_rows


@dataclass(frozen=True, eq=False)
class LayerTable:
    """Positions (roles x questions, NaN where a role did not answer) and respondents behind each.

    `stretched` holds the positions on one common scale of `unit` levels: the layer's own when all its
    questions share it, else the five-point equivalent. Distances are measured on that scale.
    """

    positions: Floats
    stretched: Floats
    sizes: Floats
    levels: np.ndarray
    unit: int

    @classmethod
    def read(
        cls, positions: ArrayLike, group_sizes: ArrayLike | None = None, levels: int | Sequence[int] = 5
    ) -> LayerTable:
        """Check and complete the plain inputs; group_sizes None means single people."""
        table = read_table(positions)
        own = levels_per_question(levels, table.shape[1])
        known = ~np.isnan(table)
        if ((table < 1) | (table > own))[known].any():
            raise ValueError("positions lie between 1 and the number of levels")
        sizes = np.ones(table.shape) if group_sizes is None else np.asarray(group_sizes, dtype=float)
        sizes = np.repeat(sizes[:, None], table.shape[1], axis=1) if sizes.ndim == 1 else sizes
        if sizes.shape != table.shape or (sizes < 0).any():
            raise ValueError("group sizes are one number per role, or one per role and question")
        stretched, unit = common_scale(table, own)
        return cls(table, stretched, np.where(known, np.maximum(sizes, 1), 0), own, unit)

    def of_roles(self, rows: Sequence[int]) -> LayerTable:
        """The same layer seen by some of its roles only."""
        chosen = list(rows)
        return LayerTable(
            self.positions[chosen], self.stretched[chosen], self.sizes[chosen], self.levels, self.unit
        )

    @property
    def factor(self) -> float:
        """What a distance on a five-point scale is worth on this one: (K - 1) / 4."""
        return (self.unit - 1) / 4

    @property
    def limit(self) -> float:
        """Practical limit of the average deviation, c / 6, averaged over the questions' own scales."""
        own = [practical_limit(int(k)) * (self.unit - 1) / (int(k) - 1) for k in self.levels]
        return float(np.mean(own)) if own else practical_limit(self.unit)

    @property
    def answered(self) -> np.ndarray:
        """Rows of the roles that answered at least one question."""
        return np.flatnonzero((self.sizes > 0).any(axis=1))

    def question_agreements(self) -> list[float | None]:
        """Consensus of each question; None where fewer than two roles answered."""
        return [
            float(consensus_of_rows(known[None], int(k))[0]) if known.size > 1 else None
            for known, k in zip(self._known(self.positions), self.levels)
        ]

    def question_deviations(self) -> list[float | None]:
        """Average deviation about the mean of each question, on the common scale."""
        return [
            float(np.abs(known - known.mean()).mean()) if known.size > 1 else None
            for known in self._known(self.stretched)
        ]

    def agreement(self) -> float | None:
        """Mean consensus of the questions that at least two roles answered."""
        return mean_of(self.question_agreements())

    def deviation(self) -> float | None:
        """Mean average deviation of the questions that at least two roles answered."""
        return mean_of(self.question_deviations())

    def null_band(self, seed: int = 0) -> NullBand | None:
        """What random answers of the same people to the same questions would give."""
        return null_agreement(self.sizes.astype(np.int64), self.levels.size, self.levels.tolist(), seed)

    def p_value(self, seed: int = 0) -> float | None:
        """Chance of this much agreement from random answers."""
        agreement, band = self.agreement(), self.null_band(seed)
        return None if agreement is None or band is None else band.p_value(agreement)

    def role_positions(self) -> Floats:
        """Mean position of each role over the questions it answered; NaN for a role with none."""
        answered = (self.sizes > 0).sum(axis=1)
        totals = np.where(self.sizes > 0, self.stretched, 0.0).sum(axis=1)
        return np.where(answered > 0, totals / np.maximum(answered, 1), np.nan)

    def _known(self, table: Floats) -> list[Floats]:
        return [table[self.sizes[:, q] > 0, q] for q in range(table.shape[1])]


def mean_of(values: Sequence[float | None]) -> float | None:
    """Mean of the known values, None when there are none."""
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None
