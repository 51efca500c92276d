"""Contrast as WCAG counts it, and ramps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.charts.style.colour import along, contrast, mix
from alignment_model.charts.style.colour_vision import difference_of_labs

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(colours, colours)
def test_contrast_does_not_care_which_colour_comes_first(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


@given(colours, colours)
def test_a_mix_starts_and_ends_at_its_colours(one, other):
    assert (mix(one, other, 0), mix(one, other, 1)) == (one, other)


def test_known_contrast_of_a_grey():
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_a_ramp_is_cut_off_beyond_its_ends():
    stops = ("#000000", "#FFFFFF")
    assert along(stops, -3) == "#000000"
    assert along(stops, 7) == "#FFFFFF"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_yardstick_for_colours_matches_published_pairs(one, other, expected):
    # Sharma, Wu & Dalal 2005, table 1, pairs 1, 17 and 20.
    assert difference_of_labs(one, other) == pytest.approx(expected, abs=1e-4)
