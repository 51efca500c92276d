"""Which files a report can be taken away as: one registry for pages, commands and tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from alignment_model.errors import UsageError
from alignment_model.framework import fold
from alignment_model.report.bundles import zipped
from alignment_model.report.csv_export import csv_parts
from alignment_model.report.html.export import to_html
from alignment_model.report.json_export import to_json
from alignment_model.report.model import Report
from alignment_model.report.pdf.export import A4, to_pdf
from alignment_model.report.picture_export import PNG, SVG, picture_parts
from alignment_model.report.xlsx.export import to_xlsx

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
Parts = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever exports may choose: the PDF's paper, and a company's template for the deck."""

    paper: str = A4
    template: bytes | None = None


USUAL = Choices()


@dataclass(frozen=True, slots=True)
class Exporter:
    """One kind of file: how it is made, its MIME type, its file name's ending, and its name for people.

    A format of several files has `parts`; `build` then gives them as one zip.
    """

    build: Callable[[Report, Choices], bytes]
    mime: str
    extension: str
    label: str
    parts: Callable[[Report], Parts] | None = None


def _pptx(report: Report, choices: Choices) -> bytes:
    from alignment_model.report.pptx.export import to_pptx  # imported late: it takes a second to load

    return to_pptx(report, choices.template)


def _plain(build: Callable[[Report], bytes], mime: str, extension: str, label: str) -> Exporter:
    """A format in which nothing can be chosen."""
    return Exporter(lambda report, _: build(report), mime, extension, label)


def _several(parts: Callable[[Report], Parts], code: str, label: str) -> Exporter:
    """A format of several files."""
    return Exporter(lambda report, _: zipped(parts(report)), ZIP, f"{code}.zip", label, parts)


EXPORTERS: Mapping[str, Exporter] = {
    "pptx": Exporter(_pptx, POWERPOINT, "pptx", "PowerPoint deck"),
    "pdf": Exporter(
        lambda report, choices: to_pdf(report, choices.paper), "application/pdf", "pdf", "PDF to print"
    ),
    "xlsx": _plain(to_xlsx, EXCEL, "xlsx", "Excel workbook"),
    "html": _plain(to_html, "text/html", "html", "Web page in one file"),
    "json": _plain(to_json, "application/json", "json", "Data (JSON)"),
    "csv": _several(csv_parts, "csv", "Tables (CSV)"),
    "png": _several(partial(picture_parts, kind=PNG), "png", "Charts (PNG)"),
    "svg": _several(partial(picture_parts, kind=SVG), "svg", "Charts (SVG)"),
}


def exporter(code: str) -> Exporter:
    """The exporter of a format.

    Raises
    ------
    UsageError
        When there is no such format.

    >>> exporter("doc")
    Traceback (most recent call last):
    alignment_model.errors.UsageError: 'doc' is not a format. Choose from pptx, pdf, xlsx, html, json, csv, png, svg.
    """
    if code not in EXPORTERS:
        raise UsageError(f"'{code}' is not a format. Choose from {', '.join(EXPORTERS)}.")
    return EXPORTERS[code]


def export(report: Report, code: str, choices: Choices = USUAL) -> bytes:
    """The report as a file of this format.

    Raises
    ------
    UsageError
        When there is no such format or paper, or the template is of no use.
    """
    return exporter(code).build(report, choices)


def export_files(report: Report, code: str, choices: Choices = USUAL) -> Parts:
    """The report as files by name: one, or for a format of several a folder's worth.

    Raises
    ------
    UsageError
        As `export`.
    """
    found = exporter(code)
    name = file_name(report, code)
    if found.parts is None:
        return [(name, found.build(report, choices))]
    folder = name.removesuffix(f".{found.extension}")
    return [(f"{folder}-{code}/{part}", content) for part, content in found.parts(report)]


def file_name(report: Report, code: str) -> str:
    """A file name for the report: letters, digits and hyphens, then the ending.

    >>> file_name(Report("", "", "Größe: AI", "Q1/2026", ()), "xlsx")
    'grosse-ai-q1-2026.xlsx'
    """
    words = fold(f"{report.survey} {report.wave}").encode("ascii", "ignore").decode().split()
    stem = "-".join(words)[:80].strip("-") or "report"
    return f"{stem}.{exporter(code).extension}"
