"""The report's blocks as HTML. Every text from outside goes through `escape`."""

from __future__ import annotations

import html
from typing import Any

from alignment_model.report.formats import NUMERIC, is_number, shown
from alignment_model.report.model import Block, Chart, Column, Table, Text
from alignment_model.report.svg import inline_svg
from alignment_model.wording import printable, together

FEW_COLUMNS = 4  # up to here a table takes only the room it needs
SHORT_TEXT = 16  # letters up to which a text is never broken
WORDY = 3  # columns of sentences from which they share the width of a desk
WIDE_TABLE = 8  # columns from which a table takes a smaller type
LONG_TEXT = 40  # letters from which a text column takes the room it needs


def escape(text: str) -> str:
    """Text made safe for an element or a quoted attribute, its numbers kept with their units.

    >>> escape('<b title="x">&')
    '&lt;b title=&quot;x&quot;&gt;&amp;'
    """
    return html.escape(together(printable(text)))


def paragraph(text: str, style: str) -> str:
    """One paragraph; its direction follows its own script."""
    return f'<p class="{style}" dir="auto">{escape(text)}</p>'


def block_html(block: Block, key: str) -> str:
    """One block; `key` is unique in the page."""
    if isinstance(block, Text):
        return paragraph(block.text, block.style)
    if isinstance(block, Chart):
        return _chart(block, key)
    return _table(block, key)


def _chart(block: Chart, key: str) -> str:
    title = f'<h3 dir="auto">{escape(block.title)}</h3>' if block.title else ""
    subtitle = paragraph(block.subtitle, "note") if block.subtitle else ""
    label = escape(block.alt)
    pictures = f'<div class="wide">{inline_svg(block.spec, f"{key}-w-", label)}</div>'
    if block.narrow is not None:
        pictures += f'\n<div class="narrow">{inline_svg(block.narrow, f"{key}-n-", label)}</div>'
    both = " both" if block.narrow is not None else ""
    return f'<figure class="chart{both}">\n<figcaption>{title}{subtitle}</figcaption>\n{pictures}\n</figure>'


def _table(block: Table, key: str) -> str:
    head = "".join(
        f'<th scope="col"{_align(column)} dir="auto">{escape(column.name)}</th>' for column in block.columns
    )
    long = _long_columns(block)
    spans = _spans(block.rows) if 0 in long else [1] * len(block.rows)
    rows = (_row(row, block.columns, long, span) for row, span in zip(block.rows, spans))
    body = "\n".join(rows) or _empty(len(block.columns))
    style = _table_style(block, long)
    note = paragraph(block.note, "note") if block.note else ""
    return (
        f'<div class="table{style}">\n<h3 id="{escape(key)}" dir="auto">{escape(block.title)}</h3>\n'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{escape(key)}">\n<table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n{note}\n</div>"
    )


def _table_style(block: Table, long: frozenset[int]) -> str:
    if len(long) >= WORDY:
        return " wordy"
    if len(block.columns) >= WIDE_TABLE:
        return " dense"
    return " compact" if len(block.columns) <= FEW_COLUMNS and not long else ""


def _spans(rows: tuple[tuple[Any, ...], ...]) -> list[int]:
    """How many rows the first cell of each row stands for: what is said several times in a row is said once."""
    spans = [1] * len(rows)
    for index in range(len(rows) - 1, 0, -1):
        text = rows[index][0]
        if text and text == rows[index - 1][0]:
            spans[index - 1], spans[index] = spans[index] + 1, 0
    return spans


def _align(column: Column) -> str:
    return ' class="number"' if column.format in NUMERIC else ""


def _long_columns(block: Table) -> frozenset[int]:
    return frozenset(
        index
        for index, column in enumerate(block.columns)
        if column.format not in NUMERIC
        and any(isinstance(row[index], str) and len(row[index]) > LONG_TEXT for row in block.rows)
    )


def _row(row: tuple[Any, ...], columns: tuple[Column, ...], long: frozenset[int], span: int) -> str:
    cells = [
        _cell(value, column, index in long, span if index == 0 else 1)
        for index, (value, column) in enumerate(zip(row, columns))
    ]
    return f"<tr>{''.join(cells if span else cells[1:])}</tr>"


def _cell(value: Any, column: Column, long: bool, span: int) -> str:
    text = escape(shown(value, column.format))
    if column.format in NUMERIC:
        kind = "number" if is_number(value) or value is None else "reason"
        return f'<td class="{kind}">{text}</td>'
    style = ' class="long"' if long else ' class="short"' if len(text) <= SHORT_TEXT else ""
    rows = f' rowspan="{span}"' if span > 1 else ""
    return f'<td{style}{rows} dir="auto">{text}</td>'


def _empty(width: int) -> str:
    return f'<tr><td colspan="{width}" class="reason">Nothing to show here.</td></tr>'
