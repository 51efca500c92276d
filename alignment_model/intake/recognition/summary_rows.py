"""Rows at the end of a table that hold averages, totals or counts of the columns above, without saying so."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from alignment_model.intake.grid import BLANK, Column, Table
from alignment_model.intake.recognition.survey_words import survey_words
from alignment_model.intake.text import as_number, fold

LAST_ROWS = 4  # an average, a median, a deviation and a count at most
FEWEST_PEOPLE = 5
ROUNDING = 0.006  # of the value: what a spreadsheet shows of 4.105263


def unlabelled_summaries(table: Table, metadata: Collection[int]) -> list[int]:
    """The last rows whose every cell is a number that sums up its column, whatever stands in the others.

    At least one of them has to be a number nobody could have answered: not whole, or beyond every answer above.
    Where all others have a time or an identifier and the row has none, a number within the answers is enough.
    """
    found: list[int] = []
    filled = np.flatnonzero(table.filled)
    for row in filled[::-1][:LAST_ROWS].tolist():
        if (filled < row).sum() < FEWEST_PEOPLE or not _sums_up(table, row, _nameless(table, row, metadata)):
            break
        found.append(row)
    return found


def _nameless(table: Table, row: int, metadata: Collection[int]) -> bool:
    """Whether a row leaves blank what the tool itself fills for nearly everybody else."""
    own = [column for column in table.columns if column.index in metadata]
    filled = [column for column in own if (column.codes[:row] != BLANK).mean() >= 0.95]
    return bool(filled) and all(column.codes[row] == BLANK for column in filled)


def _sums_up(table: Table, row: int, nameless: bool) -> bool:
    odd = 0
    for column in table.columns:
        answer = column.answer(row)
        if not answer or says_summary(answer):
            continue
        number, above = as_number(answer), _numbers(column, row)
        if number is None or len(above) < FEWEST_PEOPLE:
            return False
        within = nameless and not number.is_integer() and above.min() <= number <= above.max()
        if not within and not _summarises(number, above):
            return False
        odd += not number.is_integer() or number > above.max()
    return odd > 0


def says_summary(text: str) -> bool:
    """Whether a cell names an average or a total: "Mean", "Average: 3.4".

    >>> says_summary("Durchschnitt"), says_summary("Average: 3.4"), says_summary("Average user")
    (True, True, False)
    """
    words = fold(text).split()
    known = survey_words().summary_rows
    return " ".join(words) in known or (
        len(words) > 1 and words[0] in known and all(map(str.isdigit, words[1:]))
    )


def _numbers(column: Column, row: int) -> np.ndarray:
    """The whole numbers above a row of a column; none when it holds other answers too."""
    given = [as_number(answer) for answer in column.answers]
    codes = column.codes[:row]
    values = [given[code] for code in codes[codes != BLANK].tolist()]
    whole = [value for value in values if value is not None and value.is_integer()]
    return np.array(whole if len(whole) >= 0.9 * len(values) else [])


def _summarises(number: float, above: np.ndarray) -> bool:
    sums = (above.mean(), np.median(above), above.sum(), len(above), above.std(), above.std(ddof=1))
    return any(abs(number - value) <= ROUNDING * max(abs(value), 1.0) for value in sums)
