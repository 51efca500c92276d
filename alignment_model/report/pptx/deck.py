"""An empty deck in the product's type and colours, or on a company's template, and slides with a title each."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from alignment_model.charts.style.theme import theme
from alignment_model.report.identity import logo_png
from alignment_model.report.pptx.template import open_template, title_layout
from alignment_model.report.pptx.text import COLOURS, Area, describe, place, text_box, write
from alignment_model.wording import headline, printable

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
THEME_FONT = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')
THEME_COLOUR = rb"(<a:%s>)<a:s(?:rgb|ys)Clr [^>]*/>(</a:%s>)"
THEME = {
    "dk1": COLOURS.ink,
    "lt1": COLOURS.paper,
    "dk2": COLOURS.accent,
    "lt2": COLOURS.panel,
    **{f"accent{number}": colour for number, colour in enumerate(list(COLOURS.roles.values())[:6], 1)},
}
LOGO_SHARE = 0.3  # of the width, at most
TITLE_SIZES = ((60, 28), (110, 24), (170, 20), (240, 18))


class Deck:
    """A presentation that grows slide by slide."""

    def __init__(self, template: bytes | None = None, footer: str = "") -> None:
        self.presentation = _empty() if template is None else open_template(template)
        self.plain = template is None
        self.footer = printable(footer)
        self.width, self.height = self.presentation.slide_width, self.presentation.slide_height
        margin = round(self.width * 0.045)
        self.head = Area(
            margin, round(self.height * 0.05), self.width - 2 * margin, round(self.height * 0.15)
        )
        top = self.head.top + self.head.height + round(self.height * 0.01)
        self.body = Area(margin, top, self.head.width, round(self.height * 0.92) - top)
        self.layout = title_layout(self.presentation)
        if self.plain:
            _restyle(self.presentation, self.layout, self.head)

    def slide(self, title: str, notes: str = "") -> Any:
        """A new slide with this title, its notes, and the footer."""
        title = headline(title)
        slide = self.presentation.slides.add_slide(self.layout)
        for shape in list(slide.placeholders):
            if shape != slide.shapes.title:
                shape._element.getparent().remove(shape._element)
        place(slide.shapes.title, self.head)
        write(
            slide.shapes.title.text_frame,
            title,
            size=self._title_size(title),
            bold=True,
            anchor=MSO_ANCHOR.TOP,
        )
        if notes:
            slide.notes_slide.notes_text_frame.text = printable(notes)
        self._sign(slide)
        return slide

    def cover(self, kind: str, title: str, subtitle: str, lead: str, warning: str) -> Any:
        """The first slide."""
        slide = self.slide(title)
        if self.plain:
            _put_logo(slide, Area(self.head.left, round(self.height * 0.07), self.head.width, Inches(0.7)))
        place(slide.shapes.title, self._band(0.16, 0.22))
        write(slide.shapes.title.text_frame, title, size=40 if len(title) < 70 else 28, bold=True)
        text_box(slide, self._band(0.09, 0.06), kind, size=16, colour=COLOURS.accent)
        text_box(slide, self._band(0.39, 0.07), subtitle, size=18, colour=COLOURS.quiet)
        text_box(slide, self._band(0.5, 0.25), lead, size=self._title_size(lead))
        text_box(slide, self._band(0.8, 0.1), warning, size=13, colour=COLOURS.quiet)
        return slide

    def _band(self, top: float, height: float) -> Area:
        """A strip across the slide, by shares of its height."""
        return Area(self.head.left, round(self.height * top), self.head.width, round(self.height * height))

    def saved(self) -> bytes:
        """The deck as a file."""
        target = BytesIO()
        self.presentation.save(target)
        return target.getvalue()

    def _title_size(self, text: str) -> int:
        """Points for a title: the longer, the smaller, and smaller on a narrow slide."""
        letters = len(text) * WIDTH / self.width
        return next((size for longest, size in TITLE_SIZES if letters <= longest), 16)

    def _sign(self, slide: Any) -> None:
        number = len(self.presentation.slides)
        strip = Area(self.head.left, round(self.height * 0.94), self.head.width, Inches(0.3))
        left, right = strip.columns(0.85)
        text_box(slide, left, self.footer, size=10, colour=COLOURS.quiet)
        text_box(slide, right, str(number), size=10, colour=COLOURS.quiet, align=PP_ALIGN.RIGHT)


def _put_logo(slide: Any, area: Area) -> None:
    """The theme's logo, if it has one, at the right end of `area`; a template brings its own."""
    logo, content = theme().logo, logo_png()
    if logo is None or content is None:
        return
    image = slide.shapes.add_picture(BytesIO(content), 0, 0)
    scale = min(area.width * LOGO_SHARE / image.width, area.height / image.height)
    image.width, image.height = round(image.width * scale), round(image.height * scale)
    image.left, image.top = area.left + area.width - image.width, area.top
    describe(image, logo.alt)


def _empty() -> Any:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    return presentation


def _restyle(presentation: Any, layout: Any, head: Area) -> None:
    """The product's type and colours as the deck's theme; titles where slides put them."""
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    blob = THEME_FONT.sub(rb"\g<1>" + escape(theme().fonts.family).encode(), part.blob)
    for name, colour in THEME.items():
        pattern = THEME_COLOUR % (name.encode(), name.encode())
        value = f'<a:srgbClr val="{colour.lstrip("#")}"/>'.encode()
        blob = re.sub(pattern, rb"\g<1>" + value + rb"\g<2>", blob)
    part._blob = blob
    for holder in (*layout.placeholders, *presentation.slide_master.placeholders):
        if holder.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            place(holder, head)
    for owner in (layout, presentation.slide_master):
        for paragraph in owner.element.xpath(".//p:titleStyle/a:lvl1pPr"):
            paragraph.set("algn", "l")
