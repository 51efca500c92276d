"""The part of Trends that shows all waves side by side: agreement, and where roles stand layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from alignment_model import charts
from alignment_model.analysis import Analysis
from alignment_model.findings.trends import Trend
from alignment_model.ui import asking, components, pictures, screen
from alignment_model.ui.reading import waves as reading_waves

SEVERAL = 3  # waves from which the layers are drawn over all of them


def show(trend: Trend, waves: Sequence[str], called: Mapping[str, str]) -> None:
    """Agreement over all waves, and with three waves or more a small picture a layer."""
    analyses = [asking.wave_analysis(wave) for wave in waves]
    if not reading_waves.asked_alike(analyses):
        components.note(
            "The waves did not all ask the same, so agreement is compared on shared questions only."
        )
        return
    version = "/".join(asking.trend_version(wave, wave, False) for wave in waves)
    _agreement(analyses, waves, version)
    if len(waves) >= SEVERAL:
        whole = asking.trend(waves[0], waves[-1], False)
        _layers(reading_waves.layer_panels(trend, whole, analyses, called), waves, version)


def _agreement(analyses: Sequence[Analysis], waves: Sequence[str], version: str) -> None:
    """Agreement between the leadership roles on each layer, wave by wave."""
    lines = reading_waves.agreement_lines(analyses)
    if not lines:
        components.note("In no wave can two leadership roles be shown, so there is no agreement to follow.")
        return
    pictures.show(
        charts.trend,
        lines,
        tuple(waves),
        key="agreement_trend",
        version=version,
        title=reading_waves.agreement_title(lines, waves),
        low=0,
        high=1,
        decimals=2,
        noun="agreement",
        noted=False,
    )
    components.note(
        "Agreement between the leadership roles on each layer, from 0 to 1, as on each wave's own pages. "
        "The intervals of its change are below, in numbers."
    )


def _layers(panels: Mapping[str, Sequence[charts.TrendLine]], waves: Sequence[str], version: str) -> None:
    """A small picture a layer, two beside each other; nothing where no role can be followed."""
    if not panels:
        return
    st.subheader(f"Where everybody stands, layer by layer, over {len(waves)} waves", anchor=False)
    components.note(
        f"Strong: a clear change from {waves[0]} to {waves[-1]}; grey: perhaps chance. Scale 1 to 5. Of many roles "
        "only leadership together, the groups and whoever moved clearly are drawn."
    )
    named = list(panels.items())
    for start in range(0, len(named), 2):
        for column, (name, drawn) in zip(screen.beside(2), named[start : start + 2]):
            with column:
                st.markdown(f"**{components.plain(name)}**")
                pictures.show(
                    charts.trend, drawn, tuple(waves), key=f"panel_{name}", version=version, titled=False,
                    noted=False, share=0.5,
                )  # fmt: skip
