"""Words survey tools use in their exports, from `data/survey_columns.toml`, read and checked once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.intake.text import fold

FILE = "survey_columns.toml"
KINDS = (
    *("id", "email", "name", "time", "submitted", "duration", "address", "status"),
    *("finished", "progress", "channel", "language", "last_page", "other"),
)


_SUMMARY = ("marks", "counts", "shares", "statistics", "answers", "totals")
_STATES = ("unfinished", "tried")
_LISTS = (
    ("rows", "summary"),
    *(("long", name) for name in ("questions", "answers")),
    *(("states", name) for name in _STATES),
    *(("options", name) for name in ("ticked", "not_ticked", "other", "companion")),
    *(("summaries", name) for name in _SUMMARY),
)


@dataclass(frozen=True)
class ToolWords:
    """A tool told by headings that all stand in the file: its name, those `marks`, and its own headings → kind.

    `before` and `after` are the marks between a question and its statement; `unfinished` and `tried` its own states.
    """

    name: str
    marks: frozenset[str]
    headings: Mapping[str, str]
    before: str = ""
    after: str = ""
    unfinished: frozenset[str] = frozenset()
    tried: frozenset[str] = frozenset()


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
    unfinished: frozenset[str]
    tried: frozenset[str]
    tools: tuple[ToolWords, ...]
    long_questions: frozenset[str]
    long_answers: frozenset[str]


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
        **{name: _folded(tables["states"][name]) for name in _STATES},
        long_questions=_folded(tables["long"]["questions"]),
        long_answers=_folded(tables["long"]["answers"]),
        tools=tuple(_tool(tool, place) for place, tool in enumerate(tables.get("tools", []))),
    )


def _tool(table: Mapping[str, Any], place: int) -> ToolWords:
    name, marks = table.get("name"), table.get("marks")
    if not isinstance(name, str) or not isinstance(marks, list) or len(marks) < 2:
        raise DataFileError(FILE, f"tools[{place}]", "marks", "a name and at least two marks are expected.")
    special = ("name", "marks", "before", "after", *_STATES)
    own = {kind: names for kind, names in table.items() if kind not in special}
    states = {state: _folded(table.get(state, [])) for state in _STATES}
    marks_between = {side: str(table.get(side, "")) for side in ("before", "after")}
    return ToolWords(name, _folded(marks), _headings(own), **marks_between, **states)


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
