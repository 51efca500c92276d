"""The theme as Streamlit's own options: what they have to be, whether they are, and writing them.

Streamlit reads its theme from `.streamlit/config.toml` before any of our code runs, so the same colours stand
there a second time. They are written from the theme file and compared with it at every start.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from alignment_model.charts.style.palette import DARK, LIGHT
from alignment_model.charts.style.theme import Theme, read_theme, theme
from alignment_model.charts.style.theme_check import Measured, faults_of, measured
from alignment_model.errors import DataFileError
from alignment_model.settings import PROJECT_DIRECTORY, theme_file

CONFIG = PROJECT_DIRECTORY / ".streamlit" / "config.toml"
FONT_ADDRESS = "/theme/fonts"  # where the app serves a company's fonts
FACES = "theme.fontFaces"
PARTS = {
    "primaryColor": "accent",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "panel",
    "textColor": "ink",
    "borderColor": "hair",
}
SECTION = re.compile(r"^\s*\[+\s*([\w.]+)\s*\]+")
KEY = re.compile(r"^\s*(\w+)\s*=")


def check_theme(path: Path | None = None) -> tuple[Theme, tuple[Measured, ...], tuple[str, ...]]:
    """A theme file, or the one in force: what it says, everything measured of it, and a sentence a fault.

    Raises
    ------
    DataFileError
        When the file cannot be read or does not have the form of a theme.
    """
    found = read_theme(path or theme_file())
    return found, tuple(measured(found.palettes)), faults_of(found.palettes)


def streamlit_options(wanted: Theme) -> dict[str, Any]:
    """Streamlit's options that show this theme, by their whole name."""
    options: dict[str, Any] = {"theme.font": wanted.fonts.screen or f"'{wanted.fonts.family}', sans-serif"}
    for mode in (LIGHT, DARK):
        palette = wanted.palettes[mode]
        options |= {f"theme.{mode}.{key}": getattr(palette, name) for key, name in PARTS.items()}
        place = "theme" if mode == LIGHT else "theme.dark"
        options[f"{place}.chartCategoricalColors"] = list(palette.roles.values())
    options[FACES] = [] if wanted.fonts.bundled else _faces(wanted)
    return options


def _faces(wanted: Theme) -> list[dict[str, str]]:
    return [
        {
            "family": wanted.fonts.family,
            "url": f"{FONT_ADDRESS}/{number}{path.suffix.lower()}",
            "weight": str(weight),
            "style": style,
        }
        for number, (path, weight, style) in enumerate(wanted.fonts.faces)
    ]


def require_theme(option: Callable[[str], Any]) -> None:
    """Make sure that charts and screen show the same theme; `option` tells what Streamlit has in force.

    Raises
    ------
    DataFileError
        When the theme cannot be used, or Streamlit shows another one.
    """
    current = theme()
    for name, wanted in streamlit_options(current).items():
        found = option(name)
        if (found or None) != (wanted or None):
            raise DataFileError(
                CONFIG.name,
                "",
                name,
                f"found {found!r}, expected {wanted!r} as in {current.file.name}. "
                "Run `python -m alignment_model theme --write-config` and start again.",
            )


def write_config(wanted: Theme, path: Path = CONFIG) -> Path:
    """Write a theme that holds into Streamlit's configuration; everything else in the file stays as it is.

    Raises
    ------
    DataFileError
        When the configuration is missing, or has no place for an option.
    """
    if not path.is_file():
        raise DataFileError(path.name, "", "", f"the file is missing; it should be at {path}.")
    text = with_options(path.read_text(encoding="utf-8"), streamlit_options(wanted), path.name)
    path.write_text(text, encoding="utf-8")
    return path


def with_options(text: str, options: Mapping[str, Any], name: str) -> str:
    """The configuration with these options in the place of its own."""
    left = {key: value for key, value in options.items() if key != FACES}
    lines, section = [], ""
    for line in text.splitlines():
        opened, set_here = SECTION.match(line), KEY.match(line)
        section = opened.group(1) if opened else section
        if section == FACES:
            continue
        key = f"{section}.{set_here.group(1)}" if set_here else ""
        if key in left:
            line = f"{set_here.group(1)} = {_toml(left.pop(key))}"  # type: ignore[union-attr]
        lines.append(line)
    for key in left:
        raise DataFileError(name, "", key, "this option is missing; the file has to set it once.")
    return "\n".join(lines).rstrip() + "\n" + "".join(_face_table(face) for face in options[FACES])


def _face_table(face: Mapping[str, str]) -> str:
    rows = "\n".join(f"{key} = {_toml(value)}" for key, value in face.items())
    return f"\n[[{FACES}]]\n{rows}\n"


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
