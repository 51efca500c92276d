"""Pickers whose choice always stands in the URL by a short code, so that a link opens the same view.

Streamlit's own binding of a widget to the URL leaves a default out, so that a link would change with the data, and
refuses that anything else, such as a link on the same page, sets the parameter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from alignment_model.ui import state


def from_url(
    label: str, options: Mapping[str, str], parameter: str, first: str = "", **options_of_box: Any
) -> str:
    """One of `options` (code to name), searchable by name; the code is kept in the URL as `parameter`.

    A code in the URL that is not among the options is ignored; a name is taken for its code. What a client sends is
    checked again here.
    """
    key, start = settle(options, parameter, first)
    codes = list(options)
    chosen = st.selectbox(
        label,
        codes,
        index=codes.index(start) if start else 0,
        format_func=lambda code: options.get(code, code),
        key=key,
        **options_of_box,
    )
    return written(chosen, options, parameter)


def segments(label: str, options: Mapping[str, str], parameter: str, **options_of_control: Any) -> str:
    """The same for few options, all of them in sight."""
    key, start = settle(options, parameter)
    chosen = st.segmented_control(
        label,
        list(options),
        default=start or None,
        format_func=lambda code: options.get(code, code),
        key=key,
        required=True,
        **options_of_control,
    )
    return written(chosen, options, parameter)


def settle(options: Mapping[str, str], parameter: str, first: str = "") -> tuple[str, str]:
    """The key of this parameter's picker, and the code it starts at; empty when the state was set instead.

    A URL that was changed from outside, by a link or by going back, wins over what was chosen before. Only then,
    or when what was chosen is not there any more, is the state set: a browser that was not drawn yet would miss it.
    """
    key = f"pick_{parameter}"
    usual = first if first in options else next(iter(options))
    asked = _code(st.query_params.get(parameter, ""), options)
    if key not in st.session_state:
        return key, asked or usual
    held = st.session_state[key]
    if asked and asked not in (held, st.session_state.get(f"{key}{state.IN_URL}")):
        st.session_state[key] = asked
    elif held not in options:
        st.session_state[key] = usual
    else:
        return key, held
    return key, ""


def choose(parameter: str, code: str) -> None:
    """What the picker of this parameter is to stand at when it is drawn next, whatever the URL says now."""
    st.session_state[f"pick_{parameter}"] = code
    st.session_state[f"pick_{parameter}{state.IN_URL}"] = st.query_params.get(parameter, "")


def written(chosen: str | None, options: Mapping[str, str], parameter: str) -> str:
    """Put what was chosen into the URL; what is not among the options gives way to the first."""
    code = chosen if chosen in options else next(iter(options))
    if st.query_params.get(parameter) != code:
        st.query_params[parameter] = code
    st.session_state[f"pick_{parameter}{state.IN_URL}"] = code
    return code


def _code(asked: str, options: Mapping[str, str]) -> str:
    """What the URL asks for as a code; links of old, and links people type, may name it instead."""
    if asked in options:
        return asked
    return next((code for code, name in options.items() if name == asked), "")
