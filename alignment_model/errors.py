"""Everything that can go wrong and be explained.

    AlignmentError            a sentence for the reader
    ├── DataFileError         a file of ours in data/ is at fault: file, table, key
    ├── InputError            a file somebody gave us is at fault: problems with their cells
    ├── NotFoundError         a survey, wave or snapshot that is not there
    ├── ConflictError         the store already holds this (the same file twice, a name taken)
    ├── StoreError            the database cannot be reached or is not ours
    ├── Cancelled             the person asked to stop; nothing was stored
    └── UsageError            a command or call that cannot mean anything

Exceptions carry the data the page needs to explain them; the message is a whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

ERROR = "error"
WARNING = "warning"
QUESTION = "question"
SEVERITIES = (ERROR, QUESTION, WARNING)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input file: where, what was found, what was expected, how to mend it.

    `code` is stable and machine-readable (`answer.not_on_scale`); `severity` is "error" (nothing can be
    stored), "question" (a person has to decide) or "warning" (stored, but worth knowing). `sheet` and
    `cell` are spreadsheet addresses ("Responses", "F12"); empty when the whole file is meant.
    """

    code: str
    severity: str
    found: str
    expected: str
    fix: str
    sheet: str = ""
    cell: str = ""

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"'{self.severity}' is not a severity; use one of {', '.join(SEVERITIES)}")

    @property
    def place(self) -> str:
        """Where, in words: "Responses!F12", "Responses" or "the file"."""
        if self.sheet and self.cell:
            return f"{self.sheet}!{self.cell}"
        return self.sheet or self.cell or "the file"

    @property
    def sentence(self) -> str:
        """The whole problem as one line of text."""
        return f"{self.place}: found {self.found}, expected {self.expected}. {self.fix}"

    def as_row(self) -> dict[str, str]:
        """A row for a table or a csv file."""
        return asdict(self)


class AlignmentError(Exception):
    """Base of all errors we explain; `str(error)` is a sentence for the reader."""


class DataFileError(AlignmentError):
    """A file in data/ does not say what it should."""

    def __init__(self, file: str, table: str, key: str, message: str) -> None:
        self.file, self.table, self.key = file, table, key
        where = ", ".join(
            part for part in (f"table '{table}'" if table else "", f"key '{key}'" if key else "") if part
        )
        super().__init__(f"{file}{', ' + where if where else ''}: {message}")


class InputError(AlignmentError):
    """A file that cannot be taken as it is; `problems` holds every reason found, never just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == ERROR] or list(self.problems)
        shown = " ".join(problem.sentence for problem in errors[:3])
        rest = f" And {len(errors) - 3} more." if len(errors) > 3 else ""
        super().__init__(shown + rest)


class NotFoundError(AlignmentError):
    """What was asked for is not in the store."""


class ConflictError(AlignmentError):
    """The store already holds what was offered."""


class StoreError(AlignmentError):
    """The database cannot be used."""


class Cancelled(AlignmentError):
    """The person asked to stop; nothing was stored."""


class UsageError(AlignmentError):
    """A command or call that cannot mean anything."""
