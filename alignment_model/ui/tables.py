"""Tables: columns as wide as what stands in them, and rows high enough for long texts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from alignment_model.charts.drawing.typesetting import text_width
from alignment_model.ui import screen
from alignment_model.ui.in_words import explained

ROWS_WITHOUT_SCROLLING = 20
LETTERS_ON_A_PHONE, COLUMN_ON_A_PHONE = 24, 190  # letters in a line of a column of so many px
MOST_LINES, LINE, PADDING = 6, 20, 16  # of a cell; px
BREAKS_LINES_FROM = 66  # px of a row: in lower ones, up to 4 rem, Streamlit cuts a text
TYPE, CELL, NARROWEST_TEXT = 14, 18, 170  # px: letters, a cell's sides, the narrowest column of long texts
MOST_DESK_LINES, BREAKING = 3, 1.1  # lines of a cell on a desk; what breaking lines costs
OUTLIER = (
    1.5  # how much longer than its column's texts on average one is that Streamlit's own widths leave out
)


def table(
    rows: Sequence[dict[str, Any]],
    *,
    alt: str,
    key: str | None = None,
    columns: Mapping[str, Any] | None = None,
    measures: Mapping[str, str] | None = None,
) -> None:
    """Rows as a table, or nothing when there are none; `columns` says how some are drawn.

    `measures` names the measure that stands in a column: it is explained at the column's head. Texts too long
    for the page break their lines; numbers stand on the left, as their heads and all texts do.
    """
    if not rows:
        return
    told = _one_kind_a_column(rows)
    widths, row_height = _for_a_phone(told) if screen.narrow() else _for_a_desk(told)
    drawn = {
        name: st.column_config.Column(
            width=widths.get(name),
            alignment=None if isinstance(cell, str | bool) else "left",
            help=explained(measures[name]) if measures and name in measures else None,
        )
        for name, cell in told[0].items()
    }
    st.dataframe(
        told,
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= ROWS_WITHOUT_SCROLLING else "auto",
        alt=alt,
        key=key,
        column_config=drawn | dict(columns or {}),
        row_height=row_height,
    )


def _for_a_phone(rows: Sequence[dict[str, Any]]) -> tuple[dict[str, int], int | None]:
    """Columns narrow enough that a second one is in sight, and rows high enough for the longest text in them."""
    longest = {name: max(len(str(row.get(name, ""))) for row in rows) for name in rows[0]}
    wide = {name: n for name, n in longest.items() if n > LETTERS_ON_A_PHONE}
    long = _as_wide_as_its_longest(
        {name: found for name, found in _lengths(rows).items() if name not in wide}
    )
    if not wide:
        return long, None
    lines = min(math.ceil(max(wide.values()) / LETTERS_ON_A_PHONE * 1.15), MOST_LINES)
    return long | dict.fromkeys(wide, COLUMN_ON_A_PHONE), _row_height(lines)


def _for_a_desk(rows: Sequence[dict[str, Any]]) -> tuple[dict[str, int], int | None]:
    """Columns of long texts share what the others leave, in two or three lines, where the table is too wide."""
    lengths = _lengths(rows)
    room = {name: max(found) for name, found in lengths.items()}
    texts = {name: wide for name, wide in room.items() if wide > NARROWEST_TEXT}
    left = screen.width() - sum(wide for name, wide in room.items() if name not in texts)
    if not texts or sum(texts.values()) <= left:
        return _as_wide_as_its_longest(lengths), None
    given = _shared_out(left, texts)
    lines = max(math.ceil(BREAKING * texts[name] / given[name]) for name in texts)
    return (given, _row_height(lines)) if lines <= MOST_DESK_LINES else ({}, None)


def _lengths(rows: Sequence[dict[str, Any]]) -> dict[str, list[float]]:
    """How wide every text of a column is, its head among them, px."""
    return {
        name: [CELL + text_width(str(text), TYPE) for text in (name, *(row.get(name, "") for row in rows))]
        for name in rows[0]
    }


def _as_wide_as_its_longest(lengths: Mapping[str, Sequence[float]]) -> dict[str, int]:
    """Widths for columns in which one text is much longer than the others; Streamlit finds the rest itself."""
    return {
        name: math.ceil(max(found))
        for name, found in lengths.items()
        if max(found) * len(found) > OUTLIER * sum(found)
    }


def _shared_out(room: float, wanted: Mapping[str, float]) -> dict[str, int]:
    """Pixels for each column by what it wants, none below the narrowest: the others give it what it lacks."""
    share = room / sum(wanted.values())
    narrow = [name for name, wide in wanted.items() if wide * share < NARROWEST_TEXT]
    if not narrow or len(narrow) == len(wanted):
        return {name: max(NARROWEST_TEXT, int(wide * share)) for name, wide in wanted.items()}
    rest = {name: wide for name, wide in wanted.items() if name not in narrow}
    return dict.fromkeys(narrow, NARROWEST_TEXT) | _shared_out(room - NARROWEST_TEXT * len(narrow), rest)


def _row_height(lines: int) -> int:
    return max(BREAKS_LINES_FROM, lines * LINE + PADDING)


def _one_kind_a_column(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A column that holds numbers and reasons is shown as text; a column of numbers stays sortable."""
    texts = {name for row in rows for name, cell in row.items() if isinstance(cell, str)}
    return [{name: _cell(cell) if name in texts else cell for name, cell in row.items()} for row in rows]


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
