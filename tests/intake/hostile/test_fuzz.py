"""Spoilt files are read or refused, never anything else. `benchmarks/fuzz_intake.py` is the long version."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.hostile.mutating import built_files, outcome, read, spoilt

FILES = built_files()
NUMBERS = st.integers(0, 2**32)


@settings(max_examples=300, deadline=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(NUMBERS)
def test_a_spoilt_file_is_read_or_refused(number):
    assert outcome(spoilt(number, FILES), "read")


@settings(max_examples=60, deadline=10_000)
@given(NUMBERS)
def test_a_spoilt_file_is_recognised_or_refused(number):
    assert outcome(spoilt(number, FILES), "recognise")


@settings(max_examples=200, deadline=10_000)
@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data):
    assert outcome(data, "recognise")


@settings(max_examples=200, deadline=10_000)
@given(
    st.lists(st.sampled_from(["Role", "CEO", '"', ",", ";", "\t", "\n", "\r\n", "4", "NA", " "]), max_size=60)
)
def test_crooked_tables_are_read_or_refused(pieces):
    assert outcome("".join(pieces).encode(), "recognise")


@pytest.mark.parametrize("place", range(len(FILES)))
def test_the_unspoilt_files_are_read(place):
    assert read(FILES[place]).format in ("csv", "xlsx", "xls", "ods")


def test_a_number_always_makes_the_same_file():
    assert spoilt(7, FILES) == spoilt(7, FILES)
