"""Freeze an analysis, open what was frozen, and turn reports into files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.errors import UsageError
from alignment_model.findings.commitments import Standing
from alignment_model.findings.trends import Trend
from alignment_model.framework import fold
from alignment_model.report import data as report_numbers
from alignment_model.report import exports, snapshot
from alignment_model.report.model import Report
from alignment_model.report.selection import select
from alignment_model.settings import Settings
from alignment_model.store import SnapshotRecord, Store, WaveSummary
from alignment_model.workflows.analysing import analyse_wave
from alignment_model.workflows.checklists import Ticks, checklist_rows
from alignment_model.workflows.clock import stamp
from alignment_model.workflows.commitments import carried_commitments, commitments_version
from alignment_model.workflows.looking import compare_stored_waves
from alignment_model.workflows.surveys import list_surveys


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One kind of file a report can be taken away as."""

    code: str
    label: str
    mime: str
    extension: str


ExportChoices = exports.Choices
USUAL_CHOICES = exports.USUAL
EXPORT_FORMATS = tuple(
    ExportFormat(code, maker.label, maker.mime, maker.extension) for code, maker in exports.EXPORTERS.items()
)


def make_report(
    analysis: Analysis, commitments: Sequence[Standing] = (), trend: Trend | None = None
) -> Report:
    """The report of an analysis, of what was agreed, and of what moved: what every export and snapshot reads."""
    from alignment_model.report.build import build_report  # imported late: it loads the drawing library

    return build_report(analysis, commitments, trend)


def report_data(
    analysis: Analysis, commitments: Sequence[Standing] = (), trend: Trend | None = None
) -> dict[str, Any]:
    """Every number of an analysis that may be shown, as plain JSON values by the report's schema."""
    return report_numbers.report_data(analysis, commitments, trend)


def wave_report(store: Store, survey: str, wave: str, settings: Settings) -> Report:
    """The report of a stored wave, with what was agreed and what moved since the wave before it.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    return make_report(*_wave(store, survey, wave, settings))


def wave_report_data(store: Store, survey: str, wave: str, settings: Settings) -> dict[str, Any]:
    """Every number of a stored wave's report.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    return report_data(*_wave(store, survey, wave, settings))


def _wave(
    store: Store, survey: str, wave: str, settings: Settings
) -> tuple[Analysis, Sequence[Standing], Trend | None]:
    found = analyse_wave(store, survey, wave, settings)
    before = wave_before(store, survey, wave)
    trend = None if before is None else compare_stored_waves(store, survey, before.name, wave, settings)
    return found, carried_commitments(store, found, settings), trend


def wave_before(store: Store, survey: str, wave: str) -> WaveSummary | None:
    """The wave a report compares this one with; None for a survey's first."""
    waves = [item for entry in list_surveys(store) if entry.name == survey for item in entry.waves]
    here = next((place for place, item in enumerate(waves) if item.name == wave), 0)
    return waves[here - 1] if here else None


def earlier_import(store: Store, survey: str, wave: str) -> str:
    """Which import the wave before rests on, as a version; empty when there is none."""
    before = wave_before(store, survey, wave)
    return "" if before is None else f"{before.name}, import {before.import_id}"


def freeze_snapshot(
    store: Store,
    survey: str,
    wave: str,
    note: str = "",
    *,
    settings: Settings,
    actor: str = "",
    now: datetime | None = None,
) -> SnapshotRecord:
    """Freeze a wave's report, with what was agreed, as it is now.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    report = wave_report(store, survey, wave, settings)
    versions = _versions(report) | {
        "commitments": commitments_version(store, survey, wave),
        "earlier_import": earlier_import(store, survey, wave),
    }
    at = stamp(now)
    frozen = snapshot.freeze(report, note=note, created_at=at, versions=versions)
    return stores.add_snapshot(
        store,
        frozen.text,
        survey=survey,
        wave=wave,
        at=at,
        by=actor,
        note=note,
        versions=frozen.versions,
    )


def _versions(report: Report) -> dict[str, str]:
    return {name: str(value) for name, value in report.provenance.items()}


def list_snapshots(store: Store, survey: str = "") -> tuple[SnapshotRecord, ...]:
    """Snapshots of a survey (or of all), the latest first."""
    return stores.list_snapshots(store, survey)


def open_snapshot(store: Store, snapshot_id: str) -> tuple[SnapshotRecord, Report]:
    """A snapshot and its report, exactly as frozen.

    Raises
    ------
    NotFoundError, StoreError
        When there is no such snapshot, or its content was changed.
    """
    record, body = stores.read_snapshot(store, snapshot_id)
    return record, snapshot.open_snapshot(body)


def export_report(
    report: Report, code: str, choices: exports.Choices = exports.USUAL
) -> tuple[bytes, str, str]:
    """A report as a file: its bytes, a file name, and its MIME type.

    Raises
    ------
    UsageError
        When there is no such format, or a choice is of no use.
    """
    return exports.export(report, code, choices), export_name(report, code), exports.exporter(code).mime


def template_sentence(content: bytes) -> str:
    """What a company's PowerPoint template offers, in words.

    Raises
    ------
    UsageError
        When it cannot be used, with the reason.
    """
    from alignment_model.report.pptx.template import (
        template_facts,  # imported late: it takes a second to load
    )

    return template_facts(content).sentence


def export_files(
    report: Report, code: str, choices: exports.Choices = exports.USUAL
) -> list[tuple[str, bytes]]:
    """A report as files by name: one, or a folder's worth for a format of several files.

    Raises
    ------
    UsageError
        As `export_report`.
    """
    return exports.export_files(report, code, choices)


def some_sections(report: Report, codes: Iterable[str]) -> Report:
    """The report with these sections alone, in this order; with all of them when none is named.

    Raises
    ------
    UsageError
        When the report has no such section.
    """
    known = [section.code for section in report.sections]
    codes = tuple(codes)
    for code in codes:
        if code not in known:
            raise UsageError(f"This report has no section '{code}'. Choose from {', '.join(known)}.")
    return select(report, codes)


def export_name(entry: Report | SnapshotRecord, code: str) -> str:
    """The file name of an export; UsageError when there is no such format."""
    return exports.file_name(entry, code)  # type: ignore[arg-type]


def file_stem(entry: Report | SnapshotRecord) -> str:
    """A file name for a report or snapshot, without its ending."""
    return export_name(entry, "json").removesuffix(".json")


def agenda(analysis: Analysis, ticks: Ticks | None = None) -> tuple[bytes, str, str]:
    """The agenda of a session about this wave, to print: its bytes, a file name, and its MIME type.

    `ticks` is the checklist as kept: what the team has ticked, by initiative.
    """
    from alignment_model.report.agenda import agenda_html  # imported late: it loads the drawing library

    return agenda_html(analysis, checklist_rows(analysis, ticks or {})), agenda_name(analysis), "text/html"


def agenda_name(analysis: Analysis) -> str:
    """The file name of a wave's agenda."""
    stem = "-".join(fold(f"{analysis.survey} {analysis.wave}").split())
    return f"{stem or 'session'}-agenda.html"
