"""A company's PowerPoint template: checked before it is opened, and said in words what it offers.

Templates come from outside, so nothing is unpacked before the file's directory has been looked at, and what
could run or call home when the finished deck is opened is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from alignment_model.errors import UsageError

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
USUAL_LAYOUT = "Title Only"
MEGABYTE = 1_000_000
MAX_BYTES, MAX_UNPACKED, MAX_PARTS = 30 * MEGABYTE, 150 * MEGABYTE, 3_000
MAX_XML, MAX_RATIO = 20 * MEGABYTE, 150
NARROWEST, WIDEST = 1.2, 2.5  # width by height of a slide the deck can be laid out on
TYPES = "[Content_Types].xml"
TEMPLATE_TYPE, DECK_TYPE = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
RUNS = re.compile(r"vbaproject|activex|oleobject|embeddings/.*\.bin$|\.exe$", re.IGNORECASE)
OUTSIDE = re.compile(rb"<Relationship\b(?=[^>]*TargetMode=\"External\")(?![^>]*/hyperlink\")[^>]*>")
DARK = 0.4  # relative luminance below which dark text cannot be read
SCHEME = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """What a template offers: its layouts, the one slides use, and the slide's width by height."""

    layouts: tuple[str, ...]
    used: str
    ratio: float

    @property
    def sentence(self) -> str:
        """In words, for whoever chose the file."""
        return (
            f"{len(self.layouts)} layouts found; slides use “{self.used}”. A slide is "
            f"{self.ratio:.2f} times as wide as high. Slides of the template itself are left out."
        )


def template_facts(content: bytes) -> TemplateFacts:
    """What a template offers.

    Raises
    ------
    UsageError
        When it cannot be used, with the reason and how to mend it.
    """
    presentation = open_template(content)
    layouts = tuple(layout.name for layout in presentation.slide_layouts)
    ratio = presentation.slide_width / presentation.slide_height
    return TemplateFacts(layouts, title_layout(presentation).name, ratio)


def open_template(content: bytes) -> Any:
    """The template as an empty presentation.

    Raises
    ------
    UsageError
        As `template_facts`.
    """
    try:
        presentation = Presentation(BytesIO(_checked(content)))
        slides = presentation.slides._sldIdLst
        for item in list(slides):
            presentation.part.drop_rel(item.rId)
            slides.remove(item)
        _check_look(presentation)
    except UsageError:
        raise
    except Exception as error:  # whatever a broken package makes the library trip over
        raise _useless(f"cannot be read ({type(error).__name__})") from None
    return presentation


def title_layout(presentation: Any) -> Any:
    """The layout with a title and as little else as possible.

    Raises
    ------
    UsageError
        When no layout has a title.
    """
    titled = [
        (len(layout.placeholders), number)
        for number, layout in enumerate(presentation.slide_layouts)
        if any(holder.placeholder_format.type in TITLES for holder in layout.placeholders)
    ]
    if not titled:
        names = ", ".join(layout.name for layout in presentation.slide_layouts) or "none"
        raise UsageError(
            f"The template has no slide layout with a title; its layouts: {names}. Add a title to one of them."
        )
    named = [
        number for number, layout in enumerate(presentation.slide_layouts) if layout.name == USUAL_LAYOUT
    ]
    return presentation.slide_layouts[(named or [min(titled)[1]])[0]]


def _checked(content: bytes) -> bytes:
    """The file as a deck's bytes, once nothing in it can harm: bounded, without macros, without calls home."""
    if len(content) > MAX_BYTES:
        raise _useless(f"has {len(content) // MEGABYTE} MB; up to {MAX_BYTES // MEGABYTE} MB are taken")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_parts(archive)
            if TEMPLATE_TYPE in archive.read(TYPES):
                return _as_deck(archive)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, RuntimeError, ValueError):
        raise _useless("is not a PowerPoint file (.pptx or .potx)") from None
    return content


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if TYPES not in names or "ppt/presentation.xml" not in names:
        raise _useless("is not a PowerPoint file (.pptx or .potx)")
    packed = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or packed > MAX_UNPACKED or any(_swells(part) for part in parts):
        raise _useless("is far larger unpacked than a template can be")
    if any(RUNS.search(name) for name in names):
        raise _useless("holds macros or embedded programs; save it as .pptx without them")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _check_text(part.filename, archive.read(part))


def _swells(part: zipfile.ZipInfo) -> bool:
    is_text = part.filename.endswith((".xml", ".rels"))
    ratio = part.file_size / max(1, part.compress_size)
    return (is_text and part.file_size > MAX_XML) or (part.file_size > MEGABYTE and ratio > MAX_RATIO)


def _check_text(name: str, text: bytes) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise _useless(f"holds a document type in {name}, which PowerPoint never writes")
    if OUTSIDE.search(text):
        raise _useless(f"loads something from elsewhere ({name}); embed the picture or file instead")


def _as_deck(archive: zipfile.ZipFile) -> bytes:
    """A .potx as the .pptx it would become."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for part in archive.infolist():
            data = archive.read(part)
            made.writestr(
                part.filename, data.replace(TEMPLATE_TYPE, DECK_TYPE) if part.filename == TYPES else data
            )
    return target.getvalue()


def _check_look(presentation: Any) -> None:
    ratio = presentation.slide_width / presentation.slide_height
    if not NARROWEST <= ratio <= WIDEST or presentation.slide_height < Inches(3):
        raise _useless(f"has slides {ratio:.1f} times as wide as high; the deck needs 4:3 to 16:9")
    layout = title_layout(presentation)
    colour = _background(layout) or _background(presentation.slide_master)
    if colour is not None and _luminance(colour) < DARK:
        raise _useless(
            f"has a dark background (#{colour}), on which the deck's dark text cannot be read; "
            "give it a light one"
        )


def _background(owner: Any) -> str | None:
    """The colour behind a layout or master as RRGGBB; None when it names none, or a picture."""
    ground = owner._element.find(".//{*}cSld/{*}bg")
    if ground is None:
        return None
    plain, named = ground.find(".//{*}srgbClr"), ground.find(".//{*}schemeClr")
    if plain is not None:
        return plain.get("val")
    return None if named is None else _theme_colour(owner, named.get("val"))


def _theme_colour(owner: Any, name: str) -> str | None:
    master = getattr(owner, "slide_master", owner)
    chosen = master._element.find("{*}clrMap")
    code = SCHEME.get(name, name) if chosen is None else chosen.get(name, name)
    theme = next(
        (rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")), None
    )
    pattern = rb"<a:%s>.{0,80}?(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{6})\"" % code.encode()
    found = re.search(pattern, theme.blob, re.DOTALL) if theme is not None else None
    return found.group(1).decode() if found else None


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


def _useless(why: str) -> UsageError:
    return UsageError(f"This template cannot be used: it {why}.")
