"""Freeze an analysis, open what was frozen, and turn reports into files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from alignment_model import intake
from alignment_model import report as reports
from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.errors import UsageError
from alignment_model.framework import fold, load_framework
from alignment_model.questionnaire import load_questionnaire
from alignment_model.report import snapshot
from alignment_model.report.model import Report
from alignment_model.settings import Settings
from alignment_model.store import SnapshotRecord, Store
from alignment_model.workflows.analysing import analyse_wave
from alignment_model.workflows.clock import stamp


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One kind of file a report can be taken away as."""

    code: str
    label: str
    mime: str


EXPORT_FORMATS = (
    ExportFormat(
        "xlsx", "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    ExportFormat("html", "Web page in one file", "text/html"),
    ExportFormat("json", "Data (JSON)", "application/json"),
)


def make_report(analysis: Analysis) -> Report:
    """The report of an analysis: what every export, snapshot and command reads."""
    return reports.build_report(analysis)


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
    """Freeze a wave's report as it is now.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    report = make_report(analyse_wave(store, survey, wave, settings))
    at = stamp(now)
    frozen = snapshot.freeze(report, note=note, created_at=at, versions=_versions(report))
    return stores.add_snapshot(
        store,
        frozen.body,
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


def export_report(report: Report, code: str) -> tuple[bytes, str, str]:
    """A report as a file: its bytes, a file name, and its MIME type.

    Raises
    ------
    UsageError
        When there is no such format.
    """
    found = next((entry for entry in EXPORT_FORMATS if entry.code == code), None)
    if found is None:
        known = ", ".join(entry.code for entry in EXPORT_FORMATS)
        raise UsageError(f"'{code}' is not a format. Choose from {known}.")
    makers: dict[str, Callable[[Report], bytes]] = {
        "xlsx": reports.to_xlsx,
        "html": reports.to_html,
        "json": reports.to_json,
    }
    return makers[code](report), f"{file_stem(report)}.{code}", found.mime


def file_stem(report: Report) -> str:
    """A file name for a report, without its ending: letters, digits and hyphens.

    >>> file_stem(Report("", "", "Größe: AI", "Q1/2026", ()))
    'grosse-ai-q1-2026'
    """
    words = fold(f"{report.survey} {report.wave}").encode("ascii", "ignore").decode().split()
    return "-".join(words)[:80] or "report"


def write_template(target: Any) -> None:
    """Write the blank workbook to a path or an open binary file."""
    intake.template.write_template(target, load_questionnaire(), load_framework())


def template_bytes() -> bytes:
    """The blank workbook as bytes."""
    target = BytesIO()
    write_template(target)
    return target.getvalue()
