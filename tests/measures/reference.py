"""Reference values made with other people's software, as data in tests/reference."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent / "reference"


def expected(name: str) -> dict:
    """One file of reference values."""
    return json.loads((ROOT / f"{name}.json").read_text(encoding="utf-8"))


def table(name: str) -> np.ndarray:
    """An input table without its header and row names; blanks are NaN."""
    with (ROOT / "input" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    skip = 1 if header[0] in ("unit", "target", "priority", "dep") else 0
    return np.array([[float(cell) if cell else np.nan for cell in row[skip:]] for row in rows])


def members() -> list[str]:
    """The names of the nine members of the top team."""
    with (ROOT / "input" / "tarakci2014_tmt_ranks.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))[1:]
