"""Charts as still pictures: SVG with text as text, in the bundled type, safe beside others in one page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from alignment_model.charts.drawing import still
from alignment_model.report.canonical import settled

OPENING = re.compile(r"<svg\b[^>]*>")
BOX = re.compile(r'viewBox="([^"]*)"')


def to_svg(spec: Mapping[str, Any]) -> str:
    """The chart as SVG; the same specification gives the same text, whatever the order of its keys."""
    return still.to_svg(settled(spec))


def to_png(spec: Mapping[str, Any], scale: float = 2) -> bytes:
    """The chart as a PNG, `scale` pixels a px, for programs that do not draw SVG."""
    return still.to_png(settled(spec), scale)


def inline_svg(spec: Mapping[str, Any], prefix: str, label: str) -> str:
    """The chart as an `<svg>` element for a page: `prefix` keeps its ids apart from other charts'.

    `label` is the alternative text, already escaped for an attribute.
    """
    text = to_svg(spec)
    opening = OPENING.search(text)
    box = BOX.search(opening.group(0)) if opening else None
    if opening is None or box is None:
        raise ValueError("the chart did not become an SVG with a viewBox.")
    body = _slim(_own_ids(text[opening.end() :], prefix))
    width = box.group(1).split()[2]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box.group(1)}" width="{width}" '
    return f'{head}role="img" aria-label="{label}">{body}'


def _slim(body: str) -> str:
    """Without what a page does not need: digits beyond a hundredth of a pixel, names of mark types."""
    body = re.sub(r' (?:aria-roledescription|role|class)="[^"]*"', "", body)
    parts = re.split(r"(<text\b.*?</text>|aria-label=\"[^\"]*\")", body, flags=re.DOTALL)
    return "".join(part if number % 2 else _rounded(part) for number, part in enumerate(parts))


def _rounded(marks: str) -> str:
    return re.sub(r"-?\d+\.\d{3,}", lambda match: f"{float(match.group(0)):.2f}", marks)


def _own_ids(body: str, prefix: str) -> str:
    body = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}\1"', body)
    body = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}\1)", body)
    return re.sub(r'(xlink:href|href)="#([^"]+)"', rf'\1="#{prefix}\2"', body)
