"""Tables on the pages: nothing that stands in a cell is cut where there is room for it."""

import json

import pytest
from streamlit.testing.v1 import AppTest

SHORT = [{"What": "Spent", "Before": 1.0}] * 8
LONG = {"What": "Median age of current pilots, months", "Before": 16.1}


def script(rows) -> None:
    from alignment_model.ui import components

    components.table(rows, alt="Numbers")


def columns(rows) -> dict[str, dict[str, object]]:
    app = AppTest.from_function(script, kwargs={"rows": rows}).run()
    assert not app.exception
    return json.loads(app.dataframe[0].proto.columns)


def test_a_text_much_longer_than_its_columns_others_gives_the_column_its_width() -> None:
    assert columns([*SHORT, LONG])["What"]["width"] >= 200
    assert columns(SHORT)["What"].get("width") is None


@pytest.mark.parametrize(("value", "side"), [(3, "left"), ("three", None), (True, None)])
def test_numbers_stand_under_their_head(value: object, side: str | None) -> None:
    assert columns([{"What": value}])["What"].get("alignment") == side
