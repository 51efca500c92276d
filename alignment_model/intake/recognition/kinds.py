"""What each column is: rating, choice, multi, ranking, number, text, date, metadata or attention check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from alignment_model.intake.grid import Column, Table, pooled, without
from alignment_model.intake.recognition.answer_shapes import (
    is_choice,
    is_dates,
    is_multi,
    is_numbers,
    is_ranked_list,
    looks_like_identifier,
)
from alignment_model.intake.recognition.blocks import (
    blocks_of,
    is_other,
    option_block,
    ranking_block,
    self_named_runs,
    sums_to_constant,
)
from alignment_model.intake.recognition.headings.heading_words import (
    asks_quantity,
    asks_role,
    asks_which,
    is_attention_check,
)
from alignment_model.intake.recognition.scales.label_scales import read_labels
from alignment_model.intake.recognition.scales.number_scales import (
    read_bare,
    read_codes,
    read_numbered,
    read_stars,
)
from alignment_model.intake.recognition.scales.scale_reading import ScaleReading
from alignment_model.intake.recognition.scales.sharing import (
    Sort,
    alike,
    answer_sorts,
    answers_off_scale,
    family_answers,
    number_runs,
    shared_answers,
)
from alignment_model.intake.text import as_number, fold

RATING, CHOICE, MULTI, RANKING, NUMBER, TEXT = "rating", "choice", "multi", "ranking", "number", "text"
DATE, METADATA, ATTENTION = "date", "metadata", "attention_check"
KINDS = (RATING, CHOICE, MULTI, RANKING, NUMBER, TEXT, DATE, METADATA, ATTENTION)


@dataclass(frozen=True)
class Described:
    """One column as understood. `answers` counts kept rows; `options` names a block of option columns."""

    column: Column
    kind: str
    answers: Mapping[str, int]
    blank: int
    scale: ScaleReading | None = None
    metadata: str = ""
    options: tuple[int, ...] = ()
    off: Mapping[str, str] = field(default_factory=dict)


def describe(
    table: Table, rows: np.ndarray, metadata: Mapping[int, str], *, recoded: bool = False
) -> tuple[Described, ...]:
    """Every column of the table as understood, in order.

    Parameters
    ----------
    rows : mask of the data rows that are respondents.
    metadata : what the tool says of its own columns, by column.
    recoded : whether the tool may number its choices out of order.
    """
    counted = {column.index: column.counts(rows) for column in table.columns}
    first = [_fixed_kind(column, counted[column.index], rows, metadata) for column in table.columns]
    found: dict[int, Described] = {described.column.index: described for described in first if described}
    rest = [column for column in table.columns if column.index not in found]
    for block in [*blocks_of(rest, by_code=True), *self_named_runs(rest, counted)]:
        for described in _block(block, rows, counted):
            found.setdefault(described.column.index, described)
    rest = [column for column in rest if column.index not in found]
    families = family_answers(rest, counted)
    runs = number_runs(rest, counted)
    sorts = answer_sorts(rest, counted)
    for block in blocks_of(rest):
        pools: dict[Sort, dict[str, int]] = {}  # the same for all columns of a sort, of which a block has few
        for column in block:
            sort = sorts[column.index]
            if sort not in pools:
                pools[sort] = pooled(alike(column, block, sorts), rows)
            pool = pools[sort]
            shared = shared_answers(column, pool, families, counted)
            numbers = pool if len(block) > 2 else runs.get(column.index, pool)
            found[column.index] = _single(column, rows, counted, shared, numbers, recoded, len(block) > 1)
    return tuple(found[column.index] for column in table.columns)


def _plain(column: Column, kind: str, answers: Mapping[str, int], rows: np.ndarray) -> Described:
    return Described(column, kind, answers, column.blank(rows))


def _fixed_kind(
    column: Column, answers: Mapping[str, int], rows: np.ndarray, metadata: Mapping[int, str]
) -> Described | None:
    """Columns known by their heading or by the shape of their answers alone."""
    if column.index in metadata:
        return replace(_plain(column, METADATA, answers, rows), metadata=metadata[column.index])
    if looks_like_identifier(column.header, answers):
        return replace(_plain(column, METADATA, answers, rows), metadata="id")
    if is_attention_check(column.header.item):
        return _plain(column, ATTENTION, answers, rows)
    if is_dates(column, answers):
        return _plain(column, DATE, answers, rows)
    return None


def _block(
    block: Sequence[Column], rows: np.ndarray, counted: Mapping[int, Mapping[str, int]]
) -> list[Described]:
    """Blocks that only make sense together: rankings, points to share out, one column an option."""
    if len(block) < 2:
        return []
    if ranking_block(block, rows):
        return [_plain(column, RANKING, counted[column.index], rows) for column in block]
    if sums_to_constant(block, rows):
        return [_plain(column, NUMBER, counted[column.index], rows) for column in block]
    options = option_block(block, rows, counted)
    places = tuple(column.index for column, _ in options)
    return [
        replace(
            _plain(column, kind, counted[column.index], rows),
            options=places,
            off=answers_off_scale(counted[column.index]),
        )
        for column, kind in options
    ]


def _single(
    column: Column,
    rows: np.ndarray,
    counted: Mapping[int, Mapping[str, int]],
    shared: Mapping[str, int],
    numbers: Mapping[str, int],
    recoded: bool,
    grouped: bool,
) -> Described:
    answers = counted[column.index]
    base = Described(column, TEXT, answers, column.blank(rows), off=answers_off_scale(answers))
    if not answers:
        labelled = grouped and read_labels(shared)
        return replace(base, kind=RATING, scale=read_labels({}, shared)) if labelled else base
    scale = read_numbered(answers, shared) or _words(answers, shared, column)
    told = len(without(numbers, answers_off_scale(numbers))) >= 3 and (grouped or len(numbers) > len(answers))
    told = told and not asks_role(column.header.text)
    if scale is None and (told or _rating_numbers(column, answers)):
        scale = read_bare(answers, numbers, header=column.header.text, recoded=recoded)
        scale = (
            None if scale is not None and (scale.levels < 3 or asks_quantity(column.header.item)) else scale
        )
    if scale is None:
        scale = read_stars(answers, shared) or (read_codes(answers, shared) if grouped else None)
    if scale is not None:
        return replace(base, kind=RATING, scale=scale, off=scale.off)
    return replace(base, kind=_loose_kind(column, answers, int(rows.sum())))


def _words(answers: Mapping[str, int], shared: Mapping[str, int], column: Column) -> ScaleReading | None:
    """A scale told by words; consent ("I agree", "I do not agree") is a choice."""
    folded = {fold(answer) for answer in answers}
    if folded <= {
        "i agree",
        "i disagree",
        "i do not agree",
        "i dont agree",
        "i consent",
        "yes",
        "no",
        "true",
        "false",
    }:
        return None
    scale = read_labels(answers, shared)
    if scale is None or not scale.level_of:
        return None
    return None if len(scale.level_of) < 2 and len(shared) <= len(answers) else scale


def _rating_numbers(column: Column, answers: Mapping[str, int]) -> bool:
    """Whether a column of small numbers, alone, can be a rating: at least three of them, not a count or a code."""
    numbers = [as_number(answer) for answer in without(answers, answers_off_scale(answers))]
    kept = {number for number in numbers if number is not None and 0 <= number <= 10}
    heading = column.header.text
    return len(kept) >= 3 and not (asks_quantity(heading) or asks_which(heading) or asks_role(heading))


def _loose_kind(column: Column, answers: Mapping[str, int], respondents: int) -> str:
    if is_numbers(answers):
        distinct = len(answers)
        coded = distinct <= 12 and all(as_number(a) in range(13) for a in answers)
        return CHOICE if coded and not asks_quantity(column.header.text) else NUMBER
    if is_other(column):
        return TEXT
    if is_ranked_list(answers):
        return RANKING
    if is_multi(answers):
        return MULTI
    return CHOICE if is_choice(answers, respondents) else TEXT
