"""Advance widths of the letters of the theme's fonts, in thousandths of the font size, read from the files."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from alignment_model.charts.style.theme import theme


def widths(bold: bool) -> dict[str, float]:
    """Letter to width, of the regular or the semibold face; letters the font lacks are missing.

    >>> widths(bold=False)["A"], widths(bold=True)["A"]
    (544.0, 558.0)
    """
    fonts = theme().fonts
    return _widths(fonts.semibold if bold else fonts.regular)


@cache
def _widths(path: Path) -> dict[str, float]:
    with TTFont(BytesIO(path.read_bytes())) as font:
        advances, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): advances[name][0] * 1000 / units for code, name in font.getBestCmap().items()}
