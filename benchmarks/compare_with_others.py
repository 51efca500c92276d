"""Our measures against other people's implementations, on thousands of inputs each that hypothesis makes up.

    python -m benchmarks.compare_with_others                      # 10,000 inputs each, print the table
    python -m benchmarks.compare_with_others --write docs/analyst/other-implementations.md
    python -m benchmarks.compare_with_others --inputs 200 --only icc

The inputs are the same on every run. The document's table lies between two marker lines; --write replaces
what is between them. The test suite runs the same comparisons on fewer inputs.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, given, settings

from benchmarks.peers import COMPARISONS, Comparison

START, END = "<!-- table start -->", "<!-- table end -->"
HEADER = ("Measure", "Compared", "With", "Inputs", "Largest difference", "Disagreements")


@dataclass
class Tally:
    """What came of one comparison: inputs with a value, the largest difference, disagreements."""

    comparison: Comparison
    inputs: int = 0
    largest: float = 0.0
    disagreements: list[str] = field(default_factory=list)

    def add(self, drawn: object) -> None:
        """Compare one input; where we give a reason instead of a value, hypothesis draws another."""
        ours = self.comparison.ours(drawn)
        assume(ours is not None)
        self.inputs += 1
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what others warn of is theirs
            theirs = self.comparison.theirs(drawn)
        apart = max(abs(a - b) / max(1.0, abs(b)) for a, b in zip(ours, theirs, strict=True))
        if not apart <= self.comparison.tolerance:  # also when theirs is not a number
            self.disagreements.append(f"{drawn!r}: ours {ours}, theirs {theirs}")
        else:
            self.largest = max(self.largest, apart)

    @property
    def row(self) -> tuple[str, ...]:
        """The comparison as a row of the table."""
        one = self.comparison
        peer = f"{one.peer} {version(one.peer)}, `{one.call}`"
        numbers = f"{self.inputs:,}", f"{self.largest:.0e}"
        return f"`{one.measure}`", one.what, peer, *numbers, str(len(self.disagreements))


def compare(comparison: Comparison, inputs: int) -> Tally:
    """Run one comparison on so many inputs, always the same ones."""
    tally = Tally(comparison)

    @settings(
        max_examples=inputs,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(comparison.inputs)
    def run(drawn: object) -> None:
        tally.add(drawn)

    run()
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the comparisons; write their table into a document, or print it. 1 when any disagree."""
    parser = argparse.ArgumentParser(description="Compare our measures with other people's implementations.")
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--only", default="", help="part of a measure's or a peer's name")
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    options = parser.parse_args(arguments)
    chosen = [one for one in COMPARISONS if options.only in f"{one.measure} {one.peer}"]
    tallies = []
    for one in chosen:
        print(f"{one.measure}, {one.what}, {one.peer} ...", file=sys.stderr, flush=True)
        tallies.append(compare(one, options.inputs))
        print(*tallies[-1].disagreements[:2], sep="\n", end="", file=sys.stderr)
    rows = (HEADER, ("---",) * len(HEADER), *(tally.row for tally in tallies))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if options.write is None:
        print(table)
    else:
        before, _, rest = options.write.read_text(encoding="utf-8").partition(START)
        _, _, after = rest.partition(END)
        options.write.write_text(f"{before}{START}\n\n{table}\n\n{END}{after}", encoding="utf-8")
    return int(any(tally.disagreements for tally in tallies))


if __name__ == "__main__":
    raise SystemExit(main())
