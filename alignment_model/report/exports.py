"""Which files a report can be taken away as: one registry for pages, commands and tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from alignment_model.errors import UsageError
from alignment_model.framework import fold
from alignment_model.report.html_export import to_html
from alignment_model.report.json_export import to_json
from alignment_model.report.model import Report
from alignment_model.report.pdf_export import to_pdf
from alignment_model.report.xlsx_export import to_xlsx

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One kind of file: how it is made, its MIME type, its file name's ending, and its name for people."""

    build: Callable[[Report], bytes]
    mime: str
    extension: str
    label: str


def _pptx(report: Report) -> bytes:
    from alignment_model.report.pptx_export import to_pptx  # imported late: it takes a second to load

    return to_pptx(report)


EXPORTERS: Mapping[str, Exporter] = {
    "pptx": Exporter(_pptx, POWERPOINT, "pptx", "PowerPoint deck"),
    "pdf": Exporter(to_pdf, "application/pdf", "pdf", "PDF to print"),
    "xlsx": Exporter(to_xlsx, EXCEL, "xlsx", "Excel workbook"),
    "html": Exporter(to_html, "text/html", "html", "Web page in one file"),
    "json": Exporter(to_json, "application/json", "json", "Data (JSON)"),
}


def exporter(code: str) -> Exporter:
    """The exporter of a format.

    Raises
    ------
    UsageError
        When there is no such format.

    >>> exporter("doc")
    Traceback (most recent call last):
    alignment_model.errors.UsageError: 'doc' is not a format. Choose from pptx, pdf, xlsx, html, json.
    """
    if code not in EXPORTERS:
        raise UsageError(f"'{code}' is not a format. Choose from {', '.join(EXPORTERS)}.")
    return EXPORTERS[code]


def export(report: Report, code: str) -> bytes:
    """The report as a file of this format; UsageError when there is no such format."""
    return exporter(code).build(report)


def file_name(report: Report, code: str) -> str:
    """A file name for the report: letters, digits and hyphens, then the ending.

    >>> file_name(Report("", "", "Größe: AI", "Q1/2026", ()), "xlsx")
    'grosse-ai-q1-2026.xlsx'
    """
    words = fold(f"{report.survey} {report.wave}").encode("ascii", "ignore").decode().split()
    stem = "-".join(words)[:80].strip("-") or "report"
    return f"{stem}.{exporter(code).extension}"
