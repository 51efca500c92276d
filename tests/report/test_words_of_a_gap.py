"""A gap that is certain but small, and one that may be chance, are told apart: on the page and in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model.analysis.model import Gap
from alignment_model.measures.statistic import Statistic
from alignment_model.report.words import gap_sentence as in_report
from alignment_model.ui.reading import general as reading
from tests.report.organisations import build
from tests.report.shapes import Shape

ANALYSIS = build(Shape())
LAYER = ANALYSIS.layers[0]


def gap(difference: float, p: float | None, word: str) -> Gap:
    found = Statistic.of(difference)
    return Gap(LAYER.code, "Manager", "Employee", "groups", found, p, word, None)


@pytest.mark.parametrize(
    "found, told",
    [
        (
            gap(0.2, 1e-6, "possible"),
            "Managers stand 0.2 points above employees on {}, a small gap, but hardly chance",
        ),
        (gap(-1.4, 0.2, "possible"), "Employees stand 1.4 points above managers on {}, which may be chance"),
        (gap(2.0, None, "possible"), "Managers stand 2.0 points above employees on {}, which may be chance"),
        (gap(1.4, 0.001, "clear"), "Managers clearly stand 1.4 points above employees on {}"),
    ],
)
def test_the_page_says_which_of_both_is_missing(found: Gap, told: str) -> None:
    layer = reading.words.layer_phrase(LAYER.layer)
    assert reading.gap_sentence(ANALYSIS, found) == told.format(layer)
    assert reading.widest_gap(replace(ANALYSIS, gaps=(found,))) == told.format(layer)


def test_the_report_says_it_in_the_same_words() -> None:
    assert in_report(gap(0.2, 1e-6, "possible"), "trust").endswith(
        "on trust, a small gap, but hardly chance."
    )
    assert in_report(gap(-1.4, 0.2, "possible"), "trust").endswith("on trust, which may be chance.")
    assert in_report(gap(1.4, 0.001, "clear"), "trust").endswith("on trust, clearly.")
    assert in_report(gap(0.1, 0.7, "none"), "trust").endswith("on trust, within chance.")
