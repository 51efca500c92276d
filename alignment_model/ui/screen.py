"""How wide the page's column is. Charts lay out their labels for an exact width; nothing else needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

DEFAULT = 960  # px, until the browser has said
PHONE_WIDTH = 560  # px: below this, labels stand above what they name, and tables break their lines
BESIDE_WIDTH = (
    622  # px: below this nothing stands beside anything; Streamlit itself stacks at 640 px of window only
)
NARROWEST, WIDEST = 260, 3600
SCROLL_BAR = 16  # px
STEP = 20  # px: smaller changes do not redraw the page
_KEY = "screen"

_SCRIPT = """
export default function (component) {
  const { setStateValue, data } = component;
  const column = () => document.querySelector("[data-testid=stMainBlockContainer]");
  const page = () => document.querySelector("[data-testid=stMain]");
  const measured = () => {
    const box = column();
    if (!box || !page()) return data.width;
    const style = getComputedStyle(box);
    // Room for a scroll bar is always left: a bar that comes and goes with the content must not redraw the page.
    const outer = Math.min(page().offsetWidth - data.bar, box.offsetWidth);
    const inner = outer - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return Math.floor(inner / data.step) * data.step;
  };
  let timer = 0;
  const report = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const width = measured();
      if (width !== data.width && width > 0) setStateValue("width", width);
    }, 60);
  };
  report();
  const observer = new ResizeObserver(report);
  if (page()) observer.observe(page());
  return () => { observer.disconnect(); window.clearTimeout(timer); };
}
"""

_component = st.components.v2.component("column_width", html="<span hidden></span>", js=_SCRIPT)


def measure() -> None:
    """Ask the browser; the page is drawn again only when the answer differs from what was assumed."""
    with st.sidebar:
        _component(
            key=_KEY,
            data={"width": width(), "step": STEP, "bar": SCROLL_BAR},
            default={"width": DEFAULT},
            on_width_change=_redraw,
            height=1,
        )


def width() -> int:
    """The width of the page's column in px; what a client sends is checked again here."""
    held = st.session_state.get(_KEY)
    found = held.get("width") if held else None
    return int(found) if isinstance(found, int | float) and NARROWEST <= found <= WIDEST else DEFAULT


def narrow() -> bool:
    """Whether this is a phone's column."""
    return width() < PHONE_WIDTH


def beside(
    weights: int | Sequence[int], *, gap: Literal["medium", "large"] = "large"
) -> list[DeltaGenerator]:
    """Columns, or one place under the other where the page has no room for columns."""
    if width() >= BESIDE_WIDTH:
        return st.columns(weights, gap=gap)
    return [st.container() for _ in range(weights if isinstance(weights, int) else len(weights))]


def _redraw() -> None:
    """The component keeps the value; a callback is what makes Streamlit draw again."""
