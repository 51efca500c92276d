"""Text and shapes on a slide: where they stand, how they are set, what they are to those who cannot see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Inches, Pt

from alignment_model.charts import PRINT_LOOK
from alignment_model.wording import printable, together

COLOURS = PRINT_LOOK.colours
RTL = re.compile(r"^[^A-Za-z\u00c0-\u058f\u4e00-\u9fff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def columns(self, share: float, gap: int = Inches(0.3)) -> tuple[Area, Area]:
        """Left and right part; the left one takes this share of the width."""
        left = round((self.width - gap) * share)
        right = self.width - gap - left
        return (
            Area(self.left, self.top, left, self.height),
            Area(self.left + left + gap, self.top, right, self.height),
        )

    def rows(self, height: int) -> tuple[Area, Area]:
        """A strip of this height, and what is left under it."""
        return (
            Area(self.left, self.top, self.width, height),
            Area(self.left, self.top + height, self.width, self.height - height),
        )


def place(shape: Any, area: Area) -> None:
    """Put a shape into an area."""
    shape.left, shape.top, shape.width, shape.height = (
        Emu(area.left),
        Emu(area.top),
        Emu(area.width),
        Emu(area.height),
    )


def text_box(slide: Any, area: Area, text: str, **style: Any) -> Any:
    """A box of text; a paragraph a line. `style` is passed to `write`."""
    box = slide.shapes.add_textbox(area.left, area.top, area.width, area.height)
    write(box.text_frame, text, **style)
    return box


def write(
    frame: Any,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    colour: str = COLOURS.ink,
    align: Any = None,
    anchor: Any = None,
) -> None:
    """Fill a text frame: a paragraph a line, right to left where the script runs so, numbers with their units."""
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = 0
    for number, line in enumerate(together(printable(text)).split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, rgb(colour)
        if RTL.match(line):
            paragraph.alignment = PP_ALIGN.RIGHT
            paragraph._p.get_or_add_pPr().set("rtl", "1")
        if number == 0:
            for old in paragraph.runs[:-1]:
                old._r.getparent().remove(old._r)


def describe(shape: Any, text: str) -> None:
    """Set a shape's alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(text))


def rgb(colour: str) -> RGBColor:
    """A colour written as #RRGGBB."""
    return RGBColor.from_string(colour.lstrip("#"))
