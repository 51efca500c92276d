"""Native charts that can be edited in PowerPoint: bars, stacked bars, lines, and dots on a scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from alignment_model.charts.palette import ROLE_SHAPES
from alignment_model.report.pptx_deck import COLOURS, Area, clean, describe, rgb

MARKERS: Mapping[str, Any] = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.PLUS,
    "triangle-down": XL_MARKER_STYLE.X,
}
SPARE_MARKERS = (XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.DASH, XL_MARKER_STYLE.DOT)
LABEL_LETTERS = 46  # as much of a text as fits beside a chart
FORMULA = ("=", "+", "-", "@", "{", "\t")
SPREAD = 0.7  # how much of a row the marks of one question take
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

    >>> label("=HYPERLINK(1)"), len(label("word " * 40))
    (' =HYPERLINK(1)', 46)
    """
    flat = " ".join(clean(text).split())
    cut = flat if len(flat) <= LABEL_LETTERS else flat[: LABEL_LETTERS - 1].rstrip() + "…"
    return f" {cut}" if cut.startswith(FORMULA) or "://" in cut or ":" in cut[:10] else cut


def bars(slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], axis: Axis, alt: str) -> Any:
    """Horizontal bars, the first name on top; one series, or several beside each other."""
    chart = _categories(slide, area, XL_CHART_TYPE.BAR_CLUSTERED, names, series, alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, -10
    _label_values(plot, axis.form, XL_LABEL_POSITION.OUTSIDE_END)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _scale(chart.value_axis, axis)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    return chart


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
    plot.gap_width, plot.overlap = 45, 100
    _label_values(plot, "0;;;", XL_LABEL_POSITION.CENTER)
    for part in plot.series:
        colour = "#" + str(part.format.fill.fore_color.rgb)
        part.data_labels.font.color.rgb = rgb(COLOURS.on(colour))
        part.data_labels.font.size = Pt(12)
        part.data_labels.number_format, part.data_labels.number_format_is_linked = "0;;;", False
        part.data_labels.show_value = True
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    _legend(chart)
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
        _mark(drawn, wanted, number)
    _scale(chart.value_axis, axis)
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(COLOURS.hair)
    chart.value_axis.format.line.fill.background()
    _legend(chart)
    return chart


def dots(
    slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], levels: int, alt: str
) -> Any:
    """Where each series stands on a scale from 1 to `levels`: a row a name, the first on top.

    The names are the labels of an invisible helper series at the scale's low end, so that they stay in line
    with their rows in every program.
    """
    data = XyChartData()
    helper = data.add_series(" ")
    for row in range(len(names)):
        helper.add_data_point(1, len(names) - row)
    for number, item in enumerate(series):
        drawn = data.add_series(label(item.name))
        beside = SPREAD * (len(series) / 2 - number) / max(1, len(series))  # so that no mark hides another
        for row, value in enumerate(item.values):
            if value is not None:
                drawn.add_data_point(value, len(names) - row + beside)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *_corners(area), data)
    describe(frame, alt)
    chart = frame.chart
    _typeset(chart)
    _name_rows(chart.plots[0].series[0], names)
    for number, (drawn, wanted) in enumerate(zip(list(chart.plots[0].series)[1:], series)):
        drawn.format.line.fill.background()
        _mark(drawn, wanted, number)
    _dot_axes(chart, len(names), levels)
    _legend(chart)
    _forget_first(chart)
    return chart


def _name_rows(helper: Any, names: Sequence[str]) -> None:
    helper.format.line.fill.background()
    helper.marker.style = XL_MARKER_STYLE.NONE
    for row, name in enumerate(names):
        tag = helper.points[row].data_label
        tag.position = XL_LABEL_POSITION.LEFT
        frame = tag.text_frame
        frame.text = label(name)
        frame.word_wrap = False
        run = frame.paragraphs[0].runs[0]
        run.font.size, run.font.color.rgb = Pt(12), rgb(COLOURS.ink)


def _dot_axes(chart: Any, rows: int, levels: int) -> None:
    across, up = chart.category_axis, chart.value_axis
    # The room for the names is left of 1; whole numbers, so that the ticks fall on the scale's levels.
    across.minimum_scale, across.maximum_scale = 1 - max(2, levels // 2), levels
    across.major_unit = 1
    across.tick_labels.number_format, across.tick_labels.number_format_is_linked = "[>=1]0;;;", False
    across.has_major_gridlines = False
    across.format.line.color.rgb = rgb(COLOURS.hair)
    across.major_tick_mark = XL_TICK_MARK.NONE
    up.minimum_scale, up.maximum_scale, up.major_unit = 0.5, rows + 0.5, 1
    up.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    up.major_tick_mark = XL_TICK_MARK.NONE
    up.major_gridlines.format.line.color.rgb = rgb(COLOURS.hair)
    up.format.line.fill.background()


def _forget_first(chart: Any) -> None:
    """Leave the helper series out of the legend."""
    element = chart.legend._element
    entry = element.makeelement(_tag("legendEntry"), {})
    entry.append(entry.makeelement(_tag("idx"), {"val": "0"}))
    entry.append(entry.makeelement(_tag("delete"), {"val": "1"}))
    element.insert(1, entry)


def _tag(name: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/chart}" + name


def _categories(
    slide: Any, area: Area, kind: Any, names: Sequence[str], series: Sequence[Series], alt: str
) -> Any:
    data = CategoryChartData()
    data.categories = [label(name) for name in names]
    for item in series:
        data.add_series(label(item.name), list(item.values))
    frame = slide.shapes.add_chart(kind, *_corners(area), data)
    describe(frame, alt)
    chart = frame.chart
    _typeset(chart)
    for drawn, wanted in zip(chart.plots[0].series, series):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = rgb(wanted.colour)
        if hasattr(drawn, "invert_if_negative"):
            drawn.invert_if_negative = False
    chart.category_axis.format.line.color.rgb = rgb(COLOURS.hair)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    if len(series) > 1:
        _legend(chart)
    return chart


def _typeset(chart: Any) -> None:
    chart.has_title, chart.has_legend = False, False
    chart.font.size, chart.font.color.rgb = Pt(13), rgb(COLOURS.ink)


def _legend(chart: Any) -> None:
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


def _mark(drawn: Any, wanted: Series, number: int) -> None:
    spare = SPARE_MARKERS[number % len(SPARE_MARKERS)]
    drawn.marker.style = MARKERS.get(ROLE_SHAPES.get(wanted.code, ""), spare)
    drawn.marker.size = 13
    fill = drawn.marker.format.fill
    fill.solid()
    fill.fore_color.rgb = rgb(wanted.colour)
    drawn.marker.format.line.color.rgb = rgb(wanted.colour)


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.left, area.top, area.width, area.height
