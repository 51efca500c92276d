"""Where text goes: how wide it is, where it breaks, and how labels keep out of each other's way.

Widths come from the theme's own fonts (`glyphs.py`), so a layout computed here holds in browser, PDF and image
alike; scripts the font lacks are set wide enough for common fallback fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from alignment_model.charts.drawing.glyphs import widths
from alignment_model.wording import NO_BREAK, unbroken

LINE = 1.25  # line height as a multiple of the font size
ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a line of text in px.

    >>> round(text_width("CEO", 16), 1)
    28.2
    """
    table = widths(bold)
    return sum(table.get(letter) or _foreign(letter) for letter in text) * size / 1000


def _foreign(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1020 if ord(letter) < 0x1F000 else 1320
    return 540


def shorten(text: str, width: float, size: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `width` px.

    >>> shorten("Organisational Capability", 100, 16)
    'Organisatio…'
    """
    if text_width(text, size, bold) <= width:
        return text
    cut = text
    while cut and text_width(cut + ELLIPSIS, size, bold) > width:
        cut = cut[:-1]
    return cut.rstrip() + ELLIPSIS


def wrap(text: str, width: float, size: float, *, lines: int = 0, bold: bool = False) -> list[str]:
    """The text broken into lines of at most `width` px; with `lines` given, the last one is cut to fit.

    >>> wrap("We know why we use AI", 100, 16)
    ['We know why', 'we use AI']
    >>> [line.replace("\xa0", "_") for line in wrap("Adopted by 40 % of users", 90, 16)]
    ['Adopted by', '40_% of users']
    """
    result: list[str] = []
    current = ""
    for word in _pieces(text, width, size, bold):
        candidate = f"{current} {word}".strip()
        if current and text_width(candidate, size, bold) > width:
            result.append(current)
            current = word
        else:
            current = candidate
    result.append(current)
    if lines and len(result) > lines:
        rest = " ".join(result[lines - 1 :])
        return [*result[: lines - 1], shorten(rest, width, size, bold)]
    return result


def _words(text: str) -> list[str]:
    """What white space sets apart; a space that does not break holds a word together."""
    return [word for word in re.split(rf"[^\S{NO_BREAK}]+", unbroken(text)) if word]


def _pieces(text: str, width: float, size: float, bold: bool) -> list[str]:
    """Words; those wider than a line (or written without spaces) in parts that fit."""
    parts: list[str] = []
    for word in _words(text):
        while text_width(word, size, bold) > width and len(word) > 1:
            end = 1
            while end < len(word) - 1 and text_width(word[: end + 1] + "-", size, bold) <= width:
                end += 1
            latin = word[end - 1].isascii()
            parts.append(word[:end] + ("-" if latin else ""))
            word = word[end:]
        parts.append(word)
    return parts


def spread(centres: Sequence[float], widths: Sequence[float], low: float, high: float) -> list[float]:
    """Centres moved as little as needed so that boxes in ascending order do not overlap within low..high.

    Boxes that cannot all fit are laid side by side from `low` and run over.

    >>> spread([10, 12], [10, 10], 0, 100)
    [6.0, 16.0]
    """
    blocks: list[list[float]] = []  # start, total width, number of boxes, sum of wished starts
    for centre, width in zip(centres, widths):
        block = [centre - width / 2, width, 1, centre - width / 2]
        while True:
            block[0] = min(max(block[3] / block[2], low), max(low, high - block[1]))
            if not blocks or blocks[-1][0] + blocks[-1][1] <= block[0] + 1e-9:
                break
            before = blocks.pop()
            wished = before[3] + block[3] - block[2] * before[1]
            block = [0, before[1] + block[1], before[2] + block[2], wished]
        blocks.append(block)
    result: list[float] = []
    index = 0
    for start, _, number, _ in blocks:
        for width in widths[index : index + int(number)]:
            result.append(start + width / 2)
            start += width
        index += int(number)
    return result


def two_sides(
    centres: Sequence[float],
    widths: Sequence[float],
    offsets: Sequence[float],
    low: float,
    high: float,
    tolerance: float,
) -> tuple[list[float], list[int]]:
    """Labels above (-1) or below (1) their marks, moved as little as needed: their centres and sides.

    All stand above when each then stays within `tolerance` px of its mark. Otherwise a mark set off the
    line takes its own side and the others alternate; order is kept on each side, so no two leaders cross.
    """
    above = spread(centres, widths, low, high)
    if sum(widths) <= high - low and all(abs(a - b) <= tolerance for a, b in zip(above, centres)):
        return above, [-1] * len(centres)
    sides: list[int] = []
    for offset in offsets:
        turned = -sides[-1] if sides else -1
        sides.append(turned if offset == 0 else (1 if offset > 0 else -1))
    if any(sum(w for w, s in zip(widths, sides) if s == side) > high - low for side in (-1, 1)):
        sides = [-1 if index % 2 == 0 else 1 for index in range(len(centres))]
    moved = list(centres)
    for side in (-1, 1):
        chosen = [index for index, taken in enumerate(sides) if taken == side]
        places = spread([centres[i] for i in chosen], [widths[i] for i in chosen], low, high)
        for index, place in zip(chosen, places):
            moved[index] = place
    return moved, sides


def swarm(centres: Sequence[float], diameter: float) -> list[float]:
    """Vertical offsets, px, that keep dots at these ascending places from covering each other.

    >>> swarm([0, 1, 50], 10)
    [0, -9.0, 0]
    """
    step = diameter * 0.9
    placed: list[tuple[float, float]] = []
    for centre in centres:
        turn = 0
        while True:
            offset = ((turn + 1) // 2) * step * (-1 if turn % 2 else 1)
            if all((centre - x) ** 2 + (offset - y) ** 2 >= (step * 0.98) ** 2 for x, y in placed):
                break
            turn += 1
        placed.append((centre, offset or 0))
    return [offset for _, offset in placed]
