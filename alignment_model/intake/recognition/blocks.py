"""Columns that belong together: grids, rankings, points to share out, one column an option."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np

from alignment_model.intake.grid import BLANK, Column
from alignment_model.intake.recognition.scales.number_scales import whole_numbers
from alignment_model.intake.recognition.scales.scale_words import scale_words
from alignment_model.intake.recognition.survey_words import survey_words
from alignment_model.intake.text import as_number, fold

MISTAKES = 0.02  # of the people who ticked one option, how many may tick two of a single choice
_NUMBERED_CODE = re.compile(r"^(\w*[^\W_])[_.\-:](?:[a-z]{0,4}\d{1,4}|other|text)$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*[a-z]{0,2}(\d{1,3})\s*[.):]\s+", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:rank|rang|ranking|platz|place|position|posición|posição|priority|priorität|priorité|prioridad|choice|wahl|choix|"
    r"puesto|rangorde|plaats)?[ _.#-]*(\d{1,2})(?:st|nd|rd|th|\.|º|ª|e|er|ème|te)?(?: (?:choice|place|rank|priority))?$",
    re.IGNORECASE,
)


def blocks_of(columns: Sequence[Column], *, by_code: bool = False) -> list[list[Column]]:
    """Neighbouring columns that share a question; every other column is a block of its own.

    With `by_code` columns without a question share one when their codes differ in the last part only (q4_1, q4_2).
    """
    blocks: list[list[Column]] = []
    for group, members in groupby(columns, key=lambda column: _shared_name(column, by_code)):
        found = list(members)
        blocks.extend([found] if group else [[column] for column in found])
    return blocks


def _shared_name(column: Column, by_code: bool) -> str:
    header = column.header
    if header.group or not by_code:
        return fold(header.group)
    numbered = _NUMBERED_CODE.match(header.code or header.item)
    return f"code {numbered[1].casefold()}" if numbered else ""


def self_named_runs(
    columns: Sequence[Column], counted: Mapping[int, Mapping[str, int]]
) -> list[list[Column]]:
    """Neighbours without a common question whose only answer is their own heading: options of one list."""
    runs: list[list[Column]] = []
    last = ""
    for column in columns:
        answers = {fold(answer) for answer in counted[column.index]}
        numbering, name = _numbered_name(column.header.item)
        if column.header.group or not answers or not answers <= {fold(column.header.item), fold(name)}:
            continue
        if runs and runs[-1][-1].index == column.index - 1 and numbering == last:
            runs[-1].append(column)
        else:
            runs.append([column])
        last = numbering
    return [run for run in runs if len(run) > 1]


def _numbered_name(heading: str) -> tuple[str, str]:
    """A heading's number and the rest: "3. Python" → ("3", "Python")."""
    found = _NUMBERING.match(heading)
    return (found[1], heading[found.end() :]) if found else ("", heading)


def is_other(column: Column) -> bool:
    """Whether a column takes what people write beside an option ("Other", "Comment", "Please specify: - Text")."""
    item = fold(column.header.item)
    if column.header.group and (
        item.endswith(survey_words().companion) or column.header.code.endswith("_TEXT")
    ):
        return True
    return item.startswith(survey_words().other) and len(column.header.item) < 60


def ranking_block(block: Sequence[Column], rows: np.ndarray) -> bool:
    """Whether a block is a forced ranking: whole numbers 1..k over k columns, no number twice in a row."""
    ranked = [column for column in block if not is_other(column)]
    if len(ranked) < 3:
        return False
    if _ranked_options(ranked, rows):
        return True
    matrix = _matrix(ranked, rows)
    if matrix is None:
        return False
    given = ~np.isnan(matrix)
    answered = matrix[given.sum(axis=1) >= 2]
    if len(answered) < 2 or np.nanmin(answered) < 1 or np.nanmax(answered) > len(block):
        return False
    distinct = sum(1 for row in answered if len(set(row[~np.isnan(row)])) == int((~np.isnan(row)).sum()))
    starts = sum(1 for row in answered if 1 in row)
    return distinct >= 0.97 * len(answered) and starts >= 0.8 * len(answered)


def _ranked_options(block: Sequence[Column], rows: np.ndarray) -> bool:
    """Whether the columns are places ("Rank 1", "Rank 2", …) that each hold an option, no option twice in a row."""
    places = [_PLACE.match(column.header.item.strip()) for column in block]
    if [int(place[1]) for place in places if place] != list(range(1, len(block) + 1)):
        return False
    options = {fold(answer) for column in block for answer in column.answers}
    if len(options) < 3 or all(option.isdigit() for option in options):
        return False
    given = [
        [fold(column.answer(row)) for column in block if column.codes[row] != BLANK]
        for row in np.flatnonzero(rows)
    ]
    answered = [answers for answers in given if len(answers) >= 2]
    return len(answered) >= 2 and sum(len(set(a)) == len(a) for a in answered) >= 0.97 * len(answered)


def sums_to_constant(block: Sequence[Column], rows: np.ndarray) -> bool:
    """Whether a block shares out points: every row adds up to the same total of at least 10."""
    if len(block) < 2:
        return False
    matrix = _matrix(block, rows)
    if matrix is None:
        return False
    answered = matrix[(~np.isnan(matrix)).sum(axis=1) >= 1]
    if len(answered) < 2:
        return False
    totals = np.nansum(answered, axis=1)
    usual = float(np.median(totals))
    return (
        usual >= 10 and usual in (10, 20, 100, 1000) and float(np.mean(np.abs(totals - usual) < 0.5)) >= 0.8
    )


def _matrix(block: Sequence[Column], rows: np.ndarray) -> np.ndarray | None:
    """Rows × columns of numbers, nan for blank; None when an answer is not a number."""
    columns = []
    for column in block:
        numbers = [as_number(answer) for answer in column.answers]
        used = set(np.unique(column.codes[rows]).tolist()) - {BLANK}
        if any(numbers[code] is None for code in used):
            return None
        values = np.array([np.nan if number is None else number for number in numbers] + [np.nan])
        columns.append(values[column.codes[rows]])
    return np.column_stack(columns)


def option_block(
    block: Sequence[Column], rows: np.ndarray, counted: Mapping[int, Mapping[str, int]]
) -> list[tuple[Column, str]]:
    """Columns of a block that each hold one option of a list: "choice" when hardly anybody ticks two, else "multi"."""
    options = [column for column in block if _is_option(column, counted[column.index])]
    others = [column for column in block if is_other(column) and column not in options]
    answered = [column for column in options if counted[column.index]]
    if len(answered) < 2 or len(options) + len(others) < len(block):
        return []
    marks = np.column_stack([ticked(column)[rows] for column in answered]).sum(axis=1)
    several, single = int((marks > 1).sum()), int((marks == 1).sum())
    kind = "multi" if several > MISTAKES * single else "choice"
    return [(column, kind) for column in options]


def _is_option(column: Column, answers: Mapping[str, int]) -> bool:
    words = scale_words()
    marks = survey_words().ticked | survey_words().not_ticked
    kept = {fold(answer) for answer in answers if not words.off_scale_kind(answer)}
    if not kept:
        return not is_other(column) or not answers
    chosen = kept - survey_words().not_ticked
    if len(chosen) == 1 and len(kept) == 2 and not chosen <= marks and not next(iter(chosen)).isdigit():
        return True  # the option itself beside "Not selected"
    if len(kept) == 1:
        only = next(iter(kept))
        item = fold(_numbered_name(column.header.item)[1])
        return only == item or only in marks or (len(only) > 3 and (only in item or item in only))
    return kept <= marks and len(kept) <= 2 and whole_numbers(answers) != {} and not _is_scale(kept)


def _is_scale(kept: set[str]) -> bool:
    return kept not in ({"0", "1"},) and all(answer.isdigit() for answer in kept)


def ticked(column: Column) -> np.ndarray:
    """Per data row, whether the option is chosen."""
    words = scale_words()
    no = survey_words().not_ticked
    yes = np.array(
        [fold(answer) not in no and not words.off_scale_kind(answer) for answer in column.answers] + [False]
    )
    return yes[column.codes]


def given(column: Column) -> np.ndarray:
    """Per data row, whether anything is answered: an option chosen, or said not to be."""
    words = scale_words()
    told = np.array([not words.off_scale_kind(answer) for answer in column.answers] + [False])
    return told[column.codes]


def option_label(column: Column) -> str:
    """The option a column holds: what stands in it when it is chosen, or its heading for marks such as "Yes"."""
    marks = survey_words().ticked | survey_words().not_ticked
    words = scale_words()
    named = [a for a in column.answers if fold(a) not in marks and not words.off_scale_kind(a)]
    heading = _numbered_name(column.header.item)[1] if not column.header.group else column.header.item
    return named[0] if len(named) == 1 else heading
