"""A drawing surface over Altair: real scales inside, labels placed to the pixel around them.

A chart is one layered view without axes. Each direction is a `Span`: data run between two margins, and the
scale's domain is stretched over the margins, so that marks keep their data values while labels stand at
exact places. Marks with the same style share one layer; the specification is the same on every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from alignment_model.charts.drawing.typesetting import LINE
from alignment_model.charts.style.look import Look

NO_PADDING = {"left": 0, "right": 0, "top": 0, "bottom": 0}


@dataclass(frozen=True, slots=True)
class Span:
    """One direction of a chart, px: data `low`..`high` between the margins `before` and `after`.

    >>> span = Span(500, 1, 5, before=100)
    >>> span.at(100), span.at(500), span.px(3)
    (1.0, 5.0, 300.0)
    """

    length: float
    low: float = 0.0
    high: float = 0.0
    before: float = 0.0
    after: float = 0.0

    @property
    def per_px(self) -> float:
        """Data units a pixel; 1 where the span is in pixels."""
        if self.high == self.low:
            return 1.0
        return (self.high - self.low) / (self.length - self.before - self.after)

    @property
    def domain(self) -> list[float]:
        """The scale's ends, margins included."""
        return [round(self.at(0), 6), round(self.at(self.length), 6)]

    def at(self, px: float) -> float:
        """The data value at a place."""
        return self.low + (px - self.before) * self.per_px

    def px(self, value: float) -> float:
        """The place of a data value."""
        return self.before + (value - self.low) / self.per_px


def flipped(length: float, low: float, high: float, *, top: float = 0, bottom: float = 0) -> Span:
    """A vertical span whose data rise towards the top."""
    return Span(length, high, low, before=top, after=bottom)


class Canvas:
    """Collects marks, then makes one chart of them. Colours are final: nothing is left to a theme."""

    def __init__(self, look: Look, x: Span, y: Span, *, order: Sequence[str] = ()) -> None:
        """`order` names parts from back to front; parts it does not name lie in front, first used first."""
        self.look, self.x, self.y, self.order = look, x, y, tuple(order)
        self._layers: dict[tuple[Any, ...], list[dict[str, Any]]] = {}

    def _add(self, part: str, mark: str, style: dict[str, Any], row: dict[str, Any]) -> None:
        key = (part, mark, tuple(sorted((name, str(value)) for name, value in style.items())))
        rows = self._layers.setdefault(key, [])
        if not rows:
            rows.append({"style": style})
        rows.append({name: _plain(value) for name, value in row.items() if value is not None})

    def rect(
        self,
        part: str,
        x: tuple[float, float],
        y: tuple[float, float],
        fill: str,
        *,
        radius: float = 0,
        stroke: str | None = None,
        weight: float = 0,
        dash: Sequence[float] = (),
        **data: Any,
    ) -> None:
        """A filled rectangle from corner to corner, data coordinates."""
        style: dict[str, Any] = {"cornerRadius": radius, "strokeWidth": weight}
        if stroke:
            style |= {"stroke": stroke, "strokeDash": list(dash)}
        self._add(part, "rect", style, {"x": x[0], "x2": x[1], "y": y[0], "y2": y[1], "colour": fill, **data})

    def line(
        self,
        part: str,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        *,
        weight: float = 1,
        dash: Sequence[float] = (),
        opacity: float = 1,
        cap: str = "butt",
        **data: Any,
    ) -> None:
        """A straight line between two points, data coordinates."""
        style = {"strokeWidth": weight, "strokeDash": list(dash), "opacity": opacity, "strokeCap": cap}
        ends = {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]}
        self._add(part, "rule", style, {**ends, "colour": colour, **data})

    def text(
        self,
        part: str,
        place: tuple[float, float],
        text: str | Sequence[str],
        colour: str,
        *,
        size: float,
        bold: bool = False,
        align: str = "left",
        baseline: str = "middle",
        **data: Any,
    ) -> None:
        """Text; a list of lines is set around the point by `baseline` ("top", "middle", "bottom")."""
        lines = [text] if isinstance(text, str) else list(text)
        style = {"fontSize": size, "fontWeight": 600 if bold else 400, "align": align, "baseline": "middle"}
        step = size * LINE * self.y.per_px
        shift = {"top": 0.5, "middle": 0.5 - len(lines) / 2, "bottom": 0.5 - len(lines)}[baseline]
        for index, piece in enumerate(lines):
            row = {"x": place[0], "y": place[1] + (index + shift) * step, "text": piece, "colour": colour}
            self._add(part, "text", style, {**row, **data})

    def dot(
        self,
        part: str,
        place: tuple[float, float],
        colour: str,
        *,
        shape: str = "circle",
        diameter: float = 0,
        hollow: bool = False,
        edge: str | None = None,
        **data: Any,
    ) -> None:
        """A mark of a shape; `edge` (paper by default) sets it off from what lies beneath."""
        size = diameter or self.look.dot
        edge = edge or self.look.colours.paper
        style: dict[str, Any] = {
            "size": round(size * size * 0.785, 1),
            "strokeWidth": self.look.stroke,
            "opacity": 1,
        }
        style |= {"fill": self.look.colours.paper, "edge": "colour"} if hollow else {"stroke": edge}
        row = {"x": place[0], "y": place[1], "colour": colour, "shape": shape}
        self._add(part, "point", style, {**row, **data})

    def area(
        self,
        part: str,
        points: Sequence[tuple[float, float]],
        fill: str,
        *,
        opacity: float = 1,
        stroke: str | None = None,
        weight: float = 0,
        smooth: bool = False,
        **data: Any,
    ) -> None:
        """A closed shape through these points."""
        number = sum(1 for key in self._layers if key[1] == "line")
        interpolate = "basis-closed" if smooth else "linear-closed"
        style: dict[str, Any] = {
            "interpolate": interpolate,
            "fill": fill,
            "fillOpacity": opacity,
            "shape": number,
        }
        style |= {"stroke": stroke or fill, "strokeWidth": weight}
        for index, (x, y) in enumerate(points):
            self._add(part, "line", style, {"x": x, "y": y, "index": index, **data})

    def chart(self) -> alt.LayerChart:
        """Everything drawn so far as one chart, its parts named and in order, its data named after them."""
        rank = {part: index for index, part in enumerate(self.order)}
        layers = sorted(self._layers.items(), key=lambda layer: rank.get(layer[0][0], len(rank)))
        names: dict[str, int] = {}
        views, datasets = [], {}
        place = {"x": _position(alt.X, "x", self.x), "y": _position(alt.Y, "y", self.y)}
        for (part, mark, _), (head, *rows) in layers:
            names[part] = names.get(part, 0) + 1
            name = part if names[part] == 1 else f"{part}_{names[part]}"
            views.append(self._view(name, mark, head["style"], rows, place))
            datasets[name] = rows
        # All in one step: every further call on a chart would copy everything in it.
        chart = alt.layer(
            *views,
            width=round(self.x.length),
            height=round(self.y.length),
            padding=NO_PADDING,
            background="transparent",
            autosize={"type": "none"},
        )
        chart["config"] = alt.Config(font=self.look.font, view=alt.ViewConfig(stroke=None))
        chart["datasets"] = datasets  # attached last, so that rows are not copied with every step before
        return chart

    def _view(
        self, name: str, mark: str, style: dict[str, Any], rows: list[dict[str, Any]], place: dict[str, Any]
    ) -> alt.Chart:
        style = {key: value for key, value in style.items() if key not in ("edge", "shape")} | {
            "aria": any("tip" in row for row in rows)
        }
        hollow = mark == "point" and "fill" in style
        channels: dict[str, Any] = dict(place)
        for name_, make in (("x2", alt.X2), ("y2", alt.Y2)):
            if any(name_ in row for row in rows):
                channels[name_] = make(name_)
        if mark == "line":
            channels["order"] = alt.Order("index:Q")
        elif hollow or mark == "rule":
            channels["stroke"] = _raw("colour", alt.Stroke)
        else:
            channels["fill"] = _raw("colour", alt.Fill)
        if mark == "text":
            channels["text"] = alt.Text("text:N")
        if mark == "point":
            channels["shape"] = _raw("shape", alt.Shape)
        if style["aria"]:
            channels |= {"tooltip": alt.Tooltip("tip:N"), "description": alt.Description("tip:N")}
        return alt.Chart(
            alt.NamedData(name=name),
            alt.FacetedEncoding(**channels),
            alt.MarkDef(type=mark, **style),
            name=name,
        )


def _position(channel: type, field: str, span: Span) -> Any:
    domain = span.domain if channel is alt.X else span.domain[::-1]  # px grow downwards
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    return channel(f"{field}:Q", scale=scale, axis=None)


def _raw(field: str, channel: type) -> Any:
    return channel(f"{field}:N", scale=None, legend=None)


def _plain(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value
