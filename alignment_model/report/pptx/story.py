"""The deck's first half: where leadership agrees, and where each role stands, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alignment_model.report.model import Section
from alignment_model.report.pptx import charts
from alignment_model.report.pptx.charts import Axis, Series
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.dots import dots
from alignment_model.report.pptx.facts import Facts, chart, notes_of, tables, widest
from alignment_model.report.pptx.layout import picked, picture, under
from alignment_model.report.pptx.tables import draw_table
from alignment_model.report.pptx.text import COLOURS

SHORT_AGREEMENT = ("Layer", "Verdict", "95 % interval", "Random answers")


def overview_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """How far leadership agrees: the nested layers, then each layer with its doubt."""
    _emblem(deck, facts, section)
    _agreement(deck, facts, section)


def _emblem(deck: Deck, facts: Facts, section: Section) -> None:
    block = chart(section, "nested_layers")
    if block is not None and facts.layers:
        slide = deck.slide(section.finding or block.title, notes_of(section, block.alt))
        picture(slide, under(slide, deck.body, block.subtitle), block)


def _agreement(deck: Deck, facts: Facts, section: Section) -> None:
    block = chart(section, "agreement_with_doubt")
    found = [layer for layer in facts.data["layers"] if layer["agreement"]["value"] is not None]
    if block is None or not found:
        return
    slide = deck.slide(block.title, notes_of(section, block.subtitle, block.alt))
    left, right = under(slide, deck.body, "Agreement between the leadership roles, 0 to 1.").columns(0.4)
    values = [layer["agreement"]["value"] for layer in found]
    names = [layer["name"] for layer in found]
    drawn = charts.bars(
        slide, left, names, [Series("Agreement", values, COLOURS.accent)], Axis("0.00", 0, 1), block.alt
    )
    charts.paint(drawn, [COLOURS.agreement_fill(value) for value in values])
    table = tables(section)[0]
    kept = [index for index, column in enumerate(table.columns) if column.name in SHORT_AGREEMENT]
    draw_table(slide, right, picked(table, kept), size=12)


def layer_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """Where each role stands on one layer, then how each answered the question that divides most."""
    code = section.code.removeprefix("layer_")
    layer = next((item for item in facts.data.get("layers", ()) if item["layer"] == code), None)
    if layer is not None:
        _layer(deck, facts, layer, section)


def _layer(deck: Deck, facts: Facts, layer: Mapping[str, Any], section: Section) -> None:
    block = chart(section, f"positions_{layer['layer']}")
    rows = widest(layer["questions"])
    values = {code: [item["positions"].get(code) for item in rows] for code in facts.roles}
    series = facts.series(values)
    if block is not None and series:
        slide = deck.slide(
            section.finding or block.title, notes_of(section, f"{layer['name']}. {block.title}.")
        )
        area = under(slide, deck.body, f"{layer['name']}. Mean answer of each role; widest apart first.")
        names = [item["short"] or item["text"] for item in rows]
        dots(slide, area, names, series, max(item["levels"] for item in rows), block.alt)
    elif section.finding:
        slide = deck.slide(f"{layer['name']}: {section.finding}", notes_of(section))
        draw_table(slide, deck.body, tables(section)[0], size=13)
    _answers(deck, facts, layer, section)


def _answers(deck: Deck, facts: Facts, layer: Mapping[str, Any], section: Section) -> None:
    block = chart(section, f"answers_{layer['layer']}")
    question = facts.questions.get(layer["most_divisive"] or "")
    if block is None or question is None:
        return
    given = question["distributions"]
    roles = [code for code in facts.roles if code in given and sum(given[code]["counts"])]
    slide = deck.slide(block.title, notes_of(section, block.subtitle, block.alt))
    said = f"Number of answers, as a share of each role's, to “{question['text']}”"
    area = under(slide, deck.body, " ".join([said, *_left_out(facts, question, roles)]))
    colours = COLOURS.levels(question["levels"])
    series = [
        Series(text, [given[code]["counts"][level] for code in roles], colours[level])
        for level, text in enumerate(question["labels"])
    ]
    if roles:
        charts.stacked(slide, area, [facts.roles[code] for code in roles], series, block.alt)


def _left_out(facts: Facts, question: Mapping[str, Any], drawn: Sequence[str]) -> list[str]:
    """Why a role has no bar, in a sentence: hidden, not asked, nobody answered."""
    details = question["position_details"]
    reasons = {code: (details.get(code) or {}).get("reason") for code in facts.roles if code not in drawn}
    return [
        f"No bar for {facts.roles[code]} ({reason[:1].lower()}{reason[1:]})."
        for code, reason in reasons.items()
        if reason
    ]
