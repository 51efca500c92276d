"""The theme's type and logo as web pages and slides take them: embedded, so that a file needs nothing beside it."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from pathlib import Path

import vl_convert
from fontTools.ttLib import TTFont

from alignment_model.charts.style.palette import LIGHT
from alignment_model.charts.style.theme import theme

BUNDLED = Path(__file__).parent / "fonts"
BUNDLED_FACES = (("normal", 400, "Regular"), ("normal", 600, "Semibold"), ("italic", 400, "Italic"))
SVG, PNG = "image/svg+xml", "image/png"
SHARPNESS = 4  # pixels a px of an SVG drawn for a slide


def family() -> str:
    """The theme's family as CSS names it, with what to fall back on."""
    return f"'{theme().fonts.family}','Source Sans Pro',system-ui,-apple-system,'Segoe UI',sans-serif"


@cache
def faces() -> str:
    """The theme's fonts as `@font-face` rules with the files inside."""
    fonts = theme().fonts
    if fonts.bundled:
        return "".join(
            _face(style, weight, "woff2", (BUNDLED / f"ReportText-{name}.woff2").read_bytes())
            for style, weight, name in BUNDLED_FACES
        )
    return "".join(_face(style, weight, "woff", _compressed(path)) for path, weight, style in fonts.faces)


def _face(style: str, weight: int, form: str, content: bytes) -> str:
    font = base64.b64encode(content).decode()
    return (
        f"@font-face{{font-family:'{theme().fonts.family}';font-style:{style};font-weight:{weight};"
        f"src:url(data:font/{form};base64,{font}) format('{form}')}}\n"
    )


def _compressed(path: Path) -> bytes:
    """The font as WOFF; its own date stays, so that the same font gives the same bytes."""
    with TTFont(path, recalcTimestamp=False) as font:
        font.flavor = "woff"
        made = BytesIO()
        font.save(made)
    return made.getvalue()


def logo_address(mode: str = LIGHT) -> str:
    """The logo as a data URL for a page in this mode; empty when the theme has none."""
    logo = theme().logo
    if logo is None:
        return ""
    path = logo.on(mode)
    mime = SVG if path.suffix.lower() == ".svg" else PNG
    return f"data:{mime};base64,{base64.b64encode(path.read_bytes()).decode()}"


def logo_png() -> bytes | None:
    """The logo as a PNG, for programs that do not draw SVG."""
    logo = theme().logo
    if logo is None:
        return None
    content = logo.light.read_bytes()
    if logo.light.suffix.lower() != ".svg":
        return content
    return vl_convert.svg_to_png(content.decode("utf-8"), scale=SHARPNESS)
