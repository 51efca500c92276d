"""The page where share links are made, listed and ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import store as stores
from alignment_model import workflows
from alignment_model.report.model import Report
from alignment_model.report.snapshot import freeze
from alignment_model.store import LinkRecord
from alignment_model.ui import registry, state
from tests.report.organisations import reported
from tests.store.making import AT, responses, source


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with one snapshot and no link."""
    found = f"sqlite:///{tmp_path / 'alignment.db'}"
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", found)
    monkeypatch.setenv("ALIGNMENT_LINK_ADDRESS", "https://share.example/")
    report: Report = reported("three leaders")
    body = freeze(report, note="", created_at=AT, versions={}).text
    with stores.open_store(found) as store:
        stores.add_import(store, responses(), source())
        stores.add_snapshot(store, body, survey="AI survey", wave="Spring", at=AT, note="Board")
    return found


def opened() -> AppTest:
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.run()
    return app.switch_page(registry.page("links").file).run()


def links(address: str) -> tuple[LinkRecord, ...]:
    with stores.open_store(address) as store:
        return workflows.list_links(store)


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_a_link_is_made_shown_once_listed_and_revoked(address: str) -> None:
    app = opened()
    app.text_input[0].set_value("The board")
    press(app, "Create the link")
    assert not app.exception and not app.error
    (link,) = links(address)
    assert (link.label, link.sections, link.downloads, link.passphrase) == ("The board", (), (), "")
    assert app.code[0].value.startswith("https://share.example/s/")
    press(app, "I have copied it")
    assert not app.code
    assert state.NEW_LINK not in app.session_state
    assert any("Not opened yet" in line.value for line in app.caption)
    press(app, "Revoke")
    assert links(address)[0].revoked_at
    assert "Ended links" in [line.value for line in app.subheader]


def test_what_is_left_out_and_what_may_be_downloaded_is_kept_with_the_link(address: str) -> None:
    app = opened()
    out, files = app.multiselect
    out.set_value(["open_answers"])
    files.set_value(["xlsx"])
    next(field for field in app.text_input if "Passphrase" in field.label).set_value("three calm words")
    press(app, "Create the link")
    (link,) = links(address)
    assert "open_answers" not in link.sections and "overview" in link.sections
    assert link.downloads == ("xlsx",)
    assert link.passphrase.startswith("scrypt$")


def test_a_passphrase_of_no_use_is_refused_in_words_and_no_link_is_made(address: str) -> None:
    app = opened()
    next(field for field in app.text_input if "Passphrase" in field.label).set_value("short")
    press(app, "Create the link")
    assert "8 to 200 characters" in app.error[0].value
    assert links(address) == ()
