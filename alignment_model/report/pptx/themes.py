"""The deck's second half: patterns, value, chain, theory, the number, the register, and what to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alignment_model.framework import load_framework
from alignment_model.report.model import Section, Table, Text
from alignment_model.report.pptx import charts
from alignment_model.report.pptx.charts import SIGNED, WHOLE, Axis, Series
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.facts import Facts, chart, notes_of, tables
from alignment_model.report.pptx.gaps import gap_slides, groups_slides
from alignment_model.report.pptx.layout import over_table, picked, picture, under
from alignment_model.report.pptx.map import map_slides, trend_slides
from alignment_model.report.pptx.story import layer_slides, overview_slides
from alignment_model.report.pptx.tables import LINE, POINT, draw_table, grown, lines_of, table_slides
from alignment_model.report.pptx.text import COLOURS, Area, text_box
from alignment_model.report.sections.patterns import ORDER
from alignment_model.report.sections.themes import LENSES
from alignment_model.wording import NARROW, money

ASKED, EVIDENCE, STAKEHOLDERS = 18, 14, 10  # points
LENS_COLUMNS = ("Stakeholder", "Who answered for them", "Who gives them most points", "What worries them")
AGREED = ("What", "Owner", "Due", "State")
TALK = ("Who stands where", "To ask", "Minutes")


def section_slides(deck: Deck, facts: Facts) -> None:
    """Every section in the report's order; appendices come later."""
    for section in facts.report.sections:
        code = LAYERS if section.code.startswith(LAYERS) else section.code
        if code in BUILDERS:
            BUILDERS[code](deck, facts, section)


def _patterns(deck: Deck, facts: Facts, section: Section) -> None:
    found = [pattern for pattern in facts.data["patterns"] if pattern["score"] is not None]
    ranked = sorted(found, key=lambda pattern: (ORDER.index(pattern["word"]), -pattern["score"]))
    if ranked:
        slide = deck.slide(section.finding, notes_of(section))
        text = "Score, 0 to 1: how far the measured signals go towards the full pattern. Dark: present."
        area = under(slide, deck.body, text)
        names = [f"{pattern['name']} ({pattern['word'].lower()})" for pattern in ranked]
        score = Series("Score", [pattern["score"] for pattern in ranked], COLOURS.accent)
        drawn = charts.bars(slide, area, names, [score], Axis("0.00", 0, 1), f"{section.finding} {text}")
        charts.paint(drawn, [COLOURS.agreement[4 if _drawn(section, item) else 1] for item in ranked])
    for pattern in ranked:
        if _drawn(section, pattern):
            _pattern(deck, section, pattern)


def _drawn(section: Section, pattern: Mapping[str, Any]) -> bool:
    """Whether the report shows this pattern as a chart, as it does for those that are there."""
    return chart(section, f"pattern_{pattern['pattern']}") is not None


def _pattern(deck: Deck, section: Section, pattern: Mapping[str, Any]) -> None:
    evidence = [item for item in tables(section) if item.title.startswith(f"{pattern['name']}:")]
    block = chart(section, f"pattern_{pattern['pattern']}")
    notes = notes_of(section, block.subtitle if block else "", block.alt if block else "")
    slide = deck.slide(pattern["sentence"], notes)
    said = f"To ask: {pattern['question']}"
    lines = lines_of(said, deck.body.width, ASKED)
    ask, area = deck.body.rows(round(deck.height * 0.04) + round(lines * ASKED * LINE * POINT))
    text_box(slide, ask, said, size=ASKED, colour=COLOURS.accent)
    for table in evidence[:1]:
        draw_table(slide, area, table, size=grown(table, area.width, EVIDENCE, area.height))


def _value(deck: Deck, facts: Facts, section: Section) -> None:
    table = next((item for item in tables(section) if item.columns[0].name == "Outcome"), None)
    if table is not None:
        text = "Mean points of 100 each role gives to each outcome. The deeper, the more points."
        _shaded(deck, section, table, text, _ramp(table))
    _lenses(deck, section)


def _lenses(deck: Deck, section: Section) -> None:
    """The ten stakeholders, under the sentence on those nobody speaks for."""
    for before, table in zip(section.blocks, section.blocks[1:]):
        if isinstance(table, Table) and table.title == LENSES:
            kept = [index for index, column in enumerate(table.columns) if column.name in LENS_COLUMNS]
            said = before.text if isinstance(before, Text) else table.title
            table_slides(deck, said, picked(table, kept), notes_of(section), size=STAKEHOLDERS)


def _chain(deck: Deck, facts: Facts, section: Section) -> None:
    block, evidence = chart(section, "value_chain"), facts.data["chain"]["evidence"]
    stages = _parts(evidence)
    values = {code: [_value_of(evidence, code, stage) for stage in stages] for code in facts.roles}
    series = facts.series(values)
    if not series:
        return
    slide = deck.slide(section.finding, notes_of(section, block.subtitle if block else ""))
    area = under(
        slide,
        deck.body,
        "Strength of the evidence at each stage, mean per role: 0 none, 4 confirmed in financial results.",
    )
    names = [facts.data["names"]["stages"].get(stage, stage) for stage in stages]
    charts.lines(slide, area, names, series, Axis("0", 0, 4), block.alt if block else section.finding)


def _theory(deck: Deck, facts: Facts, section: Section) -> None:
    table = next((item for item in tables(section) if item.title == "Designed minus working"), None)
    if table is not None:
        text = "Designed minus working, scale points. Orange: reality is behind the design."

        def shade(value: Any, row: int, column: int) -> str | None:
            if column == 0:
                return None
            return COLOURS.hidden if isinstance(value, str | None) else COLOURS.position_fill(-value, -4, 4)

        _shaded(deck, section, table, text, shade)


def _number(deck: Deck, facts: Facts, section: Section) -> None:
    effects = facts.data["number"]["effect"]
    roles = [code for code in facts.roles if effects.get(code, {}).get("value") is not None]
    if not roles:
        return
    block = chart(section, "number")
    text = "Expected change of operating cost over 12 months, per cent. Minus: lower cost."
    slide = deck.slide(section.finding, notes_of(section, block.subtitle if block else ""))
    values = [effects[code]["value"] for code in roles]
    area = over_table(slide, under(slide, deck.body, text), len(roles), next(iter(tables(section)), None))
    names = [facts.roles[code] for code in roles]
    form = SIGNED if max(values) - min(values) < NARROW else WHOLE
    bar = Series("Per cent", values, COLOURS.accent)
    drawn = charts.bars(slide, area, names, [bar], Axis(form), block.alt if block else text)
    charts.paint(drawn, [COLOURS.role(code) for code in roles])


def _register(deck: Deck, facts: Facts, section: Section) -> None:
    block = chart(section, "initiatives")
    table = next((item for item in tables(section) if "Committed" in [c.name for c in item.columns]), None)
    if table is not None and table.rows and "Initiatives" in [column.name for column in table.columns]:
        slide = deck.slide(section.finding, notes_of(section, _listed(table)))
        area = under(slide, deck.body, f"Initiatives live or in pilot, by what they lack. {table.note}")
        series = [
            Series(name, [row[index] for row in table.rows], colour)
            for name, index, colour in (("Spent", 1, COLOURS.accent), ("Committed", 2, COLOURS.agreement[1]))
        ]
        names = [str(row[0]) for row in table.rows]
        charts.bars(slide, area, names, series, Axis("#,##0", 0), f"{table.title}. {_listed(table)}")
    if block is not None:
        slide = deck.slide(block.title, notes_of(section, block.alt))
        picture(slide, under(slide, deck.body, block.subtitle), block)


def _listed(table: Table) -> str:
    return " ".join(
        f"{row[0]}: {money(row[1] or 0)} spent, {money(row[2] or 0)} committed ({row[3]})."
        for row in table.rows
    )


def _conversations(deck: Deck, facts: Facts, section: Section) -> None:
    table = tables(section)[0]
    kept = [index for index, column in enumerate(table.columns) if column.name in TALK]
    table_slides(deck, section.finding, picked(table, kept), notes_of(section, table.note), size=14)


def _commitments(deck: Deck, facts: Facts, section: Section) -> None:
    """What, who, until when; what has happened since stands in the notes."""
    for table in tables(section):
        kept = [index for index, column in enumerate(table.columns) if column.name in AGREED]
        told = "\n\n".join(f"{row[0]}: {row[-1]}" for row in table.rows if row[-1])
        table_slides(deck, section.finding, picked(table, kept), notes_of(section, told), size=16)


def _own_words(deck: Deck, facts: Facts, section: Section) -> None:
    for table in tables(section):
        table_slides(deck, table.title, table, notes_of(section, section.finding), size=14)


def _confidentiality(deck: Deck, facts: Facts, section: Section) -> None:
    said = [block.text for block in section.blocks if isinstance(block, Text)]
    slide = deck.slide(section.finding or section.title, "\n\n".join(said))
    text_box(slide, deck.body, "\n\n".join(said), size=16)


def _shaded(deck: Deck, section: Section, table: Table, text: str, shade: Any) -> None:
    block = next((item for item in section.blocks if item.type == "chart"), None)
    slide = deck.slide(section.finding, notes_of(section, table.note, block.alt if block else ""))
    area: Area = under(slide, deck.body, text)
    draw_table(slide, area, Table(table.title, table.columns, table.rows), size=14, shade=shade)


def _ramp(table: Table) -> Any:
    """Fill for a heat map of amounts, pale to deep up to the largest there is."""
    amounts = [value for row in table.rows for value in row[1:] if isinstance(value, int | float)]
    most = max(amounts, default=0) or 1

    def shade(value: Any, row: int, column: int) -> str | None:
        if column == 0:
            return None
        return (
            COLOURS.hidden
            if isinstance(value, str | None)
            else COLOURS.agreement_fill(0.4 + 0.6 * value / most)
        )

    return shade


def _parts(found: Mapping[str, Mapping[str, Any]]) -> Sequence[str]:
    held = {part for by_part in found.values() for part in by_part}
    return [stage.code for stage in load_framework().stages if stage.code in held]


def _value_of(found: Mapping[str, Mapping[str, Any]], role: str, part: str) -> float | None:
    return found.get(role, {}).get(part, {}).get("value")


LAYERS = "layer_"
BUILDERS = {
    "overview": overview_slides,
    LAYERS: layer_slides,
    "gaps": gap_slides,
    "executives_and_managers": groups_slides,
    "consensus_map": map_slides,
    "trends": trend_slides,
    "patterns": _patterns,
    "value": _value,
    "chain": _chain,
    "theory_reality": _theory,
    "number": _number,
    "register": _register,
    "conversations": _conversations,
    "commitments": _commitments,
    "open_answers": _own_words,
    "confidentiality": _confidentiality,
}
