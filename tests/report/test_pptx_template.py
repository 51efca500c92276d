"""A company's template is used when it can be, and refused with a sentence when it cannot."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.util import Inches

from alignment_model.errors import UsageError
from alignment_model.report.pptx.template import MAX_BYTES, open_template, template_facts


def saved(presentation=None) -> bytes:
    target = BytesIO()
    (presentation or Presentation()).save(target)
    return target.getvalue()


def changed(name: str, old: bytes, new: bytes, content: bytes = b"") -> bytes:
    """A template with something put in place of something else in one part; a new part when there is none."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content or saved())) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.namelist():
            data = source.read(part)
            assert part != name or old in data
            made.writestr(part, data.replace(old, new) if part == name else data)
        if name not in source.namelist():
            made.writestr(name, new)
    return target.getvalue()


def test_the_layouts_found_and_the_one_used_are_said() -> None:
    found = template_facts(saved())
    assert found.used == "Title Only"
    assert len(found.layouts) == 11
    assert "11 layouts found; slides use “Title Only”" in found.sentence


def test_a_potx_is_taken_as_the_deck_it_would_become() -> None:
    types = b"presentationml.%s.main+xml"
    potx = changed("[Content_Types].xml", types % b"presentation", types % b"template")
    assert len(open_template(potx).slides) == 0


MASTER = "ppt/slideMasters/slideMaster1.xml"
RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
CALL = (
    b'<Relationship Id="rId99" Type="http://x/image" Target="http://x.example/i.png" TargetMode="External"/>'
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no deck", "not a PowerPoint file"),
        (b"PK\x05\x06" + bytes(18), "not a PowerPoint file"),
        (b"x" * (MAX_BYTES + 1), "up to 30 MB"),
        (saved()[:-4000], "not a PowerPoint file"),
        (changed("ppt/vbaProject.bin", b"", b"code"), "macros"),
        (changed(RELS, b"</Relationships>", CALL + b"</Relationships>"), "from elsewhere"),
        (changed(MASTER, b"<p:sldMaster", b'<!DOCTYPE a [<!ENTITY b "c">]><p:sldMaster'), "document type"),
        (changed(MASTER, b'<a:schemeClr val="bg1"/>', b'<a:srgbClr val="101820"/>'), "dark background"),
        (changed(MASTER, b'<a:schemeClr val="bg1"/>', b'<a:schemeClr val="tx1"/>'), "dark background"),
        (changed("ppt/presentation.xml", b"<p:presentation", b"<p:presentati"), "cannot be"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_refused_with_the_reason(content: bytes, said: str) -> None:
    with pytest.raises(UsageError, match="This template cannot be used") as refused:
        open_template(content)
    assert said in str(refused.value)


def test_a_part_that_swells_is_refused_before_it_is_unpacked() -> None:
    target = BytesIO(saved())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/bomb.png", bytes(40_000_000))
    with pytest.raises(UsageError, match="far larger unpacked"):
        open_template(target.getvalue())


def test_a_slide_of_another_shape_is_refused() -> None:
    tall = Presentation()
    tall.slide_width, tall.slide_height = Inches(4), Inches(9)
    with pytest.raises(UsageError, match="4:3 to 16:9"):
        open_template(saved(tall))


def test_a_template_without_titles_is_refused_with_its_layouts() -> None:
    bare = Presentation()
    for layout in bare.slide_layouts:
        for holder in list(layout.placeholders):
            holder._element.getparent().remove(holder._element)
    with pytest.raises(UsageError, match="no slide layout with a title; its layouts: Title Slide"):
        open_template(saved(bare))
