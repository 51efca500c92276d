"""What a survey tool is to us: how its exports are known, and what its rows and headings mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from alignment_model.intake.cells import Sheet
from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.headings.header_rows import plain_header_rows, title_rows
from alignment_model.intake.recognition.headings.headers import header_texts, headers_of
from alignment_model.intake.recognition.metadata import metadata_kind
from alignment_model.intake.text import fold

PREVIEW = "preview"
INCOMPLETE = "incomplete"


@dataclass(frozen=True)
class View:
    """The top of a sheet, as text: what a tool is recognised by. `first` is the first row of the table."""

    sheet: Sheet

    @cached_property
    def first(self) -> int:
        """How many rows of titles stand above the table."""
        return title_rows(self.sheet)

    @cached_property
    def texts(self) -> list[list[str]]:
        """The first rows of the table."""
        return header_texts(self.sheet, self.first + 6)[self.first :]

    def row(self, place: int) -> list[str]:
        """A row of the table, counted from 0; empty when there is none."""
        return self.texts[place] if place < len(self.texts) else []

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The first row, folded."""
        return tuple(fold(text) if text != "#" else "#" for text in self.row(0))


def header_rows_below_titles(view: View) -> int:
    """The number of header rows, counted from the sheet's first row, when the tool does not say."""
    return plain_header_rows(view.sheet, view.first)


def plain_headers(view: View, rows: int) -> list[Header]:
    """Headers from the rows below the titles."""
    return headers_of(header_texts(view.sheet, rows)[view.first :])


def metadata_by_heading(view: View, headers: Sequence[Header]) -> dict[int, str]:
    """Metadata columns by their headings alone."""
    found = {}
    for header in headers:
        kind = "" if header.group else metadata_kind(header.item) or metadata_kind(header.code)
        if kind:
            found[header.index] = kind
    return found


def no_rules(answers: Mapping[str, str]) -> str:
    """For tools that mark no rows."""
    return ""


@dataclass(frozen=True)
class Tool:
    """One survey tool.

    `matches` says whether a sheet is its export; `row_note` takes a row's metadata (kind → answer) and
    says "preview", "incomplete" or "" for it. `recoded` tools may number choices out of order.
    """

    name: str
    matches: Callable[[View], bool]
    header_rows: Callable[[View], int] = header_rows_below_titles
    headers: Callable[[View, int], list[Header]] = plain_headers
    metadata: Callable[[View, Sequence[Header]], dict[int, str]] = metadata_by_heading
    row_note: Callable[[Mapping[str, str]], str] = no_rules
    recoded: bool = False
