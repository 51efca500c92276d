"""Pickers whose choice stands in the URL by a short code, so that a link opens the same view."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def from_url(
    label: str, options: Mapping[str, str], parameter: str, first: str = "", **options_of_box: str
) -> str:
    """One of `options` (code to name), searchable by name; the code is kept in the URL as `parameter`.

    A code in the URL that is not among the options is ignored. What a client sends is checked again here.
    """
    codes = list(options)
    asked = st.query_params.get(parameter, "")
    start = asked if asked in options else first if first in options else codes[0]
    chosen = st.selectbox(
        label,
        codes,
        index=codes.index(start),
        format_func=lambda code: options.get(code, code),
        key=f"pick_{parameter}",
        **options_of_box,
    )
    if chosen not in options:
        chosen = start
    if st.query_params.get(parameter) != chosen:
        st.query_params[parameter] = chosen
    return chosen
