"""One section a layer: verdict and doubt, where each role stands, question by question."""

from __future__ import annotations

from alignment_model import charts, wording
from alignment_model.analysis.model import Analysis, LayerResult, QuestionResult
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.pictures import picture
from alignment_model.report.sections.figures import published
from alignment_model.report.words import body, cell, doubt, interval, note, position


def layer_sections(analysis: Analysis) -> tuple[Section, ...]:
    """All layers from the inside out."""
    return tuple(_layer(layer, analysis) for layer in analysis.layers)


def _layer(layer: LayerResult, analysis: Analysis) -> Section:
    blocks: list[Block] = [*body(layer.layer.meaning), *note(doubt(layer.agreement))]
    if layer.questions:
        blocks += picture(
            f"positions_{layer.code}", charts.positions_on_scale, layer.questions, analysis.roles
        )
    blocks.append(_positions(layer, analysis))
    if layer.questions:
        blocks.append(question_table(f"{layer.layer.name}: question by question", layer.questions, analysis))
        blocks += _most_divisive(layer, analysis)
    blocks += published(layer.code)
    return Section(f"layer_{layer.code}", layer.layer.name, layer.agreement.sentence, tuple(blocks))


def _positions(layer: LayerResult, analysis: Analysis) -> Table:
    columns = (
        Column("Role"),
        Column("Position", "points"),
        Column("95 % interval"),
        Column("People", "integer"),
    )
    rows = tuple(
        (role.name, cell(layer.positions[role.code]), interval(layer.positions[role.code]), role.n)
        for role in analysis.shown_roles
        if role.code in layer.positions
    )
    score = layer.score
    text = f"Leadership stands at {round(score.value)} of 100. " if score.value is not None else ""
    return Table(
        f"{layer.layer.name}: where each role stands",
        columns,
        rows,
        text + "Positions run from 1 to 5; higher speaks for the layer.",
    )


def question_table(title: str, questions: tuple[QuestionResult, ...], analysis: Analysis) -> Table:
    """Every question with the position of every shown role, its spread and its agreement."""
    roles = [role.code for role in analysis.shown_roles]
    columns = (
        Column("Question"),
        *(Column(role.name, "points") for role in analysis.shown_roles),
        Column("Spread", "points"),
        Column("Agreement", "agreement"),
    )
    rows = tuple(
        (
            result.question.text + (" (reversed)" if result.question.reversed else ""),
            *(position(result.positions, role) for role in roles),
            cell(result.spread),
            cell(result.agreement),
        )
        for result in questions
    )
    return Table(
        title,
        columns,
        rows,
        "Spread: highest minus lowest leadership role, in scale points. Reversed questions are flipped.",
    )


def _most_divisive(layer: LayerResult, analysis: Analysis) -> tuple[Block, ...]:
    found = [result for result in layer.questions if result.question.code == layer.most_divisive]
    if not found or not any(found[0].distributions.values()):
        return ()
    spread = found[0].spread
    far = (
        f", {wording.points(spread.value)} points from lowest to highest" if spread.value is not None else ""
    )
    return (
        *body(f"What divides most here: “{found[0].question.text.rstrip('.')}”{far}."),
        *picture(f"answers_{layer.code}", charts.answer_distribution, found[0], analysis.roles),
    )
