"""Words survey tools use in their exports, from `data/survey_columns.toml`, read and checked once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.intake.text import fold

FILE = "survey_columns.toml"
KINDS = (
    *("id", "email", "name", "time", "submitted", "duration", "address", "status"),
    *("finished", "progress", "channel", "language", "last_page", "other"),
)


_SUMMARY = ("marks", "counts", "shares", "statistics", "answers", "totals")
_LISTS = (
    ("rows", "summary"),
    *(("options", name) for name in ("ticked", "not_ticked", "other", "companion")),
    *(("summaries", name) for name in _SUMMARY),
)


@dataclass(frozen=True)
class SurveyWords:
    """Headings of tools' own columns (folded heading → kind), rows that are totals, marks of chosen options."""

    headings: Mapping[str, str]
    summary_rows: frozenset[str]
    ticked: frozenset[str]
    not_ticked: frozenset[str]
    other: tuple[str, ...]
    companion: tuple[str, ...]
    summary_marks: frozenset[str]
    counts: frozenset[str]
    shares: frozenset[str]
    statistics: frozenset[str]
    answers: frozenset[str]
    totals: frozenset[str]


def key(name: str) -> str:
    """A heading as it is looked up: folded, or itself when only signs are left ("#")."""
    return fold(name) or name.strip()


@cache
def survey_words() -> SurveyWords:
    """The words, checked.

    Raises
    ------
    DataFileError
        Naming file, table and key.
    """
    tables = data_files.read_toml(data_files.DATA_DIRECTORY / FILE)
    for table, name in _LISTS:
        if not isinstance(tables.get(table, {}).get(name), list):
            raise DataFileError(FILE, table, name, "a list of texts is expected.")
    options = tables["options"]
    return SurveyWords(
        headings=_headings(tables.get("headings", {})),
        summary_rows=frozenset(map(fold, tables["rows"]["summary"])),
        ticked=frozenset(map(fold, options["ticked"])),
        not_ticked=frozenset(map(fold, options["not_ticked"])),
        other=tuple(map(fold, options["other"])),
        companion=tuple(map(fold, options["companion"])),
        summary_marks=_folded(tables["summaries"]["marks"]),
        **{name: _folded(tables["summaries"][name]) for name in _SUMMARY[1:]},
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _headings(tables: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, names in tables.items():
        if kind not in KINDS:
            raise DataFileError(
                FILE, "headings", kind, f"this kind is not known; known are {', '.join(KINDS)}."
            )
        for name in names:
            if found.setdefault(key(name), kind) != kind:
                raise DataFileError(
                    FILE, "headings", kind, f"'{name}' already stands for '{found[key(name)]}'."
                )
    return found
