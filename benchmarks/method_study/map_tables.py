"""How often the consensus map says what the members really think."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from alignment_model.measures import find_camps, within_group_alpha
from benchmarks.method_study.surveys import Row, percent


def maps(random, repetitions: int) -> Iterator[Row]:
    """How often alpha is beyond chance and camps are reported, by what the members really think."""
    items = np.arange(1.0, 8)
    kinds = {
        "random rankings": (0, False),
        "one view, loose": (1.0, False),
        "one view, close": (3.0, False),
        "two opposed views, loose": (1.0, True),
        "two opposed views, close": (3.0, True),
    }
    for name, (strength, split) in kinds.items():
        for members in (4, 5, 7, 9, 12):
            alphas, tight, camps, sure = [], [], [], []
            for _ in range(repetitions):
                signs = np.where((np.arange(members) < members // 2) & split, -1, 1)
                view = strength * (items[:, None] - 4) / 2 * signs
                ranks = (view + random.normal(0, 1.6, (7, members))).argsort(axis=0).argsort(axis=0) + 1.0
                alphas.append(within_group_alpha(ranks, draws=200).p < 0.05)
                found = find_camps(ranks, draws=60)
                tight.append((found.p or 0.0) < 0.05)
                camps.append(found.found)
                sure.append(found.sure)
            yield [name, str(members), *map(percent, (alphas, tight, camps, sure))]
