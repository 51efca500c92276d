"""The same answers in every dress a spreadsheet program or survey tool gives them are the same answers."""

import datetime
import io
import re
import zipfile

import pytest
import xlsxwriter

from alignment_model.intake import read_source, recognise
from tests.intake.hostile import building

HEAD = [
    "ID", "Start time", "Completion time", "Email", "Name", "What is your role?", "How far do you agree?.We plan ahead",
    "How far do you agree?.We know our costs", "Net effect on cost, in per cent", "Anything else?",
]  # fmt: skip
NOON = datetime.datetime(2026, 11, 2, 12)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def people(moment=NOON, share=0.05):
    roles = ["CEO", "CFO", "Manager", "Manager", "Manager", "Employee"]
    labels = [
        "Strongly disagree",
        "Disagree",
        "Neither agree nor disagree",
        "Agree",
        "Strongly agree",
        "Don't know",
    ]
    for number, (role, label) in enumerate(zip(roles, labels), start=1):
        agreed = labels[(number + 2) % 6]
        yield [
            number,
            moment,
            moment,
            "anonymous",
            "none given",
            role,
            label,
            agreed,
            share,
            "NA" if number > 3 else "a\nb",
        ]


def workbook(top=0, left=0, before=None, after=None, **options):
    """The answers at this place of a sheet, as Excel would store them."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **options})
    if before:
        before(book)
    sheet = book.add_worksheet("Answers")
    day, share = book.add_format({"num_format": "m/d/yy h:mm"}), book.add_format({"num_format": "0%"})
    for row, cells in enumerate([HEAD, *people()]):
        for column, value in enumerate(cells):
            look = share if column == 8 else day if isinstance(value, datetime.datetime) else None
            sheet.write(top + row, left + column, value, look)
    if after:
        after(book, sheet)
    book.close()
    return stream.getvalue()


def repacked(change, rename=lambda name: name, **options):
    """The workbook with each part changed or renamed."""
    with zipfile.ZipFile(io.BytesIO(workbook(**options))) as source:
        return building.archive(
            {rename(name): change(name, source.read(name).decode()) for name in source.namelist()}
        )


def is_sheet(name):
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def strict(_name, xml):
    other = "http://purl.oclc.org/ooxml/"
    relations = "http://schemas.openxmlformats.org/officeDocument/"
    return xml.replace(MAIN, other + "spreadsheetml/main").replace(
        relations + "2006/", other + "officeDocument/"
    )


def prefixed(name, xml):
    if not (is_sheet(name) or name in ("xl/workbook.xml", "xl/sharedStrings.xml")):
        return xml
    return re.sub(
        r"<(/?)([A-Za-z]+)(?=[ />])", r"<\1x:\2", xml.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    )


def titles(_book, sheet):
    sheet.write(0, 0, "Leadership survey, November 2026")
    sheet.write(1, 0, "Exported on Monday")
    sheet.autofilter(3, 0, 9, len(HEAD) - 1)
    sheet.set_row(5, None, None, {"hidden": True})


def neighbours(book):
    """A pivot table, codes, and hidden copies of old answers, all before the answers."""
    pivot, codes = book.add_worksheet("Pivot"), book.add_worksheet("Codes")
    for row, cells in enumerate(
        [
            ["Row Labels", *(f"Average of {text}" for text in HEAD)],
            *[[role, *[3.5] * 10] for role in ("CEO", "Manager")],
        ]
    ):
        pivot.write_row(row, 0, cells)
    for row in range(60):
        codes.write_row(row, 0, [f"V{row}", "Some question", "1 = no"])
    for name in ("hide", "very_hidden"):
        hidden = book.add_worksheet(name)
        hidden.write_row(0, 0, HEAD)
        getattr(hidden, name)()


def decorations(book, sheet):
    yellow = book.add_format({"bg_color": "yellow"})
    for row in range(20, 60):
        sheet.write_blank(row, 30, None, yellow)
    sheet.write_comment(2, 6, "please check")
    sheet.add_table(0, 0, 6, len(HEAD) - 1, {"columns": [{"header": text} for text in HEAD]})
    sheet.write_formula(1, 5, '="CEO"', None, "CEO")
    sheet.write_string(2, 0, "2")
    book.add_chartsheet("Chart")


DRESSINGS = {
    "as it is": lambda: workbook(),
    "texts in the cells themselves": lambda: workbook(constant_memory=True),
    "days counted from 1904": lambda: workbook(date_1904=True),
    "titles, a filter and a hidden row": lambda: workbook(top=3, after=titles),
    "other sheets before it": lambda: workbook(before=neighbours),
    "a table object, a comment, a formula, a chart": lambda: workbook(after=decorations),
    "strict Open XML": lambda: repacked(strict),
    "prefixed names": lambda: repacked(prefixed),
    "cells without addresses": lambda: repacked(
        lambda name, xml: re.sub(r' r="[A-Z]*\d+"', "", xml) if is_sheet(name) else xml
    ),
    "a wrong dimension": lambda: repacked(
        lambda name, xml: (
            re.sub(r"<dimension[^>]*/>", '<dimension ref="A1"/>', xml) if is_sheet(name) else xml
        )
    ),
    "a sheet in UTF-16": lambda: repacked(
        lambda name, xml: xml.replace("UTF-8", "UTF-16").encode("utf-16") if is_sheet(name) else xml
    ),
    "parts named from the root": lambda: repacked(
        lambda name, xml: (
            xml.replace('Target="', 'Target="/xl/') if name == "xl/_rels/workbook.xml.rels" else xml
        )
    ),
    "parts with backslashes": lambda: repacked(lambda _name, xml: xml, lambda name: name.replace("/", "\\")),
}


def told(data):
    """What a person is told of the answers: everything but where in the file they stood."""
    found = recognise(read_source(data, "answers"))
    columns = [
        {key: value for key, value in column.as_dict().items() if key != "index"}
        for column in found.columns
        if column.header
    ]
    return (
        found.tool,
        found.respondents,
        found.role.counts,
        columns,
        [problem.code for problem in found.problems],
    )


def as_text():
    rows = [HEAD, *people("11/2/2026 12:00", "5%")]
    quoted = [",".join('"' + ("" if cell is None else str(cell)) + '"' for cell in row) for row in rows]
    return "\r\n".join(quoted).encode("utf-8-sig")


@pytest.mark.parametrize("dressing", DRESSINGS)
def test_a_workbook_reads_like_the_csv_of_the_same_answers(dressing):
    assert told(DRESSINGS[dressing]()) == told(as_text())


def test_a_table_away_from_the_corner_is_found():
    assert told(workbook(top=4, left=2))[:3] == told(as_text())[:3]
