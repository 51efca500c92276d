"""Charts as still pictures: all drawing outside the browser passes here, as the library that draws is not forgiving."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import vl_convert

from alignment_model.charts.theme import font_folders
from alignment_model.wording import printable


def to_svg(spec: Mapping[str, Any]) -> str:
    """A Vega-Lite specification as SVG; text stays text in the theme's type."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(drawable(spec))


def to_png(spec: Mapping[str, Any], scale: float = 2) -> bytes:
    """A Vega-Lite specification as a PNG, `scale` pixels a px."""
    _register_fonts()
    return vl_convert.vegalite_to_png(drawable(spec), scale=scale)


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
def _register_fonts() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(folder)
