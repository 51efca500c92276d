"""Answers that columns share: a grid's, a family of labels in the file, a run of bare numbers.

A column with few answers shows few levels; its scale is read from all columns that share it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.intake.grid import Column, without
from alignment_model.intake.recognition.heading_words import asks_quantity
from alignment_model.intake.recognition.label_scales import family_of, read_labels
from alignment_model.intake.recognition.number_scales import whole_numbers
from alignment_model.intake.recognition.scale_reading import ScaleReading
from alignment_model.intake.recognition.scale_words import scale_words
from alignment_model.intake.text import fold

FEW_ANSWERS = 30  # a single column with fewer takes its scale from others of the same words
MOST_SHARED_LEVELS = 9


def answers_off_scale(answers: Mapping[str, int]) -> dict[str, str]:
    """Answers that stand on no scale, with "dont_know" or "no_answer"."""
    words = scale_words()
    found = {answer: words.off_scale_kind(answer) for answer in answers}
    return {answer: kind for answer, kind in found.items() if kind}


Sort = tuple[str, tuple[str, str] | None]


def answer_sorts(columns: Sequence[Column], counted: Mapping[int, Mapping[str, int]]) -> dict[int, Sort]:
    """By column, whether it holds numbers or labels, and the family of the labels."""
    return {column.index: _sort(counted[column.index]) for column in columns}


def alike(column: Column, block: Sequence[Column], sorts: Mapping[int, Sort]) -> list[Column]:
    """The columns of a block that can share a column's scale: labels of one family, or numbers."""
    sort, family = sorts[column.index]
    found = []
    for other in block:
        other_sort, other_family = sorts[other.index]
        same = family is None or other_family is None or family == other_family
        if not sort or not other_sort or (sort == other_sort and same):
            found.append(other)
    return found


def _sort(answers: Mapping[str, int]) -> Sort:
    """Whether "numbers" or "labels" ("" for a column without answers), and the family of the labels."""
    kept = without(answers, answers_off_scale(answers))
    if not kept:
        return "", None
    return ("numbers", None) if whole_numbers(kept) else ("labels", family_of(kept))


def family_answers(
    columns: Sequence[Column], counted: Mapping[int, Mapping[str, int]]
) -> dict[tuple[str, str], dict[str, int]]:
    """Answers of all columns that use the words of one family, for columns with too few answers of their own."""
    totals: dict[tuple[str, str], dict[str, int]] = {}
    for column in columns:
        family = family_of(counted[column.index])
        if family:
            total = totals.setdefault(family, {})
            for answer, count in counted[column.index].items():
                total[answer] = total.get(answer, 0) + count
    return totals


def shared_answers(
    column: Column,
    pool: Mapping[str, int],
    families: Mapping[tuple[str, str], dict[str, int]],
    counted: Mapping[int, Mapping[str, int]],
) -> Mapping[str, int]:
    """The answers a column's scale is read from: its block's, or with few answers its family's in the file."""
    own = counted[column.index]
    family = family_of(pool)
    wider = families.get(family) if family else None
    if wider is None and len(own) == 1:
        folded = fold(next(iter(own)))
        wider = next((total for total in families.values() if folded in map(fold, total)), None)
    if wider is None or wider == pool:
        return pool
    scale = read_labels(wider)
    if scale is None or scale.levels > MOST_SHARED_LEVELS or scale.unknown:
        return pool
    return wider if sum(pool.values()) < FEW_ANSWERS or _only_ends_missing(pool, scale) else pool


def _only_ends_missing(pool: Mapping[str, int], scale: ScaleReading) -> bool:
    """Whether a column uses neighbouring levels of a wider scale, so that nobody chose its ends."""
    used = sorted({level for answer, level in scale.level_of.items() if answer in pool})
    return bool(used) and used == list(range(used[0], used[-1] + 1))


def number_runs(
    columns: Sequence[Column], counted: Mapping[int, Mapping[str, int]]
) -> dict[int, dict[str, int]]:
    """Answers over runs of at least three neighbouring bare-number columns, which share a scale."""
    pools: dict[int, dict[str, int]] = {}
    run: list[Column] = []
    for column in [*columns, None]:
        if column is not None and (not run or column.index == run[-1].index + 1) and _small(column, counted):
            run.append(column)
            continue
        _close_run(run, counted, pools)
        run = [column] if column is not None and _small(column, counted) else []
    return pools


def _close_run(
    run: Sequence[Column], counted: Mapping[int, Mapping[str, int]], pools: dict[int, dict[str, int]]
) -> None:
    if len(run) < 3:
        return
    pool: dict[str, int] = {}
    for column in run:
        for answer, count in counted[column.index].items():
            pool[answer] = pool.get(answer, 0) + count
    pools.update({column.index: pool for column in run})


def _small(column: Column, counted: Mapping[int, Mapping[str, int]]) -> bool:
    answers = counted[column.index]
    numbers = whole_numbers(without(answers, answers_off_scale(answers)))
    return bool(numbers) and set(numbers.values()) <= set(range(11)) and not asks_quantity(column.header.text)
