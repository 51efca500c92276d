"""Settings, notes of a survey, and edited registers, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alignment_model import store as stores
from alignment_model.errors import NotFoundError
from alignment_model.responses import Initiative
from alignment_model.store import Store
from tests.store.making import AT, LATER, responses, source

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with stores.open_store(address) as opened:
        stores.add_import(opened, responses(), source())
        yield opened


def test_a_setting_is_kept_replaced_and_forgotten(store: Store) -> None:
    assert stores.read_setting(store, "rules") is None
    stores.save_setting(store, "rules", "one", at=AT)
    stores.save_setting(store, "rules", "two", at=LATER, by="Ann")
    assert stores.read_setting(store, "rules") == stores.Setting("two", LATER, "Ann")
    stores.forget_setting(store, "rules")
    assert stores.read_setting(store, "rules") is None


def test_a_note_goes_when_its_survey_goes(store: Store) -> None:
    stores.save_note(store, "AI survey", "ticks", "{}", at=AT)
    stores.delete_survey(store, "AI survey")
    stores.add_import(store, responses(), source())
    assert stores.read_note(store, "AI survey", "ticks") is None


def test_a_note_needs_its_survey(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no survey called 'nothing'"):
        stores.save_note(store, "nothing", "ticks", "{}", at=AT)


def test_an_edited_register_is_read_and_counted(store: Store) -> None:
    before = stores.register_version(store, "AI survey", "Spring")
    stores.replace_initiatives(store, "AI survey", "Spring", [Initiative("New", stage="Pilot")], at=AT)
    assert [item.name for item in stores.read_initiatives(store, "AI survey", "Spring")] == ["New"]
    assert stores.read_versions(store, "AI survey", "Spring")[0].initiatives[0].name == "New"
    assert stores.register_version(store, "AI survey", "Spring") > before


def test_an_undone_import_leaves_no_register_behind(store: Store) -> None:
    stores.replace_initiatives(store, "AI survey", "Spring", [Initiative("New")], at=AT)
    stores.undo_import(store, stores.list_imports(store)[0].id, at=LATER)
    with store.reading() as connection:
        rows = connection.execute(stores.tables.register_edits.select()).all()
    assert rows == []
