"""How a page's main button looks: filled with the accent where its words can be read on it."""

from __future__ import annotations

from typing import Literal

from alignment_model.charts import Look
from alignment_model.charts.style.colour import contrast
from alignment_model.charts.style.palette import TEXT_CONTRAST
from alignment_model.ui import light_or_dark

LETTERS = "#FFFFFF"  # Streamlit writes on a filled button in white, whatever the theme


def main_button() -> Literal["primary", "secondary"]:
    """The `type` of a page's main button for this reader's theme.

    An accent bright enough to be read on dark paper cannot carry white letters; the button is outlined there.
    """
    accent = Look(mode=light_or_dark.mode()).colours.accent
    return "primary" if contrast(LETTERS, accent) >= TEXT_CONTRAST else "secondary"
