"""How wide the columns of a table want to be, for every renderer that has to set them: the PDF and the deck.

As browsers do it: a column gets at least its longest word, so that no word is broken, and what room is left
goes to those whose texts are longer than that. Widths are in letters; the renderer knows how wide a letter is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.model import Table
from alignment_model.wording import together

MOST = 180.0  # letters a text may ask for in one line
NUMBER = 5.0  # letters a column of numbers has at least
SENTENCE = 20.0  # letters a column of longer texts has at least
LONGEST_WORD = 16.0  # letters of a word that is kept whole; longer ones may break
AIR = 1.06  # so that a word of wide letters fits too
BOLD = 1.12  # how much wider bold letters are
WIDE = 0x2E7F  # from here on letters are as wide as two, and a line may break at each
PADDING = 2.4  # letters
WORDS = re.compile(r"[ \n\t]+")  # a no-break space keeps what it joins


def widths(table: Table, room: float) -> tuple[float, ...]:
    """The width of each column in letters, padding included; together `room` where the texts need it, else less."""
    least, wanted = zip(*(_needs(table, index) for index in range(len(table.columns))))
    room -= PADDING * len(table.columns)
    if sum(wanted) <= room:
        return tuple(width + PADDING for width in wanted)
    return tuple(width + PADDING for width in _between(least, wanted, room))


def _between(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    left, missing = room - sum(least), sum(wanted) - sum(least)
    if left <= 0 or missing <= 0:
        return [width * room / sum(least) for width in least]
    return [low + (high - low) * left / missing for low, high in zip(least, wanted)]


def _needs(table: Table, index: int) -> tuple[float, float]:
    """The fewest and the most letters a column can do with."""
    column = table.columns[index]
    numeric = column.format in NUMERIC
    head = BOLD * _longest_word(column.name)
    cells = [(row[index], together(shown(row[index], column.format))) for row in table.rows]
    least = max([head, NUMBER if numeric else 1.0, *(_longest_word(text) for _, text in cells)])
    # A reason in a column of numbers, and a heading of several words, may take several lines.
    told = [length(text) for value, text in cells if not numeric or is_number(value)]
    wanted = max([least, *(min(MOST, found) for found in told)])
    return max(least, min(wanted, SENTENCE)), wanted


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
