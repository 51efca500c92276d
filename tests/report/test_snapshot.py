import hashlib
from dataclasses import replace

import pytest

from alignment_model.errors import AlignmentError
from alignment_model.report.build import build_report
from alignment_model.report.snapshot import freeze, open_snapshot, read_snapshot, verify

FROZEN = {
    "note": "Board, Q4",
    "created_at": "2026-11-20T09:00:00Z",
    "versions": {"app": "0.1.0", "rules": "1"},
}


@pytest.fixture(scope="module")
def report(report_of):
    return report_of("three leaders")


def test_the_same_inputs_give_the_same_bytes(report, make):
    assert freeze(build_report(make("three leaders")), **FROZEN) == freeze(report, **FROZEN)


def test_a_snapshot_opens_exactly_as_it_was_frozen(report):
    assert open_snapshot(freeze(report, **FROZEN).text) == report


def test_the_hash_is_that_of_the_saved_file(report):
    snapshot = freeze(report, **FROZEN)
    assert snapshot.sha256 == hashlib.sha256(snapshot.text.encode()).hexdigest()


def test_an_untouched_snapshot_verifies_and_can_be_read_from_its_text_alone(report):
    snapshot = freeze(report, **FROZEN)
    assert verify(snapshot)
    assert read_snapshot(snapshot.text) == snapshot


@pytest.mark.parametrize("change", ["text", "note", "versions", "sha256"])
def test_any_change_is_noticed(report, change):
    snapshot = freeze(report, **FROZEN)
    changed = {
        "text": snapshot.text.replace("2026 Q4", "2026 Q3", 1),
        "note": "Another note",
        "versions": {"app": "9"},
        "sha256": "0" * 64,
    }
    assert not verify(replace(snapshot, **{change: changed[change]}))


@pytest.mark.parametrize("text", ["", "not json", "[]", '{"format": "other"}'])
def test_something_else_is_refused_in_a_sentence(text):
    with pytest.raises(AlignmentError, match="not a snapshot"):
        open_snapshot(text)


def test_a_report_with_a_number_json_cannot_hold_is_refused(report):
    with pytest.raises(ValueError, match="JSON"):
        freeze(replace(report, data={"value": float("nan")}), **FROZEN)
