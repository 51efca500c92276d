"""The pattern rules are data, checked when they are read; a fault names file, table and key."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.findings.patterns.rules import load_pattern_rules, pattern_rules_from_dict
from alignment_model.framework import PATTERN_CODES
from alignment_model.questionnaire import load_questionnaire

TABLES = data_files.read_toml(data_files.DATA_DIRECTORY / "patterns.toml")


def test_all_thirteen_patterns_have_rules_of_at_least_two_kinds() -> None:
    rules = load_pattern_rules()
    assert {pattern.code for pattern in rules.patterns} == set(PATTERN_CODES)
    assert all(len({signal.source for signal in pattern.signals}) >= 2 for pattern in rules.patterns)


def test_every_threshold_has_a_reason_and_every_signal_from_answers_a_question() -> None:
    asked = load_questionnaire()
    for signal in load_pattern_rules().signals:
        assert len(signal.reason) > 20
        assert signal.metric or asked.feeding(signal.code), signal.code


def test_every_signal_a_question_feeds_is_known() -> None:
    known = {signal.code for signal in load_pattern_rules().signals}
    assert {code for question in load_questionnaire().questions for code in question.feeds} <= known


def test_the_register_never_weighs_more_than_two_fifths() -> None:
    for pattern in load_pattern_rules().patterns:
        weight = sum(signal.weight for signal in pattern.signals if signal.metric)
        assert weight <= 0.4 * sum(signal.weight for signal in pattern.signals)


def test_rules_survive_a_trip_through_json_with_the_same_digest() -> None:
    rules = load_pattern_rules()
    again = pattern_rules_from_dict(json.loads(json.dumps(rules.as_dict())))
    assert again == rules and again.digest == rules.digest


def test_an_edited_threshold_changes_the_digest() -> None:
    tables = deepcopy(TABLES)
    tables["patterns"][0]["signals"][0]["full"] = 2.0
    assert pattern_rules_from_dict(tables).digest != load_pattern_rules().digest


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("source", "customers", "table 'patterns[0].signals[0]', key 'source': 'customers' is not known"),
        ("measure", "mood", "key 'measure': 'mood' is not known"),
        ("roles", "board", "key 'roles': 'board' is not known"),
        ("roles", "", "roles are named for answers, and only for answers"),
        ("none", 2.6, "none and full are the same"),
        ("weight", 0.0, "a weight is more than 0"),
        ("reason", " ", "every threshold needs its reason"),
        ("full", "low", "key 'full': float is expected, found 'low'"),
        ("colour", "red", "key 'colour': this key is not known"),
    ],
)
def test_a_fault_names_file_table_and_key(key: str, value: Any, message: str) -> None:
    tables = deepcopy(TABLES)
    tables["patterns"][0]["signals"][0][key] = value
    with pytest.raises(DataFileError) as found:
        pattern_rules_from_dict(tables)
    assert str(found.value).startswith("patterns.toml, table 'patterns[0].signals[0]'")
    assert message in str(found.value)


def test_a_missing_pattern_and_a_signal_used_twice_are_faults() -> None:
    fewer = {**TABLES, "patterns": TABLES["patterns"][1:]}
    with pytest.raises(DataFileError, match="'ai_pilot_trap' is missing"):
        pattern_rules_from_dict(fewer)
    twice = deepcopy(TABLES)
    twice["patterns"][0]["signals"].append(twice["patterns"][0]["signals"][0])
    with pytest.raises(DataFileError, match="is used 2 times"):
        pattern_rules_from_dict(twice)
