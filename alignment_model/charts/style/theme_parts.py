"""The parts of a theme file: colours, ramps, role tables, texts, font files and pictures, each checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from alignment_model.charts.style.palette import Palette
from alignment_model.data_files import known
from alignment_model.errors import DataFileError
from alignment_model.framework import load_framework

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
RAMPS = {"agreement": 5, "low": 3, "high": 3}  # how many colours each has
ROLE_TABLES = ("roles", "offices")
PICTURES = {".svg": b"<", ".png": b"\x89PNG\r\n\x1a\n"}  # how such a file begins
LARGEST = 2_000_000  # bytes of a logo: it is embedded in every report
FORBIDDEN = 0x0002  # OS/2 fsType: the font may not be embedded without its owner's permission


def palette_of(table: Mapping[str, Any], file: str, mode: str) -> Palette:
    """One mode's colours.

    Raises
    ------
    DataFileError
        When a key is unknown, missing, or not a colour.
    """
    names = [field.name for field in fields(Palette)]
    for key in table:
        known(key, names, file, mode, key)
    return Palette(**{name: _part(table, name, file, mode) for name in names})


def _part(table: Mapping[str, Any], key: str, file: str, mode: str) -> Any:
    value = table[key]
    if key in ROLE_TABLES:
        return _roles(value, file, f"{mode}.{key}")
    if key not in RAMPS:
        return _colour(value, file, mode, key)
    if not isinstance(value, list) or len(value) != RAMPS[key]:
        raise DataFileError(file, mode, key, f"a list of {RAMPS[key]} colours is expected, found {value!r}.")
    return tuple(_colour(item, file, mode, key) for item in value)


def _roles(value: Any, file: str, table: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise DataFileError(file, table, "", f"a table of roles is expected, found {value!r}.")
    codes = [role.code for role in load_framework().roles]
    for role in value:
        known(role, codes, file, table, role)
    return {role: _colour(colour, file, table, role) for role, colour in value.items()}


def _colour(value: Any, file: str, table: str, key: str) -> str:
    if not isinstance(value, str) or not COLOUR.fullmatch(value):
        raise DataFileError(file, table, key, f'a colour such as "#0F5C6E" is expected, found {value!r}.')
    return value.upper()


def text_of(table: Mapping[str, Any], key: str, file: str, name: str) -> str:
    """A text that says something."""
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        said = "this key is missing" if value is None else f"found {value!r}"
        raise DataFileError(file, name, key, f"{said}; a text is expected.")
    return value.strip()


def typeface_of(table: Mapping[str, Any], key: str, file: Path) -> Path:
    """A TrueType or OpenType file that can be read and may be embedded."""
    path = _beside(table, key, file, "fonts")
    try:
        with TTFont(BytesIO(path.read_bytes())) as font:
            font.getBestCmap(), font["hmtx"]
            rights = font["OS/2"].fsType if "OS/2" in font else 0
    except (TTLibError, OSError, KeyError, AssertionError) as error:
        raise DataFileError(
            file.name, "fonts", key, f"a TrueType or OpenType file is expected; {path} is none ({error})."
        ) from None
    if rights & 0x000F == FORBIDDEN:
        raise DataFileError(
            file.name,
            "fonts",
            key,
            f"{path} says that it may not be embedded; reports embed their type, so choose a font that may be.",
        )
    return path


def picture_of(table: Mapping[str, Any], key: str, file: Path) -> Path:
    """An SVG or PNG file of a size that can be embedded."""
    path = _beside(table, key, file, "logo")
    start = PICTURES.get(path.suffix.lower())
    content = path.read_bytes()
    if start is None or not content.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(start):
        raise DataFileError(file.name, "logo", key, f"an SVG or PNG file is expected; {path} is none.")
    if len(content) > LARGEST:
        raise DataFileError(
            file.name, "logo", key, f"at most {LARGEST:,} bytes are expected; {path} has {len(content):,}."
        )
    return path


def _beside(table: Mapping[str, Any], key: str, file: Path, name: str) -> Path:
    path = (file.parent / text_of(table, key, file.name, name)).resolve()
    if not path.is_file():
        raise DataFileError(
            file.name, name, key, f"there is no file {path}; paths are looked for beside the theme."
        )
    return path
