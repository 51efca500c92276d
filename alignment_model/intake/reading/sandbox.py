"""Opens workbooks in a process of their own, so that no file can stop or starve the app.

A fresh Python process, not a fork: the app has threads, and forking them deadlocks. It costs about 0.2 s.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from alignment_model.errors import ERROR, InputError, Problem
from alignment_model.intake.reading import frames
from alignment_model.intake.reading.limits import child_seconds, wall_seconds
from alignment_model.intake.reading.progress import Watch
from alignment_model.intake.reading.refusals import refusal

PACKAGE_ROOT = Path(__file__).resolve().parents[3]
CHILD = "alignment_model.intake.reading.child"
# How long a request to cancel may go unnoticed, in seconds.
PATIENCE = 0.05
# What the child may know of our surroundings: where to find Python, and nothing secret.
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
# The child can cap its own processor time wherever there is this module (not on Windows).
PROCESSOR_CAPPED = importlib.util.find_spec("resource") is not None
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ReaderFailed(Exception):
    """The child ended without a result and without a reason: another reader may do better."""


def sandboxed_frames(
    data: bytes, file_format: str, unpacked_bytes: int, reader: str, watch: Watch
) -> Generator[tuple[Any, ...], None, None]:
    """The frames of a workbook, read by a child process.

    Raises
    ------
    InputError
        The workbook was refused, or took more time or memory than it may.
    Cancelled
        The watch was told to stop; the child is ended at once.
    ReaderFailed
        The reader broke on this file.
    """
    child = _start(file_format, reader, child_seconds(unpacked_bytes))
    queue: SimpleQueue[bytes | None] = SimpleQueue()
    listener = threading.Thread(target=_converse, args=(child, data, queue), daemon=True)
    listener.start()
    try:
        for payload in _payloads(
            queue, time.monotonic() + wall_seconds(unpacked_bytes, PROCESSOR_CAPPED), watch
        ):
            items = frames.unpack_frame(payload)
            if items[0] == frames.REFUSED:
                raise _as_refusal(items)
            yield items
            if items[0] == frames.DONE:
                return
        raise _silent_end(child.wait())
    finally:
        child.kill()
        child.wait()
        listener.join()
        child.stdout.close()


def _start(file_format: str, reader: str, seconds: float) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    search = [str(PACKAGE_ROOT), os.environ.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in search if path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", CHILD, file_format, reader, f"{seconds:.1f}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=NO_WINDOW,
    )


def _converse(child: subprocess.Popen[bytes], data: bytes, queue: SimpleQueue[bytes | None]) -> None:
    """Give the child its file, then pass on what it says until it falls silent."""
    try:
        with child.stdin as stream:
            stream.write(data)
    except OSError:
        queue.put(None)  # it died before it had read everything
        return
    while (payload := frames.read_frame(child.stdout)) is not None:
        queue.put(payload)
    queue.put(None)


def _payloads(queue: SimpleQueue[bytes | None], deadline: float, watch: Watch) -> Iterator[bytes]:
    while True:
        watch.check()
        if time.monotonic() > deadline:
            raise _too_slow()
        try:
            payload = queue.get(timeout=PATIENCE)
        except Empty:
            continue
        if payload is None:
            return
        yield payload


def _silent_end(code: int) -> Exception:
    """Why a child fell silent: the system stopped it (a negative code), or its reader failed."""
    import signal

    if code == -getattr(signal, "SIGXCPU", 0) or code == -getattr(signal, "SIGKILL", 0):
        return _too_slow()
    if code < 0:
        return refusal("file.too_heavy", "a workbook that needs more memory than answers would")
    return ReaderFailed(f"the reader ended with code {code}")


def _too_slow() -> InputError:
    return refusal("file.too_heavy", "a workbook that takes far longer to open than answers would")


def _as_refusal(items: tuple[Any, ...]) -> InputError:
    code, found, expected, fix, sheet, cell = items[1:]
    return InputError([Problem(code, ERROR, found, expected, fix, sheet, cell)])
