"""How wide the reader's screen is, in three steps. Charts need it to choose label sizes; nothing else does."""

from __future__ import annotations

import streamlit as st

PHONE, LAPTOP, PROJECTOR = "phone", "laptop", "projector"
_KEY = "screen"

_SCRIPT = """
export default function (component) {
  const { setStateValue, data } = component;
  const step = () => {
    const width = window.innerWidth;
    return width < 640 ? "phone" : width < 1700 ? "laptop" : "projector";
  };
  const report = () => {
    if (step() !== data.size) setStateValue("size", step());
  };
  report();
  window.addEventListener("resize", report);
  return () => window.removeEventListener("resize", report);
}
"""

_component = st.components.v2.component("screen_size", html="<span hidden></span>", js=_SCRIPT)


def measure() -> None:
    """Ask the browser once; the page is drawn again only when the answer differs from what was assumed."""
    with st.sidebar:
        _component(key=_KEY, data={"size": size()}, default={"size": LAPTOP}, on_size_change=_keep, height=1)


def size() -> str:
    """The step last measured; a laptop until the browser has said."""
    held = st.session_state.get(_KEY)
    found = held.get("size") if held else None
    return found if found in (PHONE, LAPTOP, PROJECTOR) else LAPTOP


def _keep() -> None:
    """State is kept by the component itself; the callback only makes Streamlit draw again."""
