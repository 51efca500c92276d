"""Thresholds: what counts as evidence for a pattern; change it, see what it does to this wave, then save."""

from alignment_model.ui import components, data, frame, picking, state, threshold_editor

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
threshold_editor.form(rules[chosen])
threshold_editor.effect(data.current_analysis(), rules[chosen])
threshold_editor.reset()
components.link("methods", "How patterns are scored")
