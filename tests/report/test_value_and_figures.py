"""The ten stakeholders and what others have published: in every file, and in no number."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation

from alignment_model.framework import load_framework
from alignment_model.report.build import build_report
from alignment_model.report.html.export import to_html
from alignment_model.report.model import Table, Text
from alignment_model.report.pptx.export import to_pptx
from alignment_model.report.sections import figures
from alignment_model.report.sections.themes import LENSES
from alignment_model.report.selection import select
from alignment_model.report.xlsx.export import to_xlsx
from alignment_model.wording import NO_BREAK

OURS = load_framework().reference_figures
SHOWING = ("value", "chain", "theory_reality", "number", "patterns", "register", "executives_and_managers")


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("usual")


def table(section, title):
    return next(block for block in section.blocks if isinstance(block, Table) and block.title == title)


def test_the_ten_stakeholders_stand_in_the_report_as_in_its_data(report) -> None:
    rows = table(report.section("value"), LENSES).rows
    lenses = report.data["value"]["lenses"]
    assert [row[0] for row in rows] == [lens["name"] for lens in lenses] and len(rows) == 10
    assert [row[3:] for row in rows] == [(lens["primary_value"], lens["key_concern"]) for lens in lenses]
    for row, lens in zip(rows, lenses):
        assert (row[1] == lens["reason"]) == (not lens["speakers"])
        assert row[2].endswith(f"{lens['points']:.0f} of 100")


@pytest.mark.parametrize("code", [*SHOWING, "layer_societal_trust"])
def test_published_figures_stand_beside_what_they_bear_on_with_publisher_and_year(report, code) -> None:
    found = table(report.section(code), figures.TITLE)
    names = [column.name for column in found.columns]
    assert names[-4:] == ["Figure", "What it says", "Publisher", "Year"]
    known = {(f"{item.value} {item.unit}", item.statement, item.publisher, str(item.year)) for item in OURS}
    assert found.rows and {row[-4:] for row in found.rows} <= known
    assert found.note == figures.NO_BENCHMARK


def test_the_appendix_and_the_data_hold_the_same_figures(report) -> None:
    (found,) = report.section("figures").blocks
    assert [row[2:5] for row in found.rows] == [
        (item["statement"], item["publisher"], str(item["year"])) for item in report.data["figures"]
    ]
    assert {item["figure"] for item in report.data["figures"]} <= {item.code for item in OURS}


def test_no_number_of_the_report_is_made_from_a_figure(report, make, monkeypatch) -> None:
    monkeypatch.setattr(
        figures, "load_framework", lambda: replace(load_framework(), reference_figures=OURS[:1])
    )
    analysis = make("usual")
    other = build_report(analysis, ()).data
    differing = {key for key in other if json.dumps(other[key]) != json.dumps(report.data[key])}
    assert differing <= {"figures", "commitments"}


def test_a_selection_without_the_appendix_holds_no_figures_in_its_data(report) -> None:
    assert select(report, ["value"]).data["figures"] == []
    assert select(report, ["figures"]).data["figures"] == report.data["figures"]
    assert select(report, ["figures"]).data["value"] is None


def test_every_file_says_both(report) -> None:
    wanted = [report.data["value"]["lenses"][0]["key_concern"], report.data["figures"][0]["publisher"]]
    page = to_html(report)
    book = openpyxl.load_workbook(BytesIO(to_xlsx(report)))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    slides = {
        cell.text_frame.text.replace(NO_BREAK, " ")
        for slide in Presentation(BytesIO(to_pptx(report))).slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    }
    for text in wanted:
        assert text.encode() in page if isinstance(page, bytes) else text in page
        assert text in cells and text in slides


def test_outcomes_of_a_survey_of_its_own_are_called_as_it_called_them(make) -> None:
    analysis = make("usual")
    value = analysis.value
    named = {"VAL_P4": "Fewer empty lorries"}
    points = {
        role: {("VAL_P4" if code == "growth" else code): found for code, found in row.items()}
        for role, row in value.points.items()
    }
    value = replace(value, points=points, only={"CEO": ("VAL_P4",)}, names=named)
    made = build_report(replace(analysis, value=value))
    said = [block.text for block in made.section("value").blocks if isinstance(block, Text)]
    rows = table(made.section("value"), "Mean points of 100 per outcome").rows
    assert "Fewer empty lorries" in [row[0] for row in rows] and len(rows) == len(points["CEO"])
    assert made.data["names"]["outcomes"]["VAL_P4"] == "Fewer empty lorries"
    assert "Valued by one role only. CEO: Fewer empty lorries." in said
