"""Throw spoilt files at the intake: nothing may fail unexplained, hang, or take a gigabyte.

    python -m benchmarks.fuzz_intake [--target read|recognise|build] [--inputs 20000] [--folder DIR]
        [--workers 2] [--first 0] [--keep DIR]

Inputs are our own small files of every format and the files in DIR, changed at random; input N is the same
each time. Workers open workbooks in their own process instead of one each, which is 50 times as fast; their
memory is capped at 1 GB by the system. An input that kills a worker or silences it is tried again the way the
app does it, in the sandbox: only what fails there counts. Exit code 1 if anything did.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from alignment_model.errors import InputError
from alignment_model.intake.reading import read_source
from tests.intake.hostile.mutating import TARGETS, built_files, outcome, spoilt

LIMIT_SECONDS = 10.0
# Seconds of processor time for one input, then the system ends the worker: it hangs, perhaps in a library that cannot
# be interrupted. A limit on the worker's whole time would not do: the two clocks drift apart over thousands of inputs.
HANG_SECONDS = 15
LIMIT_BYTES = 1024**3
LARGEST_REAL_FILE = 400_000


@dataclass
class Tally:
    """How the inputs ended, and what went wrong."""

    ends: Counter = field(default_factory=Counter)
    failures: dict[int, str] = field(default_factory=dict)
    contained: list[int] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    largest_megabytes: int = 0
    done: int = 0

    def take(self, line: dict) -> None:
        """Count one input's result."""
        self.done += 1
        self.ends[line["end"]] += 1
        self.slowest = max(self.slowest, (line["seconds"], line["number"]))
        self.largest_megabytes = max(self.largest_megabytes, line["megabytes"])
        if line["end"].startswith("failure"):
            self.fail(line["number"], line["end"])
        elif line["seconds"] > LIMIT_SECONDS:
            self.fail(line["number"], f"took {line['seconds']:.1f} s")

    def fail(self, number: int, what: str) -> None:
        """Note a failure, and say so at once."""
        self.failures[number] = what
        print(f"input {number}: {what}", file=sys.stderr)


def files_of(folder: str) -> list[bytes]:
    """Our own files, and the real ones in `folder` that are small enough to be spoilt thousands of times."""
    real = sorted(path for path in Path(folder).rglob("*") if path.is_file()) if folder else []
    return built_files() + [
        path.read_bytes() for path in real if 0 < path.stat().st_size <= LARGEST_REAL_FILE
    ]


def work(first: int, last: int, step: int, target: str, folder: str) -> None:
    """A worker: one line of JSON for each input, with how it ended, its time and the memory so far."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    files = files_of(folder)
    for number in range(first, last, step):
        started = time.process_time()  # not the clock: other work on the machine is not the file's doing
        signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
        try:
            end = outcome(spoilt(number, files), target)
        except BaseException as error:
            end = f"failure: {type(error).__name__}: {error}"[:300]
        seconds = time.process_time() - started
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            json.dumps({"number": number, "end": end, "seconds": seconds, "megabytes": megabytes}), flush=True
        )


def watch(numbers: range, options: argparse.Namespace, tally: Tally, lock: threading.Lock) -> None:
    """Run a worker over its inputs, starting another behind an input that kills or silences it."""
    number = numbers.start
    while number < numbers.stop:
        place = f"{number},{numbers.stop},{numbers.step}"
        command = [
            sys.executable,
            "-m",
            "benchmarks.fuzz_intake",
            "--work",
            place,
            "--target",
            options.target,
        ]
        with tempfile.TemporaryFile("w+", errors="replace") as said:
            worker = subprocess.Popen(
                [*command, "--folder", options.folder], stdout=subprocess.PIPE, stderr=said, text=True
            )
            number = _follow(worker.stdout, number, numbers.step, tally, lock)
            code = worker.wait()
            said.seek(0)
            last_words = said.read()[-300:].strip()
        if number < numbers.stop:
            with lock:
                print(f"input {number} ended its worker ({code}): {last_words}", file=sys.stderr)
                _try_in_sandbox(number, options, tally)
            number += numbers.step


def _follow(lines: Iterable[str], number: int, step: int, tally: Tally, lock: threading.Lock) -> int:
    """Count a worker's results until it ends; the number of the input it did not finish."""
    for line in lines:
        with lock:
            tally.take(json.loads(line))
            if tally.done % 1000 == 0:
                print(f"{tally.done:,} inputs, {len(tally.failures)} failures", file=sys.stderr)
        number += step
    return number


def _try_in_sandbox(number: int, options: argparse.Namespace, tally: Tally) -> None:
    """Read an input as the app does: what the sandbox refuses in time is no failure, all else is."""
    started = time.perf_counter()
    contained = False
    try:
        read_source(spoilt(number, files_of(options.folder)), "spoilt")
    except InputError:
        contained = True
    seconds = time.perf_counter() - started
    tally.done += 1
    tally.ends["contained by the sandbox" if contained else "failure: lost worker"] += 1
    if contained and seconds <= LIMIT_SECONDS:
        tally.contained.append(number)
    else:
        tally.fail(number, f"the worker ended; the sandbox took {seconds:.1f} s, refused: {contained}")


def run(options: argparse.Namespace) -> Tally:
    """Try the inputs asked for, shared among the workers."""
    tally, lock = Tally(), threading.Lock()
    last, step = options.first + options.inputs, options.workers
    shares = [range(options.first + place, last, step) for place in range(step)]
    threads = [threading.Thread(target=watch, args=(share, options, tally, lock)) for share in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def report(tally: Tally, seconds: float) -> None:
    """Print what came of it."""
    print(f"{tally.done:,} inputs in {seconds:,.0f} s")
    for end, times in tally.ends.most_common():
        print(f"  {times:7,}  {end}")
    print(
        f"slowest {tally.slowest[0]:.2f} s (input {tally.slowest[1]}), most memory {tally.largest_megabytes} MB"
    )
    print(f"{len(tally.contained)} killed or silenced a worker and were contained by the sandbox")
    print(f"{len(tally.failures)} failures")
    for number, what in sorted(tally.failures.items())[:20]:
        print(f"  input {number}: {what}")


def keep(tally: Tally, folder: str, directory: str) -> None:
    """Write the inputs that failed to files, to be looked at."""
    Path(directory).mkdir(parents=True, exist_ok=True)
    files = files_of(folder)
    for number in tally.failures:
        (Path(directory) / f"input-{number}").write_bytes(spoilt(number, files))


def main() -> int:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--target", choices=TARGETS, default="build")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--folder", default="", help="real exports to spoil as well")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", default="", help="where to write inputs that failed")
    parser.add_argument("--work", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(*map(int, options.work.split(",")), options.target, options.folder)
        return 0
    started = time.perf_counter()
    tally = run(options)
    report(tally, time.perf_counter() - started)
    if options.keep:
        keep(tally, options.folder, options.keep)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
