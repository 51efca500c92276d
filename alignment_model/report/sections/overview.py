"""Overview: the sentence that matters most, the nested layers, how sure, who answered, what divides most."""

from __future__ import annotations

from alignment_model import charts
from alignment_model.analysis.model import Analysis, LayerResult
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.words import about, band, body, cell, doubt, interval, lead, note


def overview(analysis: Analysis, names: Names) -> Section:
    """What a reader with one minute should see."""
    blocks: list[Block] = []
    if analysis.layers:
        blocks += picture("nested_layers", charts.nested_layers, analysis, positions=True)
        blocks += lead(analysis.overall.sentence)
        blocks += note(doubt(analysis.overall))
        blocks += picture("agreement_with_doubt", charts.agreement_with_doubt, analysis)
        blocks.append(agreement_table(analysis, names))
    blocks += _divides_most(analysis)
    blocks += _who_answered(analysis)
    for text in analysis.notes:
        blocks += note(text)
    return Section("overview", "Overview", analysis.headline, tuple(blocks))


def agreement_table(analysis: Analysis, names: Names) -> Table:
    """Agreement with its doubt, a row a layer."""
    columns = (
        Column("Layer"),
        Column("Verdict"),
        Column("Agreement", "agreement"),
        Column("95 % interval"),
        Column("Random answers"),
        Column("Average deviation", "agreement"),
        Column("Highest"),
        Column("Lowest"),
    )
    rows = tuple(_agreement_row(layer, names) for layer in analysis.layers)
    return Table(
        "Agreement between the leadership roles",
        columns,
        rows,
        "Agreement runs from 0 (half at each end) to 1 (all the same). Random answers: the middle 90 % of "
        "what as many people answering by chance would reach. Average deviation in scale points.",
    )


def _agreement_row(layer: LayerResult, names: Names) -> tuple[object, ...]:
    found = layer.agreement
    who = about(found, names)
    return (
        layer.layer.name,
        f"{found.word}: {who}" if who else found.word,
        cell(found.value),
        interval(found.value, 2),
        band(found.null_band),
        cell(found.average_deviation),
        names.role(layer.highest) if layer.highest else None,
        names.role(layer.lowest) if layer.lowest else None,
    )


def _divides_most(analysis: Analysis) -> tuple[Block, ...]:
    codes = {result.question.code for result in analysis.questions}
    if analysis.most_divisive not in codes:
        return ()
    result = analysis.question(analysis.most_divisive)
    text = f"The question that divides leadership most: “{result.question.text.rstrip('.')}”."
    return (
        *body(text),
        *picture("divides_most", charts.positions_on_scale, (result,), analysis.roles),
    )


def _who_answered(analysis: Analysis) -> tuple[Block, ...]:
    if not analysis.roles:
        return ()
    rows = tuple(
        (
            role.name,
            role.n if role.shown else role.reason,
            "by name of role" if role.attributed else "as a group",
        )
        for role in analysis.roles
    )
    columns = (Column("Role"), Column("People", "integer"), Column("Shown"))
    return (
        *picture("who_answered", charts.who_answered, analysis.roles),
        Table("Who answered", columns, rows),
    )
