"""Exports in a company's theme: colours, type and logo come from one file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from tests.company import ACCENT, FAMILY, company

PROJECT = Path(__file__).resolve().parents[2]
# In a process of its own: a program has one theme from start to end.
MAKE = """
import sys
from pathlib import Path
from alignment_model.report import exports
from tests.report.organisations import reported
for code in ("pdf", "pptx", "html", "xlsx"):
    Path(sys.argv[1], code).write_bytes(exports.export(reported("usual"), code))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The exported files by format."""
    folder = tmp_path_factory.mktemp("themed")
    theme = company(folder / "company")
    done = subprocess.run(
        [sys.executable, "-c", MAKE, str(folder)],
        cwd=PROJECT,
        env={**os.environ, "ALIGNMENT_THEME": str(theme)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {code: folder / code for code in ("pdf", "pptx", "html", "xlsx")}


def test_the_web_page_carries_font_logo_and_colours(files: Mapping[str, Path]) -> None:
    page = files["html"].read_text(encoding="utf-8")
    assert f"--accent:{ACCENT};" in page
    assert f"--font:'{FAMILY}'," in page
    assert f"@font-face{{font-family:'{FAMILY}'" in page
    assert page.count("url(data:font/woff;base64,") == 2
    assert '<img class="logo" src="data:image/svg+xml;base64,' in page
    assert "#0F5C6E" not in page, "the product's own accent is left over"


def test_the_pdf_is_set_in_the_companys_font_with_its_logo(files: Mapping[str, Path]) -> None:
    pages = PdfReader(files["pdf"]).pages
    held = pages[2]["/Resources"]["/Font"].get_object().values()
    fonts = {str(font.get_object()["/BaseFont"]) for font in held}
    assert any("ExampleSans" in name for name in fonts), fonts
    assert "Executive alignment report" in pages[0].extract_text()


def test_the_deck_names_the_font_and_shows_the_logo(files: Mapping[str, Path]) -> None:
    deck = Presentation(str(files["pptx"]))
    theme = next(
        part.blob for part in deck.part.package.iter_parts() if str(part.partname).endswith("theme1.xml")
    )
    assert f'<a:latin typeface="{FAMILY}"'.encode() in theme
    assert f'<a:dk2><a:srgbClr val="{ACCENT[1:]}"/></a:dk2>'.encode() in theme
    pictures = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for shape in deck.slides[0].shapes
        if shape.shape_type == 13
    ]
    assert pictures == ["Example Company"]
    for shape in deck.slides[0].shapes:
        assert shape.left + shape.width <= deck.slide_width
