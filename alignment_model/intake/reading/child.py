"""The process that opens a workbook: bytes in, frames of rows out, within limits the system enforces.

Started by `sandbox` as `python -m alignment_model.intake.reading.child FORMAT READER SECONDS`. Whatever a
hostile file does to a library, it happens here: the worst end is that this process dies.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from alignment_model.errors import InputError
from alignment_model.intake.reading import frames
from alignment_model.intake.reading.limits import CHILD_MEMORY_BYTES
from alignment_model.intake.reading.refusals import refusal


def limit_resources(seconds: float) -> bool:
    """Cap this process's memory and processor time; False where the system has no such caps (Windows)."""
    try:
        import resource
    except ImportError:
        return False
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY_BYTES, CHILD_MEMORY_BYTES))
    whole_seconds = max(1, round(seconds))
    resource.setrlimit(resource.RLIMIT_CPU, (whole_seconds, whole_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True


def main(arguments: Sequence[str]) -> int:
    """Read a workbook from standard input and write its frames to standard output."""
    file_format, reader, seconds = arguments
    data = sys.stdin.buffer.read()
    limit_resources(float(seconds))
    # openpyxl would load numpy for nothing: slower to start, and more memory reserved than most files need.
    sys.modules.setdefault("numpy", None)
    try:
        _send_workbook(data, file_format, reader)
    except InputError as error:
        _send_refusal(error)
    except MemoryError:
        _send_refusal(refusal("file.too_heavy", "a workbook that needs more memory than answers would"))
    return 0


def _send_workbook(data: bytes, file_format: str, reader: str) -> None:
    from alignment_model.intake.reading.workbook import workbook_frames

    for items in workbook_frames(data, file_format, reader):
        frames.write_frame(sys.stdout.buffer, *items)


def _send_refusal(error: InputError) -> None:
    problem = error.problems[0]
    fields = (problem.code, problem.found, problem.expected, problem.fix, problem.sheet, problem.cell)
    frames.write_frame(sys.stdout.buffer, frames.REFUSED, *fields)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
