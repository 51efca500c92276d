"""Measures in words, from the catalogue; and somebody's text as text."""

from __future__ import annotations

import streamlit as st

from alignment_model.measures.catalogue import CATALOGUE, MeasureEntry
from alignment_model.wording import unbroken

_MARKDOWN = str.maketrans({sign: "\\" + sign for sign in "\\`*_{}[]()#+-!|~<>$:"})


def plain(text: str) -> str:
    """Somebody's text as text: nothing in it becomes markup, and no per cent sign begins a line."""
    return unbroken(text).translate(_MARKDOWN)


def explained(*measures: str) -> str | None:
    """How to read these measures and when they mislead, from the catalogue; None for none.

    >>> explained("layer_score")[:63]
    '**Layer score.** The position written as a score\\\\: 0 is the low'
    """
    texts = [f"**{CATALOGUE[code].name}.** {plain(CATALOGUE[code].tooltip)}" for code in measures]
    return "\n\n".join(texts) or None


def measure(entry: MeasureEntry, *, expanded: bool = False) -> None:
    """One measure of the catalogue, in words first."""
    symbol = "" if entry.symbol == "—" else f" · {plain(entry.symbol)}"
    with st.expander(f"{plain(entry.name)}{symbol}", expanded=expanded):
        st.write(plain(entry.reading))
        st.markdown(f"**Range** {plain(entry.range)}. **Direction** {plain(entry.direction)}")
        st.markdown(f"**When it misleads** {plain(entry.misleads)}")
        st.markdown("**Formula**" if entry.tex else f"**Formula** {plain(entry.formula)}")
        for part in filter(None, entry.tex.split(r"\qquad")):  # one below the other, for narrow screens
            st.latex(part.strip(" ,"))
        st.caption(plain(entry.citation))
