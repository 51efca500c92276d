"""Native charts that can be edited in PowerPoint: bars, stacked bars and lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Inches, Pt

from alignment_model.charts.style.palette import ROLE_SHAPES
from alignment_model.report.pptx.text import COLOURS, Area, describe, rgb
from alignment_model.wording import printable

MARKERS: Mapping[str, Any] = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.PLUS,
    "triangle-down": XL_MARKER_STYLE.X,
}
SPARE_MARKERS = (XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.DASH, XL_MARKER_STYLE.DOT)
LABEL_LETTERS = 90  # as much of a text as fits beside a chart, on two lines
THICKEST = Inches(0.42)  # a bar
PLOT = 0.92  # of a chart's height
# What the workbook behind a chart would take for a formula or a link, were it not for a space before it.
NOT_TEXT = re.compile(r"[=+@{-]|(?:ftp|https?|file)://|(?:mailto|internal|external):")
WHOLE = '+0;"−"0;0'
SIGNED = '+0.0;"−"0.0;0.0'


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, None where there is none, in a colour."""

    name: str
    values: Sequence[float | None]
    colour: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """How values are shown: their format, and the ends of the axis where they are fixed."""

    form: str = "0.0"
    lowest: float | None = None
    highest: float | None = None


def label(text: str) -> str:
    """A text for an axis or legend: short, on one line, and never a formula in the chart's workbook.

    >>> label("=HYPERLINK(1)"), len(label("x" * 100))
    (' =HYPERLINK(1)', 90)
    """
    flat = " ".join(printable(text).split())
    cut = flat if len(flat) <= LABEL_LETTERS else flat[: LABEL_LETTERS - 1].rstrip() + "…"
    return f" {cut}" if NOT_TEXT.match(cut) else cut


def bars(slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], axis: Axis, alt: str) -> Any:
    """Horizontal bars, the first name on top; one series, or several beside each other."""
    chart = _categories(slide, area, XL_CHART_TYPE.BAR_CLUSTERED, names, series, alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = _gap(area, len(names), len(series)), -10
    _label_values(plot, axis.form, XL_LABEL_POSITION.OUTSIDE_END)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _scale(chart.value_axis, axis)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    return chart


def _gap(area: Area, rows: int, beside: int = 1) -> int:
    """The room between rows, in per cent of a bar, at which no bar is thicker than `THICKEST`."""
    bars = PLOT * area.height / max(1, rows) / THICKEST
    return round(min(500, max(45, 100 * (bars - beside - 0.1 * (beside - 1)))))


def paint(chart: Any, colours: Sequence[str]) -> None:
    """A colour for each bar of the first series."""
    for number, colour in enumerate(colours):
        fill = chart.plots[0].series[0].points[number].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(colour)


def stacked(slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], alt: str) -> Any:
    """Counts as shares of a whole, the first name on top; every part keeps its count as its number."""
    chart = _categories(slide, area, XL_CHART_TYPE.BAR_STACKED_100, names, series, alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = _gap(area, len(names)), 100
    _label_values(plot, "#,##0;;;", XL_LABEL_POSITION.CENTER)
    for part in plot.series:
        colour = "#" + str(part.format.fill.fore_color.rgb)
        part.data_labels.font.color.rgb = rgb(COLOURS.on(colour))
        part.data_labels.font.size = Pt(12)
        part.data_labels.number_format, part.data_labels.number_format_is_linked = "#,##0;;;", False
        part.data_labels.show_value = True
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    legend(chart)
    return chart


def lines(
    slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], axis: Axis, alt: str
) -> Any:
    """One line a series across the names, each with its own mark."""
    chart = _categories(slide, area, XL_CHART_TYPE.LINE_MARKERS, names, series, alt)
    for number, (drawn, wanted) in enumerate(zip(chart.plots[0].series, series)):
        drawn.smooth = False
        drawn.format.line.color.rgb = rgb(wanted.colour)
        drawn.format.line.width = Pt(2)
        mark(drawn, wanted, number)
    _scale(chart.value_axis, axis)
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(COLOURS.hair)
    chart.value_axis.format.line.fill.background()
    legend(chart)
    return chart


def _categories(
    slide: Any, area: Area, kind: Any, names: Sequence[str], series: Sequence[Series], alt: str
) -> Any:
    data = CategoryChartData()
    data.categories = [label(name) for name in names]
    for item in series:
        data.add_series(label(item.name), list(item.values))
    frame = slide.shapes.add_chart(kind, *corners(area), data)
    describe(frame, alt)
    chart = frame.chart
    typeset(chart)
    for drawn, wanted in zip(chart.plots[0].series, series):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = rgb(wanted.colour)
        if hasattr(drawn, "invert_if_negative"):
            drawn.invert_if_negative = False
    chart.category_axis.format.line.color.rgb = rgb(COLOURS.hair)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    if len(series) > 1:
        legend(chart)
    return chart


def typeset(chart: Any) -> None:
    """The deck's type and ink, no title, no legend."""
    chart.has_title, chart.has_legend = False, False
    chart.font.size, chart.font.color.rgb = Pt(13), rgb(COLOURS.ink)


def legend(chart: Any) -> None:
    """A legend under the chart."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False


def _label_values(plot: Any, form: str, position: Any) -> None:
    plot.has_data_labels = True
    tags = plot.data_labels
    tags.number_format, tags.number_format_is_linked = form, False
    tags.show_value, tags.position = True, position
    tags.font.size = Pt(12)


def _scale(axis: Any, wanted: Axis) -> None:
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = wanted.form, False
    if wanted.lowest is not None:
        axis.minimum_scale = wanted.lowest
    if wanted.highest is not None:
        axis.maximum_scale = wanted.highest
    axis.major_tick_mark = XL_TICK_MARK.NONE


def mark(drawn: Any, wanted: Series, number: int) -> None:
    """A series' own mark: its role's shape, filled with its colour."""
    spare = SPARE_MARKERS[number % len(SPARE_MARKERS)]
    drawn.marker.style = MARKERS.get(ROLE_SHAPES.get(wanted.code, ""), spare)
    drawn.marker.size = 13
    fill = drawn.marker.format.fill
    fill.solid()
    fill.fore_color.rgb = rgb(wanted.colour)
    drawn.marker.format.line.color.rgb = rgb(wanted.colour)


def corners(area: Area) -> tuple[int, int, int, int]:
    """Where an area lies, as python-pptx asks for it."""
    return area.left, area.top, area.width, area.height
