"""What pages ask for: the one place where the screen calls the use cases, with caches that know their data's version."""

from __future__ import annotations

import hashlib
from typing import Any

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.findings.patterns.rules import PatternRule
from alignment_model.framework import Framework, load_framework
from alignment_model.report.model import Report
from alignment_model.settings import Settings, load_settings
from alignment_model.store import Holdings, ImportRecord, SnapshotRecord, Store, SurveySummary
from alignment_model.ui import state


@st.cache_resource(max_entries=4, show_spinner=False)
def _store(settings: Settings) -> Store:
    return workflows.open_store(settings)


def settings() -> Settings:
    """The installation's settings."""
    return load_settings()


def store() -> Store:
    """The store, opened once per database."""
    return _store(settings())


def framework() -> Framework:
    """Layers, roles, patterns' texts and figures."""
    return load_framework()


def surveys() -> tuple[SurveySummary, ...]:
    """All surveys with their waves, oldest wave first."""
    return workflows.list_surveys(store())


def load_sample() -> str:
    """Load the sample organisation; the survey's name."""
    return workflows.load_sample(store())


def template_bytes() -> bytes:
    """The blank workbook."""
    return workflows.template_bytes()


def current_analysis() -> Analysis | None:
    """The analysis of the wave chosen at the top; None when nothing is loaded."""
    survey, wave = st.session_state.get(state.SURVEY), st.session_state.get(state.WAVE)
    if not survey or not wave:
        return None
    return analysis_of(survey, wave)


def current_version() -> str:
    """What the chosen wave's numbers rest on now; a cache key."""
    return _version(st.session_state[state.SURVEY], st.session_state[state.WAVE])


def _version(survey: str, wave: str) -> str:
    held = f"{survey}/{wave}/{workflows.data_version(store(), survey, wave)}"
    return f"{held}/{settings().minimum_group}/{database()}"


def database() -> str:
    """The database in use, as a short mark for cache keys; its address may hold a password."""
    return hashlib.sha256(settings().database_url.encode()).hexdigest()[:12]


def analysis_of(survey: str, wave: str) -> Analysis:
    """The analysis of any stored wave."""
    return _analysis(survey, wave, _version(survey, wave), settings())


@st.cache_resource(max_entries=12, show_spinner="Reading the answers")
def _analysis(survey: str, wave: str, version: str, settings: Settings) -> Analysis:
    return workflows.analyse_wave(_store(settings), survey, wave, settings)


def imports() -> tuple[ImportRecord, ...]:
    """Every import, the latest first, undone ones too."""
    return workflows.list_imports(store())


def undo(import_id: int) -> ImportRecord:
    """Take an import back."""
    return workflows.undo_import(store(), import_id)


def holdings(survey: str, wave: str = "") -> Holdings:
    """What a survey, or one wave of it, holds."""
    return workflows.what_is_held(store(), survey, wave)


def delete(survey: str, wave: str = "") -> None:
    """Delete a wave, or a survey when no wave is named, for good."""
    if wave:
        workflows.delete_wave(store(), survey, wave)
    else:
        workflows.delete_survey(store(), survey)


def snapshots() -> tuple[SnapshotRecord, ...]:
    """Kept snapshots, the latest first."""
    return workflows.list_snapshots(store())


def freeze(survey: str, wave: str, note: str) -> SnapshotRecord:
    """Keep the wave as it is now."""
    return workflows.freeze_snapshot(store(), survey, wave, note, settings=settings())


def snapshot(snapshot_id: str) -> tuple[SnapshotRecord, Report]:
    """One kept snapshot, as frozen."""
    return workflows.open_snapshot(store(), snapshot_id)


def export_snapshot(
    snapshot_id: str,
    code: str,
    sections: tuple[str, ...] = (),
    choices: workflows.ExportChoices = workflows.USUAL_CHOICES,
) -> bytes:
    """A kept snapshot as a file; of these sections alone when any are named."""
    report = workflows.some_sections(snapshot(snapshot_id)[1], sections)
    return workflows.export_report(report, code, choices)[0]


def file_stem(entry: SnapshotRecord) -> str:
    """A file name for a snapshot, without its ending."""
    return workflows.file_stem(entry)


def export_formats() -> tuple[workflows.ExportFormat, ...]:
    """What a report can be exported to."""
    return workflows.EXPORT_FORMATS


def pattern_rules() -> tuple[PatternRule, ...]:
    """The rules patterns are judged by."""
    return workflows.pattern_rules(store()).patterns


def signal_rows(rule: PatternRule) -> list[dict[str, Any]]:
    """One pattern's signals as a table."""
    return [
        {
            "Signal": signal.label,
            "Source": signal.source,
            "No evidence at": signal.none,
            "Full evidence at": signal.full,
            "Unit": signal.unit,
            "Weight": signal.weight,
            "Why": signal.reason,
        }
        for signal in rule.signals
    ]
