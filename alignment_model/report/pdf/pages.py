"""What goes on which page: charts drawn a little smaller, tables split or moved up, so that no page ends half empty.

The typesetter says how tall each part is; here the pages are filled with them one after the other, as it will do. A
chart that no longer fits is drawn smaller, with the charts above it; where that would make it too small, what
follows it in its section comes first; and a table that would leave a page half empty may go on overleaf.
Heights are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

SMALLEST = 0.77  # of its size, below which a chart is not drawn
FULL = 0.72  # of a page: one filled so far may end there
SPLIT_ROWS, SPLIT_SHARE = 14, 0.6  # a table of more rows, or of more of a page, may go on overleaf
FEWEST, LOWEST = 3, 70.0  # rows of a split table that stand together, fewer where they are as tall as this
RESERVE = 4.0  # left free on a page, for what was reckoned too low
ROW = 24.0  # left free besides after a table that began on the page before: a row more or less may have come over
SECTION_ABOVE, HEADING_ABOVE, HEADING_BELOW, OPENING_BELOW = 39.7, 19.9, 7.1, 14.2
CHART_ABOVE, CHART_BELOW, TEXT_GAP, TABLE_BELOW, NOTE_ABOVE = 8.5, 14.2, 9.5, 8.1, 8.1
PARAGRAPHS = 3  # texts in a row, from which they are paragraphs
HANGING = 220  # letters: a text no longer than this stays with the chart or table it leads to


@dataclass
class Piece:
    """One part of the document: what stands on top and cannot be parted, then rows or a picture, then a note."""

    item: dict[str, Any]
    section: int
    above: float
    head: float
    below: float
    rows: list[float] = field(default_factory=list)
    foot: float = 0.0
    image: float = 0.0
    sticky: bool = False

    @property
    def tall(self) -> float:
        """All of it, without what is kept free around it."""
        return self.head + sum(self.rows) + self.image + self.foot

    @property
    def is_chart(self) -> bool:
        """Whether it is a picture, which can be drawn smaller."""
        return self.image > 0


def keep_together(sections: Sequence[dict[str, Any]]) -> None:
    """Say of each text whether it stays with what follows: a short one before a chart or a table.

    The last of several paragraphs leads to nothing of its own.
    """
    for section in sections:
        run = 0
        for item, after in zip(section["blocks"], [*section["blocks"][1:], None]):
            run = run + 1 if item.get("style") == "body" else 0
            if item["type"] == "text":
                leads = after is not None and after["type"] != "text" and item["style"] != "note"
                item["sticky"] = leads and len(item["text"]) <= HANGING and run < PARAGRAPHS


def fill_pages(sections: Sequence[dict[str, Any]], heights: Sequence[Any], page: float) -> list[float]:
    """Settle in the sections how wide charts are, the order of blocks, what may be split and what starts a page.

    Returns how full each page comes out, 0 to 1.
    """
    flow = _Flow(_pieces(sections, heights, page), page - RESERVE)
    flow.run()
    for number, section in enumerate(sections):
        section["blocks"] = [
            piece.item for piece in flow.placed if piece.section == number and piece.item is not section
        ]
    return [filled / page for filled in flow.filled]


class _Flow:
    """The pages as they fill."""

    def __init__(self, pieces: list[Piece], room: float) -> None:
        self.waiting, self.room = pieces, room
        self.placed: list[Piece] = []
        self.on_page: list[Piece] = []
        self.filled: list[float] = []
        self.used, self.gap, self.sure = 0.0, 0.0, True

    def run(self) -> None:
        """Place everything."""
        while self.waiting:
            together = self._together()
            if self._fits(together) or not self.used:
                self._place(len(together))
            elif not (self._shrunk(together) or self._moved_up(together) or self._split(together)):
                together[0].item["overleaf"] = True
                self._turn()
        self.filled.append(self.used)

    def _together(self, first: int = 0) -> list[Piece]:
        """What is next, or comes as the `first`, with everything it has to stay with."""
        rest = self.waiting[first:]
        last = next((n for n, piece in enumerate(rest) if not piece.sticky), len(rest) - 1)
        return rest[: last + 1]

    def _need(self, pieces: Sequence[Piece], last: float) -> float:
        """Room for pieces of which the last takes this much."""
        used, gap = self.used, self.gap
        for number, piece in enumerate(pieces):
            between = max(gap, piece.above) if used else 0.0
            used += between + (last if number == len(pieces) - 1 else piece.tall)
            gap = piece.below
        return used

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        last = pieces[-1]
        least = last.head + _least(last.rows) if _splits(last) else last.tall
        return self._need(pieces, least) <= self._limit()

    def _limit(self) -> float:
        return self.room if self.sure else self.room - ROW

    def _place(self, count: int) -> None:
        for piece in self.waiting[:count]:
            between = max(self.gap, piece.above) if self.used else 0.0
            self.used += between + piece.head + piece.image
            self.gap = piece.below
            self.on_page.append(piece)
            self.placed.append(piece)
            self._place_rows(piece)
        del self.waiting[:count]

    def _place_rows(self, piece: Piece) -> None:
        for number, row in enumerate([*piece.rows, *([piece.foot] if piece.foot else [])]):
            if self.used + row > self.room + RESERVE and _splits(piece):
                self._turn()
                self.sure = False
                self.used = piece.item["repeated"] if number < len(piece.rows) else -NOTE_ABOVE
            self.used += row

    def _turn(self) -> None:
        self.filled.append(self.used)
        self.on_page, self.used, self.gap, self.sure = [], 0.0, 0.0, True

    def _shrunk(self, pieces: Sequence[Piece]) -> bool:
        """Draw the chart smaller, alone or with those above it on the page, so that it fits."""
        chart = pieces[-1]
        if not chart.is_chart:
            return False
        over = self._need(pieces, chart.tall) - self._limit()
        for charts in ([chart], [chart, *(piece for piece in self.on_page if piece.is_chart)]):
            images = sum(piece.image for piece in charts)
            share = (images - over) / images
            if all(share * piece.item.get("share", 1.0) >= SMALLEST for piece in charts):
                for piece in charts:
                    self.used -= (1 - share) * piece.image if piece is not chart else 0.0
                    _draw_smaller(piece, share)
                return True
        return False

    def _moved_up(self, pieces: Sequence[Piece]) -> bool:
        """Bring what follows in its section before a chart that would leave the page half empty."""
        chart, count = pieces[-1], len(pieces)
        if not chart.is_chart or self.used >= FULL * self.room:
            return False
        start = next((n for n, piece in enumerate(pieces) if not _opens(piece)), count)
        opening = list(pieces[:start])
        after = self._together(count)
        if not after or not self._go_first(after, chart, opening):
            return False
        self.waiting[start : count + len(after)] = [*after, *self.waiting[start:count]]
        return True

    def _go_first(self, after: Sequence[Piece], chart: Piece, opening: Sequence[Piece]) -> bool:
        """Whether what comes after a chart can stand before it: a text or table of its section that fits."""
        free = all(piece.section == chart.section and not piece.is_chart for piece in after)
        return free and after[0].item.get("style") != "note" and self._fits([*opening, *after])

    def _split(self, pieces: Sequence[Piece]) -> bool:
        """Let a table go on overleaf that would leave the page half empty."""
        table = pieces[-1]
        worth = len(table.rows) >= 2 * FEWEST or (len(table.rows) > 1 and sum(table.rows) >= 2 * LOWEST)
        if not worth or self.used >= FULL * self.room or _splits(table):
            return False
        table.item["split"] = True
        return self._fits(pieces)


def _least(rows: Sequence[float]) -> float:
    """What the rows take that stand together at the foot of a page."""
    taken = 0.0
    for number, row in enumerate(rows):
        if number == FEWEST or taken >= LOWEST:
            break
        taken += row
    return taken


def _splits(piece: Piece) -> bool:
    return bool(piece.rows) and piece.item.get("split", False)


def _opens(piece: Piece) -> bool:
    return "blocks" in piece.item


def _draw_smaller(piece: Piece, share: float) -> None:
    piece.image *= share
    piece.item["share"] = piece.item.get("share", 1.0) * share
    piece.item["width"] = round(piece.item["width"] * share - 0.005, 2)


def _pieces(sections: Sequence[dict[str, Any]], heights: Sequence[Any], page: float) -> list[Piece]:
    found: list[Piece] = []
    for number, (section, (opening, tall)) in enumerate(zip(sections, heights)):
        found.append(Piece(section, number, SECTION_ABOVE, opening, OPENING_BELOW, sticky=True))
        for item, parts in zip(section["blocks"], tall):
            found.append(_piece(item, parts, number, page))
    return found


def _piece(item: dict[str, Any], parts: Sequence[float], section: int, page: float) -> Piece:
    if item["type"] == "chart":
        head, image = parts
        return Piece(item, section, HEADING_ABOVE, head + CHART_ABOVE, CHART_BELOW, image=image)
    if item["type"] == "table":
        title, head, whole, foot, rows = parts
        item["split"] = len(item["rows"]) > SPLIT_ROWS or whole > SPLIT_SHARE * page
        item["repeated"] = head
        rows = list(rows) or [(whole - head) / len(item["runs"])] * len(item["runs"])
        foot += NOTE_ABOVE if foot else 0.0
        return Piece(item, section, HEADING_ABOVE, title + HEADING_BELOW + head, TABLE_BELOW, rows, foot)
    above = HEADING_ABOVE if item["style"] == "lead" else TEXT_GAP
    return Piece(item, section, above, parts[0], TEXT_GAP, sticky=item["sticky"])
