"""Slides on gaps: role by layer, leaders among each other, leaders towards managers and employees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alignment_model.charts.drawing.names import in_a_sentence
from alignment_model.report.model import Section
from alignment_model.report.pptx import charts
from alignment_model.report.pptx.charts import SIGNED, Axis, Series
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.facts import Facts, chart, notes_of, tables
from alignment_model.report.pptx.layout import MOST_BARS, over_table, shortened, under
from alignment_model.report.pptx.tables import draw_table, table_slides
from alignment_model.report.pptx.text import COLOURS
from alignment_model.report.sections.gaps import BLIND_SPOTS
from alignment_model.report.sections.gaps import KINDS as GAP_TABLES
from alignment_model.wording import percent

GAP_WORDS = {"clear": COLOURS.ink, "possible": COLOURS.possible}
KINDS = {"leadership": "leaders", "groups": "leaders, managers and employees"}


def gap_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """Role by layer, and the gaps this section tells of."""
    if facts.layers:
        _heat(deck, facts, section)
    for kind in KINDS:
        _gaps(deck, facts, section, kind)
    if chart(section, "gaps_groups") is not None:  # a snapshot from before groups had a section of their own
        blind_spots(deck, facts, section)


def groups_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """Leadership as one against managers and employees."""
    _gaps(deck, facts, section, "groups")
    blind_spots(deck, facts, section)
    for table in tables(section):
        if table.columns[0].name == "Theme":
            table_slides(deck, _widest_theme(facts) or section.finding, table, notes_of(section), size=12)
        elif table.title == "What people do not know":
            table_slides(deck, _unknown(facts) or table.title, table, notes_of(section, table.note), size=12)


def _widest_theme(facts: Facts) -> str:
    """The theme on which leadership and a group stand farthest apart, in words."""
    themes = [item for item in _groups(facts)["themes"] if item["leadership"] is not None and item["groups"]]
    apart = {
        item["title"]: max(abs(item["leadership"] - mean) for mean in item["groups"].values())
        for item in themes
    }
    widest = max(themes, key=lambda item: apart[item["title"]], default=None)
    return "" if widest is None else f"{widest['title']}: {widest['sentence']}"


def _unknown(facts: Facts) -> str:
    """Which group knows least about what, in words."""
    rows = [row for row in _groups(facts)["unknown"] if row["groups"]]
    if not rows:
        return ""
    group, share = max(rows[0]["groups"].items(), key=lambda pair: pair[1])
    about = facts.label(rows[0]["question"]).rstrip(".")
    return f"{percent(share)} of {in_a_sentence(group, facts.roles)} do not know about “{about}”"


def _groups(facts: Facts) -> Mapping[str, Any]:
    return facts.data.get("executives_and_managers") or {"themes": (), "unknown": ()}


def _heat(deck: Deck, facts: Facts, section: Section) -> None:
    block = chart(section, "role_by_layer")
    if block is None:
        return
    slide = deck.slide(block.title, notes_of(section, block.alt))
    area = under(slide, deck.body, block.subtitle)
    table = next(item for item in tables(section) if item.columns[0].name == "Layer")
    levels = max((question["levels"] for question in facts.questions.values()), default=5)
    draw_table(slide, area, table, size=15, shade=position_shade(1, levels))


def position_shade(lowest: float, highest: float) -> Any:
    """Fill for a heat map of positions: orange below the middle, blue above."""

    def shade(value: Any, row: int, column: int) -> str | None:
        if column == 0:
            return None
        return (
            COLOURS.hidden if isinstance(value, str | None) else COLOURS.position_fill(value, lowest, highest)
        )

    return shade


def _gaps(deck: Deck, facts: Facts, section: Section, kind: str) -> None:
    block = chart(section, f"gaps_{kind}")
    told = [gap for gap in facts.data["gaps"] if gap["kind"] == kind and gap["word"] in GAP_WORDS]
    told = [gap for gap in told if gap["difference"] is not None]
    told.sort(key=lambda gap: (list(GAP_WORDS).index(gap["word"]), -abs(gap["difference"])))
    if block is None or not told:
        return
    rows = told[:MOST_BARS]
    slide = deck.slide(block.title, notes_of(section, block.subtitle, block.alt))
    count = f" The {len(rows)} largest of {len(told)}." if len(told) > len(rows) else ""
    text = f"Gaps between {KINDS[kind]}, scale points. Dark: clear; grey: possible.{count}"
    table = next((item for item in tables(section) if item.title == GAP_TABLES[kind]), None)
    area = over_table(slide, under(slide, deck.body, text), len(rows), table)
    names = [_gap_name(gap, facts) for gap in rows]
    # The name says who stands higher, so the bar shows how far.
    bar = Series("Scale points", [abs(gap["difference"]) for gap in rows], COLOURS.ink)
    drawn = charts.bars(slide, area, names, [bar], Axis("0.0", 0), block.alt)
    charts.paint(drawn, [GAP_WORDS[gap["word"]] for gap in rows])


def _gap_name(gap: Mapping[str, Any], facts: Facts) -> str:
    high, low = (gap["from"], gap["to"]) if gap["difference"] >= 0 else (gap["to"], gap["from"])
    return f"{facts.role(high)} above {facts.role(low)}, {facts.layers.get(gap['layer'], gap['layer'])}"


def blind_spots(deck: Deck, facts: Facts, section: Section) -> None:
    """Questions on which leadership stands clearly apart from a group, the widest first."""
    known = [gap for gap in facts.data["question_gaps"] if gap["difference"] is not None]
    rows = sorted(known, key=lambda gap: -abs(gap["difference"]))[:MOST_BARS]
    if not rows:
        return
    first = rows[0]
    towards = in_a_sentence(first["group"], facts.roles)
    title = f"{_short(first, facts)}: the largest {first['kind']} of leaders towards {towards}"
    notes = notes_of(
        section, "Leadership minus group. Blind spot: leadership stands higher; hidden strength: lower."
    )
    slide = deck.slide(title, notes)
    text = "Leadership minus group, scale points. To the right: leaders see it better than the group does."
    table = next((item for item in tables(section) if item.title == BLIND_SPOTS), None)
    area = over_table(slide, under(slide, deck.body, text), len(rows), table)
    names = [f"{_short(gap, facts)}, {facts.role(gap['group'])}" for gap in rows]
    values = Series("Difference", [gap["difference"] for gap in rows], COLOURS.accent)
    drawn = charts.bars(slide, area, names, [values], Axis(SIGNED), f"{title}. {text}")
    charts.paint(drawn, [GAP_WORDS.get(gap["word"], COLOURS.possible) for gap in rows])


def _short(gap: Mapping[str, Any], facts: Facts) -> str:
    return shortened(facts.label(gap["question"]))
