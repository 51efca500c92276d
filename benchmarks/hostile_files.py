"""Read every hostile file the way the app does, and print how each ended, in what time and memory.

    python -m benchmarks.hostile_files [--only WORD]

Each file is read and recognised in a fresh process that stands for the server; workbooks are opened by the
process it starts, as in the app. Seconds are processor seconds of both, the same on a busy machine; by the clock
three times as many may pass. Memory is the most each process held, that of the server above what it held before.
Exit code 1 if a file ends otherwise than listed, takes 10 s or more, or any process goes over a gigabyte.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import time

from alignment_model.errors import InputError, Problem
from alignment_model.intake import read_source, recognise
from alignment_model.wording import count
from tests.intake.hostile.heavy import ACCEPTED, HEAVY
from tests.intake.hostile.kinds import REFUSED

KINDS = {**REFUSED, **HEAVY}
MOST_SECONDS, MOST_CLOCK, MOST_MEGABYTES = 10.0, 30.0, 1024


def one(name: str) -> dict[str, object]:
    """How a file ended: its code and what was found, seconds, and MB of this process and of the one it started."""
    made = KINDS[name][0]()
    files = made if isinstance(made, list) else [made]
    gc.collect()
    before = _megabytes(resource.RUSAGE_SELF)
    started, used = time.perf_counter(), _processor_seconds()
    ends = [_end(data) for data in files]
    spent = time.perf_counter() - started
    used = _processor_seconds() - used
    _, found = ends[-1]
    return {
        "codes": sorted({code for code, _ in ends}),
        "found": found,
        "bytes": len(files[-1]),
        "seconds": used / len(files),
        "clock": spent / len(files),
        "server": _megabytes(resource.RUSAGE_SELF) - before,
        "reader": _megabytes(resource.RUSAGE_CHILDREN),
    }


def _end(data: bytes) -> tuple[str, str]:
    try:
        found = recognise(read_source(data, "answers.xlsx"))
    except InputError as error:
        return error.problems[0].code, _told(error.problems[0])
    return ACCEPTED, _told(found.problems[0]) if found.problems else count(
        found.respondents, "person", "people"
    )


def _told(problem: Problem) -> str:
    return f"{problem.cell}: {problem.found}" if problem.cell else problem.found


def _processor_seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _megabytes(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


def check(name: str) -> str:
    """Read one file in a process of its own and print its row; what is wrong with how it ended, or "" """
    command = [sys.executable, "-m", "benchmarks.hostile_files", "--one", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"the process that stands for the server ended with {done.returncode}: {done.stderr[-300:]}"
    found = json.loads(done.stdout)
    print(
        f"| {name} | {found['bytes'] / 1024**2:.1f} | {', '.join(found['codes'])} | {found['found']} "
        f"| {found['seconds']:.1f} | {found['server']} | {found['reader']} |",
        flush=True,
    )
    return _fault(found, KINDS[name][1])


def _fault(found: dict, expected: str) -> str:
    if expected not in found["codes"]:
        return f"ended with {found['codes']}, expected {expected}"
    if found["seconds"] >= MOST_SECONDS or found["clock"] >= MOST_CLOCK:
        return f"took {found['seconds']:.1f} s, {found['clock']:.1f} s by the clock"
    most = max(found["server"], found["reader"])
    return f"took {most} MB" if most > MOST_MEGABYTES else ""


def main() -> int:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="only files whose name holds this")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one(options.one)))
        return 0
    print("| file | MB | code | found | seconds | server MB | reader MB |")
    print("|---|---|---|---|---|---|---|")
    faults = {name: check(name) for name in KINDS if options.only in name}
    for name, fault in faults.items():
        if fault:
            print(f"{name}: {fault}", file=sys.stderr)
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
