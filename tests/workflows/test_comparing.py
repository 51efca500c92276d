"""What has moved on since a snapshot, and whether a kept file says what was frozen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from alignment_model import __version__, workflows
from alignment_model import store as stores
from alignment_model.report.exports import export
from alignment_model.report.selection import select
from alignment_model.report.snapshot import freeze
from alignment_model.settings import Settings
from alignment_model.store import SnapshotRecord, Store
from alignment_model.workflows.rules import pattern_rules
from tests.report.organisations import reported
from tests.store.making import AT, LATER, responses, source

WHOLE = reported("three leaders")
REPORT = replace(
    WHOLE, survey="AI survey", wave="Spring", data={**WHOLE.data, "survey": "AI survey", "wave": "Spring"}
)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[Store, SnapshotRecord, Settings]]:
    settings = Settings(f"sqlite:///{tmp_path / 'alignment.db'}")
    with workflows.open_store(settings) as store:
        made = stores.add_import(store, responses(), source())
        versions = {
            "import_id": str(made.id),
            "register_edits": "0",
            "rules_digest": pattern_rules(store).digest,
            "minimum_group": "5",
            "app_version": __version__,
        }
        body = freeze(REPORT, note="", created_at=AT, versions=versions).text
        yield (
            store,
            stores.add_snapshot(store, body, survey="AI survey", wave="Spring", at=AT, versions=versions),
            settings,
        )


def test_a_snapshot_says_what_has_moved_on_since(kept) -> None:
    store, record, settings = kept
    assert workflows.moved_on(store, record, settings) == ()
    stores.add_import(store, responses(shift=1), source("two", at=LATER), replace=True)
    changed = replace(settings, minimum_group=7)
    assert workflows.moved_on(store, record, changed) == (
        "the answers were imported anew",
        "groups are shown from another size",
    )
    assert workflows.moved_on(store, replace(record, wave="Autumn"), settings) == (
        "the wave is not stored here any more",
    )


def test_a_kept_file_is_recognised_also_when_it_was_laid_out_anew_or_is_a_part(kept) -> None:
    store, record, _ = kept
    content = export(REPORT, "json")
    pretty = json.dumps(json.loads(content), indent=2).encode()
    part = export(select(REPORT, ["gaps"]), "json")
    for file in (content, pretty, b"\xef\xbb\xbf" + content, part):
        found = workflows.check_file(store, file)
        assert (found.word, found.record, found.differences) == ("same", record, ())


def test_a_changed_number_is_found_with_its_place(kept) -> None:
    store, _, _ = kept
    data = json.loads(export(REPORT, "json"))
    data["layers"][0]["agreement"]["value"] = 0.99
    del data["headline"]
    found = workflows.check_file(store, json.dumps(data).encode())
    assert found.word == "changed"
    assert [place for place, _, _ in found.differences] == ["headline", "layers.0.agreement.value"]


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"\xff\xfe", b"[]", b"{}", b'{"a":NaN}', b"[" * 100_000, b'{"format":1}']
)
def test_what_is_no_report_is_said_to_be_none(kept, content: bytes) -> None:
    assert workflows.check_file(kept[0], content).word == "unreadable"


def test_a_report_of_a_wave_that_was_never_frozen_here_cannot_be_checked(kept) -> None:
    data = {**json.loads(export(REPORT, "json")), "wave": "Autumn"}
    assert workflows.check_file(kept[0], json.dumps(data).encode()).word == "strange"


def test_two_snapshots_of_the_same_numbers_say_the_same(kept) -> None:
    store, record, _ = kept
    found = workflows.compare_snapshots(store, record.id, record.id)
    assert {item.verdict for item in found.differences} <= {"same", "cannot be said"}


def test_a_snapshot_says_when_the_wave_it_was_compared_with_has_moved_on(kept) -> None:
    store, record, settings = kept
    compared = replace(record, versions={**record.versions, "earlier_import": "Winter, import 9"})
    assert workflows.moved_on(store, compared, settings) == (
        "the wave before it was imported anew or is another one",
    )
