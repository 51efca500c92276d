"""Published figures: beside the numbers they bear on, and all of them in an appendix; part of no score."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_model.analysis.model import Analysis
from alignment_model.framework import ReferenceFigure, load_framework
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names, spelled

IN_SIGHT = 2  # figures beside a section's own numbers; the appendix has them all
TITLE = "What others have published on this"
NO_BENCHMARK = (
    "Figures of others, measured in other ways: no benchmark for this report, and part of no score."
)
COLUMNS = (Column("Figure"), Column("What it says"), Column("Publisher"), Column("Year"))


def published(*codes: str) -> tuple[Block, ...]:
    """The figures most about these layers, patterns, stages, domains or questions; nothing when there are none."""
    found = load_framework().figures_for(*codes)[:IN_SIGHT]
    return (Table(TITLE, COLUMNS, tuple(map(_row, found)), NO_BENCHMARK),) if found else ()


def published_by_subject(subjects: Mapping[str, str]) -> tuple[Block, ...]:
    """The first figures on each subject (code to name), the name in front; nothing when there are none."""
    rows = tuple(
        (name, *_row(figure))
        for code, name in subjects.items()
        for figure in load_framework().figures_for(code)[:IN_SIGHT]
    )
    return (Table(TITLE, (Column("On"), *COLUMNS), rows, NO_BENCHMARK),) if rows else ()


def figures(analysis: Analysis, names: Names) -> Section | None:
    """The appendix of every figure that bears on something in this report; None when none does."""
    found = bearing_on(analysis)
    if not found:
        return None
    rows = tuple((_subject(figure, names), *_row(figure), figure.source_note) for figure in found)
    columns = (Column("On"), *COLUMNS, Column("Where the sources have it"))
    table = Table("Figures, publishers and years", columns, rows)
    return Section("figures", "Appendix: published figures", NO_BENCHMARK, (table,))


def bearing_on(analysis: Analysis) -> tuple[ReferenceFigure, ...]:
    """The published figures that bear on a layer, pattern, stage, domain or question of this analysis."""
    framework = load_framework()
    codes = {*(layer.code for layer in analysis.layers), *(pattern.code for pattern in analysis.patterns)}
    codes |= {result.question.code for result in analysis.questions}
    if analysis.chain is not None:
        codes |= {stage.code for stage in framework.stages}
    if analysis.theory_reality is not None:
        codes |= {domain.code for domain in framework.domains}
    found = [figure for figure in framework.reference_figures if codes & set(figure.bears_on)]
    order = list(dict.fromkeys(figure.bears_on[0] for figure in found))
    return tuple(sorted(found, key=lambda figure: order.index(figure.bears_on[0])))


def _subject(figure: ReferenceFigure, names: Names) -> str:
    """What a figure is about first, by its name."""
    code = figure.bears_on[0]
    patterns = {pattern.code: pattern.name for pattern in load_framework().patterns}
    layers = {layer.code: layer.name for layer in load_framework().layers}
    known = {**names.questions, **names.domains, **names.stages, **layers, **patterns}
    return known.get(code) or spelled(code)


def _row(figure: ReferenceFigure) -> tuple[str, ...]:
    return (f"{figure.value} {figure.unit}", figure.statement, figure.publisher, str(figure.year))
