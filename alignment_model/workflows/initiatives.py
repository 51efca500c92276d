"""Edit a wave's initiative register on screen: the same rules as for the workbook, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from alignment_model import store as stores
from alignment_model.errors import ERROR, InputError, Problem
from alignment_model.intake.cells import Sheet
from alignment_model.intake.register import read_register
from alignment_model.intake.template.register import INITIATIVE_COLUMNS
from alignment_model.responses import Initiative
from alignment_model.store import Store
from alignment_model.workflows.clock import stamp

REGISTER = "register"
MOST = 1000  # initiatives


def list_initiatives(store: Store, survey: str, wave: str) -> tuple[Initiative, ...]:
    """The register of a wave, in its own order; NotFoundError when there is no such wave."""
    return stores.read_initiatives(store, survey, wave)


def initiative_headings() -> tuple[str, ...]:
    """The workbook's headings, in its order."""
    return tuple(INITIATIVE_COLUMNS)


def initiative_rows(items: Iterable[Initiative]) -> list[dict[str, Any]]:
    """The register as rows under the workbook's headings."""
    return [{heading: asdict(item)[name] for heading, name in INITIATIVE_COLUMNS.items()} for item in items]


def check_initiatives(
    rows: Sequence[Mapping[str, Any]],
) -> tuple[tuple[Initiative, ...], tuple[Problem, ...]]:
    """Rows under the workbook's headings as initiatives, and everything wrong with them, named by row.

    Wholly empty rows are left out. An initiative that is there twice is an error here: on screen both rows
    can be seen.
    """
    headings = list(INITIATIVE_COLUMNS)
    cells = [[_plain(row.get(heading)) for heading in headings] for row in rows]
    items, problems = read_register(Sheet(REGISTER, [headings, *cells]))
    if len(items) > MOST:
        problems = (*problems, _too_many(len(items)))
    return items, tuple(_by_row(problem, headings) for problem in problems)


def save_initiatives(
    store: Store,
    survey: str,
    wave: str,
    initiatives: Sequence[Initiative],
    *,
    actor: str = "",
    now: datetime | None = None,
) -> None:
    """Put this register in place of the wave's own; what it said before is kept with the edit.

    Raises
    ------
    InputError
        With every initiative that is at fault; nothing is stored then.
    NotFoundError
        When survey or wave is not there.
    """
    _, problems = check_initiatives(initiative_rows(initiatives))
    if problems:
        raise InputError(problems)
    stores.replace_initiatives(store, survey, wave, initiatives, at=stamp(now), by=actor)


def _plain(value: Any) -> Any:
    """What an editor hands over, as a spreadsheet's cell: yes and no as words, no missing-value objects."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if value is None or value != value or str(value) in ("NaT", "<NA>"):
        return None
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value


def _by_row(problem: Problem, headings: Sequence[str]) -> Problem:
    """The place as people see it in the editor: row 1 is the first initiative."""
    letters, row = problem.cell.rstrip("0123456789"), problem.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not row:
        return problem
    column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
    place = f"row {int(row) - 1}, {headings[column]}"
    return Problem(problem.code, ERROR, problem.found, problem.expected, problem.fix, "", place)


def _too_many(n: int) -> Problem:
    return Problem(
        "register.too_many", ERROR, f"{n} initiatives", f"at most {MOST}", "Leave out what is finished."
    )
