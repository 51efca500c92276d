"""The pattern rules in force: those the program comes with, or a set edited here, which snapshots record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.errors import DataFileError, UsageError
from alignment_model.findings.patterns.rules import (
    PatternRules,
    SignalRule,
    load_pattern_rules,
    pattern_rules_from_dict,
)
from alignment_model.store import Setting, Store
from alignment_model.workflows.clock import stamp

RULES = "pattern_rules"
FILE = "the edited pattern rules"
EDITED = " (edited)"
LARGEST, HEAVIEST = 1_000_000.0, 100.0
# Between which numbers a quantity of this unit can lie.
SENSIBLE = {
    "of 5": (1.0, 5.0),
    "points": (-4.0, 4.0),
    "share": (0.0, 1.0),
    "points of 100": (0.0, 100.0),
    "percentage points": (0.0, 200.0),
    "months": (0.0, 600.0),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What of a signal can be edited."""

    none: float
    full: float
    weight: float


@dataclass(frozen=True, slots=True)
class PatternEffect:
    """What other rules do to one pattern on one wave."""

    code: str
    name: str
    word_before: str
    word_after: str
    score_before: float | None
    score_after: float | None

    @property
    def changed(self) -> bool:
        """Whether word or score is another."""
        scores = [None if s is None else round(s, 4) for s in (self.score_before, self.score_after)]
        return self.word_before != self.word_after or scores[0] != scores[1]


def pattern_rules(store: Store) -> PatternRules:
    """The rules in force.

    Raises
    ------
    DataFileError
        When an edited set does not suit this version of the program; reset it then.
    """
    kept = edited_rules(store)
    return load_pattern_rules() if kept is None else pattern_rules_from_dict(json.loads(kept.body), FILE)


def edited_rules(store: Store) -> Setting | None:
    """The edited set as kept, with when and by whom; None when the program's own rules are in force."""
    return stores.read_setting(store, RULES)


def with_thresholds(rules: PatternRules, changes: Mapping[str, Thresholds]) -> PatternRules:
    """The rules with other thresholds for these signals, checked like the file.

    Raises
    ------
    UsageError
        Saying which signal cannot be judged that way.
    """
    known = {signal.code: signal for signal in rules.signals}
    for code, wanted in changes.items():
        if code not in known:
            raise UsageError(f"There is no signal called '{code}'.")
        _check(known[code], wanted)
    tables = rules.as_dict()
    for pattern in tables["patterns"]:
        for signal in pattern["signals"]:
            if signal["code"] in changes:
                wanted = changes[signal["code"]]
                signal |= {"none": wanted.none, "full": wanted.full, "weight": wanted.weight}
    if not tables["version"].endswith(EDITED):
        tables["version"] += EDITED
    try:
        return pattern_rules_from_dict(tables, FILE)
    except DataFileError as error:
        raise UsageError(str(error)) from error


def _check(signal: SignalRule, wanted: Thresholds) -> None:
    """Refuse numbers that judge nothing, in words for the person who typed them."""
    low, high = SENSIBLE.get(signal.unit, (-LARGEST, LARGEST))
    name = f"“{signal.label}”"
    for number in (wanted.none, wanted.full):
        if not low <= number <= high:  # also turns away what is not a number
            raise UsageError(
                f"{name}: {number:g} can never be measured; give a number from {low:g} to {high:g}."
            )
    if wanted.none == wanted.full:
        raise UsageError(
            f"{name}: no evidence and full evidence are both {wanted.none:g}, so nothing could be judged; "
            "give two different numbers."
        )
    if not 0 < wanted.weight <= HEAVIEST:
        raise UsageError(
            f"{name}: the weight is {wanted.weight:g}; give a number above 0 and up to {HEAVIEST:g}."
        )


def rules_effect(before: Analysis, after: Analysis) -> tuple[PatternEffect, ...]:
    """Every pattern's word and score under the rules of either analysis."""
    later = {pattern.code: pattern for pattern in after.patterns}
    return tuple(
        PatternEffect(old.code, old.name, old.word, new.word, old.score, new.score)
        for old in before.patterns
        if (new := later.get(old.code)) is not None
    )


def save_rules(store: Store, rules: PatternRules, *, actor: str = "", now: datetime | None = None) -> None:
    """Judge by these rules from now on; saving the program's own rules resets."""
    own = load_pattern_rules()
    if [p for p in rules.patterns] == list(own.patterns):
        stores.forget_setting(store, RULES)
        return
    stores.save_setting(store, RULES, json.dumps(rules.as_dict()), at=stamp(now), by=actor)


def reset_rules(store: Store) -> None:
    """Back to the rules the program comes with."""
    stores.forget_setting(store, RULES)
