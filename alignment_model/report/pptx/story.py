"""The deck's first half: where leadership agrees, where each role stands, layer by layer and gap by gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from pptx.util import Inches

from alignment_model.report.model import Chart, Section, Table
from alignment_model.report.pptx import charts
from alignment_model.report.pptx.charts import SIGNED, Axis, Series
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.dots import dots
from alignment_model.report.pptx.facts import Facts, chart, notes_of, tables, widest
from alignment_model.report.pptx.tables import draw_table, table_slides
from alignment_model.report.pptx.text import COLOURS, Area, describe, text_box
from alignment_model.report.svg import to_png
from alignment_model.wording import percent

GAP_WORDS = {"clear": COLOURS.ink, "possible": COLOURS.possible}
MOST_BARS = 12
KINDS = {"leadership": "leaders", "groups": "leaders, managers and employees"}
SUBTITLE = Inches(0.5)


def overview_slides(deck: Deck, facts: Facts, section: Section) -> None:
    """How far leadership agrees: the nested layers, then each layer with its doubt."""
    _emblem(deck, facts, section)
    _agreement(deck, facts, section)


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
    return f"{percent(share)} of {facts.role(group).lower()} do not know about “{about}”"


def _groups(facts: Facts) -> Mapping[str, Any]:
    return facts.data.get("executives_and_managers") or {"themes": (), "unknown": ()}


def under(slide: Any, area: Area, text: str) -> Area:
    """Say what is plotted, and give the room that is left."""
    strip, rest = area.rows(SUBTITLE)
    text_box(slide, strip, text, size=12, colour=COLOURS.quiet)
    return rest


def picture(slide: Any, area: Area, block: Chart) -> None:
    """A chart no office program can draw itself, as large as the area allows."""
    image = slide.shapes.add_picture(BytesIO(to_png(block.spec)), area.left, area.top)
    scale = min(area.width / image.width, area.height / image.height)
    image.width, image.height = round(image.width * scale), round(image.height * scale)
    image.left = area.left + (area.width - image.width) // 2
    describe(image, block.alt)


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
    left, right = under(slide, deck.body, "Agreement between the leadership roles, 0 to 1.").columns(0.45)
    values = [layer["agreement"]["value"] for layer in found]
    names = [layer["name"] for layer in found]
    drawn = charts.bars(
        slide, left, names, [Series("Agreement", values, COLOURS.accent)], Axis("0.00", 0, 1), block.alt
    )
    charts.paint(drawn, [COLOURS.agreement_fill(value) for value in values])
    table = tables(section)[0]
    kept = [index for index, column in enumerate(table.columns) if column.name in SHORT_AGREEMENT]
    draw_table(slide, right, picked(table, kept), size=12)


SHORT_AGREEMENT = ("Layer", "Verdict", "95 % interval", "Random answers")


def picked(table: Table, kept: Sequence[int]) -> Table:
    """Some columns of a table, without its note."""
    columns = tuple(table.columns[index] for index in kept)
    return Table(table.title, columns, tuple(tuple(row[index] for index in kept) for row in table.rows))


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
    area = under(slide, deck.body, f"“{question['text']}” Number of answers, as a share of each role's.")
    colours = COLOURS.levels(question["levels"])
    series = [
        Series(text, [given[code]["counts"][level] for code in roles], colours[level])
        for level, text in enumerate(question["labels"])
    ]
    if roles:
        charts.stacked(slide, area, [facts.roles[code] for code in roles], series, block.alt)


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
    area = under(slide, deck.body, text)
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
    title = (
        f"{_short(first, facts)}: the largest {first['kind']} of leaders towards {facts.role(first['group'])}"
    )
    notes = notes_of(
        section, "Leadership minus group. Blind spot: leadership stands higher; hidden strength: lower."
    )
    slide = deck.slide(title, notes)
    text = "Leadership minus group, scale points. To the right: leaders see it better than the group does."
    area = under(slide, deck.body, text)
    names = [f"{_short(gap, facts)}, {facts.role(gap['group'])}" for gap in rows]
    values = Series("Difference", [gap["difference"] for gap in rows], COLOURS.accent)
    drawn = charts.bars(slide, area, names, [values], Axis(SIGNED), f"{title}. {text}")
    charts.paint(drawn, [GAP_WORDS.get(gap["word"], COLOURS.possible) for gap in rows])


def _short(gap: Mapping[str, Any], facts: Facts) -> str:
    return shortened(facts.label(gap["question"]))


def shortened(text: str) -> str:
    """A text as short as a bar's name has room for."""
    return text if len(text) <= 34 else text[:33].rstrip() + "…"
