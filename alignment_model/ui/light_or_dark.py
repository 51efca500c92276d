"""Whether this reader has the app light or dark. What is drawn in colours of ours is drawn anew when that changes."""

from __future__ import annotations

import streamlit as st

from alignment_model.charts.style.palette import LIGHT

_SCRIPT = """
export default function (component) {
  const { setStateValue, data } = component;
  const preferred = window.matchMedia("(prefers-color-scheme: dark)");
  let timer = 0;
  // The app's own colours change at once and without us; a little later it is known to which.
  const report = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const app = document.querySelector("[data-testid=stApp]");
      const seen = app && getComputedStyle(app).colorScheme;
      if (seen && seen !== data.mode) setStateValue("mode", seen);
    }, 150);
  };
  preferred.addEventListener("change", report);
  return () => { preferred.removeEventListener("change", report); window.clearTimeout(timer); };
}
"""

_component = st.components.v2.component("light_or_dark", html="<span hidden></span>", js=_SCRIPT)


def mode() -> str:
    """Light or dark, as the reader's browser has it."""
    return st.context.theme.type or LIGHT


def follow() -> None:
    """Draw the page again when the reader's system goes from day to night or back."""
    _component(
        key="light_or_dark", data={"mode": mode()}, default={"mode": ""}, on_mode_change=_redraw, height=1
    )


def _redraw() -> None:
    """The component keeps the value; a callback is what makes Streamlit draw again."""
