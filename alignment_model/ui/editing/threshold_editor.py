"""Edit the thresholds of one pattern: change, look at the effect, then save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from alignment_model import wording, workflows
from alignment_model.analysis import Analysis
from alignment_model.errors import UsageError
from alignment_model.findings.patterns.rules import PatternRule, SignalRule
from alignment_model.findings.patterns.signal_sentences import amount
from alignment_model.ui import asking, components, state
from alignment_model.ui.emphasis import main_button

UNITS = {"of 5": "mean answer, 1 to 5", "share": "share, 0 to 1", "points": "points of a five-point scale"}
Changes = Mapping[str, workflows.Thresholds]


def sentence() -> str:
    """Which rules are in force."""
    kept = asking.edited_rules()
    if kept is None:
        return "Patterns are judged by the rules the program comes with"
    return f"Patterns are judged by rules edited on {wording.moment(kept.saved_at)}"


def form(rule: PatternRule, analysis: Analysis | None) -> None:
    """One row of numbers a signal, with what the wave measures; nothing changes before the effect was looked at."""
    here = _measured(rule, analysis)
    edit = st.session_state.setdefault(state.THRESHOLD_ROUND, 0)
    with st.form(f"thresholds_{rule.code}"):
        changes = {signal.code: _signal(signal, edit, here.get(signal.code, "")) for signal in rule.signals}
        if st.form_submit_button("See the effect", icon=":material/visibility:"):
            st.session_state[state.THRESHOLDS] = {
                code: (wanted.none, wanted.full, wanted.weight) for code, wanted in changes.items()
            }


def _measured(rule: PatternRule, analysis: Analysis | None) -> dict[str, str]:
    """What each of the pattern's signals is in the wave at hand, by code."""
    found = next((item for item in analysis.patterns if item.code == rule.code), None) if analysis else None
    signals = (*found.signals_for, *found.signals_against) if found else ()
    return {signal.code: amount(signal.measured.value or 0.0, signal.unit) for signal in signals}


def _signal(signal: SignalRule, edit: int, here: str) -> workflows.Thresholds:
    unit = UNITS.get(signal.unit, signal.unit)
    st.markdown(f"**{components.plain(signal.label)}** · {components.plain(unit)}")
    columns = st.columns(3)
    fields = (
        ("No evidence at", signal.none, "none", columns[0]),
        ("Full evidence at", signal.full, "full", columns[1]),
        ("Weight", signal.weight, "weight", columns[2]),
    )
    numbers = {
        name: place.number_input(
            label, value=float(value), step=0.05, format="%.2f", key=f"rule_{signal.code}_{name}_{edit}"
        )
        for label, value, name, place in fields
    }
    components.note(f"{signal.reason} Measured in this wave: {here}." if here else signal.reason)
    return workflows.Thresholds(numbers["none"], numbers["full"], numbers["weight"])


def effect(analysis: Analysis | None, rule: PatternRule) -> None:
    """What the looked-at thresholds would do, with the buttons to keep or drop them."""
    pending = st.session_state.get(state.THRESHOLDS) or {}
    changes = {code: workflows.Thresholds(*numbers) for code, numbers in pending.items()}
    changes = {signal.code: changes[signal.code] for signal in rule.signals if signal.code in changes}
    if not changes:
        return
    st.subheader("The effect", anchor=False)
    try:
        if not _shown(analysis, changes):
            return
    except UsageError as error:
        components.problem(str(error))
        return
    with st.container(horizontal=True):
        if st.button("Save these thresholds", type=main_button(), icon=":material/save:"):
            asking.save_rules(changes)
            _done("Saved. Every page now judges by these thresholds, and snapshots say so.")
        if st.button("Drop them"):
            _done("Nothing was changed.")


def _shown(analysis: Analysis | None, changes: Changes) -> bool:
    """Draw the effect; false when there is nothing to save."""
    if not asking.rules_differ(changes):
        components.note("These are the thresholds in force; nothing would change.")
        return False
    if analysis is None:
        components.note(
            "No wave is loaded, so the effect cannot be shown. The thresholds can still be saved."
        )
        return True
    effects = asking.rules_effect(analysis, changes)
    changed = [item for item in effects if item.changed]
    if not changed:
        components.note(f"On {analysis.survey}, {analysis.wave} no pattern would change.")
        return True
    components.table(
        [_row(item) for item in changed], alt="Word and score before and after, on this wave", key="effect"
    )
    return True


def _row(item: workflows.PatternEffect) -> dict[str, Any]:
    return {
        "Pattern": item.name,
        "Word now": item.word_before,
        "Word then": item.word_after,
        "Score now": _score(item.score_before),
        "Score then": _score(item.score_after),
    }


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:.2f}"


def reset() -> None:
    """Back to the program's own rules, when others are in force."""
    if asking.edited_rules() is not None and st.button(
        "Back to the program's own rules", icon=":material/restart_alt:"
    ):
        asking.reset_rules()
        _done("The program's own rules are in force again.")


def _done(text: str) -> None:
    st.session_state.pop(state.THRESHOLDS, None)
    st.session_state[state.THRESHOLD_ROUND] = st.session_state.get(state.THRESHOLD_ROUND, 0) + 1
    components.keep_message(text)
    st.rerun()
