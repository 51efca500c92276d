"""Where text stands in a chart, read from its specification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alignment_model.charts import spec as spec_of
from alignment_model.charts.drawing.typesetting import text_width


@dataclass(frozen=True)
class Words:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    colour: str
    part: str

    def covers(self, other: Words, slack: float = 1.0) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > slack and tall > slack


def scaled(value: float, domain: list[float], length: float) -> float:
    return (value - domain[0]) / (domain[1] - domain[0]) * length


def words(spec: dict[str, Any]) -> list[Words]:
    """All text of a chart as boxes in px; a line of text is as tall as its capitals and descenders."""
    found = []
    for view in spec["layer"]:
        if view["mark"]["type"] != "text":
            continue
        mark, encoding = view["mark"], view["encoding"]
        for row in view.get("data", spec.get("data"))["values"]:
            x = scaled(row["x"], encoding["x"]["scale"]["domain"], spec["width"])
            y = spec["height"] - scaled(row["y"], encoding["y"]["scale"]["domain"], spec["height"])
            size = mark["fontSize"]
            width = text_width(row["text"], size, mark["fontWeight"] == 600)
            left = x - {"left": 0, "center": width / 2, "right": width}[mark["align"]]
            box = (left, y - size * 0.5, left + width, y + size * 0.5)
            found.append(Words(row["text"], *box, size, row["colour"], view["name"]))
    return found


def along(spec: dict[str, Any], view: dict[str, Any], row: dict[str, Any]) -> list[tuple[float, float]]:
    """Points in px along a straight line of a chart, a hundredth of it apart."""
    across, up = (view["encoding"][axis]["scale"]["domain"] for axis in "xy")
    shares = [number / 100 for number in range(101)]
    return [
        (
            scaled(row["x"] + (row["x2"] - row["x"]) * share, across, spec["width"]),
            spec["height"] - scaled(row["y"] + (row["y2"] - row["y"]) * share, up, spec["height"]),
        )
        for share in shares
    ]


def overlaps(spec: dict[str, Any]) -> list[tuple[str, str]]:
    found = words(spec)
    return [
        (one.text, other.text)
        for index, one in enumerate(found)
        for other in found[index + 1 :]
        if one.covers(other)
    ]


def outside(spec: dict[str, Any]) -> list[str]:
    return [
        item.text
        for item in words(spec)
        if item.left < -1.5
        or item.right > spec["width"] + 1.5
        or item.top < -3
        or item.bottom > spec["height"] + 3
    ]


def dots(spec: dict[str, Any], part: str) -> list[Words]:
    """Role marks as boxes in px, a little smaller than they are drawn."""
    found = []
    for view in spec["layer"]:
        if view["name"].rstrip("_0123456789") != part:
            continue
        half = (view["mark"]["size"] / 0.785) ** 0.5 / 2 * 0.8
        for row in view["data"]["values"]:
            x = scaled(row["x"], view["encoding"]["x"]["scale"]["domain"], spec["width"])
            y = spec["height"] - scaled(row["y"], view["encoding"]["y"]["scale"]["domain"], spec["height"])
            found.append(Words(row["role"], x - half, y - half, x + half, y + half, 0, row["colour"], part))
    return found


def rows_of(result, part):
    """The data behind one part of a chart."""
    return [
        row
        for view in spec_of(result)["layer"]
        if view["name"] == part or view["name"].startswith(f"{part}_")
        for row in view["data"]["values"]
    ]


def text_of(result):
    """All words of a chart."""
    return " ".join(item.text for item in words(spec_of(result)))
