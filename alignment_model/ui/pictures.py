"""Charts on the page: built once per wave and look, drawn with a title, an alternative text and a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from alignment_model.charts import ChartResult, Look, spec
from alignment_model.report.pictures import picture
from alignment_model.ui import components, light_or_dark, screen
from alignment_model.ui.sharing import chart_files

Builder = Callable[..., ChartResult]

PHONE_WIDTH = screen.PHONE_WIDTH
# px: a chart as wide as this is read from farther away, so its words are set larger
WIDE, LARGER = 1200, 1.15
NAMED = "named"  # the option that leaves a name away which stands on the page: a picture taken along needs it
GAP = 64  # px between two columns of the page


def look(share: float = 1.0) -> Look:
    """The look that fits this reader: their theme, and `share` of their page's width."""
    available = screen.width() if share == 1.0 or screen.width() < screen.BESIDE_WIDTH else _column(share)
    size = "phone" if available < PHONE_WIDTH else "screen"
    return Look(
        mode=light_or_dark.mode(), size=size, width=available, larger=LARGER if available >= WIDE else 1
    )


def _column(share: float) -> int:
    return int((screen.width() - GAP) * share) - 8


def show(
    builder: Builder,
    *parts: Any,
    key: str,
    version: str,
    titled: bool = True,
    noted: bool = True,
    share: float = 1.0,
    measures: Sequence[str] = (),
    **options: Any,
) -> None:
    """Draw one chart, over `share` of the page's width; `noted` shows under its title what is plotted.

    `measures` are those it draws: the line under the title explains them in its help.
    `key` names this picture on this page; `version` says which data it was drawn from. Both together with
    the look are the cache's key, so `parts` themselves are never hashed.
    """
    built = _build(key, version, look(share), tuple(sorted(options.items())), _builder=builder, _parts=parts)
    title, subtitle, alt, rows, chart = built
    with st.container(gap="small"):
        if titled:
            st.subheader(components.plain(title), anchor=False)
        if subtitle and noted:
            components.note(subtitle, *measures)
        st.vega_lite_chart(chart, width="content", theme=None, alt=alt, key=f"chart_{key}")
        with st.expander("Numbers and picture to download"):
            components.table(rows, alt=f"The numbers of: {title}", key=f"table_{key}")
            whole = {name: value for name, value in options.items() if name != NAMED}
            chart_files.buttons(lambda: picture(key, builder, *parts, **whole)[0], name=key, key=key)


@st.cache_data(max_entries=400, show_spinner=False)
def _build(
    key: str,
    version: str,
    look: Look,
    options: tuple[tuple[str, Any], ...],
    *,
    _builder: Builder,
    _parts: tuple[Any, ...],
) -> tuple[str, str, str, list[dict[str, Any]], dict[str, Any]]:
    result = _builder(*_parts, look=look, **dict(options))
    drawing = spec(result)
    drawing.pop("description", None)  # `alt` says it to screen readers; both together make Streamlit complain
    return result.title, result.subtitle, result.alt, list(result.table), drawing
