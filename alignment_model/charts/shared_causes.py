"""The patterns seen in a wave, what several of them have in common, and which line leads from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import Analysis, PatternFinding
from alignment_model.charts.drawing.canvas import Canvas, Span
from alignment_model.charts.drawing.result import ChartResult
from alignment_model.charts.drawing.typesetting import LINE, wrap
from alignment_model.charts.style.look import PROJECTOR, Look
from alignment_model.findings.patterns.shared_causes import (
    MEASURE,
    QUESTION,
    THEME,
    SharedCause,
    seen_together,
)
from alignment_model.findings.patterns.shared_causes import shared_causes as causes_of
from alignment_model.framework import load_framework
from alignment_model.wording import count, listing

GROUPS = {QUESTION: "The same answers", MEASURE: "The same number of the register", THEME: "The same theme"}
MOST = {QUESTION: 5, MEASURE: 1, THEME: 7}  # of each kind drawn; the table has them all


@dataclass(frozen=True, slots=True)
class _Node:
    """One label of a side: its lines, how tall it is, and the code lines lead to ("" for a heading)."""

    code: str
    lines: tuple[str, ...]
    below: str = ""
    heading: bool = False

    def height(self, look: Look) -> float:
        size = look.type.small if self.heading else look.type.body
        small = look.type.small * LINE if self.below else 0
        return len(self.lines) * size * LINE + small + look.unit * (1.25 if self.heading else 2)


def shared_causes(analysis: Analysis, look: Look, *, title: str = "") -> ChartResult:
    """Patterns on the left, what they share on the right: thick lines are measured, thin ones named in the sources."""
    seen, causes = seen_together(analysis.patterns), causes_of(analysis.patterns)
    names = _names(analysis, causes)
    drawn = [cause for kind, most in MOST.items() for cause in _of_kind(causes, kind)[:most]]
    column = look.width_px * (0.41 if look.phone else 0.37)
    left = [_pattern_node(finding, column, look) for finding in seen]
    right = _cause_nodes(drawn, [finding.code for finding in seen], names, column, look)
    sides = [sum(node.height(look) for node in side) for side in (left, right)]
    tall = max(*sides, look.type.body * LINE * 2)
    canvas = Canvas(look, Span(look.width_px), Span(tall), order=("themes", "measured", "ends", "labels"))
    ends_left = _column(canvas, left, 0.0, column, tall, leading=False)
    ends_right = _column(canvas, right, look.width_px - column, column, tall, leading=True)
    _lines(canvas, drawn, ends_left, ends_right, names)
    if not causes:
        canvas.text("nothing", (look.width_px - column, tall / 2), "Nothing in common", look.colours.quiet,
                    size=look.type.body)  # fmt: skip
    finding = _finding(analysis, causes, names)
    return ChartResult(
        "shared_causes",
        canvas.chart(),
        title or finding,
        "Thick lines: the same answers or numbers speak for both. Thin lines: the sources name the same theme.",
        f"{finding}.",
        tuple(
            {
                "In common": names[cause.kind, cause.code],
                "Kind": GROUPS[cause.kind],
                "Patterns": listing([_name(analysis, code) for code in cause.patterns]),
            }
            for cause in causes
        ),
        look,
    )


def _of_kind(causes: Sequence[SharedCause], kind: str) -> list[SharedCause]:
    return [cause for cause in causes if cause.kind == kind]


def _names(analysis: Analysis, causes: Sequence[SharedCause]) -> dict[tuple[str, str], str]:
    labels = {result.question.code: result.question.label for result in analysis.questions}
    themes = {theme.code: theme.name for theme in load_framework().themes}
    kinds = {QUESTION: labels, THEME: themes}
    return {(c.kind, c.code): kinds.get(c.kind, {}).get(c.code, c.code) for c in causes}


def _name(analysis: Analysis, code: str) -> str:
    return next(finding.name for finding in analysis.patterns if finding.code == code)


def _pattern_node(finding: PatternFinding, width: float, look: Look) -> _Node:
    lines = wrap(finding.name, width - 2 * look.unit, look.type.body, lines=3, bold=True)
    score = "" if finding.score is None or look.size == PROJECTOR else f"{finding.word}, {finding.score:.2f}"
    return _Node(finding.code, tuple(lines), score)


def _cause_nodes(
    causes: Sequence[SharedCause],
    order: Sequence[str],
    names: dict[tuple[str, str], str],
    width: float,
    look: Look,
) -> list[_Node]:
    """Headings and causes; within a kind in the order of the patterns they belong to, so that fewer lines cross."""
    nodes = []
    for kind, heading in GROUPS.items():
        found = _of_kind(causes, kind)
        found.sort(key=lambda cause: sum(map(order.index, cause.patterns)) / len(cause.patterns))
        if found:
            lines = wrap(heading, width, look.type.small, lines=2)
            nodes.append(_Node("", tuple(lines), heading=True))
        for cause in found:
            lines = wrap(
                names[kind, cause.code],
                width - 2 * look.unit,
                look.type.body,
                lines=1 if look.size == PROJECTOR else 3,
            )
            nodes.append(_Node(f"{kind} {cause.code}", tuple(lines)))
    return nodes


def _column(
    canvas: Canvas, nodes: Sequence[_Node], at: float, width: float, tall: float, *, leading: bool
) -> dict[str, tuple[float, float]]:
    """Draw one side's labels over the whole height; where the line of each ends."""
    look = canvas.look
    spare = (tall - sum(node.height(look) for node in nodes)) / max(1, len(nodes))
    ends, y = {}, 0.0
    for node in nodes:
        height = node.height(look) + min(spare, 4 * look.unit)
        size = look.type.small if node.heading else look.type.body
        words = (len(node.lines) * size + (look.type.small if node.below else 0)) * LINE
        top = y + height - words - look.unit / 2 if node.heading else y + (height - words) / 2
        text = at + (0 if node.heading else 1.75 * look.unit) if leading else at + width - 1.75 * look.unit
        align = "left" if leading else "right"
        colour = look.colours.quiet if node.heading else look.colours.ink
        canvas.text(
            "labels",
            (text, top),
            node.lines,
            colour,
            size=size,
            bold=not leading,
            align=align,
            baseline="top",
        )
        if node.below:
            under = (text, top + len(node.lines) * size * LINE)
            small = look.type.small
            canvas.text(
                "words", under, node.below, look.colours.quiet, size=small, align=align, baseline="top"
            )
        if node.code:
            ends[node.code] = (
                at + look.unit * 0.6 if leading else at + width - look.unit * 0.6,
                y + height / 2,
            )
        y += height
    return ends


def _lines(
    canvas: Canvas,
    causes: Sequence[SharedCause],
    left: dict[str, tuple[float, float]],
    right: dict[str, tuple[float, float]],
    names: dict[tuple[str, str], str],
) -> None:
    look, colours = canvas.look, canvas.look.colours
    for cause in causes:
        end = right[f"{cause.kind} {cause.code}"]
        colour = colours.accent if cause.measured else colours.faint
        part, weight = ("measured", 2 * look.stroke) if cause.measured else ("themes", 0.8 * look.stroke)
        for code in cause.patterns:
            canvas.line(part, left[code], end, colour, weight=weight, tip=names[cause.kind, cause.code])
        canvas.dot("ends", end, colour, diameter=look.dot * 0.6)
    for place in left.values():
        canvas.dot("ends", place, colours.ink, diameter=look.dot * 0.6)


def _finding(analysis: Analysis, causes: Sequence[SharedCause], names: dict[tuple[str, str], str]) -> str:
    seen = seen_together(analysis.patterns)
    if len(seen) < 2:
        return "Fewer than two patterns are seen, so none appears with another"
    measured = [cause for cause in causes if cause.measured]
    if measured:
        first = max(measured, key=lambda cause: len(cause.patterns))
        who = listing([_name(analysis, code) for code in first.patterns])
        told = f"“{names[first.kind, first.code]}”"
        if first.kind == QUESTION:
            return f"The answers on {told} speak for {_each(first)}{who}"
        return f"{told} in the register speaks for {_each(first)}{who}"
    together = f"{count(len(seen), 'pattern')} appear together, each on answers of its own"
    if not causes:
        return together
    first = max(causes, key=lambda cause: len(cause.patterns))
    everyone = "both" if len(seen) == 2 else "all"
    behind = everyone if len(first.patterns) == len(seen) else str(len(first.patterns))
    return f"{together}; the theme “{names[first.kind, first.code]}” stands behind {behind} of them"


def _each(cause: SharedCause) -> str:
    return "both " if len(cause.patterns) == 2 else ""
