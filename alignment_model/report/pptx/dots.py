"""Dots on a scale as a native chart: where each role stands, a row a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from alignment_model.report.pptx.charts import Series, corners, label, legend, mark, typeset
from alignment_model.report.pptx.text import COLOURS, Area, describe, rgb

SPREAD = 0.7  # how much of a row the marks of one question take
NAMES_AT = 0.85  # where the names end, so that no mark at 1 lies on them


def dots(
    slide: Any, area: Area, names: Sequence[str], series: Sequence[Series], levels: int, alt: str
) -> Any:
    """Where each series stands on a scale from 1 to `levels`: a row a name, the first on top.

    The names are the labels of an invisible helper series before the scale's low end, so that they stay in line
    with their rows in every program.
    """
    data = XyChartData()
    helper = data.add_series(" ")
    for row in range(len(names)):
        helper.add_data_point(NAMES_AT, len(names) - row)
    for number, item in enumerate(series):
        drawn = data.add_series(label(item.name))
        beside = SPREAD * (len(series) / 2 - number) / max(1, len(series))  # so that no mark hides another
        for row, value in enumerate(item.values):
            if value is not None:
                drawn.add_data_point(value, len(names) - row + beside)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *corners(area), data)
    describe(frame, alt)
    chart = frame.chart
    typeset(chart)
    _name_rows(chart.plots[0].series[0], names)
    for number, (drawn, wanted) in enumerate(zip(list(chart.plots[0].series)[1:], series)):
        drawn.format.line.fill.background()
        mark(drawn, wanted, number)
    _dot_axes(chart, len(names), levels)
    legend(chart)
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
