"""An empty deck in the product's type and colours, or on a company's template, and slides with a title each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

from alignment_model.charts import PRINT_LOOK
from alignment_model.errors import UsageError

COLOURS = PRINT_LOOK.colours
FONT = "Source Sans 3"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
RTL = re.compile(r"^[^A-Za-z\u00c0-\u058f\u4e00-\u9fff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
THEME_FONT = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')
THEME_COLOUR = rb"(<a:%s>)<a:s(?:rgb|ys)Clr [^>]*/>(</a:%s>)"
THEME = {
    "dk1": COLOURS.ink,
    "lt1": COLOURS.paper,
    "dk2": COLOURS.accent,
    "lt2": COLOURS.panel,
    **{f"accent{number}": colour for number, colour in enumerate(list(COLOURS.roles.values())[:6], 1)},
}
TITLE_SIZES = ((60, 28), (110, 24), (170, 20), (240, 18))


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


class Deck:
    """A presentation that grows slide by slide."""

    def __init__(self, template: bytes | None = None, footer: str = "") -> None:
        self.presentation = _opened(template)
        self.plain = template is None
        self.footer = clean(footer)
        self.width, self.height = self.presentation.slide_width, self.presentation.slide_height
        margin = round(self.width * 0.045)
        self.head = Area(
            margin, round(self.height * 0.05), self.width - 2 * margin, round(self.height * 0.15)
        )
        top = self.head.top + self.head.height + round(self.height * 0.01)
        self.body = Area(margin, top, self.head.width, round(self.height * 0.92) - top)
        self.layout = _title_layout(self.presentation)
        if self.plain:
            _restyle(self.presentation, self.layout, self.head)

    def slide(self, title: str, notes: str = "") -> Any:
        """A new slide with this title, its notes, and the footer."""
        slide = self.presentation.slides.add_slide(self.layout)
        for shape in list(slide.placeholders):
            if shape != slide.shapes.title:
                shape._element.getparent().remove(shape._element)
        place(slide.shapes.title, self.head)
        write(slide.shapes.title.text_frame, title, size=_title_size(title), bold=True, anchor=MSO_ANCHOR.TOP)
        if notes:
            slide.notes_slide.notes_text_frame.text = clean(notes)
        self._sign(slide)
        return slide

    def cover(self, kind: str, title: str, subtitle: str, lead: str, warning: str) -> Any:
        """The first slide."""
        slide = self.slide(title)
        body = Area(self.head.left, self.body.top, self.head.width, self.body.height)
        place(
            slide.shapes.title,
            Area(body.left, round(self.height * 0.16), body.width, round(self.height * 0.22)),
        )
        write(slide.shapes.title.text_frame, title, size=40 if len(title) < 70 else 28, bold=True)
        text_box(
            slide,
            Area(body.left, round(self.height * 0.09), body.width, Inches(0.4)),
            kind,
            size=16,
            colour=COLOURS.accent,
        )
        text_box(
            slide,
            Area(body.left, round(self.height * 0.39), body.width, Inches(0.5)),
            subtitle,
            size=18,
            colour=COLOURS.quiet,
        )
        text_box(
            slide,
            Area(body.left, round(self.height * 0.5), body.width, round(self.height * 0.25)),
            lead,
            size=_title_size(lead),
        )
        text_box(
            slide,
            Area(body.left, round(self.height * 0.8), body.width, Inches(0.7)),
            warning,
            size=13,
            colour=COLOURS.quiet,
        )
        return slide

    def saved(self) -> bytes:
        """The deck as a file."""
        target = BytesIO()
        self.presentation.save(target)
        return target.getvalue()

    def _sign(self, slide: Any) -> None:
        number = len(self.presentation.slides)
        strip = Area(self.head.left, round(self.height * 0.94), self.head.width, Inches(0.3))
        left, right = strip.columns(0.85)
        text_box(slide, left, self.footer, size=10, colour=COLOURS.quiet)
        text_box(slide, right, str(number), size=10, colour=COLOURS.quiet, align=PP_ALIGN.RIGHT)


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
    """Fill a text frame: a paragraph a line, right to left where the script runs so."""
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = 0
    for number, line in enumerate(clean(text).split("\n")):
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
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(text))


def clean(text: str) -> str:
    """Text without what a slide cannot hold.

    >>> clean("a\\x00b\\ufffec")
    'abc'
    """
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def rgb(colour: str) -> RGBColor:
    """A colour written as #RRGGBB."""
    return RGBColor.from_string(colour.lstrip("#"))


def _title_size(text: str) -> int:
    return next((size for longest, size in TITLE_SIZES if len(text) <= longest), 16)


def _opened(template: bytes | None) -> Any:
    if template is None:
        presentation = Presentation()
        presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
        return presentation
    try:
        presentation = Presentation(BytesIO(template))
    except (KeyError, ValueError, OSError) as error:
        raise UsageError(f"The template is not a PowerPoint file that can be read: {error}.") from None
    slides = presentation.slides._sldIdLst
    for item in list(slides):
        presentation.part.drop_rel(item.rId)
        slides.remove(item)
    return presentation


def _title_layout(presentation: Any) -> Any:
    """The layout with a title and as little else as possible."""
    titled = [
        (len(layout.placeholders), number)
        for number, layout in enumerate(presentation.slide_layouts)
        if any(holder.placeholder_format.type in (1, 3) for holder in layout.placeholders)
    ]
    if not titled:
        raise UsageError("The template has no slide layout with a title.")
    named = [
        number for number, layout in enumerate(presentation.slide_layouts) if layout.name == "Title Only"
    ]
    return presentation.slide_layouts[(named or [min(titled)[1]])[0]]


def _restyle(presentation: Any, layout: Any, head: Area) -> None:
    """The product's type and colours as the deck's theme; titles where slides put them."""
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    blob = THEME_FONT.sub(rb"\g<1>" + FONT.encode(), theme.blob)
    for name, colour in THEME.items():
        pattern = THEME_COLOUR % (name.encode(), name.encode())
        value = f'<a:srgbClr val="{colour.lstrip("#")}"/>'.encode()
        blob = re.sub(pattern, rb"\g<1>" + value + rb"\g<2>", blob)
    theme._blob = blob
    for holder in (*layout.placeholders, *presentation.slide_master.placeholders):
        if holder.placeholder_format.type == 1:
            place(holder, head)
    for owner in (layout, presentation.slide_master):
        for paragraph in owner.element.xpath(".//p:titleStyle/a:lvl1pPr"):
            paragraph.set("algn", "l")
