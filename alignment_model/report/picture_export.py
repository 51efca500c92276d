"""The report's charts as pictures, PNG or SVG, one file a chart, with a list that says what each shows."""

from __future__ import annotations

from typing import Any

from alignment_model.charts import PRINT_LOOK
from alignment_model.charts.drawing.typesetting import wrap
from alignment_model.report.bundles import part_name, zipped
from alignment_model.report.csv_export import CONTENTS, csv_bytes
from alignment_model.report.mark import mark_line
from alignment_model.report.model import Chart, Report
from alignment_model.report.svg import to_png, to_svg

PNG, SVG = "png", "svg"
TITLE, SUBTITLE, MARGIN = 22, 14, 20  # px


def to_pictures(report: Report, kind: str) -> bytes:
    """All pictures of this kind as one zip."""
    return zipped(picture_parts(report, kind))


def picture_parts(report: Report, kind: str) -> list[tuple[str, bytes]]:
    """File names and contents: the list of pictures with their alternative texts, then a file a chart."""
    charts = [block for section in report.sections for block in section.blocks if isinstance(block, Chart)]
    named = [(part_name(place, chart.code, kind), chart) for place, chart in enumerate(charts, 1)]
    rows = [(name, chart.title, chart.subtitle, chart.alt) for name, chart in named]
    contents = csv_bytes(
        [
            ("File", "Title", "What is plotted", "Alternative text"),
            *rows,
            ("", report.title, "", mark_line(report)),
        ]
    )
    return [(CONTENTS, contents), *((name, picture_of(chart, kind)) for name, chart in named)]


def picture_of(chart: Chart, kind: str) -> bytes:
    """One chart as a picture, with its title and what is plotted, on paper."""
    whole = titled(chart)
    return to_png(whole) if kind == PNG else to_svg(whole).encode("utf-8")


def titled(chart: Chart) -> dict[str, Any]:
    """The chart's specification with its title above it, broken to its width."""
    width = chart.spec.get("width")
    room = float(width) if isinstance(width, int | float) else 640.0
    colours = PRINT_LOOK.colours
    title = {
        "text": wrap(chart.title, room, TITLE, bold=True) or [""],
        "subtitle": wrap(chart.subtitle, room, SUBTITLE),
        "anchor": "start",
        "frame": "bounds",
        "offset": MARGIN,
        "fontSize": TITLE,
        "fontWeight": 600,
        "color": colours.ink,
        "subtitleFontSize": SUBTITLE,
        "subtitleColor": colours.quiet,
        "subtitlePadding": 6,
    }
    return {
        **chart.spec,
        "title": title,
        "autosize": {"type": "pad"},
        "padding": MARGIN,
        "background": colours.paper,
    }
