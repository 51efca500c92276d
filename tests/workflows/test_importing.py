"""From a file to a stored wave, with a person's word on attribution."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model import workflows
from alignment_model.errors import ConflictError, InputError
from alignment_model.intake.cells import SourceFile
from alignment_model.responses import Attribution, ResponseSet
from alignment_model.store import Store
from tests.workflows.conftest import NOW


@pytest.fixture(scope="module")
def source() -> SourceFile:
    return workflows.read_upload(workflows.sample_bytes(managers=4, employees=12), "ours.xlsx")


@pytest.fixture(scope="module")
def responses(source: SourceFile) -> ResponseSet:
    return workflows.file_responses(workflows.recognise_file(source), survey="Ours", wave="Q1")


def test_a_preview_says_who_will_be_shown_and_stores_nothing(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    preview = workflows.preview_import(store, responses, source)
    shown = {role.code: role.shown for role in preview.roles}
    assert (shown["CEO"], shown["Manager"], shown["Employee"]) == (True, False, True)
    assert preview.to_confirm == ("CEO", "CFO", "CTO")
    assert (preview.already, preview.holds) == ((), None)
    assert workflows.list_imports(store) == ()


def test_a_preview_says_what_is_there_already(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    told = workflows.confirmed(responses, "Ann", now=NOW)
    record = workflows.import_wave(store, responses, source, attribution=told, now=NOW)
    preview = workflows.preview_import(store, responses, source)
    assert preview.already == (record,)
    assert preview.holds == workflows.find_wave(store, "Ours", "Q1")


def test_nothing_is_stored_until_attribution_is_confirmed(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    with pytest.raises(InputError, match="CEO, CFO, CTO, which are shown by name of role") as caught:
        workflows.import_wave(store, responses, source, attribution=responses.attribution)
    assert caught.value.problems[0].code == "attribution.not_confirmed"
    assert workflows.list_imports(store) == ()


def test_the_confirmation_is_recorded_with_its_time(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    told = workflows.confirmed(responses, "Ann", now=NOW)
    record = workflows.import_wave(store, responses, source, attribution=told, actor="Bob", now=NOW)
    assert (record.confirmed_by, record.confirmed_at) == ("Ann", "2026-10-01T09:30:00.000000+00:00")
    assert (record.imported_by, record.imported_at) == ("Bob", record.confirmed_at)


def test_with_nobody_attributed_nothing_has_to_be_confirmed(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    workflows.import_wave(store, responses, source, attribution=Attribution(frozenset()))
    record = workflows.list_imports(store)[0]
    assert record.attributed_roles == frozenset()


def test_the_data_version_follows_every_import_and_undo(
    store: Store, source: SourceFile, responses: ResponseSet
) -> None:
    nobody = Attribution(frozenset())
    workflows.import_wave(store, responses, source, attribution=nobody, now=NOW)
    first = workflows.data_version(store, "Ours", "Q1")
    again = workflows.import_wave(store, responses, source, attribution=nobody, replace_wave=True)
    assert workflows.data_version(store, "Ours", "Q1") != first
    workflows.undo_import(store, again.id)
    assert workflows.data_version(store, "Ours", "Q1") == first


def test_a_mapping_is_remembered_for_the_next_wave_of_the_form(store: Store) -> None:
    first = b"Who,We trust it\n" + b"Boss,5\n" + b"Staff,4\nStaff,2\n" * 6
    mapping = (
        'title = "Trust"\nleave_out = ["row 3"]\n[role]\ncolumn = "Who"\n'
        'values = { Boss = "Manager", Staff = "Employee" }\n\n'
        '[[questions]]\ncolumn = "We trust it"\nlayer = "societal_trust"\nreversed = false\n'
        'labels = ["1", "2", "3", "4", "5"]\n'
    )
    source = workflows.read_upload(first, "one.csv")
    recognition = workflows.recognise_file(source, mapping=mapping)
    responses = workflows.file_responses(recognition, survey="Ours", wave="Q1")
    nobody = Attribution(frozenset())
    workflows.import_wave(
        store, responses, source, attribution=nobody, mapping=mapping, form=recognition.form
    )
    second = workflows.read_upload(first.replace(b"Staff,2", b"Staff,3"), "two.csv")
    found = workflows.recognise_file(second, store=store)
    answers = workflows.file_responses(found, survey="Ours", wave="Q2")
    assert (len(responses.respondents), len(answers.respondents)) == (12, 13)
    assert answers.questionnaire.questions == responses.questionnaire.questions


def test_conflicts_reach_the_caller(store: Store, source: SourceFile, responses: ResponseSet) -> None:
    nobody = Attribution(frozenset())
    workflows.import_wave(store, responses, source, attribution=nobody)
    with pytest.raises(ConflictError):
        workflows.import_wave(store, replace(responses, wave="Q2"), source, attribution=nobody)
