"""Two snapshots on the screen, and a kept file checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import store as stores
from alignment_model.report.exports import export
from alignment_model.report.snapshot import freeze
from alignment_model.ui import registry, state
from alignment_model.ui.sharing import compare_data
from tests.report.organisations import reported
from tests.store.making import AT, LATER, responses, source

BEFORE, AFTER = reported("three leaders"), reported("usual")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A database with two snapshots; their ids, the earlier first."""
    address = f"sqlite:///{tmp_path / 'alignment.db'}"
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", address)
    with stores.open_store(address) as store:
        stores.add_import(store, responses(BEFORE.survey, BEFORE.wave), source())
        kept = [
            stores.add_snapshot(
                store,
                freeze(report, note="", created_at=at, versions={}).text,
                survey=BEFORE.survey,
                wave=BEFORE.wave,
                at=at,
            )
            for report, at in ((BEFORE, AT), (AFTER, LATER))
        ]
    return [record.id for record in kept]


def opened(**parameters: str) -> AppTest:
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.run()
    app.switch_page(registry.page("compare").file)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def test_the_two_latest_stand_side_by_side_with_what_cannot_be_compared(two: list[str]) -> None:
    app = opened()
    assert not app.exception and not app.error
    assert [box.value for box in app.selectbox if "fore" in box.label or box.label == "After"] == two
    assert "What cannot be compared" in [line.value for line in app.subheader]
    assert any("Nothing it was made from has changed" in line.value for line in app.caption)


def test_a_snapshot_compared_with_itself_differs_in_nothing(two: list[str]) -> None:
    app = opened(**{state.BEFORE: two[0], state.AFTER: two[0]})
    assert app.header[0].value == "The two say the same"
    app.toggle[0].set_value(True).run()
    assert not app.dataframe


def test_a_kept_file_is_checked_and_a_changed_one_is_shown_with_its_places(two: list[str]) -> None:
    content = export(BEFORE, "json")
    app = opened()
    app.file_uploader[0].upload("report.json", content, "application/json").run()
    assert app.success[0].value.startswith("Every number in this file")
    app.file_uploader[0].upload(
        "report.json", content.replace(b"CEO and", b"CIO and"), "application/json"
    ).run()
    assert "differs from every kept snapshot" in app.warning[0].value
    assert compare_data.check_rows(compare_data.check(content.replace(b"CEO and", b"CIO and")))
