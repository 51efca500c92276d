"""The pattern rules as data: which signals make a pattern, with thresholds, weights and a reason each."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.framework import PATTERN_CODES

SOURCES = ("leadership", "managers", "employees", "agreement", "register")
ROLES = ("leadership", "managers", "employees")
REGISTER_METRICS = (
    "pilot_conversion",
    "pilot_age_months",
    "no_outcome_share",
    "no_metric_share",
    "no_baseline_share",
    "no_owner_share",
    "announced_unmeasured_share",
    "duplicate_share",
    "purpose_missing_share",
    "low_adoption_share",
    "enabler_spend_share",
)
ANSWER_MEASURES = (
    "position",
    "gap",
    "disagreement",
    "dont_know",
    "chain_gap",
    "theory_gap",
    "overlap",
    "effect_range",
)
MEASURES = (*ANSWER_MEASURES, *(f"register.{metric}" for metric in REGISTER_METRICS))


@dataclass(frozen=True, slots=True)
class SignalRule:
    """One measured quantity: `none` is no evidence, `full` is full evidence, linear between, either way.

    `core` marks what tells the pattern from plain trouble: where the core signals are not strong on average, the
    pattern is never present.
    """

    code: str
    label: str
    source: str
    measure: str
    none: float
    full: float
    weight: float
    reason: str
    unit: str
    roles: str = ""
    part: str = ""
    core: bool = False

    def __post_init__(self) -> None:
        if self.none == self.full:
            raise ValueError(f"signal '{self.code}': none and full are the same, so nothing can be judged.")
        if self.weight <= 0:
            raise ValueError(f"signal '{self.code}': a weight is more than 0.")
        if not self.reason.strip():
            raise ValueError(f"signal '{self.code}': every threshold needs its reason.")

    @property
    def metric(self) -> str:
        """The register metric's name, empty for signals from answers."""
        return self.measure.removeprefix("register.") if self.measure.startswith("register.") else ""


@dataclass(frozen=True, slots=True)
class PatternRule:
    """One pattern and its signals."""

    code: str
    signals: tuple[SignalRule, ...]


@dataclass(frozen=True)
class PatternRules:
    """All of `data/patterns.toml`, or an edited version of it."""

    version: str
    patterns: tuple[PatternRule, ...]

    def pattern(self, code: str) -> PatternRule:
        """The pattern with this code; StopIteration when there is none."""
        return next(pattern for pattern in self.patterns if pattern.code == code)

    @property
    def signals(self) -> tuple[SignalRule, ...]:
        """Every signal of every pattern, in order."""
        return tuple(signal for pattern in self.patterns for signal in pattern.signals)

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for JSON and for the digest."""
        return asdict(self)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over every rule: two analyses with the same digest judged by the same rules."""
        text = json.dumps(self.as_dict(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@cache
def load_pattern_rules(path: Path | None = None) -> PatternRules:
    """The pattern rules, read and checked once.

    Raises
    ------
    DataFileError
        Naming file, table and key, when the file does not say what it should.
    """
    path = path or data_files.DATA_DIRECTORY / "patterns.toml"
    return pattern_rules_from_dict(data_files.read_toml(path), path.name)


def pattern_rules_from_dict(tables: dict[str, Any], file: str = "patterns.toml") -> PatternRules:
    """The rules from plain tables, checked; also the inverse of `PatternRules.as_dict` after JSON."""
    if not isinstance(tables.get("version"), str):
        raise DataFileError(file, "", "version", "a text is expected.")
    patterns = tables.get("patterns")
    if not isinstance(patterns, list | tuple) or not patterns:
        raise DataFileError(file, "patterns", "", "at least one [[patterns]] is needed.")
    rules = PatternRules(tables["version"], tuple(_pattern(item, i, file) for i, item in enumerate(patterns)))
    _check_codes(rules, file)
    return rules


def _pattern(item: dict[str, Any], index: int, file: str) -> PatternRule:
    table = f"patterns[{index}]"
    data_files.known(item.get("code", ""), PATTERN_CODES, file, table, "code")
    for key in item:
        data_files.known(key, ("code", "signals"), file, table, "code")
    signals = item.get("signals")
    if not isinstance(signals, list | tuple) or not signals:
        raise DataFileError(file, table, "signals", "at least one [[patterns.signals]] is needed.")
    found = tuple(_signal(signal, f"{table}.signals[{i}]", file) for i, signal in enumerate(signals))
    return PatternRule(item["code"], found)


def _signal(item: dict[str, Any], table: str, file: str) -> SignalRule:
    signal = data_files.row(SignalRule, item, file, table)
    data_files.known(signal.source, SOURCES, file, table, "source")
    data_files.known(signal.measure, MEASURES, file, table, "measure")
    if bool(signal.metric) == bool(signal.roles):
        raise DataFileError(file, table, "roles", "roles are named for answers, and only for answers.")
    if signal.roles:
        data_files.known(signal.roles, ROLES, file, table, "roles")
    return signal


def _check_codes(rules: PatternRules, file: str) -> None:
    data_files.unique(rules.patterns, file, "patterns")
    for code, times in Counter(signal.code for signal in rules.signals).items():
        if times > 1:
            raise DataFileError(file, "patterns.signals", "code", f"'{code}' is used {times} times.")
    missing = [code for code in PATTERN_CODES if code not in {pattern.code for pattern in rules.patterns}]
    if missing:
        raise DataFileError(file, "patterns", "code", f"'{missing[0]}' is missing; this code is fixed.")
