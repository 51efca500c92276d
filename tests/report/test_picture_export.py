"""A chart as a picture carries its title, and a table on a slide stays on it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from alignment_model.charts.drawing import still
from alignment_model.report.csv_export import CONTENTS
from alignment_model.report.model import Chart
from alignment_model.report.picture_export import PNG, SVG, picture_of, picture_parts, titled
from alignment_model.report.svg import to_png, to_svg


def test_a_picture_carries_its_title_and_what_is_plotted(report_of) -> None:
    section = report_of("three leaders").section("overview")
    chart = next(block for block in section.blocks if isinstance(block, Chart))
    drawn = picture_of(chart, SVG).decode()
    assert all(line in drawn for line in titled(chart)["title"]["text"])
    assert picture_of(chart, PNG).startswith(b"\x89PNG")


def test_the_list_says_what_each_picture_shows(report_of) -> None:
    parts = dict(picture_parts(report_of("three leaders"), SVG))
    listed = list(csv.reader(io.StringIO(parts[CONTENTS].decode("utf-8-sig"))))[1:]
    assert [row[0] for row in listed if row[0]] == [name for name in parts if name != CONTENTS]
    assert all(row[3] for row in listed if row[0])


def test_a_drawing_that_was_kept_is_the_one_drawn_anew(report_of) -> None:
    charts = [
        chart
        for section in report_of("three leaders").sections
        for chart in section.blocks
        if isinstance(chart, Chart)
    ]
    kept = [(to_svg(chart.spec), to_png(chart.spec)) for chart in charts]
    still.drawn.cache_clear()
    assert [(to_svg(chart.spec), to_png(chart.spec)) for chart in charts] == kept
    assert len({svg for svg, _ in kept}) == len(charts)


@pytest.mark.parametrize("sign", ["\x00", "\x14", "\x7f", "\ufffe", "\u202e"])
def test_a_sign_no_picture_can_hold_ends_no_program(report_of, sign) -> None:
    section = report_of("three leaders").section("overview")
    chart = next(block for block in section.blocks if isinstance(block, Chart))
    spoilt = json.loads(json.dumps(chart.spec, ensure_ascii=False).replace("CEO", "C~EO"))
    spoilt = replaced(spoilt | {"title": "Who~ agrees"}, sign)
    assert "Who agrees" in to_svg(spoilt)
    assert to_png(spoilt).startswith(b"\x89PNG")


def replaced(value: Any, sign: str) -> Any:
    """The value with the sign wherever a tilde stands."""
    if isinstance(value, str):
        return value.replace("~", sign)
    if isinstance(value, dict):
        return {key: replaced(item, sign) for key, item in value.items()}
    return [replaced(item, sign) for item in value] if isinstance(value, list) else value
