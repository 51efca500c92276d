"""Thresholds: what counts as evidence for a pattern; change it, see what it does to this wave, then save."""

import streamlit as st

from alignment_model.ui import components, data, frame, picking, state
from alignment_model.ui.editing import threshold_editor

frame.require()
components.heading("pattern_thresholds", threshold_editor.sentence())
components.note(
    "Below the first number a signal says nothing, from the second on it speaks fully; the second may be the lower "
    "one. Snapshots that were frozen keep the rules they were made with."
)

rules = {rule.code: rule for rule in data.pattern_rules()}
framework = data.framework()
chosen = picking.from_url(
    "Pattern", {code: framework.pattern(code).name for code in rules}, state.RULE_PATTERN
)
analysis = data.current_analysis()
threshold_editor.form(rules[chosen], analysis)
threshold_editor.effect(analysis, rules[chosen])
threshold_editor.reset()
with st.container(horizontal=True):
    components.link("patterns", f"{framework.pattern(chosen).name}: the evidence", pattern=chosen)
    components.link("methods", "How patterns are scored")
