"""The whole path on the sample: stored waves analysed, frozen, opened, exported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_model import workflows
from alignment_model.counts import count
from alignment_model.errors import NotFoundError, UsageError
from alignment_model.privacy import PrivacyPolicy
from alignment_model.report.model import Report
from alignment_model.sample import sample_organisation
from alignment_model.settings import Settings
from alignment_model.store import Store
from alignment_model.workflows.details import WorkbookDetails
from tests.workflows.conftest import NOW

SAMPLE, FIRST = workflows.SAMPLE_SURVEY, "2026 Q1"


def test_the_first_wave_shows_its_roles_and_layers(sampled: Store, settings: Settings) -> None:
    analysis = workflows.analyse_wave(sampled, SAMPLE, FIRST, settings)
    assert len(analysis.shown_roles) == 7
    assert len(analysis.layers) == 4
    assert analysis.provenance["source_file"] == "2026 Q1.xlsx"
    assert analysis.provenance["imported_at"] == "2026-10-01T09:30:00.000000+00:00"


def test_a_larger_minimum_hides_more(sampled: Store, settings: Settings) -> None:
    strict = replace(settings, minimum_group=7)
    shown = {role.code for role in workflows.analyse_wave(sampled, SAMPLE, FIRST, strict).shown_roles}
    assert "Board" not in shown
    assert "Board" not in workflows.wave_counts(sampled, SAMPLE, FIRST, strict).shown


def test_stored_counts_are_those_of_the_drawn_answers(sampled: Store, settings: Settings) -> None:
    stored = workflows.wave_counts(sampled, SAMPLE, FIRST, settings)
    made, _ = count(sample_organisation(), PrivacyPolicy())
    assert (stored.cells, stored.roles) == (made.cells, made.roles)


def test_a_snapshot_opens_as_frozen_after_the_data_went(sampled: Store, settings: Settings) -> None:
    record = workflows.freeze_snapshot(sampled, SAMPLE, FIRST, "For the board", settings=settings, now=NOW)
    frozen = workflows.open_snapshot(sampled, record.id)
    wave = workflows.find_wave(sampled, SAMPLE, FIRST)
    workflows.undo_import(sampled, wave.import_id)
    assert workflows.open_snapshot(sampled, record.id) == frozen
    assert frozen[0] == record and frozen[1].survey == SAMPLE and frozen[1].sections
    assert {"app_version", "questionnaire_digest", "rules_digest", "source_sha256"} <= set(record.versions)
    assert workflows.list_snapshots(sampled, SAMPLE) == (record,)


def test_every_format_has_bytes_a_name_and_a_kind(sample_report: Report) -> None:
    for entry in workflows.EXPORT_FORMATS:
        content, name, mime = workflows.export_report(sample_report, entry.code)
        assert len(content) > 1000
        assert name == f"tarnwell-logistics-sample-2026-q1.{entry.extension}"
        assert mime == entry.mime
    with pytest.raises(UsageError, match="'doc' is not a format"):
        workflows.export_report(sample_report, "doc")


def test_what_is_not_there_cannot_be_analysed_or_frozen(store: Store, settings: Settings) -> None:
    for work in (workflows.analyse_wave, workflows.wave_counts):
        with pytest.raises(NotFoundError, match="Nothing is stored yet"):
            work(store, SAMPLE, FIRST, settings)
    with pytest.raises(NotFoundError):
        workflows.freeze_snapshot(store, SAMPLE, FIRST, settings=settings)


def test_a_workbook_says_what_it_is_and_a_blank_one_says_nothing() -> None:
    filled = workflows.read_upload(workflows.sample_bytes(managers=1, employees=0), "a.xlsx")
    said = workflows.workbook_details(filled)
    assert (said.survey, said.wave, said.currency, said.confirmed) == (SAMPLE, FIRST, "GBP", True)
    blank = workflows.read_upload(workflows.template_bytes(), "b.xlsx")
    assert workflows.workbook_details(blank) == WorkbookDetails()
    plain = workflows.read_upload(b"Role,TC1\nCEO,5\n", "c.csv")
    assert workflows.workbook_details(plain) == WorkbookDetails()
