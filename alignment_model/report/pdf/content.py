"""What the printed document is told: the report's blocks as plain values, charts as SVG files beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alignment_model.charts import PRINT_LOOK
from alignment_model.charts.style.theme import theme
from alignment_model.report.columns import must_break, parts, widths
from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.mark import mark_line
from alignment_model.report.model import Block, Chart, Column, Report, Section, Table, Text
from alignment_model.report.origin import TITLE, origin_of
from alignment_model.report.pdf.pages import keep_together
from alignment_model.report.svg import BOX, to_svg
from alignment_model.wording import printable, together

COLOURS = ("ink", "quiet", "hair", "paper", "panel", "accent")
EMBLEM = "nested_layers"
UNDATED = (2000, 1, 1)
UNTITLED = "AI alignment"
BUNDLED = "Source Sans 3"  # stands in for letters a company's own font lacks
TALLEST = 1.2  # height of a chart by the width of the text, beyond which it is drawn smaller
TALLEST_MAP = 0.52  # of a map, whose points need less room than rows of text
MAPS = ("consensus_map", "group_map")
LONG_TEXT = 26  # letters from which what a first column repeats is said once
WIDE_TABLE = 8  # columns from which a table is set smaller
USUAL_SIZE, SMALL_SIZE = 8.5, 7.5  # points
TEXT_WIDTH = 482  # points between the margins of A4
SHARE, POINTS = "share", "points"  # what the width of a column is given in
LETTER = 0.48  # mean width of a letter, in font sizes
BOX_SIGN = "\u25a1"
CONFIDENTIAL = (
    "This report holds what leaders said in confidence. Pass it on only to those it was written for. "
    "Groups too small to be shown are named with the reason and appear nowhere else."
)


@dataclass
class Content:
    """The values for the template and the files it draws."""

    values: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)


def content_of(report: Report, paper: str) -> Content:
    """Everything the template needs to set the report on this paper."""
    files: dict[str, bytes] = {}
    sections = [_section(section, files) for section in report.sections]
    emblem = next((item for part in sections for item in part["blocks"] if item.get("code") == EMBLEM), None)
    if emblem is not None:
        for part in sections:
            part["blocks"] = [item for item in part["blocks"] if item is not emblem]
    lead = report.sections[0].finding if report.sections else ""
    table = Table("Versions, digests and seeds", (Column("What"), Column("Value")), origin_of(report))
    sections.append(_section(Section("origin", TITLE, "", (table,)), files))
    keep_together(sections)
    values = {
        "title": clean(report.title).strip() or UNTITLED,
        "subtitle": clean(report.subtitle),
        "footer": clean(" · ".join(part for part in (report.title, report.wave) if part)),
        "lead": clean(lead),
        "emblem": emblem,
        "logo": _logo(files),
        "fonts": list(dict.fromkeys((theme().fonts.family, BUNDLED))),
        "confidential": clean(report.warning) or CONFIDENTIAL,
        "paper": paper,
        "missing": "",
        "mark": mark_line(report),
        "date": _dated(report.data.get("wave_date", "")),
        "measuring": False,
        "colours": {name: getattr(PRINT_LOOK.colours, name) for name in COLOURS},
        "sections": sections,
    }
    return Content(values, files)


def _logo(files: dict[str, bytes]) -> dict[str, str] | None:
    """The company's mark, put beside the template."""
    logo = theme().logo
    if logo is None:
        return None
    name = f"logo{logo.light.suffix.lower()}"
    files[name] = logo.light.read_bytes()
    return {"file": name, "alt": printable(logo.alt)}


def clean(text: str) -> str:
    """Text without what cannot be printed, its numbers kept with their units.

    >>> clean("a\\x00b\\u202ec")
    'abc'
    """
    return together(printable(text))


def without_pictographs(value: Any) -> Any:
    """The same values with a box for every sign that text fonts do not hold, such as emoji.

    >>> without_pictographs({"a": ["x 🧭"]})
    {'a': ['x □']}
    """
    if isinstance(value, str):
        return "".join(BOX_SIGN if _pictograph(letter) else letter for letter in value)
    if isinstance(value, Mapping):
        return {key: without_pictographs(item) for key, item in value.items()}
    return [without_pictographs(item) for item in value] if isinstance(value, list) else value


def _pictograph(letter: str) -> bool:
    return ord(letter) > 0x2BFF and unicodedata.category(letter) in ("So", "Sk", "Cn", "Co")


def _dated(text: str) -> tuple[int, int, int]:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return UNDATED
    return found.year, found.month, found.day


def _section(section: Section, files: dict[str, bytes]) -> dict[str, Any]:
    # The first section's finding stands on the cover already.
    finding = "" if section.code == "overview" else section.finding
    return {
        "title": clean(section.title),
        "finding": clean(finding),
        "blocks": [made for block in section.blocks for made in _blocks(block, files)],
    }


def _blocks(block: Block, files: dict[str, bytes]) -> list[dict[str, Any]]:
    if isinstance(block, Text):
        return [{"type": block.type, "style": block.style, "text": clean(block.text), "sticky": False}]
    if isinstance(block, Chart):
        return [_chart(block, files)]
    return [_table(part) for part in parts(block, TEXT_WIDTH / (SMALL_SIZE * LETTER))]


def _chart(block: Chart, files: dict[str, bytes]) -> dict[str, Any]:
    drawing = to_svg(block.spec)
    found = BOX.search(drawing)
    _, _, width, height = (float(part) for part in found.group(1).split()) if found else (0, 0, 1, 1)
    if not width * height:
        return {"type": "text", "style": "body", "text": clean(block.title)}
    tallest = TALLEST_MAP if block.code in MAPS else TALLEST
    file = f"chart-{len(files)}.svg"
    files[file] = drawing.encode("utf-8")
    return {
        "type": block.type,
        "code": block.code,
        "title": clean(block.title),
        "subtitle": clean(block.subtitle),
        "alt": printable(block.alt) or printable(block.title),
        "file": file,
        "width": round(100 * min(1.0, tallest * width / height), 2),
    }


def _table(block: Table) -> dict[str, Any]:
    rows = [[_cell(value, column) for value, column in zip(row, block.columns)] for row in block.rows] or [
        [_plain("Nothing to show here.")] + [_plain("") for _ in block.columns[1:]]
    ]
    size = SMALL_SIZE if len(block.columns) >= WIDE_TABLE else USUAL_SIZE
    once = _longest(block, 0) > LONG_TEXT
    rows = _spanned(rows) if once else rows
    found, unit = _widths(block, size, once)
    return {
        "type": block.type,
        "title": clean(block.title),
        "columns": [
            {"text": clean(column.name), "number": column.format in NUMERIC} for column in block.columns
        ],
        "widths": found,
        "unit": unit,
        "size": size,
        "split": False,
        "runs": _runs(rows, len(block.columns)),
        "hyphenate": must_break(block, TEXT_WIDTH / (size * LETTER)),
        "rows": rows,
        "note": clean(block.note),
    }


def _cell(value: Any, column: Column) -> dict[str, Any]:
    numeric = column.format in NUMERIC
    reason = numeric and isinstance(value, str)
    return {
        "text": clean(shown(value, column.format)),
        "number": numeric and is_number(value),
        "quiet": reason,
    }


def _plain(text: str) -> dict[str, Any]:
    return {"text": text, "number": False, "quiet": True}


def _spanned(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """What the first cell says several times in a row is said once, over all its rows."""
    made: list[list[dict[str, Any]]] = []
    first: dict[str, Any] = {}
    for row in rows:
        if first and row[0]["text"] and row[0]["text"] == first["text"]:
            first["rows"] = first.get("rows", 1) + 1
            made.append(row[1:])
        else:
            first = row[0]
            made.append(row)
    return made


def _runs(rows: list[list[dict[str, Any]]], columns: int) -> list[tuple[int, int]]:
    """First row, and the one past the last, of what stays on one page: a row, or rows under one first cell."""
    starts = [number for number, row in enumerate(rows) if len(row) == columns]
    return list(zip(starts, [*starts[1:], len(rows)]))


def _longest(block: Table, index: int) -> int:
    return max((len(row[index]) for row in block.rows if isinstance(row[index], str)), default=0)


def _widths(block: Table, size: float, once: bool) -> tuple[list[float], str]:
    """The width of each column and its unit: a share of the page, points, or none where it takes what it needs.

    Narrow tables keep their own width, so that numbers stand beside their names.
    """
    room = TEXT_WIDTH / (size * LETTER)
    found = [round(width, 2) for width in widths(block, room, once=once)]
    if sum(found) > room - 1:
        return found, SHARE
    if _holds_reasons(block):
        return [round(width * size * LETTER, 2) for width in found], POINTS
    return [0.0] * len(found), ""


def _holds_reasons(block: Table) -> bool:
    """Whether a reason stands where a number would: it takes two lines rather than a wide column."""
    numeric = [index for index, column in enumerate(block.columns) if column.format in NUMERIC]
    return any(isinstance(row[index], str) for row in block.rows for index in numeric)
