"""What was recognised in a file, as one frozen object: for the screen, the command line and the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alignment_model.errors import ERROR, QUESTION, Problem
from alignment_model.intake.answers import Read
from alignment_model.intake.grid import Column, Table
from alignment_model.intake.mapping.matching import Match
from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping
from alignment_model.intake.mapping.proposal import form_fingerprint, proposed_mapping
from alignment_model.intake.recognition.options import OptionGroup
from alignment_model.intake.recognition.rows import RowNote
from alignment_model.intake.recognition.scales.scale_reading import ScaleReading
from alignment_model.intake.roles import RoleColumn
from alignment_model.questionnaire import Question, Questionnaire, Scale
from alignment_model.responses import Initiative


@dataclass(frozen=True)
class RecognisedColumn:
    """One column as recognised.

    `levels` are in scale order for a rating, levels nobody chose included, and by frequency for a choice;
    `counts` stand in the same order. `off_scale` counts the answers that are on no scale. `match` says
    which of our questions it answers, `own` the question of the team's own it was mapped to. `source` holds the
    answers per row where they are not the column's own: a choice spread over columns, an option of a list.
    """

    index: int
    header: str
    kind: str
    levels: tuple[str, ...]
    counts: tuple[int, ...]
    blank: int
    off_scale: Mapping[str, int]
    match: Match | None = None
    question: Question | None = None
    scale: Scale | None = None
    reading: ScaleReading | None = None
    choice: ColumnChoice | None = None
    reads: Mapping[str, Read] = field(default_factory=dict)
    options: tuple[int, ...] = ()
    source: Column | None = field(default=None, repr=False, compare=False)
    group: str = ""
    item: str = ""
    occurrence: int = 1

    def as_dict(self) -> dict[str, Any]:
        """The column in the `inspect --json` contract."""
        return {
            "index": self.index,
            "header": self.header,
            "kind": self.kind,
            "levels": list(self.levels),
            "counts": list(self.counts),
            "blank": self.blank,
            "off_scale": dict(self.off_scale),
            "question": self.question.code if self.question else None,
            "confidence": self.match.confidence if self.match else None,
            "matched_by": self.match.how if self.match else None,
        }


@dataclass(frozen=True)
class RecognisedRole:
    """The role column: its answers, how often each, and the role each stands for.

    `mapped` gives the role's code, "" for people left out, None when a person has to decide.
    """

    index: int
    header: str
    counts: Mapping[str, int]
    blank: int
    mapped: Mapping[str, str | None]
    proposed: Mapping[str, str]
    occurrence: int = 1


@dataclass(frozen=True)
class Recognition:
    """Everything recognised in a file; nothing is stored yet. `sheets` are those one may read instead."""

    source_name: str
    content_hash: str
    tool: str
    encoding: str
    delimiter: str
    sheet: str | None
    header_rows: int
    respondents: int
    rows: tuple[RowNote, ...]
    columns: tuple[RecognisedColumn, ...]
    role: RecognisedRole | None
    problems: tuple[Problem, ...]
    initiatives: tuple[Initiative, ...]
    questionnaire: Questionnaire
    groups: tuple[OptionGroup, ...] = ()
    mapping: ColumnMapping | None = None
    sheets: tuple[str, ...] = ()
    table: Table | None = field(default=None, repr=False, compare=False)
    kept: Any = field(default=None, repr=False, compare=False)
    role_column: RoleColumn | None = field(default=None, repr=False, compare=False)
    identifiers: Column | None = field(default=None, repr=False, compare=False)

    @property
    def excluded_rows(self) -> tuple[RowNote, ...]:
        """Rows that are not counted as respondents, with the reason."""
        return tuple(note for note in self.rows if note.excluded)

    @property
    def flagged_rows(self) -> tuple[RowNote, ...]:
        """Rows that count but may deserve a look, with the reason."""
        return tuple(note for note in self.rows if not note.excluded)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that have to be mended in the file."""
        return tuple(problem for problem in self.problems if problem.severity == ERROR)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """Problems that a person has to decide."""
        return tuple(problem for problem in self.problems if problem.severity == QUESTION)

    @property
    def importable(self) -> bool:
        """Whether nothing stands between this file and the store."""
        return not self.errors and not self.questions

    @property
    def matched(self) -> tuple[RecognisedColumn, ...]:
        """Columns that answer one of our questions or one of the team's own."""
        return tuple(column for column in self.columns if column.question is not None)

    @property
    def form(self) -> str:
        """The mark by which the next wave of the same form is known."""
        return form_fingerprint(self)

    def proposed_mapping(self) -> ColumnMapping:
        """The mapping we would make: what an editable table starts from."""
        return proposed_mapping(self)

    def _option(self, place: int) -> dict[str, Any]:
        group = next((group for group in self.groups if place in group.columns), None)
        return {"option": None if group is None else group.option_as_dict(place)}

    def as_dict(self) -> dict[str, Any]:
        """The `inspect --json` contract."""
        return {
            "tool": self.tool,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
            "header_rows": self.header_rows,
            "respondents": self.respondents,
            "excluded_rows": [{"row": note.row, "reason": note.sentence} for note in self.excluded_rows],
            "columns": [column.as_dict() | self._option(column.index) for column in self.columns],
            "role": None
            if self.role is None
            else {"index": self.role.index, "header": self.role.header, "counts": dict(self.role.counts)},
            "problems": [_problem(problem) for problem in self.problems],
        }


def _problem(problem: Problem) -> dict[str, str]:
    row = problem.as_row()
    return {key: row[key] for key in ("code", "severity", "sheet", "cell", "found", "expected", "fix")}
