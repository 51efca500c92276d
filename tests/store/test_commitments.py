"""Commitments as kept, on both databases: with their survey, one change at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from alignment_model import store as stores
from alignment_model.commitments import KEPT, Commitment
from alignment_model.errors import ConflictError, NotFoundError
from alignment_model.store import Store
from tests.store.making import AT, AWKWARD, LATER, responses, source

pytestmark = pytest.mark.postgres
SURVEY = "AI survey"
AGREED = Commitment("One owner for each pilot", "CFO", date(2026, 6, 1), "Spring", "q1", "trust")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with stores.open_store(address) as opened:
        stores.add_import(opened, responses(), source())
        yield opened


def test_what_was_agreed_comes_back_in_the_order_it_was_made(store: Store) -> None:
    first = stores.add_commitment(store, SURVEY, AGREED, at=AT, by="Ann")
    second = stores.add_commitment(store, SURVEY, replace(AGREED, text=AWKWARD), at=LATER)
    assert stores.list_commitments(store, SURVEY) == (first, second)
    assert first == replace(AGREED, id=first.id, made_at=AT, made_by="Ann", changed_at=AT, changed_by="Ann")
    assert len(first.id) == 16 and first.id != second.id
    assert "DROP TABLE" in second.text and "\x00" not in second.text


def test_a_change_is_refused_when_somebody_was_faster(store: Store) -> None:
    seen = stores.add_commitment(store, SURVEY, AGREED, at=AT)
    kept = stores.change_commitment(store, SURVEY, replace(seen, state=KEPT, note="Done."), at=LATER, by="Bo")
    assert (kept.state, kept.note, kept.changed_by, kept.made_at) == (KEPT, "Done.", "Bo", AT)
    with pytest.raises(ConflictError, match=r"Somebody else changed this commitment.*kept"):
        stores.change_commitment(store, SURVEY, replace(seen, text="Other"), at=LATER)
    assert stores.list_commitments(store, SURVEY) == (kept,)


def test_a_commitment_belongs_to_its_survey(store: Store) -> None:
    made = stores.add_commitment(store, SURVEY, AGREED, at=AT)
    assert stores.list_commitments(store, "another") == ()
    for act in (
        lambda: stores.add_commitment(store, "another", AGREED, at=AT),
        lambda: stores.change_commitment(store, "another", made, at=AT),
        lambda: stores.remove_commitment(store, "another", made.id),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert stores.remove_commitment(store, SURVEY, made.id) == made
    assert stores.list_commitments(store, SURVEY) == ()


def test_it_outlives_an_undone_import_and_goes_with_its_survey(store: Store) -> None:
    stores.add_commitment(store, SURVEY, AGREED, at=AT)
    stores.undo_import(store, stores.list_imports(store)[0].id, at=LATER)
    stores.add_import(store, responses(), source())
    assert len(stores.list_commitments(store, SURVEY)) == 1
    stores.delete_survey(store, SURVEY)
    stores.add_import(store, responses(), source())
    assert stores.list_commitments(store, SURVEY) == ()


def test_the_database_takes_no_state_of_its_own(store: Store) -> None:
    with pytest.raises(ConflictError):
        stores.add_commitment(store, SURVEY, replace(AGREED, state="later"), at=AT)
