"""The theme in force: colours, fonts and logo of the product, or of the company whose file ALIGNMENT_THEME names.

`data/theme.toml` holds the product's own values and is the only place they are written. A company's file is
laid over it, key by key. A file that cannot be meant, or would give screens that cannot be read, is refused
whole: nothing is ever drawn half in one theme and half in the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alignment_model.charts.style.palette import DARK, LIGHT, MODES, PRINT, Palette
from alignment_model.charts.style.theme_check import faults_of
from alignment_model.charts.style.theme_parts import palette_of, picture_of, text_of, typeface_of
from alignment_model.data_files import DATA_DIRECTORY, read_toml
from alignment_model.errors import DataFileError
from alignment_model.settings import theme_file

OWN_FILE = DATA_DIRECTORY / "theme.toml"
BUNDLED_FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FAMILY = re.compile(r"[A-Za-z][A-Za-z0-9 -]*")  # it is written into style sheets
TABLES = ("fonts", "logo", *MODES)
FONT_KEYS = {"family": True, "regular": True, "semibold": True, "bold": False, "italic": False}


@dataclass(frozen=True, slots=True)
class Fonts:
    """One family and its files. `bundled` is the product's own, which Streamlit and exports bring with them."""

    family: str
    regular: Path
    semibold: Path
    bold: Path | None = None
    italic: Path | None = None
    screen: str = ""  # what Streamlit calls it; without it the app serves the files

    @property
    def bundled(self) -> bool:
        """Whether this is the family that comes with the product."""
        return bool(self.screen)

    @property
    def faces(self) -> tuple[tuple[Path, int, str], ...]:
        """File, weight and style of every face there is."""
        drawn = ((self.regular, 400, "normal"), (self.semibold, 600, "normal"), (self.bold, 700, "normal"))
        found = [(path, weight, style) for path, weight, style in drawn if path]
        return (*found, (self.italic, 400, "italic")) if self.italic else tuple(found)


@dataclass(frozen=True, slots=True)
class Logo:
    """The company's mark, as SVG or PNG files; `dark` is for dark paper."""

    light: Path
    dark: Path
    alt: str

    def on(self, mode: str) -> Path:
        """The file for a mode."""
        return self.dark if mode == DARK else self.light


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything a company may give a look of its own."""

    name: str
    file: Path
    palettes: Mapping[str, Palette]
    fonts: Fonts
    logo: Logo | None = None


@cache
def theme() -> Theme:
    """The theme in force, read and checked once.

    Raises
    ------
    DataFileError
        When the file names something unknown, lacks something, or its colours cannot be told apart or read.
    """
    found = read_theme(theme_file())
    faults = faults_of(found.palettes)
    if faults:
        more = f" And {len(faults) - 1} more." if len(faults) > 1 else ""
        raise DataFileError(
            found.file.name, "", "", f"{faults[0]}{more} `python -m alignment_model theme --check` lists all."
        )
    return found


def font_folders() -> list[str]:
    """Where the files of the fonts lie: the bundled ones, which stand in where a letter is missing, and the theme's."""
    return sorted({str(BUNDLED_FONTS), *(str(path.parent) for path, _, _ in theme().fonts.faces)})


def read_theme(path: Path | None = None) -> Theme:
    """The theme a file describes, laid over the product's own; its form is checked, its colours are not.

    Raises
    ------
    DataFileError
        When the file is missing, is not TOML, or a key is unknown, missing or of the wrong kind.
    """
    base = read_toml(OWN_FILE)
    own = base if path is None else read_toml(path)
    file = path or OWN_FILE
    _known(own, ("name", *TABLES), file.name, "")
    return Theme(
        text_of(own, "name", file.name, ""),
        file,
        _palettes(base, own, file),
        _fonts(base, own, file),
        _logo(own, file),
    )


def _palettes(base: Mapping[str, Any], own: Mapping[str, Any], file: Path) -> dict[str, Palette]:
    given = {mode: own.get(mode, {}) for mode in MODES}
    for mode, table in given.items():
        if not isinstance(table, dict):
            raise DataFileError(file.name, mode, "", f"a table is expected, found {table!r}.")
    _both_modes(given, file.name)
    laid = {mode: _over(base[mode], given[mode]) for mode in (LIGHT, DARK)}
    darker = {key: value for key, value in base[PRINT].items() if own is base or key not in given[LIGHT]}
    laid[PRINT] = _over(_over(laid[LIGHT], darker), given[PRINT])
    return {mode: palette_of(laid[mode], file.name, mode) for mode in MODES}


def _both_modes(given: Mapping[str, Mapping[str, Any]], file: str) -> None:
    """A colour changed in light and not in dark would leave the other company's colour in half of the app."""
    for here, there in ((LIGHT, DARK), (DARK, LIGHT)):
        for key in given[here]:
            if key not in given[there]:
                raise DataFileError(
                    file,
                    there,
                    key,
                    f"this key is missing; '{here}' sets it, so '{there}' has to set it too.",
                )


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **base,
        **{
            key: {**base[key], **value}
            if isinstance(value, dict) and isinstance(base.get(key), dict)
            else value
            for key, value in own.items()
        },
    }


def _fonts(base: Mapping[str, Any], own: Mapping[str, Any], file: Path) -> Fonts:
    if "fonts" not in own:
        return _fonts(base, base, OWN_FILE)
    table = own["fonts"]
    known = (*FONT_KEYS, "screen") if own is base else tuple(FONT_KEYS)
    _known(table, known, file.name, "fonts")
    paths = {
        key: typeface_of(table, key, file) if needed or key in table else None
        for key, needed in FONT_KEYS.items()
        if key != "family"
    }
    family = text_of(table, "family", file.name, "fonts")
    if not FAMILY.fullmatch(family):
        raise DataFileError(
            file.name,
            "fonts",
            "family",
            f"letters, digits, spaces and hyphens are expected, found {family!r}.",
        )
    return Fonts(family, screen=table.get("screen", ""), **paths)  # type: ignore[arg-type]


def _logo(own: Mapping[str, Any], file: Path) -> Logo | None:
    if "logo" not in own:
        return None
    table = own["logo"]
    _known(table, ("light", "dark", "alt"), file.name, "logo")
    light = picture_of(table, "light", file)
    dark = picture_of(table, "dark", file) if "dark" in table else light
    return Logo(light, dark, text_of(table, "alt", file.name, "logo"))


def _known(table: Any, known: tuple[str, ...], file: str, name: str) -> None:
    if not isinstance(table, dict):
        raise DataFileError(file, name, "", f"a table is expected, found {table!r}.")
    for key in table:
        if key not in known:
            raise DataFileError(file, name, key, f"this key is not known here; known are {', '.join(known)}.")
