"""Slides that look at the answers another way: the consensus map, and the way from the wave before."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.report.model import Section
from alignment_model.report.pptx import charts
from alignment_model.report.pptx.charts import SIGNED, Axis, Series
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.facts import Facts, chart, notes_of, tables
from alignment_model.report.pptx.layout import MOST_BARS, picture, shortened, under
from alignment_model.report.pptx.tables import draw_table, table_slides
from alignment_model.report.pptx.text import COLOURS

PLOT = 0.64  # of the slide's width


def map_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """Who ranks the same things alike, and without whom agreement would rise.

    The map is a picture: no office program places its labels so that none covers another.
    """
    block = chart(section, "consensus_map")
    if block is None:
        return
    said = (item.text for item in section.blocks if item.type == "text" and item.style == "body")
    slide = deck.slide(section.finding, notes_of(section, "\n\n".join(said), block.alt))
    left, right = under(slide, deck.body, block.subtitle).columns(PLOT)
    # The layout for phones: on half a slide its letters are of a size that can be read.
    picture(slide, left, block if block.narrow is None else replace(block, spec=block.narrow))
    draw_table(slide, right, tables(section)[0], size=12)


def trend_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """What moved clearly since the wave before, then what became of the patterns."""
    found = facts.data.get("trends") or {}
    rows = found.get("clear_changes", ())[:MOST_BARS]
    block = chart(section, "trend")
    if rows:
        said = "\n\n".join(found["moved"])
        slide = deck.slide(section.finding, notes_of(section, said, block.alt if block else ""))
        text = f"What moved clearly between {found['before']} and {found['after']}, in points of each question's scale."
        area = under(slide, deck.body, text)
        names = [f"{facts.role(row['role'])}: {shortened(row['label'])}" for row in rows]
        bar = Series("Change", [row["difference"]["value"] for row in rows], COLOURS.accent)
        charts.bars(slide, area, names, [bar], Axis(SIGNED), f"{section.finding} {text}")
    for table in tables(section):
        if table.title == "Patterns":
            title = f"{section.title}: what became of the patterns"
            table_slides(deck, title, table, notes_of(section), size=12)
