"""Trends: what moved since the wave before, clearly or not, and what cannot be compared."""

from __future__ import annotations

from alignment_model import charts
from alignment_model.analysis.model import CLEAR, POSSIBLE, Analysis
from alignment_model.charts.trend_lines import moved_lines
from alignment_model.findings.trends import Trend
from alignment_model.findings.words import opened
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.words import cell, ended, interval, note

SHARED = "Only the questions and roles both waves share."


def trends(analysis: Analysis, trend: Trend | None, names: Names) -> Section | None:
    """This wave beside the one before; None when there is none."""
    if trend is None:
        return None
    called = {role.code: role.name for role in analysis.roles}
    lines = moved_lines(trend, analysis, called)
    blocks: list[Block] = []
    if lines:
        blocks += picture(
            "trend", charts.trend, lines, (trend.before, trend.after), title="Groups that moved clearly"
        )
        blocks += note("Positions speak for the layer: statements asked the other way are turned round.")
    blocks += (_moved(trend), _agreement(trend, names), _gaps(trend, names), _patterns(trend), _apart(trend))
    kept = tuple(block for block in blocks if not isinstance(block, Table) or block.rows)
    return Section("trends", f"Since {trend.before}", ended(trend.sentence), kept)


def _moved(trend: Trend) -> Table:
    return Table("What moved clearly", (Column("Change"),), tuple((text,) for text in trend.moved))


def _agreement(trend: Trend, names: Names) -> Table:
    columns = (
        Column("Layer"),
        Column(trend.before, "agreement"),
        Column(trend.after, "agreement"),
        Column("Change", "agreement"),
        Column("95 % interval"),
    )
    rows = tuple(
        (
            names.of("layer", change.layer),
            change.before,
            change.after,
            cell(change.difference),
            interval(change.difference, 2),
        )
        for change in trend.agreement
    )
    return Table("Agreement between the leadership roles", columns, rows, SHARED)


def _gaps(trend: Trend, names: Names) -> Table:
    found = [gap for gap in trend.gaps if gap.word in (CLEAR, POSSIBLE)]
    found.sort(key=lambda gap: (gap.word != CLEAR, -abs(gap.difference.value or 0)))
    columns = (
        Column("Layer"),
        Column("From"),
        Column("To"),
        Column(trend.before, "signed"),
        Column(trend.after, "signed"),
        Column("Change", "signed"),
        Column("95 % interval"),
        Column("How sure"),
    )
    rows = tuple(
        (
            names.of("layer", gap.layer),
            names.role(gap.role),
            names.role(gap.other),
            gap.before,
            gap.after,
            cell(gap.difference),
            interval(gap.difference),
            gap.word,
        )
        for gap in found
    )
    return Table("Gaps that changed", columns, rows, f"{SHARED} Gaps that did not change are left out.")


def _patterns(trend: Trend) -> Table:
    columns = (
        Column("Pattern"),
        Column(trend.before),
        Column(trend.after),
        Column("Change of score", "agreement"),
    )
    ranked = sorted(
        trend.patterns, key=lambda item: (item.before == item.after, -abs(item.difference.value or 0))
    )
    rows = tuple((item.name, item.before, item.after, cell(item.difference)) for item in ranked)
    return Table("Patterns", columns, rows)


def _apart(trend: Trend) -> Table:
    columns = (Column("Kind"), Column("What"), Column("Why"))
    rows = tuple((item.kind.capitalize(), opened(item.label), item.reason) for item in trend.not_comparable)
    return Table("What cannot be compared", columns, rows)
