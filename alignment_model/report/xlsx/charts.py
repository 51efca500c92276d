"""Native charts and shading that help a reader of the workbook; all of them can be changed in Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from alignment_model.charts import PRINT_LOOK
from alignment_model.report.xlsx.sheet import FIRST_ROW, Formats, Sheet

MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus", "star")


def layers_chart(book: Workbook, formats: Formats, sheet: Sheet, page: Worksheet) -> None:
    """Where each role stands on each layer, as marks on the scale."""
    shade_positions(book, formats, sheet, page)
    roles = _position_columns(sheet)
    if not roles or not sheet.rows:
        return
    chart = book.add_chart({"type": "line"})
    last = FIRST_ROW + len(sheet.rows) - 1
    for number, index in enumerate(roles):
        colour = PRINT_LOOK.colours.role(sheet.columns[index].role)
        chart.add_series(
            {
                "name": [sheet.name, FIRST_ROW - 1, index],
                "categories": [sheet.name, FIRST_ROW, 0, last, 0],
                "values": [sheet.name, FIRST_ROW, index, last, index],
                "line": {"none": True},
                "marker": {
                    "type": MARKERS[number % len(MARKERS)],
                    "size": 10,
                    "fill": {"color": colour},
                    "border": {"color": colour},
                },
            }
        )
    chart.set_title({"name": "Where each role stands, 1 to 5", "name_font": {"size": 13, "bold": True}})
    grid = {"visible": True, "line": {"color": formats.hair}}
    chart.set_y_axis({"min": 1, "max": 5, "major_unit": 1, "num_format": "0", "major_gridlines": grid})
    chart.set_legend({"position": "right"})
    chart.set_size({"width": 760, "height": 380})
    chart.set_chartarea({"border": {"none": True}})
    page.insert_chart(last + 2, sheet.fixed, chart)  # beside what is printed again on every page across


def shade_positions(book: Workbook, formats: Formats, sheet: Sheet, page: Worksheet) -> None:
    """Positions from orange (low) over grey to blue (high), the same as in the charts."""
    roles = _position_columns(sheet)
    if not roles or not sheet.rows:
        return
    colours = PRINT_LOOK.colours
    page.conditional_format(
        FIRST_ROW,
        roles[0],
        FIRST_ROW + len(sheet.rows) - 1,
        roles[-1],
        {
            "type": "3_color_scale",
            "min_type": "num",
            "mid_type": "num",
            "max_type": "num",
            "min_value": 1,
            "mid_value": 3,
            "max_value": 5,
            "min_color": colours.low[0],
            "mid_color": colours.middle,
            "max_color": colours.high[0],
        },
    )


def shade_gaps(book: Workbook, formats: Formats, sheet: Sheet, page: Worksheet) -> None:
    """Clear gaps in bold."""
    index = [column.name for column in sheet.columns].index("Gap")
    page.conditional_format(
        FIRST_ROW,
        index,
        FIRST_ROW + max(len(sheet.rows), 1) - 1,
        index,
        {"type": "cell", "criteria": "==", "value": '"clear"', "format": book.add_format({"bold": True})},
    )


def shade_scores(book: Workbook, formats: Formats, sheet: Sheet, page: Worksheet) -> None:
    """A pattern's score: the deeper, the more it is there."""
    index = [column.name for column in sheet.columns].index("Score")
    scale = {
        "type": "2_color_scale",
        "min_type": "num",
        "max_type": "num",
        "min_value": 0,
        "max_value": 1,
        "min_color": PRINT_LOOK.colours.paper,
        "max_color": PRINT_LOOK.colours.agreement[1],
    }
    page.conditional_format(FIRST_ROW, index, FIRST_ROW + max(len(sheet.rows), 1) - 1, index, scale)


def _position_columns(sheet: Sheet) -> list[int]:
    """The columns of the roles: the run of "points" columns before leadership or spread."""
    names = [column.name for column in sheet.columns]
    end = next((names.index(name) for name in ("Leadership", "Spread") if name in names), len(names))
    return [index for index in range(end) if sheet.columns[index].format == "points"]


DRAWN: Mapping[str, Callable[[Workbook, Formats, Sheet, Worksheet], Any]] = {
    "Layers": layers_chart,
    "Questions": shade_positions,
    "Gaps": shade_gaps,
    "Patterns": shade_scores,
}
