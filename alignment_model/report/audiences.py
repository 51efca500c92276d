"""Whom a report is for: its sections, their order, and what is said about passing it on; read from data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from alignment_model import data_files
from alignment_model.errors import UsageError
from alignment_model.report.exports import EXPORTERS
from alignment_model.report.model import Report
from alignment_model.report.selection import AS_ONE, LAYER, LEADERS_AS_ONE, select

FILE = "audiences.toml"
LAYERS = "layers"
SECTIONS = (
    "overview",
    LAYERS,
    "gaps",
    "executives_and_managers",
    "consensus_map",
    "value",
    "chain",
    "theory_reality",
    "number",
    "patterns",
    "register",
    "trends",
    "conversations",
    "commitments",
    "open_answers",
    "all_gaps",
    "figures",
    "questions",
    "method",
    "confidentiality",
)
LONGEST_LINK = 366  # days


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a pack is for. `files` are made, `downloads` are what a link offers, for `link_days` days."""

    code: str
    name: str
    purpose: str
    warning: str
    sections: tuple[str, ...]
    files: tuple[str, ...]
    downloads: tuple[str, ...]
    link_days: int
    leaders_as_one: bool

    def __post_init__(self) -> None:
        if not 1 <= self.link_days <= LONGEST_LINK:
            raise ValueError(f"link_days is {self.link_days}; a link is good for 1 to {LONGEST_LINK} days.")
        apart = [code for code in self.sections if code not in AS_ONE]
        if self.leaders_as_one and apart:
            raise ValueError(f"leaders_as_one allows only {', '.join(AS_ONE)}; '{apart[0]}' names offices.")

    def chosen(self, report: Report) -> tuple[str, ...]:
        """The report's sections for this audience, in its order, as a link keeps them."""
        there = [section.code for section in report.sections]
        layers = [code for code in there if code.startswith(LAYER)]
        listed = [code for name in self.sections for code in (layers if name == LAYERS else [name])]
        mark = (LEADERS_AS_ONE,) if self.leaders_as_one else ()
        return (*mark, *(code for code in listed if code in there))


@cache
def load_audiences(path: Path | None = None) -> tuple[Audience, ...]:
    """The audiences, read and checked once.

    Raises
    ------
    DataFileError
        Naming file, table and key, when the file does not say what it should.
    """
    path = path or data_files.DATA_DIRECTORY / FILE
    found = data_files.rows(Audience, data_files.read_toml(path), path.name, "audiences")
    data_files.unique(found, path.name, "audiences")
    for index, audience in enumerate(found):
        table = f"audiences[{index}]"
        for code in audience.sections:
            data_files.known(code, SECTIONS, path.name, table, "sections")
        for key, codes in (("files", audience.files), ("downloads", audience.downloads)):
            for code in codes:
                data_files.known(code, tuple(EXPORTERS), path.name, table, key)
    return found


def audience(code: str) -> Audience:
    """The audience with this code.

    Raises
    ------
    UsageError
        When there is none.
    """
    found = next((item for item in load_audiences() if item.code == code), None)
    if found is None:
        known = ", ".join(item.code for item in load_audiences())
        raise UsageError(f"'{code}' is not an audience. Choose from {known}.")
    return found


def warnings_for(report: Report, sections: tuple[str, ...]) -> tuple[str, ...]:
    """What is said about passing on a part with these sections, by whom it could be for."""
    return tuple(item.warning for item in load_audiences() if item.chosen(report) == sections)


def for_audience(report: Report, wanted: Audience) -> Report:
    """The report as this audience gets it.

    Raises
    ------
    UsageError
        When leadership as one would still say what single leaders said, or the report has no section on it.
    """
    return replace(select(report, wanted.chosen(report)), warning=wanted.warning)
