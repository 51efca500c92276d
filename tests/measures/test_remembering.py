"""What is kept is what would be worked out anew, and only the same question gets the same answer."""

from __future__ import annotations

import numpy as np
import pytest

from alignment_model.measures.map_groups import group_map
from alignment_model.measures.map_null import alpha_difference, alpha_null
from alignment_model.measures.remembering import forget, remembered

FIRST = np.random.default_rng(1).integers(1, 6, size=(6, 9)).astype(float)
SECOND = np.random.default_rng(2).integers(1, 6, size=(6, 7)).astype(float)
ASKED = {
    "null": lambda seed: repr(alpha_null(FIRST - FIRST.mean(axis=0), draws=60, seed=seed)),
    "difference": lambda seed: repr(alpha_difference(FIRST, SECOND, draws=60, seed=seed)),
    "map": lambda seed: repr(group_map({"CEO": FIRST[:, :1], "Board": FIRST, f"Managers {seed}": SECOND})),
}


@pytest.mark.parametrize("what", ASKED)
def test_what_was_kept_is_what_is_worked_out_anew(what: str) -> None:
    kept = [ASKED[what](0), ASKED[what](0)]
    forget()
    assert [ASKED[what](0), ASKED[what](0)] == kept
    assert ASKED[what](1) != kept[0]


def test_only_the_same_content_is_the_same_question() -> None:
    asked: list[object] = []

    @remembered(16)
    def told(table: object, dimensions: int | None = 2, **options: object) -> int:
        asked.append(table)
        return len(asked)

    table = np.arange(6.0)
    different = [
        told(table.reshape(2, 3)),
        told(table.reshape(3, 2)),
        told(table.reshape(2, 3).T),
        told(table.reshape(2, 3), None),
        told(table.reshape(2, 3), seed=1),
        told({"a": table}),
        told({"b": table}),
        told(table + 1e-15),
    ]
    assert different == list(range(1, 9))
    assert told(table.reshape(2, 3).copy()) == 1
    assert told({"b": table.tolist()}) == 7
    unknown = object()  # whose content nobody can tell: asked every time
    assert told(unknown) != told(unknown)
    table += 1
    assert told({"b": table}) > 8
