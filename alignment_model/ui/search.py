"""Find any page, question, pattern, conversation or measure by typing: a button, or Ctrl+K, on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import streamlit as st

from alignment_model.analysis import Analysis
from alignment_model.measures.catalogue import CATALOGUE
from alignment_model.ui import components, data, dialogs, registry, screen, state

MARK = "search"
SHORTCUT = "Ctrl+K"
# Streamlit leaves the focus on the dialog's frame; whoever pressed Ctrl+K wants to type at once.
_FOCUS = """
export default function (component) {
  const dialog = component.parentElement.getRootNode().host?.closest("[role=dialog]");
  const timer = window.setTimeout(() => dialog?.querySelector("input")?.focus(), 50);
  return () => window.clearTimeout(timer);
}
"""
_focus = st.components.v2.component("focus_search", html="<span hidden></span>", js=_FOCUS)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be found: what it is called, and the page and parameters that show it."""

    label: str
    page: str
    parameters: dict[str, str] = field(default_factory=dict)


def show() -> None:
    """The button, with its keys where there is a keyboard; and the dialog while it is open."""
    keys = None if screen.narrow() else SHORTCUT
    if dialogs.button("Search", MARK, icon=":material/search:", key="search", shortcut=keys):
        _ask()


@st.dialog("Search", icon=":material/search:", on_dismiss=dialogs.close)
def _ask() -> None:
    found = {target.label: target for target in targets(data.current_analysis())}
    chosen = st.selectbox(
        "A page, question, pattern, conversation or measure",
        list(found),
        index=None,
        placeholder="Type a few letters or a code",
        key=state.SEARCHED,
    )
    _focus(key="focus_search", height=1)
    components.note("Arrow keys choose, Enter opens, Escape closes.")
    if chosen in found:
        dialogs.close()
        components.go(found[chosen].page, **found[chosen].parameters)


def targets(analysis: Analysis | None) -> list[Target]:
    """Everything that can be found now: pages first, measures last."""
    pages = [Target(f"{page.title} · page", page.code) for page in registry.PAGES]
    measures = [
        Target(f"{entry.name} · measure", "methods", {state.MEASURE: code})
        for code, entry in CATALOGUE.items()
    ]
    return [*pages, *(_of_wave(analysis) if analysis else ()), *measures]


def _of_wave(analysis: Analysis) -> Iterator[Target]:
    """What this wave has."""
    for talk in analysis.conversations:
        label = analysis.question(talk.question).question.label
        yield Target(f"{talk.rank}: {label} · conversation", "conversations", {state.TALK: str(talk.rank)})
    for finding in analysis.patterns:
        yield Target(f"{finding.name} · pattern", "patterns", {state.PATTERN: finding.code})
    for layer in analysis.layers:
        yield Target(f"{layer.layer.name} · layer", "layers", {state.LAYER: layer.code})
    for result in analysis.questions:
        asked = result.question
        yield Target(f"{asked.code} {asked.label} · question", "question", {state.QUESTION: asked.code})
