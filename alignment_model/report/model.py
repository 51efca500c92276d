"""The report: one frozen, renderer-neutral description that every export, snapshot and share link reads.

Everything in it is plain data, so that it survives a trip through JSON unchanged: `report_from_dict(
report.as_dict()) == report`. A renderer walks sections and blocks; it never analyses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

TEXT, TABLE, CHART = "text", "table", "chart"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `style` is "lead" (the sentence to take away), "body" or "note" (method and doubt)."""

    text: str
    style: str = "body"
    type: str = TEXT


@dataclass(frozen=True, slots=True)
class Column:
    """A table column.

    `format` is "text", "points" (0.0), "signed" (+0.0), "share" (0 %), "agreement" (0.00), "integer",
    "money" or "p" (0.000).
    """

    name: str
    format: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain values (text, number, bool or None); None is an empty cell, a reason stands as text."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    note: str = ""
    type: str = TABLE


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its finding as title; `spec` is a complete Vega-Lite specification, data inside.

    `narrow` is the same chart laid out for a phone; None when there is none.
    """

    code: str
    title: str
    subtitle: str
    alt: str
    spec: Mapping[str, Any]
    narrow: Mapping[str, Any] | None = None
    type: str = CHART


Block = Text | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report: what to take away, then what shows it."""

    code: str
    title: str
    finding: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """Everything a reader of one wave is given; `data` is the machine-readable report, by its schema."""

    title: str
    subtitle: str
    survey: str
    wave: str
    sections: tuple[Section, ...]
    data: Mapping[str, Any] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)
    warning: str = ""  # to whom it may be passed on; empty for the usual words

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)

    def section(self, code: str) -> Section:
        """The section with this code; StopIteration when there is none."""
        return next(section for section in self.sections if section.code == code)


def report_from_dict(data: Mapping[str, Any]) -> Report:
    """The inverse of `Report.as_dict`, also after JSON has turned tuples into lists."""
    sections = tuple(
        Section(
            item["code"], item["title"], item["finding"], tuple(_block(block) for block in item["blocks"])
        )
        for item in data["sections"]
    )
    return Report(**{**data, "sections": sections})


def _block(item: Mapping[str, Any]) -> Block:
    if item["type"] == TEXT:
        return Text(**item)
    if item["type"] == CHART:
        return Chart(**item)
    columns = tuple(Column(**column) for column in item["columns"])
    return Table(item["title"], columns, tuple(tuple(row) for row in item["rows"]), item["note"])
