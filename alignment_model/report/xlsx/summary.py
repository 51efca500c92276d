"""The workbook's first sheet: what to take away, how sure it is, who answered."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from alignment_model.report.model import Report
from alignment_model.report.xlsx.sheet import Formats, Sheet, SheetColumn, print_setup, put_text, write_table
from alignment_model.report.xlsx.tables import AGREEMENT_COLUMNS, agreement_values
from alignment_model.report.xlsx.values import Data, called

WIDTHS = (30, 16, 13, 13, 13, 13, 13, 13, 13, 13)
CHART_ROWS = 17


def write_summary(book: Workbook, formats: Formats, report: Report) -> Worksheet:
    """Headline, agreement overall and by layer with a native chart, who answered, notes."""
    data = dict(report.data)
    page = book.add_worksheet("Summary")
    page.hide_gridlines(2)
    for index, width in enumerate(WIDTHS):
        page.set_column(index, index, width)
    page.set_row(0, 32)
    put_text(page, 0, 0, report.title, formats.get(bold=True, font_size=22, font_color=formats.ink))
    put_text(page, 1, 0, report.subtitle, formats.note())
    page.set_row(3, 44)
    headline = formats.get(font_size=15, text_wrap=True, valign="vcenter")
    page.merge_range(3, 0, 3, len(WIDTHS) - 1, "", headline)
    put_text(page, 3, 0, str(data["headline"]), headline)
    row = _agreement(book, page, formats, data, 5) if data["layers"] or not data["roles"] else 5
    row = _people(page, formats, data, row)
    for text in data["notes"]:
        put_text(page, row, 0, text, formats.note())
        row += 1
    page.freeze_panes(2, 0)
    print_setup(page, WIDTHS)
    return page


def _agreement(book: Workbook, page: Worksheet, formats: Formats, data: Data, row: int) -> int:
    put_text(page, row, 0, "Agreement between the leadership roles", formats.get(bold=True, font_size=13))
    columns = (SheetColumn("Layer", width=30), SheetColumn("Verdict"), *AGREEMENT_COLUMNS)
    overall = data["overall"]["agreement"]
    rows = (
        *(
            (layer["name"], layer["agreement"]["word"], *agreement_values(layer["agreement"]))
            for layer in data["layers"]
        ),
        ("All layers", overall["word"], *agreement_values(overall)),
    )
    free = write_table(page, formats, Sheet("", "", "", columns, rows), row + 1)
    text = (
        "0: half at each end, 1: all the same. Random: what as many people answering by chance would reach."
    )
    put_text(page, free, 0, text, formats.note())
    if not data["layers"]:
        return free + 2
    page.insert_chart(free + 2, 0, _chart(book, formats, row + 2, len(data["layers"])))
    return free + 2 + CHART_ROWS


def _chart(book: Workbook, formats: Formats, first: int, count: int) -> Any:
    chart = book.add_chart({"type": "bar"})
    cells = lambda column: ["Summary", first, column, first + count - 1, column]  # noqa: E731
    chart.add_series(
        {
            "name": "Agreement",
            "categories": cells(0),
            "values": cells(2),
            "fill": {"color": formats.accent},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0.00"},
        }
    )
    chart.set_title(
        {"name": "Agreement by layer, 0 to 1", "name_font": {"size": 13, "bold": True}, "overlay": False}
    )
    chart.set_legend({"none": True})
    chart.set_x_axis(
        {
            "min": 0,
            "max": 1,
            "major_unit": 0.25,
            "num_format": "0.00",
            "major_gridlines": {"visible": True, "line": {"color": formats.hair}},
        }
    )
    chart.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_size({"width": 760, "height": 60 + 56 * max(count, 2)})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _people(page: Worksheet, formats: Formats, data: Data, row: int) -> int:
    put_text(page, row, 0, "Who answered", formats.get(bold=True, font_size=13))
    columns = (SheetColumn("Role"), SheetColumn("People", "integer"), SheetColumn("Shown"))
    rows = tuple(
        (
            called(data, role["role"]),
            role["n"] if role["shown"] else role["reason"],
            "by name of role" if role["attributed"] else "as a group",
        )
        for role in data["roles"]
    )
    return write_table(page, formats, Sheet("", "", "", columns, rows), row + 1) + 1
