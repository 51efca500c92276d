"""The conversations worth having, and what leaders wrote in their own words."""

from __future__ import annotations

from itertools import groupby

from alignment_model.analysis.model import Analysis, Conversation
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.wording import points


def conversations(analysis: Analysis, names: Names) -> Section | None:
    """What to talk about first; None when nothing stands out."""
    if not analysis.conversations:
        return None
    columns = (
        Column("Rank", "integer"),
        Column("Question"),
        Column("Layer"),
        Column("Farthest"),
        Column("Who stands where"),
        Column("To ask"),
        Column("Minutes", "integer"),
        Column("Agreement gained", "agreement"),
    )
    rows = tuple(_row(item, analysis, names) for item in analysis.conversations)
    first = analysis.conversations[0]
    finding = f"Start with: {first.prompt}" if first.prompt else "Start with the first of these."
    note = "Agreement gained: rise of the layer's agreement if the farthest role moved to the others' median."
    return Section(
        "conversations", "Conversations worth having", finding, (Table("In this order", columns, rows, note),)
    )


def _row(item: Conversation, analysis: Analysis, names: Names) -> tuple[object, ...]:
    shown = [role.code for role in analysis.shown_roles if role.code in item.positions]
    stands = ", ".join(f"{names.role(role)} {points(item.positions[role])}" for role in shown)
    return (
        item.rank,
        names.of("question", item.question),
        names.of("layer", item.layer),
        names.role(item.farthest),
        stands,
        item.prompt,
        item.minutes,
        item.leverage,
    )


def open_answers(analysis: Analysis, names: Names) -> Section | None:
    """Leaders' open answers side by side; None when there are none that may be shown."""
    shown = {role.code for role in analysis.shown_roles}
    found = sorted(
        (item for item in analysis.open_answers if item.role in shown), key=lambda item: item.question
    )
    if not found:
        return None
    columns = (Column("Role"), Column("Answer"))
    blocks: list[Block] = [
        Table(
            names.of("question", code),
            columns,
            tuple((names.role(item.role), item.text) for item in answers),
        )
        for code, answers in groupby(found, key=lambda item: item.question)
    ]
    return Section(
        "open_answers", "In their own words", "Leadership roles only, word for word.", tuple(blocks)
    )
