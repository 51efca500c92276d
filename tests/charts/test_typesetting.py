"""Widths, breaks, and labels that keep out of each other's way."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from alignment_model.charts.drawing.typesetting import shorten, spread, swarm, text_width, two_sides, wrap

texts = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=120)
boxes = st.lists(st.tuples(st.floats(0, 900), st.floats(5, 90)), min_size=1, max_size=10).map(sorted)


@given(texts, st.floats(40, 400))
def test_a_shortened_text_fits(text, width):
    assert text_width(shorten(text, width, 16), 16) <= width


@given(st.text("abcdefgh äöü", min_size=1, max_size=200), st.floats(60, 400))
def test_wrapping_loses_no_letter_and_keeps_the_width(text, width):
    lines = wrap(text, width, 16)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 16) <= width for line in lines)


def test_chinese_breaks_without_hyphens():
    lines = wrap("组织能力与信任是我们的共同目标", 100, 16)
    assert len(lines) > 1
    assert not any(line.endswith("-") for line in lines)


@given(boxes)
def test_spread_boxes_do_not_overlap_and_keep_their_order(pairs):
    centres, widths = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    placed = spread(centres, widths, 0, 1000)
    for index in range(len(placed) - 1):
        assert placed[index + 1] - placed[index] >= (widths[index] + widths[index + 1]) / 2 - 1e-6


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=8))
def test_boxes_with_room_stay_inside(centres):
    widths = [60.0] * len(centres)
    placed = spread(sorted(centres), widths, 0, 1000)
    assert placed[0] >= 30 - 1e-6
    assert placed[-1] <= 970 + 1e-6


@given(st.lists(st.floats(0, 600), min_size=1, max_size=12))
def test_swarmed_dots_never_hide_each_other(centres):
    centres = sorted(centres)
    offsets = swarm(centres, 14)
    dots = list(zip(centres, offsets))
    for index, (x, y) in enumerate(dots):
        for other_x, other_y in dots[index + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (14 * 0.85) ** 2


def test_labels_far_apart_all_stand_above():
    assert two_sides([50, 200, 400], [40, 40, 40], [0, 0, 0], 0, 500, 10) == ([50, 200, 400], [-1, -1, -1])


@given(boxes)
def test_labels_on_one_side_do_not_overlap(pairs):
    centres, widths = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    moved, sides = two_sides(centres, widths, [0.0] * len(pairs), 0, 1000, 12)
    for side in (-1, 1):
        line = [(place, width) for place, width, taken in zip(moved, widths, sides) if taken == side]
        for (place, width), (after, next_width) in itertools.pairwise(line):
            assert after - place >= (width + next_width) / 2 - 1e-6
