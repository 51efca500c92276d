"""The analyst's guide shows the rules in force."""

from __future__ import annotations

from pathlib import Path

from alignment_model.findings.patterns.rules import load_pattern_rules
from alignment_model.findings.patterns.table import rules_as_markdown
from alignment_model.framework import PATTERN_CODES

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "analyst" / "patterns.md"
BEGIN, END = "<!-- rules: begin -->\n", "\n<!-- rules: end -->"


def test_the_guide_holds_the_rules_as_they_are() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    shown = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert shown == rules_as_markdown(load_pattern_rules()), "write the section anew from rules_as_markdown"


def test_every_pattern_has_its_section() -> None:
    text = rules_as_markdown(load_pattern_rules())
    assert all(f"(`{code}`)" in text for code in PATTERN_CODES)
