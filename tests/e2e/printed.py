"""Pictures of what leaves the app on paper or as a deck, drawn by LibreOffice and pdftoppm where they are found."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from alignment_model import workflows
from alignment_model.report.model import Report

DOTS_PER_INCH = "80"
LONGEST = 300  # seconds a program may take


def printed_pages(report: Report, folder: Path) -> Iterator[str]:
    """Draw the report's PDF into `folder/pdf` and its deck into `folder/pptx`; yields what was written or left out."""
    pdftoppm, soffice = shutil.which("pdftoppm"), shutil.which("soffice")
    if pdftoppm is None:
        yield "Left out: the pages of the PDF and the slides of the deck. pdftoppm (poppler) draws them; install it."
        return
    with tempfile.TemporaryDirectory() as place:
        yield from _drawn(pdftoppm, _written(report, "pdf", Path(place)), folder / "pdf")
        if soffice is None:
            yield "Left out: the slides of the deck. soffice (LibreOffice) turns them into pages; install it."
            return
        deck = _written(report, "pptx", Path(place) / "deck")
        yield from _drawn(pdftoppm, _as_pdf(soffice, deck), folder / "pptx")


def _written(report: Report, code: str, place: Path) -> Path:
    place.mkdir(exist_ok=True)
    content, name, _ = workflows.export_report(report, code)
    (place / name).write_bytes(content)
    return place / name


def _as_pdf(soffice: str, deck: Path) -> Path:
    """The deck as LibreOffice prints it, with a profile of its own so that an open LibreOffice is left alone."""
    profile = f"-env:UserInstallation={(deck.parent / 'profile').as_uri()}"
    _run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(deck.parent), str(deck))
    return deck.with_suffix(".pdf")


def _drawn(pdftoppm: str, pdf: Path, folder: Path) -> Iterator[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    _run(pdftoppm, "-png", "-r", DOTS_PER_INCH, str(pdf), str(folder / "page"))
    yield from map(str, sorted(folder.glob("*.png")))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
