"""What every store promises, tried on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from alignment_model import store as stores
from alignment_model.counts import count
from alignment_model.errors import ConflictError, NotFoundError, StoreError, UsageError
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import Attribution
from alignment_model.store import Store
from alignment_model.store.tables import counts, initiatives, metadata, respondents
from tests.store.making import AT, AWKWARD, LATER, QUESTIONNAIRE, responses, source

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with stores.open_store(address) as opened:
        yield opened


def rows(store: Store, table) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def everything(store: Store) -> dict[str, int]:
    return {name: rows(store, table) for name, table in metadata.tables.items()}


class TestImports:
    def test_what_was_stored_is_what_is_read(self, store: Store) -> None:
        given = responses()
        stores.add_import(store, given, source())
        (read,) = stores.read_versions(store, "AI survey", "Spring")
        safe = AWKWARD  # answers are kept as they are, whatever characters they hold
        assert read.respondents[0].answers["why"] == safe
        assert read == given

    def test_blank_and_dont_know_stay_apart(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        (read,) = stores.read_versions(store, "AI survey", "Spring")
        assert read.respondents[1].dont_know == {"q2"}
        assert "number" not in read.respondents[1].answers

    def test_the_record_says_who_when_what_and_what_was_wrong(self, store: Store) -> None:
        record = stores.add_import(store, responses(), source(mapping="[roles]"))
        assert (record.imported_at, record.imported_by, record.status) == (AT, "Ann", "current")
        assert record.problems[0].place == "Responses!F12"
        assert (record.mapping, record.confirmed_by, record.respondents) == ("[roles]", "Ann", 7)
        assert stores.list_imports(store, "AI survey") == (record,)

    def test_surveys_list_their_waves_oldest_first(self, store: Store) -> None:
        stores.add_import(store, replace(responses(wave="Second"), wave_date=None), source("two", at=LATER))
        stores.add_import(store, responses(wave="First"), source("one"))
        stores.add_import(store, responses("Another"), source("three"))
        survey, another = stores.list_surveys(store)
        assert (another.name, [wave.name for wave in survey.waves]) == ("Another", ["First", "Second"])
        assert survey.waves[0].custom
        assert stores.wave_summary(store, "AI survey", "First") == survey.waves[0]

    def test_the_same_file_twice_is_noticed_with_its_date(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        with pytest.raises(ConflictError, match=r"imported on 2026-03-01 at 10:20 UTC as wave 'Spring'"):
            stores.add_import(store, responses(wave="Autumn"), source())
        assert [wave.name for wave in stores.list_surveys(store)[0].waves] == ["Spring"]

    def test_a_file_is_found_by_its_contents(self, store: Store) -> None:
        record = stores.add_import(store, responses(), source())
        assert stores.find_file(store, source().sha256) == (record,)
        assert stores.find_file(store, source("other").sha256) == ()

    def test_a_wave_that_holds_data_is_not_replaced_by_accident(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        before = everything(store)
        with pytest.raises(ConflictError, match=r"already holds 'one\.xlsx'"):
            stores.add_import(store, responses(shift=1), source("two"))
        assert everything(store) == before

    def test_replacing_keeps_one_current_import(self, store: Store) -> None:
        first = stores.add_import(store, responses(), source())
        second = stores.add_import(store, responses(shift=1), source("two"), replace=True)
        assert second.replaces == first.id
        assert [record.status for record in stores.list_imports(store)] == ["current", "replaced"]
        new, old = stores.read_versions(store, "AI survey", "Spring")
        assert (new, old) == (responses(shift=1), responses())

    def test_the_same_file_may_be_read_another_way_in_its_own_wave(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        again = stores.add_import(store, responses(), source(mapping="other"), replace=True)
        assert again.mapping == "other"

    def test_a_failure_halfway_stores_nothing(self, store: Store) -> None:
        before = everything(store)
        broken = responses()
        broken = replace(broken, respondents=(*broken.respondents, broken.respondents[0]), currency="x")
        broken.respondents[-1].answers["q1"] = object()  # type: ignore[index]
        with pytest.raises(TypeError):
            stores.add_import(store, broken, source())
        assert everything(store) == before

    @pytest.mark.parametrize("name", ["", "   ", "x" * 201, "\x00"])
    def test_a_survey_needs_a_usable_name(self, store: Store, name: str) -> None:
        with pytest.raises(UsageError, match="name"):
            stores.add_import(store, responses(name), source())

    def test_names_are_kept_with_single_spaces(self, store: Store) -> None:
        stores.add_import(store, responses("  AI \n survey "), source())
        assert stores.list_surveys(store)[0].name == "AI survey"

    def test_what_is_not_there_is_named_with_what_is(self, store: Store) -> None:
        with pytest.raises(NotFoundError, match="Nothing is stored yet"):
            stores.read_versions(store, "AI survey", "Spring")
        stores.add_import(store, responses(), source())
        with pytest.raises(NotFoundError, match="It has: Spring"):
            stores.read_versions(store, "AI survey", "Autumn")
        with pytest.raises(NotFoundError, match="There are: AI survey"):
            stores.wave_summary(store, "Other", "Spring")


class TestUndo:
    def test_undoing_deletes_the_answers_and_keeps_the_record(self, store: Store) -> None:
        record = stores.add_import(store, responses(), source())
        undone = stores.undo_import(store, record.id, at=LATER, by="Bob")
        assert (undone.status, undone.undone_at, undone.undone_by) == ("undone", LATER, "Bob")
        assert undone.problems == ()
        assert rows(store, respondents) == rows(store, counts) == rows(store, initiatives) == 0
        assert stores.list_surveys(store) == ()

    def test_undoing_a_replacement_brings_the_old_import_back(self, store: Store) -> None:
        first = stores.add_import(store, responses(), source())
        second = stores.add_import(store, responses(shift=1), source("two"), replace=True)
        stores.undo_import(store, second.id, at=LATER)
        assert stores.read_versions(store, "AI survey", "Spring") == (responses(),)
        assert stores.wave_summary(store, "AI survey", "Spring").import_id == first.id

    def test_the_file_may_be_imported_again_after_undoing(self, store: Store) -> None:
        record = stores.add_import(store, responses(), source())
        stores.undo_import(store, record.id, at=LATER)
        again = stores.add_import(store, responses(wave="Autumn"), source())
        assert again.id > record.id

    def test_undoing_twice_or_a_replaced_or_unknown_import_says_why_not(self, store: Store) -> None:
        first = stores.add_import(store, responses(), source())
        second = stores.add_import(store, responses(shift=1), source("two"), replace=True)
        with pytest.raises(ConflictError, match="Undo the later one first"):
            stores.undo_import(store, first.id, at=LATER)
        stores.undo_import(store, second.id, at=LATER)
        with pytest.raises(ConflictError, match="already undone on 2026-03-02"):
            stores.undo_import(store, second.id, at=LATER)
        with pytest.raises(NotFoundError, match="no import number 99"):
            stores.undo_import(store, 99, at=LATER)

    def test_deleting_a_survey_leaves_nothing_of_it(self, store: Store) -> None:
        stores.add_import(store, responses("Other"), source("other"))
        before = everything(store)
        stores.add_import(store, responses(), source())
        stores.add_import(store, responses(shift=1), source("two"), replace=True)
        stores.add_snapshot(store, "{}", survey="AI survey", wave="Spring", at=AT)
        stores.delete_survey(store, "AI survey")
        assert everything(store) == before
        stores.delete_survey(store, "Other")
        assert sum(everything(store).values()) == 0
        with pytest.raises(NotFoundError):
            stores.delete_survey(store, "Other")

    def test_deleting_a_wave_leaves_the_others_and_nothing_of_it(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        before = everything(store)
        stores.add_import(store, responses(wave="Autumn"), source("two"))
        stores.add_import(store, responses(wave="Autumn", shift=1), source("three"), replace=True)
        snapshot = stores.add_snapshot(store, "{}", survey="AI survey", wave="Autumn", at=AT)
        stores.add_link(store, stores.NewLink(snapshot.id, "a" * 64, LATER), at=AT)
        held = stores.holdings(store, "AI survey", "Autumn")
        assert (held.waves, held.imports, held.snapshots, held.links) == (1, 2, 1, 1)
        assert stores.holdings(store, "AI survey").waves == 2
        stores.delete_wave(store, "AI survey", "Autumn")
        assert everything(store) == before
        with pytest.raises(NotFoundError, match="no wave 'Autumn'"):
            stores.delete_wave(store, "AI survey", "Autumn")

    def test_a_survey_goes_with_its_last_wave(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        stores.delete_wave(store, "AI survey", "Spring")
        assert sum(everything(store).values()) == 0
        with pytest.raises(NotFoundError, match="no survey called"):
            stores.holdings(store, "AI survey")


class TestCounts:
    def test_stored_counts_are_those_of_the_answers(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        stored, minimum = stores.read_counts(store, "AI survey", "Spring")
        made, _ = count(responses(), PrivacyPolicy())
        assert (stored.cells, stored.hidden, stored.roles, minimum) == (
            made.cells,
            made.hidden,
            made.roles,
            5,
        )

    def test_a_group_too_small_is_not_in_the_counts(self, store: Store) -> None:
        stores.add_import(store, responses(managers=4), source())
        stored, _ = stores.read_counts(store, "AI survey", "Spring")
        assert stored.shown == ("CEO",)
        with store.reading() as connection:
            told = select(func.sum(counts.c.n)).where(counts.c.role == "Manager")
            assert connection.execute(told).scalar_one() == 0

    def test_a_role_nobody_was_told_of_is_protected(self, store: Store) -> None:
        untold = replace(responses(), attribution=Attribution(frozenset()))
        stores.add_import(store, untold, source())
        assert stores.read_counts(store, "AI survey", "Spring")[0].shown == ("Manager",)

    def test_another_minimum_makes_the_counts_anew(self, store: Store) -> None:
        stores.add_import(store, responses(managers=6), source())
        stores.rebuild_counts(store, "AI survey", "Spring", 7)
        stored, minimum = stores.read_counts(store, "AI survey", "Spring")
        assert (stored.shown, minimum) == (("CEO",), 7)

    def test_a_replacement_that_would_tell_one_person_apart_is_hidden(self, store: Store) -> None:
        stores.add_import(store, responses(managers=8), source())
        stores.add_import(store, responses(managers=9), source("two"), replace=True)
        stored, _ = stores.read_counts(store, "AI survey", "Spring")
        assert "Manager" not in stored.shown


class TestSnapshots:
    def test_a_snapshot_is_read_back_byte_for_byte(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        body = '{"title":"Größe 😀","n":1.50}'
        kept = stores.add_snapshot(
            store,
            body,
            survey="AI survey",
            wave="Spring",
            at=AT,
            by="Ann",
            note="For the board",
            versions={"app": "1"},
        )
        assert stores.read_snapshot(store, kept.id) == (kept, body)
        assert stores.list_snapshots(store) == stores.list_snapshots(store, "AI survey") == (kept,)
        assert stores.list_surveys(store)[0].snapshots == 1

    def test_a_snapshot_outlives_the_import_it_was_made_of(self, store: Store) -> None:
        record = stores.add_import(store, responses(), source())
        kept = stores.add_snapshot(store, "{}", survey="AI survey", wave="Spring", at=AT)
        stores.undo_import(store, record.id, at=LATER)
        assert stores.read_snapshot(store, kept.id)[1] == "{}"
        assert stores.list_surveys(store)[0].waves == ()

    def test_a_snapshot_somebody_changed_is_not_shown(self, store: Store) -> None:
        stores.add_import(store, responses(), source())
        kept = stores.add_snapshot(store, "{}", survey="AI survey", wave="Spring", at=AT)
        with store.writing() as connection:
            connection.execute(text("UPDATE snapshots SET body = '[]'"))
        with pytest.raises(StoreError, match="was changed after it was frozen"):
            stores.read_snapshot(store, kept.id)

    def test_what_is_not_there_cannot_be_frozen_or_opened(self, store: Store) -> None:
        with pytest.raises(NotFoundError, match="no survey called 'Nothing'"):
            stores.add_snapshot(store, "{}", survey="Nothing", wave="Spring", at=AT)
        with pytest.raises(NotFoundError, match="no snapshot '3'"):
            stores.read_snapshot(store, "3")


class TestMappings:
    def test_the_latest_mapping_of_a_form_is_remembered(self, store: Store) -> None:
        assert stores.known_mapping(store, "form") == ""
        stores.remember_mapping(store, "form", "a = 1", at=AT)
        stores.remember_mapping(store, "form", "a = 2", at=LATER)
        assert stores.known_mapping(store, "form") == "a = 2"


def test_the_questionnaire_is_kept_once(store: Store) -> None:
    stores.add_import(store, responses(), source())
    stores.add_import(store, responses(wave="Autumn"), source("two"))
    assert rows(store, metadata.tables["questionnaires"]) == 1
    assert stores.read_versions(store, "AI survey", "Autumn")[0].questionnaire == QUESTIONNAIRE


def test_a_store_is_the_same_after_closing_and_opening(address: str) -> None:
    with stores.open_store(address) as first:
        stores.add_import(first, responses(), source())
    with stores.open_store(address) as second:
        assert stores.read_versions(second, "AI survey", "Spring") == (responses(),)
