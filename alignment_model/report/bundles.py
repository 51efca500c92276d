"""Several files as one: a zip without the clock in it, so that the same report gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from alignment_model.framework import fold

MOMENT = (1980, 1, 1, 0, 0, 0)
LONGEST_NAME = 60  # letters
Parts = Iterable[tuple[str, bytes]]  # file name and content


def zipped(parts: Parts) -> bytes:
    """The files in one zip, in this order."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def part_name(number: int, words: str, ending: str) -> str:
    """The name of one file of several: its place, what it is, its ending; safe on every system.

    >>> part_name(3, "positions_Größe: AI?", "csv"), part_name(12, "🧭", "png")
    ('03-positions-grosse-ai.csv', '12.png')
    """
    stem = slug(words)
    return f"{number:02}{'-' if stem else ''}{stem}.{ending}"


def slug(words: str) -> str:
    """Words as part of a file's name; empty when no letter of them can stand in one.

    >>> slug("role_by_layer: Größe"), slug("领导层")
    ('role-by-layer-grosse', '')
    """
    plain = fold(words.replace("_", " ")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_NAME].strip("-")
