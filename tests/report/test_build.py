import json

import pytest

from alignment_model.analysis import analyse
from alignment_model.privacy import PrivacyPolicy
from alignment_model.report.build import build_report
from alignment_model.report.data import report_data
from alignment_model.report.formats import NUMERIC
from alignment_model.report.model import Chart, Table, report_from_dict
from alignment_model.report.schema import faults
from alignment_model.sample import sample_organisation


@pytest.fixture(scope="module")
def sample():
    return analyse(sample_organisation(), policy=PrivacyPolicy())


@pytest.fixture(scope="module")
def sample_report(sample):
    return build_report(sample)


def test_every_kind_of_analysis_becomes_a_report_that_survives_json(any_report):
    report = any_report
    assert report_from_dict(json.loads(json.dumps(report.as_dict(), allow_nan=False))) == report
    assert report.sections[0].code == "overview"
    assert report.sections[-1].code == "confidentiality"


def test_the_sample_has_every_section_and_follows_the_schema(sample_report):
    codes = [section.code for section in sample_report.sections]
    wanted = {
        "gaps",
        "patterns",
        "value",
        "chain",
        "theory_reality",
        "number",
        "register",
        "questions",
        "method",
    }
    assert wanted <= set(codes)
    assert len(codes) == len(set(codes))
    assert faults(sample_report.data) == []


def test_the_report_holds_the_numbers_of_the_analysis(sample, sample_report):
    assert sample_report.data == json.loads(json.dumps(report_data(sample)))


def test_every_chart_says_its_finding_and_has_an_alternative_text(sample_report):
    charts = [
        block for section in sample_report.sections for block in section.blocks if isinstance(block, Chart)
    ]
    assert len(charts) > 10
    assert all(chart.title and chart.alt and chart.spec["$schema"] and chart.narrow for chart in charts)


def test_every_row_of_every_table_fits_its_columns(any_report):
    for section in any_report.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)
                assert {column.format for column in block.columns} <= NUMERIC | {"text"}


def test_all_thirteen_patterns_show_their_evidence(sample, sample_report):
    titles = {block.title for block in sample_report.section("patterns").blocks if isinstance(block, Table)}
    assert titles >= {f"{pattern.name}: the evidence" for pattern in sample.patterns}
