"""How often the method is right: a seeded simulation of surveys whose truth is known.

    python -m benchmarks.method_study                    # print the tables
    python -m benchmarks.method_study --write docs/analyst/method-study.md
    python -m benchmarks.method_study --repetitions 50   # quicker and rougher
    python -m benchmarks.method_study --only Verdicts --write docs/analyst/method-study.md

The document's tables lie between two marker lines; --write replaces those that were made again. Each table has
its own seed, so that one can be made again without the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.method_study.document import merged, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the study; write its tables into a document, or print them."""
    parser = argparse.ArgumentParser(
        description="Simulate surveys whose truth is known and judge the method."
    )
    parser.add_argument("--repetitions", type=int, default=1000)
    parser.add_argument("--only", default="", help="part of a table's title")
    parser.add_argument("--seed", type=int, default=20261120)
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    options = parser.parse_args(arguments)
    tables = report(options.repetitions, options.seed, options.only)
    if options.write is None:
        print("\n\n".join(tables.values()))
        return 0
    document = options.write.read_text(encoding="utf-8")
    options.write.write_text(merged(document, tables), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
