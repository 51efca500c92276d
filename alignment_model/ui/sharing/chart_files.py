"""Take one chart along: a small download under it, as PNG or SVG, drawn for paper with its title."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment_model.report.bundles import slug
from alignment_model.report.model import Chart
from alignment_model.report.picture_export import PNG, SVG, picture_of

MIMES = {PNG: "image/png", SVG: "image/svg+xml"}


def buttons(chart: Callable[[], Chart], *, name: str, key: str) -> None:
    """One button a kind; the picture is drawn when it is asked for, whatever theme the screen has."""
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for kind, mime in MIMES.items():
            st.download_button(
                kind.upper(),
                data=lambda kind=kind: picture_of(chart(), kind),
                file_name=f"{slug(name) or 'chart'}.{kind}",
                mime=mime,
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=f"Take this chart along as {kind.upper()}",
                key=f"{kind}_{key}",
            )
