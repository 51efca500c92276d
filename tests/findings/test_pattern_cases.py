"""Every pattern has cases as data: one that has it, one that has not, and one that nearly has it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from alignment_model.analysis import analyse
from alignment_model.framework import PATTERN_CODES
from alignment_model.privacy import PrivacyPolicy
from tests.findings.organisation import organisation

FOLDER = Path(__file__).resolve().parent.parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]


@pytest.mark.parametrize(("pattern", "case"), CASES)
def test_the_pattern_gets_the_word_the_case_expects(pattern: str, case: dict[str, Any]) -> None:
    analysis = analyse(organisation(case), policy=PrivacyPolicy())
    found = next(finding for finding in analysis.patterns if finding.code == pattern)
    assert found.word == case["word"], (case["why"], found.score, found.sentence)


@pytest.mark.parametrize("pattern", PATTERN_CODES)
def test_a_pattern_has_a_pass_a_fail_and_a_near_miss(pattern: str) -> None:
    cases = tomllib.loads((FOLDER / f"{pattern}.toml").read_text(encoding="utf-8"))["cases"]
    assert {case["name"] for case in cases} >= {"pass", "fail", "near miss"}
    assert all(case["why"] for case in cases)
