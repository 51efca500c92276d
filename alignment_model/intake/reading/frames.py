"""What the process that opens workbooks tells the one that asked: small pickles, each after its length.

Only plain values and dates cross; the receiving side builds nothing else, whatever it is sent.
"""

from __future__ import annotations

import io
import pickle
import struct
from datetime import date, datetime, time
from typing import Any, BinaryIO

LENGTH = struct.Struct(">I")
# A batch of rows is far smaller; anything beyond is not ours.
MAX_FRAME_BYTES = 256 * 1024 * 1024

# What the first item of a frame may be.
TOTAL = "total"  # rows in all
SHEET = "sheet"  # a sheet begins: its name, hidden
ROWS = "rows"  # some rows of it
MARKS = "marks"  # it ends: its formulas, errors, merged ranges and dates made from text
HIDDEN_ERRORS = "hidden errors"  # how many cells with errors read as blank
REFUSED = "refused"  # code, sheet, cell and what was found
DONE = "done"
BUILDERS = {("datetime", "datetime"): datetime, ("datetime", "date"): date, ("datetime", "time"): time}


def write_frame(stream: BinaryIO, *items: Any) -> None:
    """Send one frame."""
    payload = pickle.dumps(items, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The payload of the next frame, or None when the stream has ended or broken off."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    length = LENGTH.unpack(head)[0]
    if length > MAX_FRAME_BYTES:
        return None
    payload = stream.read(length)
    return payload if len(payload) == length else None


class _PlainUnpickler(pickle.Unpickler):
    """Builds lists, tuples, texts, numbers and dates; refuses to look up anything else."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) not in BUILDERS:
            raise pickle.UnpicklingError(f"{module}.{name} is not a cell value")
        return BUILDERS[module, name]


def unpack_frame(payload: bytes) -> tuple[Any, ...]:
    """The items of a frame."""
    return _PlainUnpickler(io.BytesIO(payload)).load()
