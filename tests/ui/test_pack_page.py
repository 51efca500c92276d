"""A pack on the screen: an audience chosen, its files and link made from one snapshot."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import store as stores
from alignment_model import workflows
from alignment_model.report.snapshot import freeze
from alignment_model.ui import state
from tests.report.organisations import reported
from tests.store.making import AT, responses, source
from tests.ui.states import opened, the_store, words_of

REPORT = reported("usual")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with one snapshot; its id."""
    address = f"sqlite:///{tmp_path / 'alignment.db'}"
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", address)
    with stores.open_store(address) as store:
        stores.add_import(store, responses(REPORT.survey, REPORT.wave), source())
        text = freeze(REPORT, note="", created_at=AT, versions={}).text
        return stores.add_snapshot(store, text, survey=REPORT.survey, wave=REPORT.wave, at=AT).id


def choose(app: AppTest, label: str) -> AppTest:
    picker = next(box for box in app.selectbox if box.label == "From")
    return picker.set_value(label).run()


def test_a_pack_for_managers_is_made_with_its_files_and_its_link(kept: str) -> None:
    app = choose(opened("board_pack", **{state.AUDIENCE: "Managers"}), kept)
    assert "Executives and managers" in words_of(app)
    next(button for button in app.button if button.label == "Make the pack").click().run()
    assert not app.exception and not app.error
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["PowerPoint deck", "PDF to print", "All files (zip)"]
    with the_store() as store:
        (link,) = workflows.list_links(store)
        shown = workflows.linked_report(store, link)
    assert (link.label, link.downloads) == ("Managers", ("pdf",))
    assert shown.warning.startswith("For managers.")
    assert app.code[0].value.split("/s/")[1]
    assert [section.code for section in shown.sections] == [
        "executives_and_managers",
        "method",
        "confidentiality",
    ]


def test_without_a_survey_the_page_says_what_comes_first(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    app = opened("board_pack")
    assert not app.exception
    assert "Nothing is loaded yet, so there is nothing to make a pack of" in words_of(app)
