"""A made-up company's theme in a folder: another hue, another font, a logo."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

from alignment_model.charts.style.theme import BUNDLED_FONTS

FAMILY, ACCENT, DARK_ACCENT = "Example Sans", "#7A1F4B", "#E79BC0"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40">'
    '<circle cx="20" cy="20" r="18" fill="#7A1F4B"/><rect x="48" y="12" width="64" height="16" fill="#22101A"/></svg>'
)
THEME = f"""name = "Example Company"
[fonts]
family = "{FAMILY}"
regular = "Regular.ttf"
semibold = "Semibold.ttf"
[logo]
light = "logo.svg"
alt = "Example Company"
[light]
ink = "#22101A"
accent = "{ACCENT}"
agreement = ["#F6E6EE", "#DFB0C8", "#C0709A", "#8E3163", "#4E1033"]
[dark]
ink = "#F6EFF3"
accent = "{DARK_ACCENT}"
agreement = ["#33202B", "#5E2F49", "#8A4168", "#BE6C96", "#F2BFD8"]
"""


def company(folder: Path) -> Path:
    """Write the theme, its fonts and its logo; the path of the theme file."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in ("Regular", "Semibold"):
        with TTFont(BUNDLED_FONTS / f"SourceSans3-{face}.ttf") as font:
            for record in font["name"].names:
                if record.nameID in (1, 4, 16):
                    record.string = FAMILY if face == "Regular" or record.nameID == 16 else f"{FAMILY} {face}"
                if record.nameID == 6:
                    record.string = f"{FAMILY.replace(' ', '')}-{face}"
            font["hmtx"].metrics["A"] = (999, 0)
            font.save(folder / f"{face}.ttf")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    path = folder / "theme.toml"
    path.write_text(THEME, encoding="utf-8")
    return path
