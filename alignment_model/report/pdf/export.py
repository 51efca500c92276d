"""The report as a printed document: typeset, tagged (PDF/UA-1) and made to last (PDF/A-2a).

Charts stay vectors and all fonts are embedded. What people typed reaches the typesetter as data, never as
markup. The same report on the same paper gives the same bytes, as long as the bundled fonts hold every
letter; for other scripts the machine's own fonts are asked.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import typst

from alignment_model.charts.style.theme import font_folders
from alignment_model.errors import UsageError
from alignment_model.report.model import Report
from alignment_model.report.pdf.content import Content, content_of, without_pictographs
from alignment_model.report.pdf.pages import fill_pages

A4, US_LETTER = "a4", "us-letter"
PAPERS = (A4, US_LETTER)
STANDARDS = ("a-2a", "ua-1")
BOXED = "□ stands for a sign, such as an emoji, that no font on the machine which made this holds."
NO_FONT = (
    "Some letters could not be printed: the machine that made this has no font for their script. Install one, such "
    "as Noto Sans CJK, and make the PDF anew. The web page shows them with the reader's own fonts."
)
TEMPLATE = Path(__file__).parent / "report.typ"


def to_pdf(report: Report, paper: str = A4) -> bytes:
    """The whole report as one PDF on "a4" or "us-letter".

    Raises
    ------
    UsageError
        When the paper is not one of these.
    """
    if paper not in PAPERS:
        raise UsageError(f"'{paper}' is not a paper. Choose from {', '.join(PAPERS)}.")
    content = content_of(report, paper)
    fallback = Content(without_pictographs(content.values) | {"missing": BOXED}, _redrawn(content.files))
    attempts = (
        (content, True, STANDARDS),
        (content, False, STANDARDS),
        (fallback, False, STANDARDS),
    )
    for chosen, bundled_only, standards in attempts:
        try:
            return _typeset(chosen, bundled_only, standards)
        except typst.TypstError as error:
            if not _letter_missing(error):
                raise
    # No font of this machine holds a letter that is needed: the standards forbid the gap, readers do not.
    return _typeset(Content(fallback.values | {"missing": NO_FONT}, fallback.files), False, ())


def _typeset(content: Content, bundled_only: bool, standards: tuple[str, ...]) -> bytes:
    return _compiler(_paged(content, bundled_only), bundled_only).compile(pdf_standards=list(standards))


def _paged(content: Content, bundled_only: bool) -> Content:
    """The same content, its charts, tables and texts settled so that pages come out full."""
    values = deepcopy(content.values)
    heights = _compiler(Content(values | {"measuring": True}, content.files), bundled_only)
    page = json.loads(heights.query("<page>", field="value", one=True))
    tall = json.loads(heights.query("<section>", field="value"))
    fill_pages(values["sections"], tall, page)
    return Content(values, content.files)


def _compiler(content: Content, bundled_only: bool) -> typst.Compiler:
    return typst.Compiler(
        {"main.typ": _template(), **content.files},
        sys_inputs={"data": json.dumps(content.values, ensure_ascii=False, sort_keys=True)},
        font_paths=font_folders(),
        ignore_system_fonts=bundled_only,
    )


def _redrawn(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: without_pictographs(data.decode("utf-8")).encode("utf-8") for name, data in files.items()}


def _letter_missing(error: Any) -> bool:
    return "could not be displayed with" in str(error)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
