"""Sections that look at the answers another way: leadership as one, the consensus map, the wave before."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace

import pytest

from alignment_model.findings.consensus_map import map_of
from alignment_model.findings.trends import compare
from alignment_model.report.build import build_report
from alignment_model.report.data import report_data
from alignment_model.report.pptx.export import to_pptx
from alignment_model.report.schema import faults
from alignment_model.report.selection import select
from alignment_model.report.xlsx.export import to_xlsx

OFFICES = re.compile(r"\b(?:CEO|CFO|CTO|Board|[Ee]xecutives?)\b(?! and managers)")


@pytest.fixture(scope="module")
def report(make):
    before, after = make("usual", seed=2, questions=2), make("usual", questions=2)
    after = replace(after, consensus_map=map_of(after, "value"))
    return build_report(after, trend=compare(replace(before, wave="2026 Q3"), after))


def test_every_view_has_its_section_and_follows_the_schema(report) -> None:
    codes = [section.code for section in report.sections]
    assert {"executives_and_managers", "consensus_map", "trends"} <= set(codes)
    assert faults(report.data) == []


def test_leadership_as_one_names_no_office(report) -> None:
    said = json.dumps(asdict(report.section("executives_and_managers")), ensure_ascii=False)
    part = json.dumps(report.data["executives_and_managers"], ensure_ascii=False)
    assert OFFICES.findall(said) == []
    assert OFFICES.findall(part) == []


def test_the_map_says_who_stands_where_and_how_sure_that_is(report) -> None:
    section, data = report.section("consensus_map"), report.data["consensus_map"]
    assert {block.title for block in section.blocks if block.type == "table"} >= {
        "Without whom agreement would rise most"
    }
    assert list(data["members"]) == sorted(data["members"])
    assert any("random rankings" in block.text for block in section.blocks if block.type == "text")


def test_a_wave_alone_has_no_section_on_the_one_before(make) -> None:
    data = report_data(make("three leaders"))
    assert data["trends"] is None


def test_deck_and_workbook_hold_the_views(report) -> None:
    part = select(report, ["executives_and_managers", "consensus_map", "trends"])
    assert faults(part.data) == []
    assert part.data["gaps"] and all(gap["kind"] == "groups" for gap in part.data["gaps"])
    assert to_pptx(part) and to_xlsx(part)
