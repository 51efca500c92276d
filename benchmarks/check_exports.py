"""Read a folder of real exports, compare with what is expected of them, and print a table.

    python benchmarks/check_exports.py FOLDER

FOLDER holds the files, in folders of any depth, and `expected.json`: file → header_rows, respondent_rows
and check_columns (index, counts, blank, ordered_levels, outside_scale). Exits 1 on any difference.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from alignment_model.errors import InputError
from alignment_model.intake import Recognition, read_source, recognise


def main(folder: Path) -> int:
    """Check every file of the folder; the number of files that differ."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json")
    print("| file | tool | encoding | headers | respondents | rated | role | asked | seconds | as expected |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    wrong = 0
    for path in files:
        name = path.relative_to(folder).as_posix()
        differences = check(path, name, expected.get(name))
        wrong += bool(differences)
        for difference in differences:
            print(f"  {name}: {difference}", file=sys.stderr)
    return wrong


def check(path: Path, name: str, wanted: dict[str, Any] | None) -> list[str]:
    """Read one file, print its row of the table, and say what differs."""
    start = time.perf_counter()
    try:
        source = read_source(path.read_bytes(), path.name)
    except InputError as error:
        print(f"| {name} | | | | | | | | | refused: {error} |")
        return [] if wanted is None or wanted.get("refused") else [f"refused: {error}"]
    found = recognise(source)
    seconds = time.perf_counter() - start
    differences = compare(found, wanted) if wanted else []
    verdict = "no" if differences else "yes" if wanted else "nothing known"
    ratings = sum(column.kind == "rating" for column in found.columns)
    role = found.role.header if found.role else "none"
    print(
        f"| {name} | {found.tool} | {found.encoding} | {found.header_rows} | {found.respondents} | {ratings} "
        f"| {role[:40]} | {len(found.questions)} | {seconds:.1f} | {verdict} |"
    )
    return differences


def compare(found: Recognition, wanted: dict[str, Any]) -> list[str]:
    """Every way a file was read differently from what is expected."""
    result = [
        f"{what} is {here}, expected {there}"
        for what, here, there in (
            ("header rows", found.header_rows, wanted["header_rows"]),
            ("respondents", found.respondents, wanted["respondent_rows"]),
            ("columns", len(found.columns), wanted["columns"]),
            ("delimiter", found.delimiter, wanted["delimiter"] or ""),
        )
        if here != there
    ]
    for column in wanted["check_columns"]:
        result += compare_column(found, column)
    return result


def compare_column(found: Recognition, wanted: dict[str, Any]) -> list[str]:
    """Counts of every level and answer off the scale, blanks, and the order of levels, of one column."""
    column = found.columns[wanted["index"]]
    outside = wanted.get("outside_scale") or {}
    chosen = {level: count for level, count in zip(column.levels, column.counts) if count}
    expected = {level: count for level, count in wanted["counts"].items() if level not in outside}
    order = [level.casefold() for level in column.levels if level in chosen]
    wanted_order = [
        level.casefold() for level in wanted.get("ordered_levels") or () if level.casefold() in order
    ]
    place = f"column {wanted['index']}"
    result = []
    if chosen != expected:
        result.append(f"{place}: counts {chosen}, expected {expected}")
    if dict(column.off_scale) != outside:
        result.append(f"{place}: off the scale {dict(column.off_scale)}, expected {outside}")
    if column.blank != wanted["blank"]:
        result.append(f"{place}: {column.blank} blank, expected {wanted['blank']}")
    if wanted_order and order != wanted_order:
        result.append(f"{place}: order {order}, expected {wanted_order}")
    if wanted.get("ordered_levels") and len(column.levels) != len(wanted["ordered_levels"]):
        result.append(f"{place}: {len(column.levels)} levels, expected {len(wanted['ordered_levels'])}")
    return result


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/check_exports.py FOLDER")
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
