"""The bar says how much is read and how long the rest takes."""

import pytest

from alignment_model.ui.importing.file import Pace


def test_opening_says_nothing_of_the_time_left():
    pace = Pace(started=0)
    assert pace.standing(0, 1000, now=5) == (0.0, "Opening the file")
    assert pace.standing(100, 1000, now=6) == (0.1, "100 of 1,000 rows read")
    assert pace.standing(400, 1000, now=9) == (0.4, "400 of 1,000 rows read, about 6 seconds left")


@pytest.mark.parametrize(("rows", "left"), [(990, "about 1 second left"), (1000, "about 1 second left")])
def test_there_is_always_a_second_left_until_it_is_done(rows, left):
    pace = Pace(started=0)
    pace.standing(100, 1000, now=1)
    assert pace.standing(rows, 1000, now=10)[1].endswith(left)


def test_without_a_known_end_rows_are_counted():
    assert Pace(started=0).standing(4000, None, now=3) == (0.0, "4,000 rows read")
