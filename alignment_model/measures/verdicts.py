"""The verdict on a layer in words: Aligned, Mixed, Divided, One apart or Two camps.

The first that holds, with c / 6 the practical limit of the average deviation (0.83 on five options), p
always against random answers of those same roles, and distances of a five-point scale times (K - 1) / 4:

* One apart: without that role the deviation is at most 0.8 c/6 and p < .05, and the role stands at least
  1.25 points from the others' mean;
* Two camps: a split into groups of two or more roles, each with a deviation of at most 0.8 c/6, means at
  least 1.25 apart and at least 0.75 clear between the nearest members, and p < .05 for the camps' mean
  agreement within themselves (the method study: without that, random answers of four leaders to four
  questions fall into camps in 5 % of layers, beside the 3 % called One apart);
* Aligned: deviation at most c/6 and p < .05;
* Mixed: deviation at most c/6 but p >= .05, no more agreement than chance would give;
* Divided: deviation above c/6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from alignment_model.measures.layer_table import LayerTable
from alignment_model.measures.layers import FEWER_THAN_TWO_ROLES, mean_band

Word = Literal["Aligned", "Mixed", "Divided", "One apart", "Two camps"]
TIGHT, FAR, CLEAR_BETWEEN, CHANCE = 0.8, 1.25, 0.75, 0.05
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Verdict:
    """The word, who it is about, and the numbers behind it.

    `who` is the role that stands apart; `camps` the two camps, the higher first; `highest` and `lowest`
    the roles that stand at the ends; `distance` the points between the role and the others (negative
    when it stands below) or between the camps. `word` is None only with a `reason`.
    """

    word: Word | None
    who: tuple[str, ...] = ()
    camps: tuple[tuple[str, ...], ...] = ()
    distance: float | None = None
    agreement: float | None = None
    average_deviation: float | None = None
    practical_limit: float | None = None
    p: float | None = None
    highest: str | None = None
    lowest: str | None = None
    reason: str | None = None


def verdict(
    positions: ArrayLike,
    group_sizes: ArrayLike | None = None,
    levels: int | Sequence[int] = 5,
    roles: Sequence[str] | None = None,
    seed: int = 0,
) -> Verdict:
    """The verdict on one layer.

    positions: roles x questions (NaN where a role did not answer); group_sizes, levels as in
    `layer_agreement`; roles: their names, in the order of the rows.

    >>> verdict([[4, 5, 4, 5]] * 3 + [[1, 2, 2, 1]], roles=["CEO", "CTO", "Board", "CFO"]).who
    ('CFO',)
    >>> verdict([[4, 5, 4, 5]]).reason
    'fewer than two leadership roles answered'
    """
    table = LayerTable.read(positions, group_sizes, levels)
    names = [f"role {i + 1}" for i in range(len(table.positions))] if roles is None else list(roles)
    if len(names) != len(table.positions):
        raise ValueError("roles are one name per row of positions")
    rows = table.answered
    table, names = table.of_roles(rows), [names[i] for i in rows]
    agreement, deviation = table.agreement(), table.deviation()
    if agreement is None or deviation is None:
        return Verdict(word=None, reason=FEWER_THAN_TWO_ROLES)
    order = np.argsort(table.role_positions(), kind="stable")
    word, who, camps, distance = _judge(table, deviation, seed)
    return Verdict(
        word=word,
        who=tuple(names[i] for i in who),
        camps=tuple(tuple(names[i] for i in camp) for camp in camps),
        distance=distance,
        agreement=agreement,
        average_deviation=deviation,
        practical_limit=table.limit,
        p=table.p_value(seed),
        highest=names[order[-1]],
        lowest=names[order[0]],
    )


def _judge(table: LayerTable, deviation: float, seed: int) -> tuple:
    apart = _one_apart(table, seed)
    if apart:
        return "One apart", (apart[0],), (), apart[1]
    camps = _two_camps(table, seed)
    if camps:
        return "Two camps", (), camps[0], camps[1]
    if deviation > table.limit + ROUNDING:
        return "Divided", (), (), None
    p = table.p_value(seed)
    return ("Aligned" if p is not None and p < CHANCE else "Mixed"), (), (), None


def _one_apart(table: LayerTable, seed: int) -> tuple[int, float] | None:
    """The role that stands farthest from otherwise tight others, and its signed distance."""
    roles = range(len(table.positions))
    distances = [_distance_from_others(table, role) for role in roles]
    far = [r for r in roles if abs(distances[r]) >= FAR * table.factor - ROUNDING]
    for role in sorted(far, key=lambda r: -abs(distances[r])):
        others = table.of_roles([r for r in roles if r != role])
        if _tight(others) and (others.p_value(seed) or 0.0) < CHANCE:
            return role, distances[role]
    return None


def _distance_from_others(table: LayerTable, role: int) -> float:
    """Mean over its questions of a role's position minus the mean of the others who answered."""
    known = table.sizes > 0
    others = known.copy()
    others[role] = False
    shared = known[role] & others.any(axis=0)
    if not shared.any():
        return 0.0
    sums = np.where(others, table.stretched, 0.0).sum(axis=0)[shared]
    return float((table.stretched[role, shared] - sums / others.sum(axis=0)[shared]).mean())


def _two_camps(table: LayerTable, seed: int) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], float] | None:
    """The widest split into two tight groups; only splits along the order of positions can be clear."""
    at = table.role_positions()
    order = np.argsort(at, kind="stable")
    best = None
    for cut in range(2, len(order) - 1):
        low, high = order[:cut], order[cut:]
        between = float(at[high].mean() - at[low].mean())
        clear = float(at[high].min() - at[low].max())
        wide = between >= FAR * table.factor - ROUNDING and clear >= CLEAR_BETWEEN * table.factor - ROUNDING
        halves = table.of_roles(low), table.of_roles(high)
        if wide and all(map(_tight, halves)) and _beyond_chance(halves, seed):
            camps = (tuple(int(i) for i in high[::-1]), tuple(int(i) for i in low[::-1]))
            best = max(best, (between, camps)) if best else (between, camps)
    return (best[1], best[0]) if best else None


def _beyond_chance(camps: Sequence[LayerTable], seed: int) -> bool:
    """Whether random answers of the same people would seldom agree as much within both camps."""
    bands = [camp.null_band(seed) for camp in camps]
    agreements = [camp.agreement() for camp in camps]
    if any(band is None for band in bands) or any(value is None for value in agreements):
        return False
    return mean_band(bands).p_value(float(np.mean(agreements))) < CHANCE


def _tight(table: LayerTable) -> bool:
    deviation = table.deviation()
    return deviation is not None and deviation <= TIGHT * table.limit + ROUNDING
