"""What an OpenDocument says of its cells beside their values."""

import io
import zipfile

import pytest

from alignment_model.errors import InputError
from alignment_model.intake.reading import read_source
from alignment_model.intake.reading.open_document import open_document_facts
from tests.intake.hostile import building

ERROR = building.open_document_cell("#N/A", extra=' office:string-value="" calcext:value-type="error"')
DATE = '<table:table-cell {} office:value-type="date" office:date-value="2026-01-05"/>'
SHARE = '<table:table-cell office:value-type="percentage" office:value="0.05"/>'
UNKNOWN = '<table:table-cell table:formula="of:=A1"/>'
ROLE = building.open_document_cell("Role")
PARTS = {"d-mmm": "day month", "mmm-yy": "month year", "full": "day month year", "clock": "day month hours"}
STYLES = "".join(
    f'<number:date-style style:name="N-{name}">'
    + "".join(f"<number:{part}/>" for part in parts.split())
    + f'</number:date-style><style:style style:name="{name}" style:data-style-name="N-{name}"/>'
    for name, parts in PARTS.items()
)


def row(*cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def document(*rows, styles=""):
    data = building.open_document("".join(rows))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    names = (
        ' xmlns:number="n" xmlns:style="s"><office:automatic-styles>' + styles + "</office:automatic-styles>"
    )
    return building.with_parts(
        data, {"content.xml": content.replace("><office:body>", names + "<office:body>", 1)}
    )


def facts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return open_document_facts(archive)["Answers"]


def test_errors_and_shares_read_as_the_spreadsheet_shows_them():
    source = read_source(document(row(ROLE, ROLE), row(ERROR, SHARE)), "a.ods")
    assert source.sheets[0].rows == (("Role", "Role"), ("#N/A", "5%"))
    assert (source.sheets[0].errors, source.problems) == ({(1, 0)}, ())


def test_a_formula_without_a_result_is_known():
    assert facts(document(row(ROLE), row(UNKNOWN))).formulas == {(1, 0)}


@pytest.mark.parametrize(("style", "partial"), [*zip(PARTS, (True, True, False, False))])
def test_dates_shown_without_their_year_or_day_were_text(style, partial):
    found = facts(document(row(DATE.format(f'table:style-name="{style}"')), styles=STYLES))
    assert found.dates_from_text == ({(0, 0)} if partial else set())


def test_repeated_rows_and_cells_keep_the_others_in_their_place():
    wide = '<table:table-cell table:number-columns-repeated="3"/>'
    found = facts(document(row(ROLE, times=4), row(wide, SHARE), row(ROLE, SHARE, times=2)))
    assert found.percents == {(4, 3), (5, 1), (6, 1)}


def test_a_share_repeated_without_end_costs_nothing():
    far = '<table:table-cell office:value-type="percentage" office:value="1" table:number-columns-repeated="1000"/>'
    assert facts(document(row(far, times=5_000))).percents == set()


def test_declarations_in_the_styles_are_refused():
    data = building.with_parts(document(row(ROLE)), {"styles.xml": "<!DOCTYPE x><x/>"})
    with pytest.raises(InputError, match="hidden instructions"):
        read_source(data, "a.ods")
