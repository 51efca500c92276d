"""Charts as still pictures: all drawing outside the browser passes here, as the library that draws is not forgiving.

Drawing is most of the time an export takes, and a report's formats, snapshots and packs ask for the same charts, so
the last `KEPT` drawings stay in memory: about five reports, some 10 MB.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import vl_convert

from alignment_model.charts.style.theme import font_folders
from alignment_model.wording import printable

KEPT = 256  # drawings


def to_svg(spec: Mapping[str, Any]) -> str:
    """A Vega-Lite specification as SVG; text stays text in the theme's type."""
    return drawn(json.dumps(drawable(spec), ensure_ascii=False), tuple(font_folders()))


def to_png(spec: Mapping[str, Any], scale: float = 2) -> bytes:
    """A Vega-Lite specification as a PNG, `scale` pixels a px."""
    return vl_convert.svg_to_png(to_svg(spec), scale=scale)


@lru_cache(maxsize=KEPT)
def drawn(spec: str, fonts: tuple[str, ...]) -> str:
    """The SVG of a specification, itself given as JSON, with the fonts of these folders."""
    _register_fonts(fonts)
    return vl_convert.vegalite_to_svg(json.loads(spec))


def drawable(value: Any) -> Any:
    """The same without signs that no picture can hold, in every text of it: a single one would end the process.

    >>> drawable({"title": "Trust\\x00", "data": [{"n": 1, "label": "A\\x14B"}]})
    {'title': 'Trust', 'data': [{'n': 1, 'label': 'AB'}]}
    """
    if isinstance(value, str):
        return value if value.isprintable() else printable(value)
    if isinstance(value, Mapping):
        return {key: drawable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(item) for item in value]
    return value


@cache
def _register_fonts(folders: tuple[str, ...]) -> None:
    for folder in folders:
        vl_convert.register_font_directory(folder)
