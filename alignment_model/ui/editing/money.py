"""The one optional input of the page The number: a cost base turns the spread of expectations into money."""

from __future__ import annotations

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.errors import UsageError
from alignment_model.ui import components
from alignment_model.ui.reading import chain as reading_chain


def show(analysis: Analysis) -> None:
    """Ask for a year's operating cost and say what the roles' expectations come to; checked again in the core."""
    unit = f", in {analysis.currency}" if analysis.currency else ""
    cost_base = st.number_input(
        f"Operating cost a year{unit} (optional)",
        min_value=0.0,
        value=None,
        step=1_000_000.0,
        format="%.0f",
        placeholder="For example 200,000,000",
        width=360,
        help="Stays in this session; it is not stored.",
    )
    if cost_base is None:
        components.note("Enter what the effect applies to, and the spread is shown in money.")
        return
    try:
        spread = workflows.look_at_money(analysis, float(cost_base))
    except UsageError as error:
        components.problem(str(error))
        return
    if spread is None:
        components.note(
            "There is no spread: fewer than two leadership roles gave a number that may be shown."
        )
        return
    st.write(components.plain(reading_chain.money_sentence(spread, analysis.currency)))
