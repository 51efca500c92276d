"""What every chart function returns, and the ways out of it: specification, PNG, SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from alignment_model.charts.drawing import still
from alignment_model.charts.drawing.typesetting import LINE, wrap
from alignment_model.charts.style.look import Look


@dataclass(frozen=True)
class ChartResult:
    """A chart and its words.

    `title` is the finding, `subtitle` what is plotted and its doubt, `alt` one sentence for who cannot see
    it, `table` the same numbers as rows of plain values under readable column names.
    """

    code: str
    chart: alt.LayerChart
    title: str
    subtitle: str
    alt: str
    table: tuple[dict[str, Any], ...]
    look: Look

    @property
    def height(self) -> int:
        """Height in px."""
        return int(self.chart.height)


def spec(result: ChartResult, *, titled: bool = False) -> dict[str, Any]:
    """The Vega-Lite specification, data inside; transparent, and without its title unless `titled`."""
    plain = result.chart.to_dict(validate=False)  # the tests validate; here it would cost most of the time
    data = plain.pop("datasets")
    for view in plain["layer"]:
        view["data"] = {"values": data[view["name"]]}
    plain.pop("data", None)
    plain["description"] = result.alt
    return _with_title(plain, result) if titled else plain


def to_png(result: ChartResult, *, titled: bool = True, scale: float = 2) -> bytes:
    """A PNG on the mode's paper, `scale` pixels a px."""
    return still.to_png(_on_paper(result, titled), scale)


def to_svg(result: ChartResult, *, titled: bool = True) -> str:
    """An SVG on the mode's paper; text stays text in the theme's type."""
    return still.to_svg(_on_paper(result, titled))


def _on_paper(result: ChartResult, titled: bool) -> dict[str, Any]:
    return {**spec(result, titled=titled), "background": result.look.colours.paper}


def _with_title(plain: dict[str, Any], result: ChartResult) -> dict[str, Any]:
    look = result.look
    margin = round(3 * look.unit)
    title = wrap(result.title, look.width_px, look.type.title, bold=True)
    subtitle = wrap(result.subtitle, look.width_px, look.type.body)
    gap = look.unit
    height = (len(title) * look.type.title + len(subtitle) * look.type.body) * LINE + gap * 3.5
    padding = {"left": margin, "right": margin, "bottom": margin, "top": round(margin + height)}
    heading = {
        "text": title,
        "subtitle": subtitle,
        "anchor": "start",
        "align": "left",
        "frame": "group",
        "color": look.colours.ink,
        "fontSize": look.type.title,
        "fontWeight": 600,
        "lineHeight": look.type.title * LINE,
        "subtitleColor": look.colours.quiet,
        "subtitleFontSize": look.type.body,
        "subtitleLineHeight": look.type.body * LINE,
        "subtitlePadding": gap,
        "offset": 2 * gap,
        "limit": 0,
    }
    return {**plain, "title": heading, "padding": padding}
