"""Nothing but plain values crosses from the process that opens workbooks."""

import datetime
import io
import pickle

import pytest

from alignment_model.intake.reading.frames import ROWS, read_frame, unpack_frame, write_frame

ROW = ("Agree", 4, 2.5, True, None, datetime.datetime(2026, 1, 5), datetime.time(9, 30))


def test_rows_arrive_as_they_were_sent():
    stream = io.BytesIO()
    write_frame(stream, ROWS, [ROW])
    stream.seek(0)
    assert unpack_frame(read_frame(stream)) == (ROWS, [ROW])
    assert read_frame(stream) is None


def test_a_frame_that_asks_for_a_function_is_refused():
    with pytest.raises(pickle.UnpicklingError, match="not a cell value"):
        unpack_frame(pickle.dumps(print))


def test_a_frame_broken_off_is_the_end():
    stream = io.BytesIO()
    write_frame(stream, ROWS, [ROW])
    assert read_frame(io.BytesIO(stream.getvalue()[:-1])) is None
    assert read_frame(io.BytesIO(b"\xff\xff\xff\xff")) is None
