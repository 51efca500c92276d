"""How wide the columns of a table want to be, for every renderer that has to set them: the PDF and the deck.

A column gets at least its longest word, so that no word is broken. What room is left is shared out so that the
rows come out as low as can be: it goes where a text would make its whole row tall. Widths are in letters; the
renderer knows how wide a letter is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, permutations
from math import ceil

import numpy as np

from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.model import Table
from alignment_model.wording import together

MOST = 180.0  # letters a text may ask for in one line
NUMBER = 5.0  # letters a column of numbers has at least
SENTENCE = 13.0  # letters a column of sentences has at least
SHORT = 2 * SENTENCE  # letters up to which a text is none: its column may be as narrow as its longest word
MANY = 10  # columns; a table with more may be set as several
FIRST = 24.0  # letters the first column of a table of many columns has at least, before it is set as several
STEPS = (12.0, 6.0, 3.0, 1.0)  # letters one column gives to another while the rows get lower by it
EVENNESS = 0.02  # how much a text that is not its row's longest counts, so that none is squeezed for nothing
LONGEST_WORD = 16.0  # letters of a word that is kept whole; longer ones may break
AIR = 1.06  # so that a word of wide letters fits too
BOLD = 1.12  # how much wider bold letters are
WIDE = 0x2E7F  # from here on letters are as wide as two, and a line may break at each
PADDING = 2.4  # letters
SLACK = 3.0  # letters a reason in a column of numbers asks for besides half of it, to stand in two lines
WORDS = re.compile(r"[ \n\t]+|(?<=[\w]-)(?=\w)")  # a no-break space keeps what it joins


def widths(table: Table, room: float, *, once: bool = False) -> tuple[float, ...]:
    """The width of each column in letters, padding included; together `room` where the texts need it, else less.

    `once`: what a first column says several times in a row is set once, over all its rows.
    """
    least, wanted = zip(*(_needs(table, index) for index in range(len(table.columns))))
    room -= PADDING * len(table.columns)
    if sum(wanted) > room:
        wanted = _shared(table, least, wanted, room, once)
    return tuple(width + PADDING for width in wanted)


def _shared(
    table: Table, least: Sequence[float], wanted: Sequence[float], room: float, once: bool
) -> list[float]:
    left, missing = room - sum(least), sum(wanted) - sum(least)
    if left <= 0 or missing <= 0:
        return [width * room / sum(least) for width in least]
    even = [low + (high - low) * left / missing for low, high in zip(least, wanted)]
    giving = [index for index, (low, high) in enumerate(zip(least, wanted)) if high > low]
    limits = [(least[index], wanted[index]) for index in range(len(wanted))]
    return _exchanged(even, limits, giving, _lengths(table, giving, once))


def _exchanged(
    found: list[float], limits: Sequence[tuple[float, float]], giving: Sequence[int], lengths: np.ndarray
) -> list[float]:
    """Columns give each other letters, within their limits, as long as that lowers the table."""

    def tall(tried: Sequence[float]) -> float:
        lines = lengths / np.array([tried[index] for index in giving])
        return float(np.maximum(1.0, lines.max(axis=1)).sum() + EVENNESS * lines.sum())

    lowest = tall(found)
    for step in STEPS:
        better = True
        while better:
            better = False
            for giver, taker in permutations(giving, 2):
                tried = list(found)
                tried[giver], tried[taker] = tried[giver] - step, tried[taker] + step
                within = tried[giver] >= limits[giver][0] and tried[taker] <= limits[taker][1]
                if within and (height := tall(tried)) < lowest - 1e-9:
                    found, lowest, better = tried, height, True
    return found


def _lengths(table: Table, chosen: Sequence[int], once: bool) -> np.ndarray:
    """Letters of each row's texts in these columns; a first text said once is shared by the rows it stands for."""
    found = np.array(
        [[length(shown(row[index], table.columns[index].format)) for index in chosen] for row in table.rows]
    )
    if once and 0 in chosen:
        found[:, list(chosen).index(0)] = [
            length(str(text)) / count
            for text, count in ((key, len(list(same))) for key, same in groupby(row[0] for row in table.rows))
            for _ in range(count)
        ]
    return found


def _needs(table: Table, index: int) -> tuple[float, float]:
    """The fewest and the most letters a column can do with."""
    column = table.columns[index]
    numeric = column.format in NUMERIC
    head = BOLD * _longest_word(column.name)
    cells = [(row[index], together(shown(row[index], column.format))) for row in table.rows]
    least = max([head, NUMBER if numeric else 1.0, *(_longest_word(text) for _, text in cells)])
    # A reason in a column of numbers, and a heading of several words, may take several lines.
    told = [length(text) for value, text in cells if not numeric or is_number(value)]
    reasons = [length(text) / 2 + SLACK for value, text in cells if numeric and isinstance(value, str)]
    wanted = max([least, *(min(MOST, found) for found in told), *reasons])
    return max(least, SENTENCE if wanted > SHORT else 0.0), wanted


def parts(table: Table, room: float) -> tuple[Table, ...]:
    """The table, or where its columns are too many for this room, several that share its first column.

    Each tells which it is in its title; together they say what the one would.
    """
    least = [_needs(table, index)[0] + PADDING for index in range(len(table.columns))]
    first = max(FIRST + PADDING, least[0])
    if len(table.columns) <= MANY or first + sum(least[1:]) <= room:
        return (table,)
    count = max(2, ceil(sum(least[1:]) / max(1.0, room - first)))
    while (groups := _grouped(least, count)) and max(map(len, groups)) > 1:
        if all(first + sum(least[index] for index in group) <= room for group in groups):
            break
        count += 1
    return tuple(
        _part(table, group, f" ({number} of {len(groups)})") for number, group in enumerate(groups, 1)
    )


def _grouped(least: Sequence[float], count: int) -> list[list[int]]:
    """The columns but the first in `count` runs about as wide as each other."""
    share = sum(least[1:]) / count
    groups: list[list[int]] = [[] for _ in range(count)]
    used = 0.0
    for index in range(1, len(least)):
        groups[min(count - 1, int((used + least[index] / 2) / share))].append(index)
        used += least[index]
    return [group for group in groups if group]


def _part(table: Table, group: Sequence[int], which: str) -> Table:
    chosen = [0, *group]
    rows = tuple(tuple(row[index] for index in chosen) for row in table.rows)
    return Table(table.title + which, tuple(table.columns[index] for index in chosen), rows, table.note)


def _longest_word(text: str) -> float:
    return AIR * min(LONGEST_WORD, max(1.0, *map(_unbreakable, ["", *WORDS.split(text)])))


def holds_words(table: Table, room: float) -> bool:
    """Whether each column has room for its longest word, those aside that no column keeps whole."""
    return sum(_needs(table, index)[0] + PADDING for index in range(len(table.columns))) <= room


def must_break(table: Table, room: float) -> bool:
    """Whether words have to be broken: one is longer than any column keeps whole, or there are too many columns."""
    if not holds_words(table, room):
        return True
    texts = [column.name for column in table.columns]
    texts += [shown(value, column.format) for row in table.rows for value, column in zip(row, table.columns)]
    return any(_unbreakable(word) > LONGEST_WORD for text in texts for word in WORDS.split(text))


def _unbreakable(word: str) -> float:
    return 2.0 if any(ord(letter) > WIDE for letter in word) else length(word)


def length(text: str) -> float:
    """How long a text is, in letters of the Latin script.

    >>> length("AI"), length("我们")
    (2.0, 4.0)
    """
    return float(sum(2 if ord(letter) > WIDE else 1 for letter in text))
