"""Answers that columns share: a grid's, a family of labels in the file, a run of bare numbers.

A column with few answers shows few levels; its scale is read from all columns that share it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from alignment_model.intake.grid import Column, without
from alignment_model.intake.recognition.headings.heading_words import (
    asks_quantity,
    asks_role,
    asks_to_recommend,
)
from alignment_model.intake.recognition.scales.label_scales import family_of, read_labels
from alignment_model.intake.recognition.scales.number_scales import usual_end, whole_numbers
from alignment_model.intake.recognition.scales.scale_reading import ScaleReading
from alignment_model.intake.recognition.scales.scale_words import scale_words
from alignment_model.intake.text import fold

FEW_ANSWERS = 30  # a single column with fewer takes its scale from others of the same words
MOST_SHARED_LEVELS = 9
_NUMBERED = re.compile(r"([A-Za-z]\w*?)[_.-]?\d{1,3}")
FEW_MARKS = 10  # with fewer answers a column of 0 and 1 may be one of a longer scale
# With so many answers up to the first number, a column beside others that reach the second has a shorter scale.
ENOUGH_TO_TELL = {(5, 10): 10, (7, 10): 20, (5, 7): 30}


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
    """Answers over runs of at least three neighbouring bare-number columns, as far as they share a scale."""
    pools: dict[int, dict[str, int]] = {}
    run: list[Column] = []
    for column in [*columns, None]:
        if column is not None and (not run or column.index == run[-1].index + 1) and _small(column, counted):
            run.append(column)
            continue
        if len(run) >= 3:
            for members in _of_one_range(run, counted):
                pool = _together(members, counted)
                pools.update({member.index: pool for member in members})
        run = [column] if column is not None and _small(column, counted) else []
    return pools


def _of_one_range(run: Sequence[Column], counted: Mapping[int, Mapping[str, int]]) -> list[list[Column]]:
    """The columns of a run by the end of their scale: 1 to 5 beside 0 to 10 is told where enough people answered.

    Columns whose codes differ in their number only ("trust_1", "trust_2") stand on one scale.
    """
    families = _families(run)
    pools = [_together(members, counted) for members in families]
    kept = [without(pool, answers_off_scale(pool)) for pool in pools]
    ends = [usual_end(max((whole_numbers(answers) or {"": 0}).values())) for answers in kept]
    widest = max(ends)
    sizes = [sum(answers.values()) for answers in kept]
    together = {end: sum(size for size, other in zip(sizes, ends) if other == end) for end in ends}
    told = [
        end == widest or max(size, together[end] // 2) >= ENOUGH_TO_TELL[end, widest]
        for end, size in zip(ends, sizes)
    ]
    known = [end for end, sure in zip(ends, told) if sure]
    usual = max(known, key=known.count)
    groups: dict[int, list[Column]] = {}
    for members, end, sure in zip(families, ends, told):
        shared = end if sure else usual if end <= usual else widest
        groups.setdefault(shared, []).extend(members)
    return list(groups.values())


def _families(run: Sequence[Column]) -> list[list[Column]]:
    """Neighbours whose codes differ in their number only; every other column alone."""
    found: list[list[Column]] = []
    last = ""
    for column in run:
        numbered = _NUMBERED.fullmatch(column.header.code or column.header.item)
        name = numbered[1] if numbered else ""
        if name and name == last:
            found[-1].append(column)
        else:
            found.append([column])
        last = name
    return found


def _together(columns: Sequence[Column], counted: Mapping[int, Mapping[str, int]]) -> dict[str, int]:
    pool: dict[str, int] = {}
    for column in columns:
        for answer, count in counted[column.index].items():
            pool[answer] = pool.get(answer, 0) + count
    return pool


def _small(column: Column, counted: Mapping[int, Mapping[str, int]]) -> bool:
    answers = counted[column.index]
    numbers = whole_numbers(kept := without(answers, answers_off_scale(answers)))
    if not numbers or not set(numbers.values()) <= set(range(11)):
        return False
    if any(asks(column.header.text) for asks in (asks_quantity, asks_role, asks_to_recommend)):
        return False
    return not (set(numbers.values()) <= {0, 1} and sum(kept.values()) >= FEW_MARKS)
